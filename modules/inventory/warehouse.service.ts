import { sql } from 'kysely';
import {
  DuplicateKey,
  InvalidInput,
  NotFound,
  attempt,
  cleanText,
  inField,
  isAccepted,
  type Outcome,
} from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { companies, writeCoded } from '../platform/index.js';
import { insertBin, insertMainBins } from './bin.service.js';
import { warehouseChanged, warehouseCreated } from './events.js';
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

const keyOf = ({ companyId, code }: Pick<Warehouse, 'companyId' | 'code'>): string =>
  `${companyId} ${code}`;

async function known(tx: Tx, inputs: readonly WarehouseCreate[]) {
  const { rows } = await sql<Warehouse>`
    select w.* from "Warehouse" w join unnest(
      ${inputs.map(({ companyId }) => companyId)}::uuid[],
      ${inputs.map(({ code }) => code.trim())}::text[]
    ) as k(company, code) on w."companyId" = k.company and w."code" = k.code
    order by w."id" for no key update of w
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function refuseArchived(before: Warehouse | null): void {
  if (!before?.archivedAt) return;
  const message = 'The warehouse {code} is archived.';
  throw new InvalidInput('WAREHOUSE_ARCHIVED', message, { code: before.code }).at('code');
}

/**
 * Makes warehouses, each with its first bin, and renames those whose code is there. One outcome for
 * each, in order; the statements do not grow with the list. NotFound, WAREHOUSE_ARCHIVED,
 * DuplicateKey, and InvalidInput by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly WarehouseCreate[],
): Promise<Outcome<Warehouse>[]> {
  const seen = await companies.seen(
    tx,
    inputs.map(({ companyId }) => companyId),
  );
  const befores = await known(tx, inputs);
  const plans = inputs.map((input) =>
    attempt(() => {
      const { companyId } = input;
      if (!seen.has(companyId)) throw new NotFound('Company', companyId).at('companyId');
      const code = inField('code', () => placeCode(input.code));
      const name = inField('name', () => cleanText(input.name, { min: 1, max: 200 }));
      const before = befores.get(keyOf({ companyId, code })) ?? null;
      refuseArchived(before);
      const columns = { companyId, code, name, ...(before === null && { customFields: {} }) };
      return { key: keyOf({ companyId, code }), code, before, columns };
    }),
  );
  const outcomes = await writeCoded(tx, 'Warehouse', plans, (before, after) => {
    tx.emit((before ? warehouseChanged : warehouseCreated)({ before, after, data: {} }));
  });
  const made = outcomes.filter(isAccepted).map(({ ok }) => ok);
  await insertMainBins(
    tx,
    made.filter((row) => !befores.has(keyOf(row))),
  );
  return outcomes;
}
