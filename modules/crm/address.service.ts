import { sql } from 'kysely';
import { countryCodes } from '../platform/index.js';
import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import { cleanAddress, type AddressColumns, type AddressInput } from './address.rules.js';
import { inUse } from './customer-lock.service.js';
import { addressAdded, addressArchived, addressChanged } from './events.js';

type Address = Row<'CustomerAddress'>;

export interface AddressAdd extends AddressInput {
  readonly customerId: string;
}

/** Absent keeps, null clears. */
export interface AddressChange extends Partial<Omit<AddressInput, 'kind'>> {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** What an address is in the store before it has an id. */
export interface NewAddress extends AddressColumns {
  readonly customerId: string;
}

/**
 * A new default takes the place of the one there was; one statement, none without a new default.
 */
async function clearDefaults(tx: Tx, fresh: readonly (NewAddress & { id?: string })[]) {
  const defaults = fresh.filter(({ isDefault }) => isDefault);
  if (defaults.length === 0) return;
  const { rows } = await sql<Address>`
    update "CustomerAddress" a set "isDefault" = false, "version" = a."version" + 1
    from unnest(
      ${defaults.map(({ customerId }) => customerId)}::uuid[],
      ${defaults.map(({ kind }) => kind)}::text[],
      ${defaults.map(({ id }) => id ?? null)}::uuid[]
    ) as d(customer, kind, own)
    where a."customerId" = d.customer and a."kind" = d.kind and a."id" is distinct from d.own
      and a."isDefault" and a."archivedAt" is null
    returning a.*
  `.execute(tx.db);
  for (const after of rows) {
    const before = { ...after, isDefault: true, version: after.version - 1 };
    tx.emit(addressChanged({ before, after, data: { customerId: after.customerId } }));
  }
}

/** Writes addresses of customers that are locked already; at most two statements. */
export async function insertMany(tx: Tx, fresh: readonly NewAddress[]): Promise<Address[]> {
  await clearDefaults(tx, fresh);
  const rows = fresh.map((address) => ({ id: tx.newId(), ...address, createdAt: tx.now }));
  const written = await insertAll(tx, 'CustomerAddress', rows);
  for (const after of written) {
    tx.emit(addressAdded({ before: null, after, data: { customerId: after.customerId } }));
  }
  return written;
}

/** Adds an address. NotFound, CustomerArchived, InvalidInput by field. */
export async function add(tx: Tx, input: AddressAdd): Promise<Address> {
  const { customerId } = input;
  await inUse(tx, customerId);
  const columns = cleanAddress(input, countryCodes);
  const [address] = await insertMany(tx, [{ customerId, ...columns }]);
  return address!;
}

/** Changes an address; documents keep what they were written with. NotFound, StaleVersion. */
export async function change(tx: Tx, input: AddressChange): Promise<Address> {
  const before = await tx.lock('CustomerAddress', input.id, input.expectedVersion);
  const { id: _id, expectedVersion: _version, ...given } = input;
  const wanted = { ...before, ...definedOf(given) };
  const columns = cleanAddress(wanted, countryCodes);
  await clearDefaults(tx, [{ ...columns, id: before.id, customerId: before.customerId }]);
  const after = await nextVersion(tx, 'CustomerAddress', before, columns);
  tx.emit(addressChanged({ before, after, data: { customerId: before.customerId } }));
  return after;
}

/** What was given at all: null is, undefined is not. */
function definedOf<T extends object>(given: T): Partial<T> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

/** Takes an address out of use; it stays for the documents that name it. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Address> {
  const before = await tx.lock('CustomerAddress', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'CustomerAddress', before, {
    archivedAt: tx.now,
    isDefault: false,
  });
  tx.emit(addressArchived({ before, after, data: { customerId: before.customerId } }));
  return after;
}
