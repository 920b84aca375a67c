import { Agent } from 'node:http';
import { globalId, Decimal } from '../modules/kernel/index.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { createSequencer } from '../modules/events/index.js';
import { median, printTable, shown } from './load.js';
import { logVerbs } from './log-verbs.js';
import { rawOrders } from './raw-orders.js';
import { keepBusy, post, type Act } from './clients.js';
import { openShop, orderInput, type Shop } from './shop.js';
import { benchKey, serveProduct, withDatabase } from './stage.js';
import { countStatements } from './statement-count.js';

/**
 * Mutations per second over HTTP, what each costs in statements, and what the event log costs.
 * BENCH_SECONDS and BENCH_ROUNDS make it longer.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 2);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const CLIENTS = [1, 4, 16];
const ORDERS = 10_000;

export interface Mutation {
  readonly name: string;
  readonly query: string;
  readonly isKeyed: boolean;
  /** The input of the mutation that is sent at this place in the run. */
  readonly input: (shop: Shop, at: number) => object;
}

const told = 'userErrors { code message }';
const upsert = `mutation Upsert($input: CustomerUpsertInput!) {
  customerUpsert(input: $input) { customer { id code } ${told} } }`;
const customer = (_shop: Shop, at: number) => ({ name: `New customer ${at}`, currency: 'USD' });

const mutations: readonly Mutation[] = [
  { name: 'customerUpsert', query: upsert, isKeyed: false, input: customer },
  { name: 'customerUpsert, keyed', query: upsert, isKeyed: true, input: customer },
  {
    name: 'salesOrderCreate, 3 lines',
    query: `mutation Create($input: SalesOrderCreateInput!) {
      salesOrderCreate(input: $input) { salesOrder { id number } ${told} } }`,
    isKeyed: false,
    input: orderInput,
  },
  {
    name: 'salesOrderConfirm, keyed',
    query: `mutation Confirm($input: SalesOrderConfirmInput!) {
      salesOrderConfirm(input: $input) { salesOrder { id status } ${told} } }`,
    isKeyed: true,
    input: ({ orderIds }, at) => {
      const id = orderIds[at];
      if (id === undefined) throw new Error('All orders are confirmed: run for a shorter time.');
      return { id: globalId('SalesOrder', id) };
    },
  },
];

interface Served {
  readonly url: string;
  readonly key: string;
  readonly shop: Shop;
}

/** One client's next request; every place is taken once in the whole run. */
function sending({ url, key, shop }: Served, { query, isKeyed, input }: Mutation): Act {
  const agent = new Agent({ keepAlive: true });
  let place = 0;
  return async () => {
    const at = place++;
    const body = JSON.stringify({ query, variables: { input: input(shop, at) } });
    const headers = {
      authorization: `Bearer ${key}`,
      ...(isKeyed && { 'idempotency-key': `${key.slice(0, 12)}-${at}` }),
    };
    const answer = await post(agent, url, body, headers);
    if (answer.includes('"code":"') && !answer.includes('"userErrors":[]'))
      throw new Error(answer.slice(0, 400));
    if (answer.includes('"errors":[')) throw new Error(answer.slice(0, 400));
  };
}

const head = (first: string) => [
  first,
  ...CLIENTS.flatMap((clients) => [`${clients} clients`, 'p99 ms']),
];

async function overHttp(served: Served, database: Database): Promise<void> {
  const counts = await countStatements(database, mutations, served.shop);
  const rows: string[][] = [];
  for (const one of mutations) {
    const act = sending(served, one);
    await keepBusy(1, 0.5, act);
    const figures: string[] = [];
    for (const clients of CLIENTS) {
      const { perSecond, p99 } = await keepBusy(clients, seconds, act);
      figures.push(shown(perSecond), shown(p99));
    }
    rows.push([one.name, ...figures, String(counts.get(one.name))]);
  }
  printTable([...head('mutations per second'), 'statements'], rows);
}

/** Medians of paired rounds: the first is the measured one, the second what it is held against. */
async function paired(names: readonly [string, string], acts: readonly [Act, Act]): Promise<void> {
  const rows: string[][] = [];
  for (const clients of CLIENTS) {
    const rates: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
        rates[side].push((await keepBusy(clients, seconds, acts[side])).perSecond);
    const [one, other] = [median(rates[0]), median(rates[1])];
    rows.push([String(clients), shown(one), shown(other), (one / other).toFixed(2)]);
  }
  printTable(['clients', ...names, 'ratio'], rows);
}

await withDatabase(async (url) => {
  const parseNumeric = (text: string) => new Decimal(text);
  const database = await openDatabase({ url, poolSize: 16, parseNumeric });
  const shop = await openShop(database, ORDERS);
  const key = benchKey();
  const product = await serveProduct(url, key);
  const served = { url: product.url, key, shop };
  const raw = rawOrders(url, shop);
  const sequencer = createSequencer(database);
  try {
    console.log('\nOver HTTP, with keys and permissions');
    await overHttp(served, database);
    console.log(
      '\nsalesOrderCreate over HTTP beside the same rows by hand, in a loop over the driver',
    );
    await paired(['graph', 'by hand'], [sending(served, mutations[2]!), raw.insertOrder]);
    console.log('\nA role renamed in a transaction, in process: with the event log and without');
    const { told: logged, untold } = await logVerbs(database, sequencer);
    await paired(['with the log', 'without'], [logged, untold]);
  } finally {
    await product.stop();
    await sequencer.close();
    await raw.close();
    await database.close();
  }
});
