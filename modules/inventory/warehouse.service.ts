import { DuplicateKey, inField, cleanText } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { companies } from '../platform/index.js';
import { insertBin } from './bin.service.js';
import { warehouseCreated } from './events.js';
import { MAIN_BIN, placeCode } from './place.rules.js';

export { warehouses as getMany } from './queries.js';

type Warehouse = Row<'Warehouse'>;

export interface WarehouseCreate {
  readonly companyId: string;
  /** Unique in the company. */
  readonly code: string;
  readonly name: string;
}

/** Makes a warehouse with its first bin. NotFound for the company; DuplicateKey; by field. */
export async function create(tx: Tx, input: WarehouseCreate): Promise<Warehouse> {
  const { companyId } = input;
  await companies.get(tx, companyId);
  const code = inField('code', () => placeCode(input.code));
  const name = inField('name', () => cleanText(input.name, { min: 1, max: 200 }));
  const after = await tx.db
    .insertInto('Warehouse')
    .values({ id: tx.newId(), companyId, code, name, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['companyId', 'code']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new DuplicateKey('Warehouse', 'code', code).at('code');
  tx.emit(warehouseCreated({ before: null, after, data: {} }));
  await insertBin(tx, { companyId, warehouseId: after.id, code: MAIN_BIN });
  return after;
}
