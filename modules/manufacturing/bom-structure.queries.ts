import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { BomEdge } from './bom-cycle.rules.js';

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

/** What items go into, on all levels upward, by BOMs that count on a day or later. */
export async function edgesAbove(
  tx: Tx,
  companyId: string,
  from: string,
  itemIds: readonly string[],
): Promise<BomEdge[]> {
  const { rows } = await sql<BomEdge>`
    with recursive edge(child, parent) as (
      select l."itemId", b."itemId" from "BomLine" l join "Bom" b on b."id" = l."bomId"
      where l."itemId" = any(${[...new Set(itemIds)]}::uuid[]) and l."kind" = 'COMPONENT'
        and b."companyId" = ${companyId} and b."status" not in ('DRAFT', 'IN_REVIEW')
        and b."validFrom" is not null and (b."validTo" is null or b."validTo" > ${from}::date)
      union
      select l."itemId", b."itemId" from edge
      join "BomLine" l on l."itemId" = edge.parent and l."kind" = 'COMPONENT'
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

/** The lines of BOMs in the order of their places. One statement. */
export async function linesOfBoms(tx: Tx, bomIds: readonly string[]): Promise<Row<'BomLine'>[]> {
  const { rows } = await sql<Row<'BomLine'>>`
    select * from "BomLine" where "bomId" = any(${bomIds}::uuid[]) order by "bomId", "position"
  `.execute(tx.db);
  return rows;
}
