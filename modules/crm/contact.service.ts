import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import { cleanContact, type ContactColumns, type ContactInput } from './contact.rules.js';
import { inUse } from './customer-lock.service.js';
import { contactAdded, contactArchived, contactChanged } from './events.js';

type Contact = Row<'Contact'>;

export interface ContactAdd extends ContactInput {
  readonly customerId: string;
}

/** Absent keeps, null clears. */
export interface ContactChange extends Partial<ContactInput> {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface NewContact extends ContactColumns {
  readonly customerId: string;
}

/** Writes contacts of customers that are locked already; one statement. */
export async function insertMany(tx: Tx, fresh: readonly NewContact[]): Promise<Contact[]> {
  const rows = fresh.map((contact) => ({ id: tx.newId(), ...contact, createdAt: tx.now }));
  const written = await insertAll(tx, 'Contact', rows);
  for (const after of written) {
    tx.emit(contactAdded({ before: null, after, data: { customerId: after.customerId } }));
  }
  return written;
}

/** Adds a contact. NotFound, CustomerArchived, InvalidInput by field. */
export async function add(tx: Tx, input: ContactAdd): Promise<Contact> {
  const { customerId } = input;
  await inUse(tx, customerId);
  const [contact] = await insertMany(tx, [{ customerId, ...cleanContact(input) }]);
  return contact!;
}

/** Changes a contact. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: ContactChange): Promise<Contact> {
  const before = await tx.lock('Contact', input.id, input.expectedVersion);
  const columns = cleanContact({
    firstName: input.firstName === undefined ? before.firstName : input.firstName,
    lastName: input.lastName ?? before.lastName,
    email: input.email === undefined ? before.email : input.email,
    phone: input.phone === undefined ? before.phone : input.phone,
    role: input.role === undefined ? before.role : input.role,
  });
  const after = await nextVersion(tx, 'Contact', before, columns);
  tx.emit(contactChanged({ before, after, data: { customerId: before.customerId } }));
  return after;
}

/** Takes a contact out of use. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Contact> {
  const before = await tx.lock('Contact', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'Contact', before, { archivedAt: tx.now });
  tx.emit(contactArchived({ before, after, data: { customerId: before.customerId } }));
  return after;
}
