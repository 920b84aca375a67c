import { loadavg } from 'node:os';
import { Decimal } from '../modules/kernel/index.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { encodeCursor, listFingerprint } from '../prisma/reader/order.js';
import { inProcess, type Run } from './in-process.js';
import { median, printTable, shown } from './load.js';
import { COMPANY, pagingRows } from './paging-rows.js';
import { runSql, withDatabase } from './stage.js';

/**
 * Pages of 50 of 1,000,000 orders at the beginning, in the middle and at the end, and what is
 * worked out of all of them: through the graph in process, and by hand over the same wire, in turn.
 * BENCH_ROWS and BENCH_ROUNDS change the size and the number of rounds.
 */
const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);

interface Compared {
  readonly what: string;
  readonly graph: () => Promise<unknown>;
  readonly byHand: () => Promise<unknown>;
}

async function ask(run: Run, query: string, variables: object = {}): Promise<unknown> {
  const { data, errors } = (await run(query, variables, null)) as Record<string, unknown>;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface List {
  readonly name: string;
  readonly where?: object;
  readonly orderBy?: readonly object[];
  /** The columns that order it, all one way. */
  readonly columns: readonly string[];
  readonly way: 'asc' | 'desc';
}

const lists: List[] = [
  { name: 'by id', columns: ['id'], way: 'asc' },
  {
    name: 'of a company, newest first',
    where: { company: { id: { eq: COMPANY } } },
    orderBy: [{ documentOn: { direction: 'DESC' } }],
    ...{ columns: ['documentOn', 'id'], way: 'desc' },
  },
];

const PAGE = `query ($where: SalesOrderWhere, $orderBy: [SalesOrderOrderBy!], $after: String) {
  salesOrders(first: 50, where: $where, orderBy: $orderBy, after: $after) {
    nodes { number documentOn } pageInfo { hasNextPage endCursor } } }`;

async function pagesOf(run: Run, database: Database, list: List): Promise<Compared[]> {
  const { name, where, orderBy, columns, way } = list;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const order = columns.map((column) => `"${column}" ${way}`).join(', ');
  const of = where ? `"companyId" = '${COMPANY.slice('Company:'.length)}'` : 'true';
  const fingerprint = listFingerprint('SalesOrder', where, orderBy);
  const places = { first: null, middle: ROWS / 2, last: ROWS - 60 };
  const made = Object.entries(places).map(async ([place, offset]): Promise<Compared> => {
    const text = `select ${names} from "SalesOrder" where ${of} order by ${order} offset $1 limit 1`;
    const row =
      offset === null ? null : (await database.query({ text, values: [offset] })).rows[0]!;
    const after = row && encodeCursor(fingerprint, row);
    const marks = columns.map((_, at) => `$${at + 1}`).join(', ');
    const behind = row ? ` and (${names}) ${way === 'asc' ? '>' : '<'} (${marks})` : '';
    const page = `select "number", "documentOn", ${names} from "SalesOrder" where ${of}${behind}
      order by ${order} limit 51`;
    return {
      what: `${name}: ${place} page`,
      graph: () => ask(run, PAGE, { where, orderBy, after }),
      byHand: () => database.query({ text: page, values: row ?? [] }),
    };
  });
  return Promise.all(made);
}

const aggregates: readonly (readonly [what: string, graph: string, byHand: string])[] = [
  [
    'sum per currency',
    '{ salesOrdersAggregate { count netAmount { sum { amount currency } } } }',
    `select "currency", count(*), sum("netAmount") from "SalesOrder" group by 1 order by 1`,
  ],
  [
    'sum per month of New York and currency',
    `{ salesOrdersAggregate(groupBy: [{createdAt: MONTH}], timeZone: "America/New_York") { count
       by { createdAt { label } } netAmount { sum { amount currency } } } }`,
    `select date_trunc('month', "createdAt" at time zone 'America/New_York')::date, "currency",
       count(*), sum("netAmount") from "SalesOrder" group by 1, 2 order by 1, 2 limit 50`,
  ],
  [
    'the ten greatest customers',
    `{ salesOrdersAggregate(groupBy: [{customer: {name: VALUE}}], first: 10,
       orderBy: [{netAmount: {sum: {direction: DESC}}}]) {
       by { customer { name } } netAmount { sum { amount currency } } } }`,
    `select c."name", o."currency", sum(o."netAmount") from "SalesOrder" o
       join "Customer" c on c."id" = o."customerId" group by 1, 2 order by 3 desc, 1, 2 limit 10`,
  ],
];

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

async function compare({ what, graph, byHand }: Compared): Promise<string[]> {
  const found = { graph: [] as number[], byHand: [] as number[] };
  await graph();
  await byHand();
  for (let round = 0; round < rounds; round++) {
    found.graph.push(await timed(graph));
    found.byHand.push(await timed(byHand));
  }
  return [what, shown(median(found.graph)), shown(median(found.byHand))];
}

async function main(url: string): Promise<void> {
  await runSql(url, pagingRows(ROWS));
  const database = await openDatabase({ url, parseNumeric: (text) => new Decimal(text) });
  try {
    const run = inProcess(database);
    const all: Compared[] = [];
    for (const list of lists) all.push(...(await pagesOf(run, database, list)));
    for (const [what, query, text] of aggregates)
      all.push({
        what,
        graph: () => ask(run, query),
        byHand: () => database.query({ text, values: [] }),
      });
    const rows: string[][] = [];
    for (const one of all) rows.push(await compare(one));
    printTable([`${ROWS} orders`, 'graph ms', 'by hand ms'], rows);
    console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
  } finally {
    await database.close();
  }
}

await withDatabase(main);
