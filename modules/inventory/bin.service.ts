import { sql } from 'kysely';
import { DuplicateKey, NotFound, attempt, inField, type Outcome } from '../kernel/index.js';
import { insertAll, type Row, type Tx } from '../events/index.js';
import { writeCoded } from '../platform/index.js';
import { binCreated } from './events.js';
import { MAIN_BIN, placeCode } from './place.rules.js';
import { warehouses } from './queries.js';

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

function tell(tx: Tx, after: Bin): void {
  tx.emit(binCreated({ before: null, after, data: { warehouseId: after.warehouseId } }));
}

/** Writes the first bins of warehouses that were just made. One statement, or none. */
export async function insertMainBins(
  tx: Tx,
  made: readonly { readonly id: string; readonly companyId: string }[],
): Promise<void> {
  const rows = made.map(({ id: warehouseId, companyId }) => {
    return { id: tx.newId(), companyId, warehouseId, code: MAIN_BIN, createdAt: tx.now };
  });
  for (const after of await insertAll(tx, 'Bin', rows)) tell(tx, after);
}

const keyOf = ({ warehouseId, code }: BinCreate): string => `${warehouseId} ${code}`;

/**
 * Makes the bins that are missing in their warehouses. One outcome for each, in order; three
 * statements. NotFound for the warehouse; DuplicateKey and CODE_MALFORMED at `code`.
 */
export async function upsertMany(tx: Tx, inputs: readonly BinCreate[]): Promise<Outcome<Bin>[]> {
  const seen = await warehouses(
    tx,
    inputs.map(({ warehouseId }) => warehouseId),
  );
  const { rows } = await sql<Bin>`
    select b.* from "Bin" b join unnest(
      ${inputs.map(({ warehouseId }) => warehouseId)}::uuid[],
      ${inputs.map(({ code }) => code.trim())}::text[]
    ) as k(warehouse, code) on b."warehouseId" = k.warehouse and b."code" = k.code
  `.execute(tx.db);
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const plans = inputs.map(({ warehouseId, ...input }) =>
    attempt(() => {
      const warehouse = seen.get(warehouseId);
      if (!warehouse || warehouse.archivedAt) {
        throw new NotFound('Warehouse', warehouseId).at('warehouseId');
      }
      const { companyId } = warehouse;
      const code = inField('code', () => placeCode(input.code));
      const key = keyOf({ warehouseId, code });
      return {
        key,
        code,
        before: known.get(key) ?? null,
        columns: { companyId, warehouseId, code },
      };
    }),
  );
  return writeCoded(tx, 'Bin', plans, (_before, after) => tell(tx, after));
}
