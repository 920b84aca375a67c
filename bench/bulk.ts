import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { Decimal, globalId } from '../modules/kernel/index.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { inProcess, type Run } from './in-process.js';
import { median, printTable, shown } from './load.js';
import { openShop, type Shop } from './shop.js';
import { withDatabase } from './stage.js';

/**
 * How many rows a second the lists take, at batches of 1, 25 and 250, through the graph without
 * HTTP; beside each the raw limit: the same rows, 250 at once, into copies of the tables that a
 * list writes, by `insert … select` on the same PostgreSQL and in turn with it. Only own tables of the
 * noun are in the limit: no event, no audit entry, no reference. BENCH_ROWS makes it longer.
 */
const rowsEach = Number(process.env.BENCH_ROWS ?? 1_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const BATCHES = [1, 25, 250] as const;

interface Subject {
  readonly name: string;
  readonly verb: string;
  readonly row: (shop: Shop, at: number) => object;
  /** The tables that hold one row of the list, with how many rows of them. */
  readonly tables: readonly (readonly [table: string, rows: number])[];
}

let serial = 0;
const next = (): string => {
  serial += 1;
  return `N${serial.toString(36).toUpperCase()}`;
};
const refs = (key: string) => [{ system: 'bench', key }];
const dayOf = (at: number): string =>
  new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10);

const subjects: readonly Subject[] = [
  {
    name: 'items',
    verb: 'itemsBulk',
    row: () => {
      const code = next();
      return { code, name: `Item ${code}`, unit: 'C62', externalRefs: refs(code) };
    },
    tables: [['Item', 1]],
  },
  {
    name: 'customers',
    verb: 'customersBulk',
    row: () => {
      const code = next();
      const contacts = [{ lastName: 'Miller', email: `${code}@example.com` }];
      return { code, name: code, currency: 'USD', contacts, externalRefs: refs(code) };
    },
    tables: [
      ['Customer', 1],
      ['Contact', 1],
    ],
  },
  {
    name: 'BOMs of three lines',
    verb: 'bomsBulk',
    row: ({ companyId, itemIds }, at) => {
      const itemId = globalId('Item', itemIds[at % 50]!);
      const lines = [60, 110, 160].map((place) => {
        return { itemId: globalId('Item', itemIds[place + (at % 40)]!), quantity: '2' };
      });
      const company = { companyId: globalId('Company', companyId), itemId };
      return { ...company, revision: next(), lines, externalRefs: refs(randomUUID()) };
    },
    tables: [
      ['Bom', 1],
      ['BomLine', 3],
    ],
  },
  {
    name: 'sales orders of three lines',
    verb: 'salesOrdersBulk',
    row: ({ companyId, warehouseId, customerIds, itemIds }, at) => ({
      companyId: globalId('Company', companyId),
      warehouseId: globalId('Warehouse', warehouseId),
      customerId: globalId('Customer', customerIds[at % 200]!),
      lines: [0, 67, 130].map((place) => {
        const itemId = globalId('Item', itemIds[place + (at % 60)]!);
        return { itemId, quantity: '2', unitPrice: '10.25' };
      }),
      externalRefs: refs(randomUUID()),
    }),
    tables: [
      ['SalesOrder', 1],
      ['SalesOrderLine', 3],
    ],
  },
  {
    name: 'exchange rates',
    verb: 'exchangeRatesBulk',
    row: () => {
      serial += 1;
      const to = ['USD', 'EUR', 'CHF'][serial % 3]!;
      return { from: 'SEK', to, validFrom: dayOf(Math.floor(serial / 3)), rate: '1.25' };
    },
    tables: [['ExchangeRate', 1]],
  },
];

interface Results {
  readonly results: readonly { readonly userErrors: readonly { readonly code: string }[] }[];
}

/** Sends rows in batches; answers how many a second were taken. Every row must be. */
async function load(run: Run, shop: Shop, { verb, row }: Subject, batch: number): Promise<number> {
  const count = batch === 1 ? Math.ceil(rowsEach / 4) : rowsEach;
  const rows = Array.from({ length: count }, (_, at) => row(shop, at));
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) {
    results { userErrors { code } } userErrors { code } } }`;
  const began = performance.now();
  for (let place = 0; place < count; place += batch) {
    const input = { rows: rows.slice(place, place + batch) };
    const answer = (await run(query, { input }, randomUUID())) as {
      data?: Record<string, Results>;
    };
    const results = answer.data?.[verb]?.results ?? [];
    if (results.length !== input.rows.length || results.some((one) => one.userErrors.length > 0))
      throw new Error(`${verb}: ${JSON.stringify(answer).slice(0, 400)}`);
  }
  return count / ((performance.now() - began) / 1000);
}

/** Columns that a copy needs anew, so that no unique key is met. */
async function columnsOf(database: Database, table: string): Promise<string[]> {
  const { rows } = await database.query({
    text: `select column_name::text from information_schema.columns
      where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    values: [table],
  });
  return rows.map(([name]) => String(name));
}

/** Copies of the tables with their indexes, and no trigger and no foreign key. */
async function copies(database: Database, tables: Subject['tables']): Promise<void> {
  for (const [table] of tables)
    await database.query({
      text: `create table if not exists "raw_${table}" (like "${table}" including indexes
        including constraints including defaults)`,
      values: [],
    });
}

/** The raw limit: stored rows of the tables, written into empty copies 250 at once. */
async function limit(database: Database, { tables }: Subject): Promise<number> {
  await copies(database, tables);
  let took = 0;
  let written = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    for (const [table, each] of tables) {
      const columns = (await columnsOf(database, table)).map((name) => `"${name}"`).join(', ');
      const count = 250 * each;
      const { rows } = await database.query({
        text: `select json_agg(t)::text from (select * from "${table}"
          order by "id" desc limit ${count}) t`,
        values: [],
      });
      await database.query({ text: `truncate "raw_${table}"`, values: [] });
      const values = [rows[0]![0]];
      const began = performance.now();
      await database.query({
        text: `insert into "raw_${table}" (${columns}) select ${columns}
          from json_populate_recordset(null::"${table}", $1::json)`,
        values,
      });
      took += performance.now() - began;
    }
    written += 250;
  }
  return written / (took / 1000);
}

async function measure(database: Database): Promise<void> {
  const run = inProcess(database);
  const shop = await openShop(database, 0);
  const table: string[][] = [];
  for (const subject of subjects) {
    await load(run, shop, subject, 25);
    const taken = new Map<number, number[]>(BATCHES.map((batch) => [batch, []]));
    const raw: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const batch of BATCHES) taken.get(batch)!.push(await load(run, shop, subject, batch));
      raw.push(await limit(database, subject));
    }
    const figures = BATCHES.map((batch) => median(taken.get(batch)!));
    const most = median(raw);
    const share = `${((figures[2]! / most) * 100).toFixed(0)} %`;
    table.push([subject.name, ...figures.map(shown), shown(most), share]);
  }
  printTable(['rows a second', 'one', '25', '250', 'raw limit', '250 of raw'], table);
  console.log(`Medians of ${rounds}; load average ${loadavg()[0]!.toFixed(1)}.`);
}

await withDatabase(async (url) => {
  const database = await openDatabase({ url, parseNumeric: (text) => new Decimal(text) });
  try {
    await measure(database);
  } finally {
    await database.close();
  }
});
