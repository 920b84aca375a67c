/**
 * Follows a sales order in the terminal, by its number:
 *
 *     npm run follow -- SO-2026-00001
 *
 * The server may stop and come back meanwhile: the client connects again and goes on after its last
 * cursor, so that no change is missed. `GRAPH_URL` says where the graph is, `API_KEY` who asks;
 * without it the key is taken that a start on the embedded database left beside it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { progressOf } from '../story/watching.js';
import { createClient, GraphFailed, type Client } from '../typescript/client.js';
import { SalesOrdersDocument, SalesOrderStatusDocument } from '../typescript/generated/graphql.js';

const { GRAPH_URL = 'http://127.0.0.1:4000/graphql', API_KEY, DATA_DIR = '.data' } = process.env;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function token(): Promise<string> {
  if (API_KEY) return API_KEY;
  try {
    return (await readFile(join(DATA_DIR, 'api-key'), 'utf8')).trim();
  } catch {
    throw new Error('Say who asks: API_KEY=… npm run follow -- <number>');
  }
}

/** The id of the one order with this number. Numbers are unique in a company, not in the group. */
async function orderNumbered(client: Client, number: string): Promise<string> {
  const where = { number: { eq: number } };
  const { salesOrders } = await client.request(SalesOrdersDocument, { where, first: 2 });
  const [order, another] = salesOrders?.nodes ?? [];
  if (!order) throw new Error(`There is no sales order ${number} that you may see.`);
  if (another) throw new Error(`Several companies have a sales order ${number}.`);
  return order.id;
}

async function follow(client: Client, number: string, signal: AbortSignal): Promise<void> {
  const salesOrder = await orderNumbered(client, number);
  const onLost = (milliseconds: number) => say(`… connection lost, again in ${milliseconds} ms`);
  const asked = { salesOrder, snapshot: true };
  const messages = client.subscribe(SalesOrderStatusDocument, asked, { signal, onLost });
  for await (const { salesOrderStatus } of messages) {
    const { kind, node } = salesOrderStatus;
    const at = new Date().toLocaleTimeString('en-GB');
    if (node) say(`${at}  ${node.number}  ${progressOf(node)}`);
    else if (kind === 'DELTA') say(`${at}  ${number} has left your sight.`);
  }
}

async function main(): Promise<void> {
  const number = process.argv[2];
  if (number === undefined) throw new Error('Which order? npm run follow -- SO-2026-00001');
  const client = createClient({ url: GRAPH_URL, token: await token() });
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  try {
    await follow(client, number, ending.signal);
  } finally {
    await client.close();
  }
}

main().catch((error: unknown) => {
  const { message } = error as Error;
  const hint = error instanceof GraphFailed ? ` (${error.code})` : '';
  process.stderr.write(`${message}${hint}\n`);
  process.exitCode = 1;
});
