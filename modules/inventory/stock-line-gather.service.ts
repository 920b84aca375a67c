import type { UnitDefinition, UnitDimension } from '../kernel/index.js';
import { oneOf, type Row, type Tx } from '../events/index.js';
import { units } from '../platform/index.js';
import { conversions, items, mainBins } from './queries.js';
import type { LineSurroundings, StockLineInput } from './stock-line.rules.js';

/** The deployment's units; the store knows a dimension as text only. */
export async function unitDefinitions(tx: Tx): Promise<UnitDefinition[]> {
  return [...(await units.all(tx)).values()].map((unit) => {
    return { ...unit, dimension: unit.dimension as UnitDimension };
  });
}

const given = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.filter((id) => id !== null && id !== undefined);

/** Bins by id. One statement, or none. */
async function binsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Row<'Bin'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom('Bin').selectAll().where('id', '=', oneOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Lots by id. One statement, or none. */
async function lotsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Row<'Lot'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom('Lot').selectAll().where('id', '=', oneOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** All that lines of stock are planned from, by a number of statements that does not grow. */
export async function gatherLines(
  tx: Tx,
  lines: readonly StockLineInput[],
  warehouseIds: readonly string[],
): Promise<LineSurroundings> {
  const itemIds = lines.map(({ itemId }) => itemId);
  return {
    items: await items(tx, itemIds),
    conversions: await conversions(tx, itemIds),
    definitions: await unitDefinitions(tx),
    mainBins: await mainBins(tx, warehouseIds),
    bins: await binsOf(tx, given(lines.flatMap(({ binIds }) => binIds))),
    lots: await lotsOf(tx, given(lines.map(({ lotId }) => lotId))),
  };
}
