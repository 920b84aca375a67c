import { CompiledQuery } from 'kysely';
import type { Tx } from '../events/index.js';
import type { StoredOperation } from './made-operation.rules.js';
import type { StoredLine } from './product-data.rules.js';

/** Runs one statement, on the pool or on a transaction; rows are lists, numbers are text. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

/** Reads on a transaction. The columns of a statement have names of their own. */
export const readIn =
  ({ db }: Tx): Read =>
  async ({ text, values }) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
    return rows.map((row) => Object.values(row as object) as unknown[]);
  };

/** Which items are asked for, of which company, as of which day. */
export interface Wanted {
  readonly companyId: string;
  readonly itemIds: readonly string[];
  readonly on: string;
}

/** A revision counts from its first day to the day before its end, however it ended later. */
export const counts = (row: string, day: string): string =>
  `${row}."status" not in ('DRAFT', 'IN_REVIEW') and ${row}."validFrom" <= ${day}::date
    and (${row}."validTo" is null or ${row}."validTo" > ${day}::date)`;

export const countsLine = (line: string, day: string): string =>
  `(${line}."validFrom" is null or ${line}."validFrom" <= ${day}::date)
    and (${line}."validTo" is null or ${line}."validTo" > ${day}::date)`;

/**
 * A line with its BOM as one text, parted by blanks: ten thousand rows of nineteen columns would
 * take the driver longer than the store. Codes, units and kinds have no blanks in them.
 */
const LINE = `concat_ws(' ', b."id", b."itemId", b."unit", b."isPhantom"::int, b."outputQuantity",
  b."yieldPercent", l."itemId", i."code", i."unit", l."kind", l."quantity", l."stockFactor",
  l."isFixed"::int, l."scrapPercent", l."costSharePercent", l."issueMethod",
  case when l."id" is not null then coalesce(l."roundingMultiple", 0) end,
  case when l."id" is not null then case when l."hasAlternates" then l."id"::text else '-' end end,
  l."operation") as line`;

const MADE = `b."id", b."itemId", b."unit", b."isPhantom", b."outputQuantity", b."yieldPercent"`;

const BELOW = `
  with recursive made as (
    select ${MADE} from "Bom" b
    where b."companyId" = $1 and b."itemId" = any($3::uuid[]) and ${counts('b', '$2')}
    union
    select ${MADE} from made
    join "BomLine" l on l."bomId" = made."id" and ${countsLine('l', '$2')}
    join "Bom" b on b."companyId" = $1 and b."itemId" = l."itemId" and ${counts('b', '$2')}
      and (b."isPhantom" or $4)
    where l."kind" = 'COMPONENT'
  )
  select ${LINE} from made b
  left join "BomLine" l on l."bomId" = b."id" and ${countsLine('l', '$2')}
  left join "Item" i on i."id" = l."itemId"
  order by b."id", l."position"`;

/** One literal and no spreads: ten thousand of them are made at once. */
function lineOf([text]: unknown[]): StoredLine {
  const parts = (text as string).split(' ');
  const alternates = parts[17] ?? '-';
  const operation = parts[18];
  return {
    bomId: parts[0]!,
    productId: parts[1]!,
    productUnit: parts[2]!,
    isPhantom: parts[3] === '1',
    outputQuantity: parts[4]!,
    yieldPercent: parts[5]!,
    itemId: parts[6] ?? null,
    code: parts[7] ?? '',
    unit: parts[8] ?? '',
    kind: parts[9] as StoredLine['kind'],
    quantity: parts[10]!,
    stockFactor: parts[11]!,
    isFixed: parts[12] === '1',
    scrapPercent: parts[13]!,
    costSharePercent: parts[14]!,
    issueMethod: parts[15] as StoredLine['issueMethod'],
    roundingMultiple: parts[16] ?? '0',
    alternatesOf: alternates === '-' ? null : alternates,
    operation: operation === undefined ? null : Number(operation),
  };
}

/**
 * The lines of the BOMs of items that count on a day, and of the phantoms in them; of everything
 * that is made below them as well when `isDeep`. One statement.
 */
export async function linesBelow(
  read: Read,
  { companyId, on, itemIds }: Wanted,
  isDeep: boolean,
): Promise<StoredLine[]> {
  if (itemIds.length === 0) return [];
  const values = [companyId, on, [...new Set(itemIds)], isDeep];
  return (await read({ text: BELOW, values })).map(lineOf);
}

/** The BOMs that take an item on a day, by lines of its own or in the place of others. */
const usersOf = (item: string): string => `lateral (
  select l."bomId" from "BomLine" l
    where l."itemId" = ${item} and l."kind" = 'COMPONENT' and ${countsLine('l', '$2')}
  union all select a."bomId" from "BomLineAlternate" a join "BomLine" l on l."id" = a."bomLineId"
    where a."itemId" = ${item} and ${countsLine('a', '$2')} and ${countsLine('l', '$2')}) l`;

const ABOVE = `
  with recursive above as (
    select b."id" as bom, b."itemId" as product from unnest($3::uuid[]) as asked(id)
    join ${usersOf('asked.id')} on true
    join "Bom" b on b."id" = l."bomId" and b."companyId" = $1 and ${counts('b', '$2')}
    union
    select b."id", b."itemId" from above
    join ${usersOf('above.product')} on true
    join "Bom" b on b."id" = l."bomId" and b."companyId" = $1 and ${counts('b', '$2')}
  ), part as materialized (
    select unnest($3::uuid[]) as id union select product from above
  ), used as (
    select ${LINE}, false as alternate, b."id", l."position" from part
    join "BomLine" l on l."itemId" = part.id and l."kind" = 'COMPONENT'
      and ${countsLine('l', '$2')}
    join "Bom" b on b."id" = l."bomId" and b."companyId" = $1 and ${counts('b', '$2')}
    join "Item" i on i."id" = l."itemId"
    union all
    select ${LINE}, true, b."id", l."position" from part
    join "BomLineAlternate" a on a."itemId" = part.id and ${countsLine('a', '$2')}
    join lateral (
      select o."id", a."itemId", o."bomId", o."position", o."kind", o."quantity",
        round(o."stockFactor" * a."ratio", 9) as "stockFactor", o."isFixed", o."scrapPercent",
        o."costSharePercent", o."issueMethod", null::numeric as "roundingMultiple",
        false as "hasAlternates", o."operation"
      from "BomLine" o where o."id" = a."bomLineId" and ${countsLine('o', '$2')}
    ) l on true
    join "Bom" b on b."id" = l."bomId" and b."companyId" = $1 and ${counts('b', '$2')}
    join "Item" i on i."id" = l."itemId"
  )
  select line, alternate from used order by "id", "position", alternate`;

/** A line by which an item goes into a product, or may in the place of the line's own item. */
export type UsingLine = StoredLine & { readonly isAlternate: boolean };

/** The lines by which items go into products on all levels upward, on a day. One statement. */
export async function linesAbove(
  read: Read,
  { companyId, on, itemIds }: Wanted,
): Promise<UsingLine[]> {
  if (itemIds.length === 0) return [];
  const values = [companyId, on, [...new Set(itemIds)]];
  const rows = await read({ text: ABOVE, values });
  return rows.map(([line, isAlternate]) => ({
    ...lineOf([line]),
    isAlternate: isAlternate as boolean,
  }));
}

const OPERATIONS = `
  select r."itemId" as item, r."id" as routing, o."position" as position, o."name" as name,
    o."workCenterId" as work_center, o."setupMinutes"::text as setup, o."runMinutes"::text as run,
    o."queueMinutes"::text as queue, o."moveMinutes"::text as move,
    w."efficiencyPercent"::text as efficiency, coalesce(h."labourRate", 0)::text as labour,
    coalesce(h."machineRate", 0)::text as machine, coalesce(h."overheadRate", 0)::text as overhead,
    w."calendarId" as calendar
  from "Routing" r
  left join "RoutingOperation" o on o."routingId" = r."id"
  left join "WorkCenter" w on w."id" = o."workCenterId"
  left join lateral (
    select c.* from "WorkCenterRate" c
    where c."workCenterId" = w."id" and c."validFrom" <= $2::date
    order by c."validFrom" desc limit 1
  ) h on true
  where r."companyId" = $1 and ($3::uuid[] is null or r."itemId" = any($3::uuid[]))
    and ${counts('r', '$2')}
  order by r."itemId", o."position"`;

const operationOf = (row: unknown[]): StoredOperation =>
  ({
    itemId: row[0],
    routingId: row[1],
    position: row[2],
    name: row[3],
    workCenterId: row[4],
    setupMinutes: row[5],
    runMinutes: row[6],
    queueMinutes: row[7],
    moveMinutes: row[8],
    efficiencyPercent: row[9],
    labourRate: row[10],
    machineRate: row[11],
    overheadRate: row[12],
    calendarId: row[13],
  }) as StoredOperation;

/**
 * The operations of the routings that count on a day, with the rates of the day: of some items, or
 * of all of the company. One statement.
 */
export async function operationsOf(
  read: Read,
  { companyId, on }: Omit<Wanted, 'itemIds'>,
  itemIds: readonly string[] | null,
): Promise<StoredOperation[]> {
  if (itemIds?.length === 0) return [];
  return (await read({ text: OPERATIONS, values: [companyId, on, itemIds] })).map(operationOf);
}
