import type { Client } from '../typescript/client.js';
import {
  SalesOrderStatusDocument,
  type SalesOrderStatusSubscription,
} from '../typescript/generated/graphql.js';
import { sum, type Page } from './page.js';

/** The order as a message of the subscription shows it. */
export type PushedOrder = NonNullable<SalesOrderStatusSubscription['salesOrderStatus']['node']>;

/** How far the lines have come, such as `reserved 16, shipped 8, invoiced 0 of 16`. */
export function progressOf({ status, lines, paidAmount }: PushedOrder): string {
  const sold = lines?.nodes.filter(({ kind }) => kind === 'ITEM') ?? [];
  const share = (of: (line: (typeof sold)[number]) => { value: string }) =>
    `${sold.filter((line) => of(line).value !== '0').length}/${sold.length}`;
  const shipped = sold.map((line) => `${line.shipped.value}/${line.quantity.value}`).join(' ');
  const paid = paidAmount.amount === '0' ? '' : `, paid ${sum(paidAmount)}`;
  return `${status.padEnd(15)}reserved ${share(({ reserved }) => reserved)} lines, shipped ${shipped}${paid}`;
}

export interface Watch {
  /** Fulfilled when this version of the order was pushed. Throws after `seconds`. */
  reached(version: number, seconds?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Subscribes to an order and prints each message as it is delivered. */
export function watch(client: Client, page: Page, salesOrder: string): Watch {
  const ending = new AbortController();
  let seen = 0;
  let tell: () => void = () => undefined;
  let failure: Error | null = null;
  const watching = (async () => {
    const messages = client.subscribe(
      SalesOrderStatusDocument,
      { salesOrder, snapshot: true },
      { signal: ending.signal },
    );
    for await (const { salesOrderStatus } of messages) {
      const { node } = salesOrderStatus;
      if (!node) continue;
      page.pushed(node.number, progressOf(node));
      seen = Math.max(seen, node.version);
      tell();
    }
  })().catch((error: unknown) => {
    failure = error instanceof Error ? error : new Error(String(error));
    tell();
  });
  return {
    async reached(version, seconds = 10) {
      const deadline = setTimeout(() => {
        failure ??= new Error(`Version ${version} of the order was not pushed.`);
        tell();
      }, seconds * 1000);
      while (seen < version && failure === null)
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      clearTimeout(deadline);
      if (failure !== null) throw failure;
    },
    async stop() {
      ending.abort();
      await watching;
    },
  };
}
