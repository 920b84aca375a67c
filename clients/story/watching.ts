import type { Client } from '../typescript/client.js';
import {
  SalesOrderStatusDocument,
  WorkOrderProgressDocument,
  type SalesOrderStatusSubscription,
  type WorkOrderProgressSubscription,
} from '../typescript/generated/graphql.js';
import { sum, type Page } from './page.js';

/** An order and a work order as a message of their subscriptions shows them. */
export type PushedOrder = NonNullable<SalesOrderStatusSubscription['salesOrderStatus']['node']>;
type PushedWork = NonNullable<WorkOrderProgressSubscription['workOrderProgress']['node']>;

/** How far the lines have come, such as `made 4/4 3/3, shipped 2/4 3/3`, by line. */
export function progressOf({ status, lines, paidAmount }: PushedOrder): string {
  const sold = lines?.nodes.filter(({ kind }) => kind === 'ITEM') ?? [];
  type Line = (typeof sold)[number];
  const told = (what: string, of: (line: Line) => { value: string }) => {
    if (sold.every((line) => of(line).value === '0')) return [];
    return `${what} ${sold.map((line) => `${of(line).value}/${line.quantity.value}`).join(' ')}`;
  };
  const parts = [
    told('to make', ({ planned, produced }) => (planned.value === produced.value ? none : planned)),
    told('made', ({ produced }) => produced),
    told('reserved', ({ reserved }) => reserved),
    told('shipped', ({ shipped }) => shipped),
    told('returned', ({ returned }) => returned),
    paidAmount.amount === '0' ? [] : `paid ${sum(paidAmount)}`,
  ].flat();
  return `${status.padEnd(15)}${parts.join(', ')}`.trimEnd();
}

const none = { value: '0' };

/** How a job card stands, as it is said on the shop floor. */
const CARD_WORDS: Readonly<Record<string, string>> = {
  SETUP: 'is set up',
  RUNNING: 'runs',
  STOPPED: 'stands still',
  DONE: 'is done',
  SKIPPED: 'was left out',
};

/** How far a work order has come; while it is worked on, with its operations, such as `Lace runs`. */
export function workOf({ item, status, completed, quantity, jobCards }: PushedWork): string {
  const begun = jobCards?.nodes.filter((card) => card.status in CARD_WORDS) ?? [];
  const cards = begun.map(({ name, good, scrap, status: card }) => {
    const done = good.value === '0' ? '' : `: ${good.value} good`;
    const lost = scrap.value === '0' ? '' : ` and ${scrap.value} scrap`;
    return `${name} ${CARD_WORDS[card]}${done}${lost}`;
  });
  const made = `${item!.code.padEnd(11)}${completed.value}/${quantity.value}`;
  return [`${status.padEnd(15)}${made}`, ...(status === 'IN_PROGRESS' ? cards : [])].join(', ');
}

export interface Watch {
  /** Fulfilled when this version of a document was pushed. Throws after `seconds`. */
  reached(document: { id: string; version: number }, seconds?: number): Promise<void>;
  stop(): Promise<void>;
}

interface Board {
  /** A document was pushed in this version. */
  saw(id: string, version: number): void;
  failed(error: unknown): void;
  reached: Watch['reached'];
}

/** Remembers what was pushed, and lets others wait for it. */
function openBoard(): Board {
  const seen = new Map<string, number>();
  const waiting = new Set<() => void>();
  const failures: Error[] = [];
  const wake = () => [...waiting].forEach((resume) => resume());
  const failed = (error: unknown) => {
    failures.push(error instanceof Error ? error : new Error(String(error)));
    wake();
  };
  return {
    failed,
    saw(id, version) {
      seen.set(id, Math.max(version, seen.get(id) ?? 0));
      wake();
    },
    async reached({ id, version }, seconds = 30) {
      const late = () => failed(new Error(`Version ${version} of ${id} was not pushed.`));
      const deadline = setTimeout(late, seconds * 1000);
      while ((seen.get(id) ?? 0) < version && failures.length === 0)
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        }).finally(() => waiting.clear());
      clearTimeout(deadline);
      if (failures[0]) throw failures[0];
    },
  };
}

/** Follows an order and its work orders, and prints each message as it is delivered. */
export function watch(client: Client, page: Page, salesOrder: string): Watch {
  const ending = new AbortController();
  const { signal } = ending;
  const board = openBoard();
  const told = new Map<string, string>();
  const tell = (number: string, text: string) => {
    // A message may tell of a change that is not shown here.
    if (told.get(number) === text) return;
    told.set(number, text);
    page.pushed(number, text);
  };
  const asked = { salesOrder, snapshot: true };
  const followOrder = async () => {
    const messages = client.subscribe(SalesOrderStatusDocument, asked, { signal });
    for await (const { salesOrderStatus } of messages) {
      const { node } = salesOrderStatus;
      if (!node) continue;
      tell(node.number, progressOf(node));
      board.saw(node.id, node.version);
    }
  };
  const followWork = async () => {
    const messages = client.subscribe(WorkOrderProgressDocument, asked, { signal });
    for await (const { workOrderProgress } of messages) {
      const { node } = workOrderProgress;
      if (!node) continue;
      tell(node.number, workOf(node));
      board.saw(node.id, node.version);
      for (const { id, version } of node.jobCards?.nodes ?? []) board.saw(id, version);
    }
  };
  const following = [followOrder, followWork].map((follow) => follow().catch(board.failed));
  return {
    reached: board.reached,
    async stop() {
      ending.abort();
      await Promise.all(following);
    },
  };
}
