import { Decimal } from '../modules/kernel/index.js';
import { costing, explosions, type Read } from '../modules/manufacturing/index.js';
import { openDatabase } from '../prisma/database.js';
import { median, printTable, shown } from './load.js';
import { COMPANY_ID, companyRows, deepRows, itemId, wideRows } from './product-rows.js';
import { runSql, withDatabase } from './stage.js';

/**
 * How long an explosion of ten levels and 10,000 lines takes, and the roll-up of a company with
 * 470,000 BOM lines and 94,000 operations: reading, working out, and what is answered.
 * BENCH_ROUNDS makes it longer.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const on = '2026-03-02';

interface Measured {
  readonly milliseconds: readonly number[];
  /** What each took of our own processor time, whoever else was busy. */
  readonly ours: readonly number[];
  readonly rows: number;
}

async function measure(times: number, work: () => Promise<number>): Promise<Measured> {
  const milliseconds: number[] = [];
  const ours: number[] = [];
  let rows = 0;
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    const before = process.cpuUsage();
    rows = await work();
    milliseconds.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    ours.push((user + system) / 1000);
  }
  return { milliseconds, ours, rows };
}

const row = (what: string, { milliseconds, ours, rows }: Measured): string[] => [
  what,
  String(rows),
  shown(milliseconds[0]!),
  shown(median([...milliseconds])),
  shown(Math.min(...milliseconds)),
  shown(median([...ours])),
];

await withDatabase(async (url) => {
  await runSql(url, [...companyRows, ...deepRows, ...wideRows]);
  const database = await openDatabase({ url, parseNumeric: (text) => new Decimal(text) });
  const read: Read = async (statement) => (await database.query(statement)).rows;
  const product = { companyId: COMPANY_ID, itemIds: [itemId(1)], on };
  const deepest = { ...product, itemIds: [itemId(10_001)] };
  const quantity = new Decimal(100);
  try {
    const exploded = await measure(rounds * 4, async () => {
      const [parts] = await explosions.parts(read, product, { quantity });
      return parts?.length ?? 0;
    });
    const used = await measure(rounds * 4, async () => {
      const [uses] = await explosions.uses(read, deepest);
      return uses?.length ?? 0;
    });
    const rolled = await measure(rounds, async () => {
      const costs = await costing.companyCosts(read, { companyId: COMPANY_ID, on });
      return costs.size;
    });
    printTable(
      ['what', 'rows', 'first ms', 'median ms', 'least ms', 'our CPU ms'],
      [
        row('explosion, 10 levels, 10,000 lines', exploded),
        row('where-used of a part, 10 levels', used),
        row('roll-up, 480,000 lines, 94,000 operations', rolled),
      ],
    );
  } finally {
    await database.close();
  }
});
