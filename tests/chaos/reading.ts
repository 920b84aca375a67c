import type { Answer, Ask } from '../../bench/flow-founding.js';
import { Unexpected } from './asking.js';
import { readLedgers, type Entry } from './ledger.js';

/** One document as it was told: what never changes of it, and its version, which only rises. */
export interface Told {
  readonly id: string;
  readonly number?: string;
  readonly code?: string;
  readonly version?: number;
  readonly amount?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The amount by which a document of this kind is known: of an invoice the gross, of an order net. */
function amountIn(node: Record<string, unknown>): string | undefined {
  const money = node.grossAmount ?? node.netAmount ?? node.amount;
  return isRecord(money) ? String(money.amount) : undefined;
}

/** All documents that an answer names. */
export function documentsIn(value: unknown): Told[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (!isRecord(value)) return [];
  const below = Object.values(value).flatMap(documentsIn);
  if (typeof value.id !== 'string') return below;
  const { id, number, code, version } = value as unknown as Told;
  return [{ id, number, code, version, amount: amountIn(value) }, ...below];
}

const shapes = {
  Quote: 'number version',
  SalesOrder: 'number version netAmount { amount }',
  WorkOrder: 'number version',
  Delivery: 'number version',
  SalesInvoice: 'number version grossAmount { amount }',
  Payment: 'number version amount { amount }',
  Item: 'code version',
  Customer: 'code version',
} as const;

type Kind = keyof typeof shapes;

const kindOf = (id: string): Kind | null => {
  const kind = id.split(':')[0]!;
  return Object.hasOwn(shapes, kind) ? (kind as Kind) : null;
};

/** One lookup of documents of a kind, by their ids. */
const lookup = (kind: Kind): string =>
  `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${kind} { ${shapes[kind]} } } }`;

/** What is there now of documents, by id. */
export async function documentsNow(
  look: (query: string, variables: object) => Promise<unknown>,
  ids: readonly string[],
): Promise<Map<string, Told>> {
  const found = new Map<string, Told>();
  for (const kind of Object.keys(shapes) as Kind[]) {
    const wanted = ids.filter((id) => kindOf(id) === kind);
    if (wanted.length === 0) continue;
    const answer = (await look(lookup(kind), { ids: wanted })) as { nodes: unknown[] };
    for (const told of documentsIn(answer.nodes)) found.set(told.id, told);
  }
  return found;
}

const differs = (then: string | undefined, now: string | undefined): boolean =>
  then !== undefined && now !== undefined && then !== now;

/** What is wrong with a document that was told before, or null. */
export function lossOf(then: Told, now: Told | undefined): string | null {
  if (!now) return `${then.id} is not there.`;
  for (const field of ['number', 'code', 'amount'] as const)
    if (differs(then[field], now[field])) {
      return `${then.id} had ${field} ${then[field]}, and has ${now[field]}.`;
    }
  const isOlder = then.version !== undefined && (now.version ?? 0) < then.version;
  return isOlder ? `${then.id} was at version ${then.version}, and is at ${now.version}.` : null;
}

/** The documents of an acknowledged request that can be looked up. */
export const keptDocuments = ({ answer }: Entry): Told[] =>
  documentsIn(answer).filter(({ id }) => kindOf(id) !== null);

const LIST = `query { salesOrders(first: 20, orderBy: [{ number: { direction: DESC } }]) {
  nodes { id number status lines(first: 10) { nodes { status } } } } }`;
const NEWEST = 20;

/** Reads a list, and now and then whether what was acknowledged last is there. Unexpected. */
export async function readBack(ask: Ask, folder: string, turn: number): Promise<void> {
  const look = (query: string, variables: object): Promise<Answer> => ask(query, variables, 'read');
  await look(LIST, {});
  if (turn % 5 !== 0) return;
  const told = readLedgers(folder).flatMap(keptDocuments).slice(-NEWEST);
  const now = await documentsNow(look, [...new Set(told.map(({ id }) => id))]);
  for (const then of told) {
    const loss = lossOf(then, now.get(then.id));
    if (loss) throw new Unexpected(`Acknowledged, and then read: ${loss}`);
  }
}
