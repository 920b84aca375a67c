import { loadavg } from 'node:os';
import { Decimal } from '../modules/kernel/index.js';
import { costing, explosions, type Read } from '../modules/manufacturing/index.js';
import { openDatabase } from '../prisma/database.js';
import { median, printTable, shown } from './load.js';
import { COMPANY_ID, companyRows, deepRows, itemId, wideRows } from './product-rows.js';
import { runSql, withDatabase } from './stage.js';

/**
 * How long an explosion of ten levels and 10,000 lines takes, and the roll-up of a company with
 * 480,000 BOM lines and 94,000 operations: reading, working out, and what is answered; and the same
 * at a tenth of the size. Beside each stands the least that PostgreSQL takes over the same wire, in
 * turn with it: one recursive statement that works an explosion out, and one that only reads lines.
 * BENCH_ROUNDS makes it longer.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const on = '2026-03-02';

/** The explosion of these rows in SQL alone, by numbers that are not rounded at each step. */
const RAW_EXPLOSION = `
  with recursive part as (
    select 1 as level, array[i."code"] as path, l."itemId" as item, i."unit" as unit,
      100 * l."quantity" * l."stockFactor" / (1 - l."scrapPercent" / 100) / b."outputQuantity"
        / b."yieldPercent" * 100 as quantity
    from "Bom" b join "BomLine" l on l."bomId" = b."id" join "Item" i on i."id" = l."itemId"
    where b."companyId" = $1 and b."itemId" = $2
    union all
    select level + 1, path || i."code", l."itemId", i."unit",
      round(part.quantity * l."quantity" * l."stockFactor" / (1 - l."scrapPercent" / 100)
        / b."outputQuantity" / b."yieldPercent" * 100, 9)
    from part join "Bom" b on b."companyId" = $1 and b."itemId" = part.item
    join "BomLine" l on l."bomId" = b."id" join "Item" i on i."id" = l."itemId"
  )
  select level, path, item, unit, quantity::text as quantity from part`;

const RAW_LINES = `
  select "bomId" as bom, "itemId" as item, "quantity"::text as quantity, "scrapPercent"::text as scrap
  from "BomLine" where "companyId" = $1`;

interface Measured {
  readonly what: string;
  readonly milliseconds: number[];
  /** What each took of our own processor time, whoever else was busy. */
  readonly ours: number[];
  rows: number;
}

/** Measures works in turn, so that whoever else is busy is busy for all of them. */
async function measure(
  times: number,
  works: readonly (readonly [what: string, work: () => Promise<number>])[],
): Promise<Measured[]> {
  const all = works.map(([what]): Measured => ({ what, milliseconds: [], ours: [], rows: 0 }));
  for (let turn = 0; turn < times; turn++)
    for (const [place, [, work]] of works.entries()) {
      const measured = all[place]!;
      const started = performance.now();
      const before = process.cpuUsage();
      measured.rows = await work();
      measured.milliseconds.push(performance.now() - started);
      const { user, system } = process.cpuUsage(before);
      measured.ours.push((user + system) / 1000);
    }
  return all;
}

const typical = ({ milliseconds }: Measured): number => median([...milliseconds]);

const row = (one: Measured, raw: Measured | undefined): string[] => [
  one.what,
  String(one.rows),
  shown(one.milliseconds[0]!),
  shown(typical(one)),
  shown(Math.min(...one.milliseconds)),
  shown(median([...one.ours])),
  raw ? (typical(one) / typical(raw)).toFixed(2) : '',
];

/** Measures one size: an explosion of `deep` × 10 rows, a roll-up of `wide` × 100 lines more. */
const sized = (deep: number, wide: number): Promise<Measured[]> =>
  withDatabase(async (url) => {
    await runSql(url, [...companyRows, ...deepRows(deep), ...wideRows(wide)]);
    const database = await openDatabase({ url, parseNumeric: (text) => new Decimal(text) });
    const read: Read = async (statement) => (await database.query(statement)).rows;
    const product = { companyId: COMPANY_ID, itemIds: [itemId(1)], on };
    const deepest = { ...product, itemIds: [itemId(deep * 10 + 1)] };
    const quantity = new Decimal(100);
    const sizes = `${deep * 10} rows`;
    const lines = `${wide * 100 + deep * 10} lines`;
    try {
      const exploded = await measure(rounds * 3, [
        [
          `explosion of 10 levels, ${sizes}`,
          async () => (await explosions.parts(read, product, { quantity }))[0]?.length ?? 0,
        ],
        [
          `- one recursive statement, ${sizes}`,
          async () => (await read({ text: RAW_EXPLOSION, values: [COMPANY_ID, itemId(1)] })).length,
        ],
        [
          `where-used of its deepest part`,
          async () => (await explosions.uses(read, deepest))[0]?.length ?? 0,
        ],
      ]);
      const rolled = await measure(rounds, [
        [
          `roll-up of ${lines}, ${wide * 20} operations`,
          async () => (await costing.companyCosts(read, { companyId: COMPANY_ID, on })).size,
        ],
        [
          `- one statement that reads ${lines}`,
          async () => (await read({ text: RAW_LINES, values: [COMPANY_ID] })).length,
        ],
      ]);
      return [...exploded, ...rolled];
    } finally {
      await database.close();
    }
  });

const rows: string[][] = [];
for (const [deep, wide] of [
  [100, 470],
  [1000, 4700],
] as const) {
  const [exploded, rawExploded, used, rolled, rawRead] = await sized(deep, wide);
  rows.push(row(exploded!, rawExploded), row(rawExploded!, undefined), row(used!, undefined));
  rows.push(row(rolled!, rawRead), row(rawRead!, undefined));
}
printTable(
  ['what', 'rows', 'first ms', 'median ms', 'least ms', 'our CPU ms', 'times the SQL below'],
  rows,
);
console.log(`load average ${loadavg().map(shown).join(' ')}`);
