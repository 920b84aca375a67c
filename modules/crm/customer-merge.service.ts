import { externalRefs, merges, type MergeInput } from '../platform/index.js';
import { checkMerge, type MergePair } from '../kernel/index.js';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { insertMany as insertAddresses } from './address.service.js';
import { insertMany as insertContacts } from './contact.service.js';
import {
  addressesTaken,
  columnsTaken,
  contactsTaken,
  refuseOtherKind,
  termsTaken,
  type CustomerField,
} from './customer-merge.rules.js';
import { agreementsWith, writeMany as writeAgreements } from './customer-terms.service.js';
import { CustomerArchived } from './errors.js';
import { customerChanged, customerMerged } from './events.js';
import { addressesOf, contactsOf } from './queries.js';

type Customer = Row<'Customer'>;

export interface CustomerMerge extends MergeInput {
  /** What is taken of the merged although the survivor says something else. */
  readonly take?: readonly CustomerField[] | null;
}

/** Adds to the survivor what only the merged has; the merged keeps its own. */
async function takeParts(tx: Tx, { survivor, merged }: MergePair<Customer>) {
  const ids = [survivor.id, merged.id];
  const addresses = addressesTaken(await addressesOf(tx, ids), survivor.id);
  const contacts = contactsTaken(await contactsOf(tx, ids), survivor.id);
  const terms = termsTaken(await agreementsWith(tx, ids), survivor.id);
  await insertAddresses(tx, addresses);
  await insertContacts(tx, contacts);
  await writeAgreements(tx, terms);
  return { addresses: addresses.length, contacts: contacts.length, terms: terms.length };
}

/**
 * Merges one customer into another that turned out to be the same. What other systems call it leads
 * to the survivor, as its code does; addresses, contacts and terms that only it has are added
 * there. It stays itself, archived, with the documents that name it: what was posted is never
 * rewritten. NotFound, StaleVersion, MergedIntoItself, AlreadyMerged, CustomerArchived,
 * MergeDiffers, MergerIsLimited.
 */
export async function merge(tx: Tx, input: CustomerMerge): Promise<MergePair<Customer>> {
  const pair = await merges.lockPair(tx, 'Customer', input);
  checkMerge(pair, (code) => new CustomerArchived(code));
  refuseOtherKind(pair);
  const { survivor } = pair;
  const columns = columnsTaken(pair, input.take ?? []);
  const parts = await takeParts(tx, pair);
  const refs = await externalRefs.move(tx, { fromId: pair.merged.id, toId: survivor.id });
  const after = await nextVersion(tx, 'Customer', survivor, columns);
  const [merged, ...before] = await merges.retire(tx, 'Customer', pair);
  if (!merged) throw new Error('The merged customer is gone.');
  const moved = { survivorId: survivor.id, externalRefs: refs, ...parts };
  tx.emit(customerMerged({ before: pair.merged, after: merged, data: moved }));
  tx.emit(customerChanged({ before: survivor, after, data: { mergedId: merged.id } }));
  for (const one of before) {
    const was = { ...one, mergedIntoId: merged.id, version: one.version - 1 };
    tx.emit(customerChanged({ before: was, after: one, data: {} }));
  }
  return { survivor: after, merged };
}
