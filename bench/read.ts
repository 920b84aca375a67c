import { deepStrictEqual } from 'node:assert';
import { bodies, CUSTOMERS } from './nested-orders.js';
import { companyRows, sellingRows } from './selling-rows.js';
import { benchKey, runSql, serve, serveProduct, withDatabase } from './stage.js';
import { alternate, printTable, shown, type Figures, type Target } from './load.js';

/**
 * The nested read over HTTP: the product, with keys, permissions and limits, beside a bare server
 * with one SQL. Both run at once in processes of their own and are loaded in turn.
 * BENCH_SECONDS and BENCH_ROUNDS make it longer; BENCH_GROWTH=off leaves the tenfold rows out.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const answers = { small: 1, large: 20 };

async function answerOf({ url, headers }: Target, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return response.text();
}

/** What was asked for, without what the graph tells of its cost. */
const dataOf = (answer: string): unknown => (JSON.parse(answer) as { data: unknown }).data;

/** Both must answer the same, or the comparison says nothing. Answers the size in bytes. */
async function compare(targets: readonly Target[]): Promise<number> {
  const [body] = targets[0]!.bodies;
  const [one, other] = await Promise.all(targets.map((target) => answerOf(target, body!)));
  const wrong = (JSON.parse(one!) as { errors?: unknown }).errors;
  deepStrictEqual([dataOf(one!), wrong], [dataOf(other!), undefined]);
  return Buffer.byteLength(one!);
}

function row(what: string, graph: Figures, floor: Figures): string[] {
  const ratio = (graph.perSecond / floor.perSecond).toFixed(2);
  const figures = [graph.perSecond, graph.p50, graph.p99, floor.perSecond, floor.p50, floor.p99];
  return [what, ...figures.map(shown), ratio];
}

const head = [
  'answer, clients',
  ...['graph req/s', 'p50 ms', 'p99 ms', 'one SQL req/s', 'p50 ms', 'p99 ms', 'ratio'],
];

async function measure(urls: readonly [string, string], key: string, clients: readonly number[]) {
  const [product, floor] = urls;
  const rows: string[][] = [];
  for (const [size, first] of Object.entries(answers)) {
    const shared = { bodies: bodies(first) };
    const targets: Target[] = [
      { ...shared, name: 'graph', url: product, headers: { authorization: `Bearer ${key}` } },
      { ...shared, name: 'one SQL', url: floor, headers: {} },
    ];
    const bytes = await compare(targets);
    for (const connections of clients) {
      const figures = await alternate(targets, connections, { rounds, seconds });
      const what = `${size} (${Math.round(bytes / 1000)} KB), ${connections}`;
      rows.push(row(what, figures.get('graph')!, figures.get('one SQL')!));
    }
  }
  printTable(head, rows);
}

await withDatabase(async (url) => {
  await runSql(url, [...companyRows, ...sellingRows(1, CUSTOMERS)]);
  const key = benchKey();
  const product = await serveProduct(url, key);
  const floor = await serve('bench/one-sql.ts', { DATABASE_URL: url });
  try {
    console.log(`\n${CUSTOMERS} customers × 20 orders × 3 lines`);
    await measure([product.url, floor.url], key, [1, 8]);
    if (process.env.BENCH_GROWTH === 'off') return;
    await runSql(url, sellingRows(CUSTOMERS + 1, CUSTOMERS * 10));
    console.log(`\n${CUSTOMERS * 10} customers × 20 orders × 3 lines`);
    await measure([product.url, floor.url], key, [1]);
  } finally {
    await Promise.all([product.stop(), floor.stop()]);
  }
});
