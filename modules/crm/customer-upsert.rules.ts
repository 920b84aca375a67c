import {
  DuplicateKey,
  LimitExceeded,
  inField,
  attemptEach,
  isAccepted,
  ownCode,
} from '../kernel/index.js';
import {
  billingCountry,
  checkDefaults,
  cleanAddress,
  type AddressColumns,
  type AddressInput,
} from './address.rules.js';
import { cleanContact, type ContactColumns, type ContactInput } from './contact.rules.js';
import { cleanCustomer, type CustomerColumns, type CustomerDetails } from './customer.rules.js';
import { cleanTerms, type TermsColumns, type TermsInput } from './customer-terms.rules.js';
import { CustomerArchived } from './errors.js';
import { missingAddresses, missingContacts } from './missing-parts.rules.js';
import type { ExternalName, Stored } from './stored.js';

/** A customer with all that belongs to it, to be made or changed. Absent keeps, null clears. */
export interface CustomerInput extends CustomerDetails {
  /** From the group's series when a new customer has none. */
  readonly code?: string | null;
  /** Those that the customer does not have yet are added. */
  readonly addresses?: readonly AddressInput[];
  readonly contacts?: readonly ContactInput[];
  /** One for each company at most. */
  readonly terms?: readonly TermsInput[];
  readonly externalRefs?: readonly ExternalName[];
}

/** What is to become of a customer and what belongs to it. */
export interface CustomerPlan {
  readonly id: string;
  /** Null for a new one. */
  readonly before: Stored<'Customer'> | null;
  /** Null when the group's series is to give one. */
  readonly code: string | null;
  readonly columns: CustomerColumns;
  readonly refs: readonly ExternalName[];
  readonly addresses: readonly AddressColumns[];
  readonly contacts: readonly ContactColumns[];
  readonly agreements: readonly {
    readonly companyId: string;
    readonly before: Stored<'CustomerCompany'> | null;
    readonly columns: TermsColumns;
  }[];
}

/** What the plans of a list are made from. */
export interface PlanSurroundings {
  /** Country codes of ISO 3166-1. */
  readonly countries: ReadonlySet<string>;
  readonly currencies: { has(code: string): boolean };
  readonly paymentTerms: { has(id: string): boolean };
  addresses(customerId: string): readonly AddressColumns[];
  contacts(customerId: string): readonly ContactColumns[];
  agreements(customerId: string): readonly Stored<'CustomerCompany'>[];
}

const PARTS_MAX = 50;

/** Cleans each part of a list; the first refusal leads to its place. */
function cleanEach<A, B>(field: string, list: readonly A[] = [], rule: (part: A) => B): B[] {
  if (list.length > PARTS_MAX) throw new LimitExceeded(field, PARTS_MAX, list.length).at(field);
  const outcome = attemptEach(list, rule);
  if (isAccepted(outcome)) return outcome.ok;
  const [reason] = outcome.refused;
  throw reason?.at(field) ?? new Error('A refusal has no reason.');
}

function planTerms(input: CustomerInput, id: string, around: PlanSurroundings) {
  const known = around.agreements(id);
  const agreed = new Set<string>();
  return cleanEach('terms', input.terms, (terms) => {
    const { companyId } = terms;
    if (agreed.has(companyId)) {
      throw new DuplicateKey('CustomerCompany', 'companyId', companyId).at('companyId');
    }
    agreed.add(companyId);
    const before = known.find((one) => one.companyId === companyId) ?? null;
    const columns = cleanTerms(terms, before, around.paymentTerms);
    return { companyId, before, columns };
  });
}

/** Decides what is to become of one customer; refuses by field. */
export function planCustomer(
  input: CustomerInput,
  { id, before }: { readonly id: string; readonly before: Stored<'Customer'> | null },
  around: PlanSurroundings,
): CustomerPlan {
  if (before?.archivedAt) throw new CustomerArchived(before.code);
  const known = around.addresses(id);
  const given = cleanEach('addresses', input.addresses, (one) =>
    cleanAddress(one, around.countries),
  );
  inField('addresses', () => checkDefaults(given));
  const contacts = cleanEach('contacts', input.contacts, cleanContact);
  const countryCode = billingCountry([...given, ...known]);
  const { code } = input;
  return {
    id,
    before,
    code: code === null || code === undefined ? null : inField('code', () => ownCode(code)),
    columns: cleanCustomer(input, before, { ...around, countryCode }),
    refs: input.externalRefs ?? [],
    addresses: missingAddresses(given, known),
    contacts: missingContacts(contacts, around.contacts(id)),
    agreements: planTerms(input, id, around),
  };
}
