import { addressText, type AddressColumns } from './address.rules.js';
import { contactText, type ContactColumns } from './contact.rules.js';

/** Those of a list that are not known yet, each once. */
function missing<T>(given: readonly T[], known: readonly T[], textOf: (one: T) => string): T[] {
  const texts = new Set(known.map(textOf));
  return given.filter((one) => {
    const text = textOf(one);
    const isNew = !texts.has(text);
    texts.add(text);
    return isNew;
  });
}

/** Those of the addresses given that a customer does not have yet. */
export function missingAddresses(
  given: readonly AddressColumns[],
  known: readonly AddressColumns[],
): AddressColumns[] {
  return missing(given, known, addressText);
}

/** Those of the contacts given that a customer does not have yet. */
export function missingContacts(
  given: readonly ContactColumns[],
  known: readonly ContactColumns[],
): ContactColumns[] {
  return missing(given, known, contactText);
}
