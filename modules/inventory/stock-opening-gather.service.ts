import { sql } from 'kysely';
import { canSee, localDateAt } from '../kernel/index.js';
import { oneOf, type Row, type Tx } from '../events/index.js';
import { companies, externalRefs } from '../platform/index.js';
import { MAIN_BIN } from './place.rules.js';
import { conversions, items, warehouses } from './queries.js';
import { unitDefinitions } from './stock-line-gather.service.js';
import type { OpeningSurroundings, StockOpeningInput } from './stock-opening.rules.js';

type Opening = Row<'StockOpening'>;

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The bins named, and the first bins of warehouses. One statement. */
async function binsOf(tx: Tx, inputs: readonly StockOpeningInput[]): Promise<Row<'Bin'>[]> {
  const named = inputs.flatMap(({ binId }) => binId ?? []);
  return tx.db
    .selectFrom('Bin')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('id', '=', oneOf(named)),
        eb.and([
          eb('warehouseId', '=', oneOf(inputs.map(({ warehouseId }) => warehouseId))),
          eb('code', '=', MAIN_BIN),
        ]),
      ]),
    )
    .execute();
}

/** All that openings are planned from, by a number of statements that does not grow. */
export async function gather(
  tx: Tx,
  inputs: readonly StockOpeningInput[],
): Promise<OpeningSurroundings> {
  const itemIds = inputs.map(({ itemId }) => itemId);
  const seen = await companies.seen(tx, distinct(inputs.map(({ companyId }) => companyId)));
  return {
    companies: seen,
    today: (id) => localDateAt(tx.now, seen.get(id)?.timeZone ?? 'UTC'),
    items: await items(tx, itemIds),
    conversions: await conversions(tx, itemIds),
    warehouses: await warehouses(
      tx,
      inputs.map(({ warehouseId }) => warehouseId),
    ),
    bins: await binsOf(tx, inputs),
    definitions: await unitDefinitions(tx),
  };
}

/** The openings that external references name, for each input; one statement for each company. */
async function namedOpenings(tx: Tx, inputs: readonly StockOpeningInput[]) {
  const named = inputs.map((): string[] => []);
  for (const scopeId of distinct(inputs.map(({ companyId }) => companyId))) {
    const refs = inputs.flatMap((input, index) =>
      input.companyId === scopeId && canSee(tx.actor, scopeId)
        ? (input.externalRefs ?? []).map((ref) => ({ ...ref, index }))
        : [],
    );
    if (refs.length === 0) continue;
    const ids = await externalRefs.find(tx, { scopeId, noun: 'StockOpening', refs });
    refs.forEach(({ index }, place) => {
      const id = ids[place];
      if (id) named[index]?.push(id);
    });
  }
  return named;
}

/** What is posted already for each input: by external reference, else by number. */
export async function postedOpenings(tx: Tx, inputs: readonly StockOpeningInput[]) {
  const named = await namedOpenings(tx, inputs);
  const numbered = inputs.filter(({ number }) => number);
  const { rows } = await sql<Opening>`
    select * from "StockOpening" where "id" = any(${named.flat()}::uuid[])
      or ("companyId", "number") in (select * from unnest(
        ${numbered.map(({ companyId }) => companyId)}::uuid[],
        ${numbered.map(({ number }) => number?.trim() ?? '')}::text[]
      ))
  `.execute(tx.db);
  return inputs.map(
    ({ companyId, number }, index) =>
      rows.find(({ id }) => named[index]?.includes(id)) ??
      rows.find((row) => row.companyId === companyId && row.number === number?.trim()) ??
      null,
  );
}
