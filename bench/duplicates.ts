import { loadavg } from 'node:os';
import { customers } from '../modules/crm/index.js';
import { Decimal } from '../modules/kernel/index.js';
import { openDatabase } from '../prisma/database.js';
import { printTable, shown } from './load.js';
import { runSql, withDatabase } from './stage.js';

/**
 * How long it takes to say which customers may be the same, and how it grows: at 5,000, 20,000 and
 * 80,000 with an address and a contact each, of which one in ten is entered twice and written
 * otherwise. Beside it the names alone, compared by PostgreSQL's own pg_trgm with a GIN index at
 * the same share. BENCH_SIZES names other sizes.
 */
const sizes = (process.env.BENCH_SIZES ?? '5000,20000,80000').split(',').map(Number);

/** A number that follows from n and looks like none. */
const shuffled = (salt: number): string =>
  `('x' || substr(md5((n * ${salt})::text), 1, 7))::bit(28)::int`;

/** The n-th of a list of words, by a fixed shuffle of the numbers. */
const word = (words: string, salt: number): string =>
  `(string_to_array('${words}', ' '))[1 + ${shuffled(salt)} % ${words.split(' ').length}]`;

const FIRST =
  'Alpine Baltic Cascade Delta Eastern Falcon Granite Harbor Iron Juniper Kestrel Lakeside Meridian Northern Orchard Pacific Quarry River Summit Tidal Union Valley Western Yellow Zenith';
const SECOND =
  'Bearing Bike Cable Casting Chain Coating Copper Cycle Engine Fastener Forge Gear Glass Hinge Lathe Motor Paint Pipe Plastic Pump Rubber Spring Steel Tool Valve Wheel Wire';
const THIRD =
  'Brothers Center Depot Factory Group House Imports Industries Market Outlet Parts Sales Services Shop Store Supply Systems Trade Warehouse Works';

/** A tail of letters, so that as many names differ as there are customers. */
const tail = `substr(translate(md5(n::text), '0123456789', 'ghijklmnop'), 1, 5)`;
const name = `${word(FIRST, 7)} || ' ' || initcap(${tail}) || ' ' || ${word(SECOND, 11)} || ' ' || ${word(THIRD, 13)}`;

function rowsOf(count: number): string[] {
  // One in ten is the customer before it, in capitals and with a form of company.
  const from = `generate_series(1, ${count}) g
    cross join lateral (select case when g % 10 = 0 then g - 1 else g end as n) o`;
  const uuid = (kind: number) => `('${kind}' || lpad(to_hex(g), 31, '0'))::uuid`;
  const actor = `'00000000-0000-7000-8000-000000000001'`;
  return [
    `insert into "Customer" ("id", "code", "name", "kind", "email", "currency", "createdAt",
       "createdById", "updatedAt")
     select ${uuid(1)}, 'C' || g, case when g % 10 = 0 then upper(${name}) || ' LTD' else ${name} end,
       'ORGANISATION', case when g % 3 = 0 then 'm' || n || '@mail' || n || '.example' end, 'USD',
       now(), ${actor}, now() from ${from}`,
    `insert into "CustomerAddress" ("id", "customerId", "kind", "line1", "city", "postalCode",
       "countryCode", "createdAt")
     select ${uuid(2)}, ${uuid(1)}, 'BILLING', 'Road', 'City', (10000 + n % 9000)::text, 'US', now()
     from ${from}`,
    `insert into "Contact" ("id", "customerId", "lastName", "email", "createdAt")
     select ${uuid(3)}, ${uuid(1)}, 'Person', 'p' || n || '@c' || n || '.example', now() from ${from}`,
    'analyze',
  ];
}

const TRIGRAM_JOIN = `select count(*) from "Customer" a join "Customer" b
  on a."name" % b."name" and a."id" < b."id"`;

/** The longest that others waited for their turn, while something went on. */
function watchTurns() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function measured(size: number): Promise<string[]> {
  return withDatabase(async (url) => {
    await runSql(url, rowsOf(size));
    const database = await openDatabase({ url, parseNumeric: (text) => new Decimal(text) });
    try {
      const read = async (statement: { text: string; values: unknown[] }) =>
        (await database.query(statement)).rows;
      const before = process.memoryUsage().heapUsed;
      const turns = watchTurns();
      const cpu = process.cpuUsage();
      const began = performance.now();
      const { found } = await customers.duplicates(read, 0.6);
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(cpu);
      const worked = (user + system) / 1_000;
      const longest = turns();
      const heap = (process.memoryUsage().heapUsed - before) / 1e6;
      const pg = size > 20_000 ? null : await trigramJoin(url);
      return [
        ...[String(size), shown(took), shown(worked), shown((worked / size) * 1_000)],
        ...[shown(longest), shown(heap), String(found.length), pg === null ? '' : shown(pg)],
      ];
    } finally {
      await database.close();
    }
  });
}

async function trigramJoin(url: string): Promise<number> {
  await runSql(url, [
    'create extension if not exists pg_trgm',
    'create index on "Customer" using gin ("name" gin_trgm_ops)',
  ]);
  const began = performance.now();
  await runSql(url, ['set pg_trgm.similarity_threshold = 0.6', TRIGRAM_JOIN]);
  return performance.now() - began;
}

const rows: string[][] = [];
for (const size of sizes) rows.push(await measured(size));
printTable(
  [
    'customers',
    'ms',
    'CPU ms',
    'CPU µs each',
    'longest turn ms',
    'heap MB',
    'pairs',
    'pg_trgm names ms',
  ],
  rows,
);
process.stdout.write(`load ${loadavg().map(shown).join(' ')}\n`);
