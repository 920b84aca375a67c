import { nextVersion, Refused, type Row, type Tx } from '../events/index.js';
import { isAccepted } from '../kernel/index.js';
import { currencies, paymentTerms } from '../platform/index.js';
import { billingCountry } from './address.rules.js';
import { inUse } from './customer-lock.service.js';
import { cleanCustomer, type CustomerDetails } from './customer.rules.js';
import type { CustomerInput } from './customer-upsert.rules.js';
import { upsertMany } from './customer-upsert.service.js';
import { customerArchived, customerChanged } from './events.js';
import { addressesOf } from './queries.js';

export { addresses, credit, get, getMany, terms, termsOf } from './queries.js';
export { customerDuplicates as duplicates } from './customer-duplicates.queries.js';
export { merge } from './customer-merge.service.js';
export { upsertMany } from './customer-upsert.service.js';
export { set as setTerms } from './customer-terms.service.js';

type Customer = Row<'Customer'>;

/** Absent keeps, null clears. */
export interface CustomerChange extends CustomerDetails {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/**
 * Makes one customer, or changes the one with its code or external reference. Throws every reason
 * against it.
 */
export async function upsert(tx: Tx, input: CustomerInput): Promise<Customer> {
  const [outcome] = await upsertMany(tx, [input]);
  if (outcome && isAccepted(outcome)) return outcome.ok;
  const [first, ...others] = outcome?.refused ?? [];
  throw first && others.length === 0 ? first : new Refused(outcome?.refused ?? []);
}

/** Changes what a customer says of itself. NotFound, StaleVersion, CustomerArchived, by field. */
export async function change(tx: Tx, input: CustomerChange): Promise<Customer> {
  const before = await inUse(tx, input.id, input.expectedVersion);
  const ids = [input.paymentTermsId, before.paymentTermsId].filter((id) => typeof id === 'string');
  const columns = cleanCustomer(input, before, {
    currencies: await currencies.all(tx),
    paymentTerms: await paymentTerms.getMany(tx, ids),
    countryCode: input.taxNumber ? billingCountry(await addressesOf(tx, [before.id])) : null,
  });
  const after = await nextVersion(tx, 'Customer', before, columns);
  tx.emit(customerChanged({ before, after, data: {} }));
  return after;
}

/** Takes a customer out of use: no new orders. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Customer> {
  const before = await tx.lock('Customer', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'Customer', before, { archivedAt: tx.now });
  tx.emit(customerArchived({ before, after, data: {} }));
  return after;
}
