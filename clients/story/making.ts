import { done, type Client } from '../typescript/client.js';
import {
  JobCardFinishDocument,
  JobCardReportDocument,
  JobCardSetUpDocument,
  JobCardStartDocument,
  OrderWorkDocument,
  SalesOrderMakeWorkOrdersDocument,
  WorkOrderIssueMaterialsDocument,
  WorkOrdersCloseDocument,
  WorkOrdersCompleteDocument,
  type JobCardStateFragment,
  type OrderWorkQuery,
} from '../typescript/generated/graphql.js';
import { key } from './founding.js';
import type { Page } from './page.js';
import type { Order } from './selling.js';
import type { Watch } from './watching.js';
import { byCards } from './workshop-data.js';

export type Work = NonNullable<
  NonNullable<OrderWorkQuery['salesOrder']>['workOrders']
>['nodes'][number];
type Report = (typeof byCards.reports)[number];
type Card = NonNullable<Work['jobCards']>['nodes'][number];

/** One click: what is open of the order becomes work orders through all levels, and is released. */
export async function makeWorkOrders(client: Client, page: Page, { id }: Order): Promise<void> {
  const { salesOrderMakeWorkOrders } = await client.request(
    SalesOrderMakeWorkOrdersDocument,
    { input: { id, release: true } },
    key('make'),
  );
  const { number, workOrders } = done(salesOrderMakeWorkOrders).salesOrder!;
  page.step('one click', number, `${workOrders!.nodes.length} work orders, all released`);
}

/** The work orders of an order as they are now. */
export async function workOf(client: Client, { id }: Order): Promise<Work[]> {
  const { salesOrder } = await client.request(OrderWorkDocument, { salesOrder: id });
  return salesOrder!.workOrders!.nodes;
}

export function showWork(page: Page, works: readonly Work[]): void {
  const rows = works.map(({ number, item, quantity, startOn, dueOn, parent, jobCards }) => [
    number,
    item!.code,
    quantity.value,
    `${startOn} to ${dueOn}`,
    jobCards!.nodes.map(({ name, workCenter }) => `${name} (${workCenter!.code})`).join(', '),
    parent ? `for ${works.find(({ id }) => id === parent.id)?.number ?? ''}` : '',
  ]);
  page.table(rows, [false, false, true, false, false, false]);
}

/** Completes work orders in one request: their planned times are reported, their parts issued. */
export async function complete(
  client: Client,
  page: Page,
  { works, watching, told }: { works: readonly Work[]; watching: Watch; told: string },
): Promise<void> {
  const { workOrdersComplete } = await client.request(
    WorkOrdersCompleteDocument,
    { input: { lines: works.map(({ id }) => ({ id })), reportTime: true, issue: true } },
    key(`complete-${works[0]!.number}`),
  );
  const completed = done(workOrdersComplete).workOrders.map((work) => work!);
  const [first, last] = [completed[0]!.number, completed.at(-1)!.number];
  page.step('work completed', first, `${first === last ? '' : `to ${last}: `}${told}`);
  for (const work of completed) await watching.reached(work);
}

/** Makes a work order by hand: parts are issued, each operation is set up, run and reported. */
export async function makeByCards(
  client: Client,
  page: Page,
  { work, watching }: { work: Work; watching: Watch },
): Promise<void> {
  const { workOrderIssueMaterials } = await client.request(
    WorkOrderIssueMaterialsDocument,
    { input: { id: work.id } },
    key('issue'),
  );
  const issued = done(workOrderIssueMaterials).workOrder!;
  const parts = work.materials!.nodes.map(
    ({ item, required }) => `${required.value} ${item!.code}`,
  );
  page.step('parts issued', issued.number, parts.join(', '));
  await watching.reached(issued);
  const { reports, good, scrap, scrapReason } = byCards;
  for (const [index, card] of work.jobCards!.nodes.entries())
    await workCard(client, page, { card, report: reports[index]!, watching });
  const { workOrdersComplete } = await client.request(
    WorkOrdersCompleteDocument,
    { input: { lines: [{ id: work.id, good, scrap, scrapReason }] } },
    key('complete-by-cards'),
  );
  const [completed] = done(workOrdersComplete).workOrders;
  page.step('work completed', work.number, 'on stock: what the cards say is good');
  await watching.reached(completed!);
}

async function workCard(
  client: Client,
  page: Page,
  { card, report, watching }: { card: Card; report: Report; watching: Watch },
): Promise<void> {
  const { id, number, name, workCenter } = card;
  const told = (one: JobCardStateFragment) => watching.reached(one);
  const input = { id };
  const place = `${name} at ${workCenter!.code}`;
  const { jobCardSetUp } = await client.request(JobCardSetUpDocument, { input }, key(`up-${id}`));
  page.step('set up', number, place);
  await told(done(jobCardSetUp).jobCard!);
  const { jobCardStart } = await client.request(JobCardStartDocument, { input }, key(`go-${id}`));
  page.step('started', number, place);
  await told(done(jobCardStart).jobCard!);
  const { jobCardReport } = await client.request(
    JobCardReportDocument,
    { input: { id, ...report } },
    key(`report-${id}`),
  );
  const lost = report.scrap ? `, ${report.scrap} scrap: ${report.scrapReason}` : '';
  page.step('reported', number, `${report.good} good${lost}, ${report.runMinutes} minutes`);
  await told(done(jobCardReport).jobCard!);
  const { jobCardFinish } = await client.request(
    JobCardFinishDocument,
    { input },
    key(`end-${id}`),
  );
  page.step('finished', number, place);
  await told(done(jobCardFinish).jobCard!);
}

/** Closes the work orders: what is left of their cost goes to variances. */
export async function close(
  client: Client,
  page: Page,
  { works, watching }: { works: readonly Work[]; watching: Watch },
): Promise<void> {
  const { workOrdersClose } = await client.request(
    WorkOrdersCloseDocument,
    { input: { workOrders: works.map(({ id }) => ({ id })) } },
    key('close'),
  );
  const closed = done(workOrdersClose).workOrders.map((work) => work!);
  const told = `to ${closed.at(-1)!.number}: what is left of their cost is a variance`;
  page.step('work closed', closed[0]!.number, told);
  for (const work of closed) await watching.reached(work);
}
