import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { BomEdge } from './bom-cycle.rules.js';
import { grouped } from './product-data.checks.rules.js';

/**
 * Holds the structure of companies still until the transaction ends, so that two releases at once
 * cannot make a cycle that neither sees. It is taken before any BOM is locked. One statement.
 */
export async function holdStructures(tx: Tx, companyIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('BOM ' || id, 0))
    from (select distinct unnest(${companyIds}::text[]) as id order by 1) c
  `.execute(tx.db);
}

/** As `holdStructures`, for the companies of BOMs. */
export async function holdStructuresOf(tx: Tx, bomIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('BOM ' || id, 0)) from (
      select distinct "companyId"::text as id from "Bom" where "id" = any(${bomIds}::uuid[])
      order by 1
    ) c
  `.execute(tx.db);
}

/** What goes into BOMs by their lines, or may in the place of it. */
const PARTS = sql.raw(`
  select "bomId", "itemId" from "BomLine" where "kind" = 'COMPONENT'
  union all select "bomId", "itemId" from "BomLineAlternate"`);

/** What items go into, on all levels upward, by BOMs that count on a day or later. */
export async function edgesAbove(
  tx: Tx,
  companyId: string,
  from: string,
  itemIds: readonly string[],
): Promise<BomEdge[]> {
  const { rows } = await sql<BomEdge>`
    with recursive edge(child, parent) as (
      select l."itemId", b."itemId" from (${PARTS}) l join "Bom" b on b."id" = l."bomId"
      where l."itemId" = any(${[...new Set(itemIds)]}::uuid[])
        and b."companyId" = ${companyId} and b."status" not in ('DRAFT', 'IN_REVIEW')
        and b."validFrom" is not null and (b."validTo" is null or b."validTo" > ${from}::date)
      union
      select l."itemId", b."itemId" from edge
      join (${PARTS}) l on l."itemId" = edge.parent
      join "Bom" b on b."id" = l."bomId"
      where b."companyId" = ${companyId} and b."status" not in ('DRAFT', 'IN_REVIEW')
        and b."validFrom" is not null and (b."validTo" is null or b."validTo" > ${from}::date)
    )
    select child, parent from edge
  `.execute(tx.db);
  return rows;
}

/** The revisions of items that were released, locked against changes. One statement. */
export async function lockReleased(
  tx: Tx,
  companyIds: readonly string[],
  itemIds: readonly string[],
): Promise<Row<'Bom'>[]> {
  const { rows } = await sql<Row<'Bom'>>`
    select * from "Bom"
    where "companyId" = any(${companyIds}::uuid[]) and "itemId" = any(${itemIds}::uuid[])
      and "status" not in ('DRAFT', 'IN_REVIEW') and "validFrom" is not null
    order by "id" for no key update
  `.execute(tx.db);
  return rows;
}

/** A line of a BOM with what may stand in for its item, the first to be taken first. */
export type KeptLine = Row<'BomLine'> & { readonly alternates: readonly Row<'BomLineAlternate'>[] };

/**
 * The lines of BOMs in the order of their places. One statement, two where items may stand in for
 * those of lines.
 */
export async function linesOfBoms(tx: Tx, bomIds: readonly string[]): Promise<KeptLine[]> {
  const { rows } = await sql<Row<'BomLine'>>`
    select * from "BomLine" where "bomId" = any(${bomIds}::uuid[]) order by "bomId", "position"
  `.execute(tx.db);
  const having = rows.filter(({ hasAlternates }) => hasAlternates).map(({ id }) => id);
  const alternates = grouped(await alternatesOfLines(tx, having), ({ bomLineId }) => bomLineId);
  return rows.map((line) => ({ ...line, alternates: alternates.get(line.id) ?? [] }));
}

/** What may stand in for the items of lines, the first to be taken first. At most one statement. */
export async function alternatesOfLines(
  tx: Tx,
  lineIds: readonly string[],
): Promise<Row<'BomLineAlternate'>[]> {
  if (lineIds.length === 0) return [];
  const { rows } = await sql<Row<'BomLineAlternate'>>`
    select * from "BomLineAlternate" where "bomLineId" = any(${lineIds}::uuid[])
    order by "bomLineId", "priority", "id"
  `.execute(tx.db);
  return rows;
}
