import { createClient, type Client } from '../typescript/client.js';
import { readBooks } from './books.js';
import { foundDemo, type Demo } from './founding.js';
import { bill, firstPart, receivePayment, ship } from './fulfilling.js';
import { confirmOrder, enterOrder, versionOf, type Order } from './ordering.js';
import { openPage, type Page, type Paper } from './page.js';
import { watch } from './watching.js';

export interface Stage extends Paper {
  /** Of the graph, over HTTP. */
  readonly url: string;
  readonly token: string;
}

/**
 * Plays an order from its entry to the payment, as any client of the graph could: over HTTP, by the
 * shipped operations, followed over a WebSocket. Throws when something is refused or not pushed.
 */
export async function playStory({ url, token, ...paper }: Stage): Promise<void> {
  const client = createClient({ url, token });
  const page = openPage(paper);
  try {
    const demo = await foundDemo(client, page);
    const sold = await sell(client, page, demo);
    await readBooks(client, page, { demo, ...sold });
  } finally {
    await client.close();
  }
}

interface Sold {
  readonly order: Order;
  /** The business day. */
  readonly on: string;
}

/** Takes the order through all its states; after each step waits for what is pushed of it. */
async function sell(client: Client, page: Page, demo: Demo): Promise<Sold> {
  page.chapter('An order comes in, and someone follows it over a WebSocket');
  const order = await enterOrder(client, page, demo);
  const watching = watch(client, page, order.id);
  const pushed = async () => watching.reached(await versionOf(client, order));
  try {
    await pushed();
    await confirmOrder(client, page, order);
    await pushed();
    page.chapter('It is delivered in two parts');
    await ship(client, page, { order, lines: firstPart(order), told: 'what is most urgent' });
    await pushed();
    await ship(client, page, { order, told: 'the rest' });
    await pushed();
    page.chapter('It is billed and paid');
    const posted = await bill(client, page, order);
    await pushed();
    await receivePayment(client, page, { demo, bill: posted });
    await pushed();
    return { order, on: posted.postedOn };
  } finally {
    await watching.stop();
  }
}
