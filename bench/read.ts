import { deepStrictEqual } from 'node:assert';
import { availableParallelism } from 'node:os';
import pg from 'pg';
import { alternate, printTable, shown, type Compared, type Target } from './load.js';
import { nodeOfPostGraphile, servePostGraphile } from './peer-postgraphile.js';
import { meterOf } from './processor.js';
import { bodiesOf, CUSTOMERS, namesOf, readCases, type ReadCase } from './read-cases.js';
import { plain, plainGroups } from './same-answer.js';
import { companyRows, sellingRows } from './selling-rows.js';
import { benchKey, runSql, serve, serveProduct, withDatabase, type Served } from './stage.js';

/**
 * Reads over HTTP: the product, with keys, permissions and limits, beside PostGraphile, without
 * any, and a bare server with one SQL. All run at once, by one Node, in processes of their own,
 * and are loaded in turn. BENCH_SECONDS and BENCH_ROUNDS make it longer; BENCH_GROWTH=off leaves
 * the tenfold rows out.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
/** All three have as many connections: two for each core, which they share with the database. */
process.env.DATABASE_POOL_SIZE ??= String(2 * availableParallelism());

interface Stand {
  readonly key: string;
  readonly product: Served;
  readonly floor: Served;
  readonly peer: Served | undefined;
  /** Asked for the sessions that serve the database. */
  readonly store: pg.Client;
}

function targetsOf(one: ReadCase, { key, product, floor, peer, store }: Stand): Target[] {
  const headers = { authorization: `Bearer ${key}` };
  const of = (served: Served) => ({ url: served.url, meter: meterOf(served, store) });
  return [
    { name: 'graph', ...of(product), bodies: bodiesOf(one), headers },
    { name: 'one SQL', ...of(floor), bodies: namesOf(one), headers: {} },
    ...(peer
      ? [
          {
            name: 'PostGraphile',
            ...of(peer),
            bodies: bodiesOf(one, 'postgraphile'),
            headers: {},
          },
        ]
      : []),
  ];
}

async function answerOf({ url, headers, bodies }: Target, at: number): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: bodies[at]!,
  });
  return response.text();
}

/** The data of an answer in the form that all share. Throws for an error. */
function saidBy(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { data: object; errors?: unknown };
  if (errors) throw new Error(answer.slice(0, 1_000));
  const { groups } = data as { groups?: object };
  return groups && 'groupedAggregates' in groups ? plainGroups(data as never) : plain(data);
}

/**
 * All must answer the same, or the comparison says nothing: one SQL to the letter, PostGraphile but
 * for the form of amounts, quantities and ids. Answers the graph's size in bytes. */
async function compare(targets: readonly Target[]): Promise<number> {
  for (const at of [0, 1, 39]) {
    const answers = await Promise.all(targets.map((target) => answerOf(target, at)));
    const [graph, limit] = answers.map((answer) => JSON.parse(answer) as { data: unknown });
    deepStrictEqual(graph!.data, limit!.data);
    const [said, ...others] = answers.map(saidBy);
    for (const other of others) deepStrictEqual(said, other);
  }
  return Buffer.byteLength(await answerOf(targets[0]!, 0));
}

function row(what: string, figures: Compared): string[] {
  const graph = figures.get('graph')!;
  const cells = ['PostGraphile', 'one SQL'].flatMap((name) => {
    const other = figures.get(name);
    if (!other) return ['–', '–'];
    return [shown(other.perSecond), (graph.perSecond / other.perSecond).toFixed(2)];
  });
  const cpu = ['graph', 'PostGraphile', 'one SQL'].map(
    (name) => figures.get(name)?.cpu.toFixed(2) ?? '–',
  );
  return [what, shown(graph.perSecond), shown(graph.p50), shown(graph.p99), ...cells, ...cpu];
}

const head = [
  ...['answer, clients', 'graph req/s', 'p50 ms', 'p99 ms'],
  ...['PostGraphile req/s', 'graph is × of it', 'one SQL req/s', 'graph is × of it'],
  ...['graph CPU ms', 'PostGraphile CPU ms', 'one SQL CPU ms'],
];

async function measure(stand: Stand, clients: readonly number[]): Promise<void> {
  const rows: string[][] = [];
  for (const one of readCases) {
    const targets = targetsOf(one, stand);
    const bytes = await compare(targets);
    for (const connections of clients) {
      const figures = await alternate(targets, connections, { rounds, seconds });
      rows.push(row(`${one.name} (${shown(bytes / 1000)} KB), ${connections}`, figures));
    }
  }
  printTable(head, rows);
}

await withDatabase(async (url) => {
  await runSql(url, [...companyRows, ...sellingRows(1, CUSTOMERS)]);
  const key = benchKey();
  const node = nodeOfPostGraphile();
  const product = await serveProduct(url, key, node);
  const floor = await serve('bench/one-sql.ts', { DATABASE_URL: url }, node);
  const peer = node === undefined ? undefined : await servePostGraphile(url, node);
  const store = new pg.Client({ connectionString: url });
  await store.connect();
  const stand = { key, product, floor, peer, store };
  try {
    console.log(`\n${CUSTOMERS} customers × 20 orders × 3 lines, each made by a work order`);
    await measure(stand, [1, 8]);
    if (process.env.BENCH_GROWTH === 'off') return;
    await runSql(url, sellingRows(CUSTOMERS + 1, CUSTOMERS * 10));
    console.log(`\n${CUSTOMERS * 10} customers × 20 orders × 3 lines, each made by a work order`);
    await measure(stand, [1]);
  } finally {
    await Promise.all([product.stop(), floor.stop(), peer?.stop(), store.end()]);
  }
});
