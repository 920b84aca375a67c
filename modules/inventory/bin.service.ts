import { DuplicateKey, inField } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { binCreated } from './events.js';
import { placeCode } from './place.rules.js';

export { bins as getMany } from './queries.js';

type Bin = Row<'Bin'>;

export interface BinCreate {
  readonly warehouseId: string;
  /** Unique in the warehouse. */
  readonly code: string;
}

/** Writes a bin of a warehouse that is known to be the company's. DuplicateKey. */
export async function insertBin(
  tx: Tx,
  bin: { readonly companyId: string; readonly warehouseId: string; readonly code: string },
): Promise<Bin> {
  const after = await tx.db
    .insertInto('Bin')
    .values({ id: tx.newId(), ...bin, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['companyId', 'warehouseId', 'code']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new DuplicateKey('Bin', 'code', bin.code).at('code');
  tx.emit(binCreated({ before: null, after, data: { warehouseId: bin.warehouseId } }));
  return after;
}

/** Makes a bin. NotFound for the warehouse; DuplicateKey and CODE_MALFORMED at `code`. */
export async function create(tx: Tx, { warehouseId, code }: BinCreate): Promise<Bin> {
  const { companyId } = await tx.lock('Warehouse', warehouseId);
  return insertBin(tx, { companyId, warehouseId, code: inField('code', () => placeCode(code)) });
}
