import { createClient, type Client } from '../typescript/client.js';
import { readBooks } from './books.js';
import { buy } from './buying.js';
import { foundHouse, type House } from './founding.js';
import { bill, firstPart, receivePayment, ship } from './fulfilling.js';
import { close, complete, makeByCards, makeWorkOrders, showWork, workOf } from './making.js';
import { openPage, type Page, type Paper } from './page.js';
import { accept, confirm, pursue, quote, versionOf, type Order } from './selling.js';
import { openTrade } from './trading.js';
import { watch, type Watch } from './watching.js';
import { byCards } from './workshop-data.js';
import { setUpWorkshop, showStructure } from './workshop.js';

export interface Stage extends Paper {
  /** Of the graph, over HTTP. */
  readonly url: string;
  readonly token: string;
}

/**
 * Plays the whole chain from an opportunity to the ledger, as any client of the graph could: over
 * HTTP, by the shipped operations, followed over a WebSocket. Throws when something is refused or
 * not pushed.
 */
export async function playStory({ url, token, ...paper }: Stage): Promise<void> {
  const client = createClient({ url, token });
  const page = openPage(paper);
  try {
    const house = await foundHouse(client, page);
    const itemIds = await setUpWorkshop(client, page, house);
    const { customerId } = await openTrade(client, page, { house, itemIds });
    const { companyId } = house;
    await showStructure(client, page, { companyId, itemId: itemIds.get('CITY-8')! });
    page.chapter('Somebody may buy: it is quoted, and the quote is accepted');
    const deal = { house, itemIds, customerId };
    const opportunityId = await pursue(client, page, deal);
    const quoteId = await quote(client, page, { ...deal, opportunityId });
    const order = await accept(client, page, { quoteId, opportunityId });
    const on = await followed(client, page, { house, customerId, order });
    await readBooks(client, page, { companyId, order, on });
  } finally {
    await client.close();
  }
}

interface Running {
  readonly house: House;
  readonly customerId: string;
  readonly order: Order;
}

/** Takes the order through all its states while it is followed. Answers the business day. */
async function followed(client: Client, page: Page, running: Running): Promise<string> {
  page.chapter('The order is confirmed, and someone follows it over a WebSocket');
  const { order } = running;
  const watching = watch(client, page, order.id);
  const pushed = async () =>
    watching.reached({ id: order.id, version: await versionOf(client, order) });
  try {
    await pushed();
    await confirm(client, page, order);
    await pushed();
    await produce(client, page, { ...running, watching });
    await pushed();
    return await deliver(client, page, { ...running, pushed });
  } finally {
    await watching.stop();
  }
}

/** Makes what was ordered: planned in one click, bought for, made, and closed. */
async function produce(
  client: Client,
  page: Page,
  { house, order, watching }: Running & { readonly watching: Watch },
): Promise<void> {
  page.chapter('One click makes the work orders through all levels');
  await makeWorkOrders(client, page, order);
  const works = await workOf(client, order);
  for (const work of works) await watching.reached(work);
  showWork(page, works);
  page.chapter('What is short is bought, billed at another price, and paid');
  await buy(client, page, { house, works });
  page.chapter('The shop floor: one work order by its job cards, the others at once');
  const hubs = works.filter(({ item }) => item!.code === 'HUB');
  await complete(client, page, { works: hubs, watching, told: 'the hubs' });
  const byHand = works.find(({ item }) => item!.code === byCards.item)!;
  await makeByCards(client, page, { work: byHand, watching });
  const others = works.filter((work) => work !== byHand && !hubs.includes(work));
  await complete(client, page, { works: others, watching, told: 'wheels, frames and bicycles' });
  await close(client, page, { works, watching });
}

/** Delivers in two parts, bills and is paid. Answers the business day. */
async function deliver(
  client: Client,
  page: Page,
  { house, customerId, order, pushed }: Running & { readonly pushed: () => Promise<void> },
): Promise<string> {
  page.chapter('It is delivered in two parts');
  await ship(client, page, { order, lines: firstPart(order), told: 'what is most urgent' });
  await pushed();
  await ship(client, page, { order, told: 'the rest' });
  await pushed();
  page.chapter('It is billed and paid');
  const posted = await bill(client, page, order);
  await pushed();
  await receivePayment(client, page, { companyId: house.companyId, customerId, bill: posted });
  await pushed();
  return posted.postedOn;
}
