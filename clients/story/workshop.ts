import { done, type Client } from '../typescript/client.js';
import {
  BomsBulkDocument,
  ItemsBulkDocument,
  ProductStructureDocument,
  RoutingsBulkDocument,
  WorkCenterRatesBulkDocument,
  WorkCentersBulkDocument,
} from '../typescript/generated/graphql.js';
import type { House } from './founding.js';
import { rounded, type Page } from './page.js';
import { centers, parts, routings, structures, type Part } from './workshop-data.js';

/** The global ids of items by their codes. */
export type ItemIds = ReadonlyMap<string, string>;

/** Sets up what is made: work centers with rates, items, BOMs and routings, each in one request. */
export async function setUpWorkshop(client: Client, page: Page, house: House): Promise<ItemIds> {
  page.chapter('It sets up its workshop');
  const centerIds = await openCenters(client, page, house);
  const itemIds = await enterItems(client, page);
  const from = { companyId: house.companyId, validFrom: house.since, isReleased: true };
  const idOf = (code: string) => itemIds.get(code)!;
  const rows = structures.map(({ item, lines, isPhantom }) => ({
    ...{ ...from, itemId: idOf(item), isPhantom },
    lines: lines.map(({ item: code, ...line }) => ({ itemId: idOf(code), ...line })),
  }));
  const { bomsBulk } = await client.request(BomsBulkDocument, { input: { rows } });
  for (const result of done(bomsBulk).results) done(result);
  page.step('BOMs', `${rows.length} released`, 'in three levels; the cockpit kit is a phantom');
  const worked = routings.map(({ item, steps }) => ({
    ...{ ...from, itemId: idOf(item) },
    operations: steps.map(({ center, ...step }) => ({
      workCenterId: centerIds.get(center)!,
      ...step,
    })),
  }));
  const { routingsBulk } = await client.request(RoutingsBulkDocument, { input: { rows: worked } });
  for (const result of done(routingsBulk).results) done(result);
  page.step('routings', `${worked.length} released`, 'with set-up and run times');
  return itemIds;
}

async function openCenters(
  client: Client,
  page: Page,
  { companyId, since }: House,
): Promise<ReadonlyMap<string, string>> {
  const rows = centers.map(({ code, name }) => ({ companyId, code, name }));
  const { workCentersBulk } = await client.request(WorkCentersBulkDocument, { input: { rows } });
  const ids = done(workCentersBulk).results.map((result) => done(result).workCenter!.id);
  const rates = centers.map(({ labourRate, machineRate, overheadRate }, index) => {
    const workCenterId = ids[index]!;
    return { workCenterId, validFrom: since, labourRate, machineRate, overheadRate };
  });
  const { workCenterRatesBulk } = await client.request(WorkCenterRatesBulkDocument, {
    input: { rows: rates },
  });
  for (const result of done(workCenterRatesBulk).results) done(result);
  for (const { code, name, labourRate, machineRate, overheadRate } of centers) {
    const hour = `labour ${labourRate}, machine ${machineRate}, overhead ${overheadRate}`;
    page.step('work center', code, `${name}: ${hour} EUR an hour`);
  }
  return new Map(centers.map(({ code }, index) => [code, ids[index]!]));
}

async function enterItems(client: Client, page: Page): Promise<ItemIds> {
  const rows = parts.map(({ code, name, unit, kind }) => {
    const isMade = kind !== 'BOUGHT';
    return { code, name, unit, isMade, isBought: !isMade, isSold: kind === 'SOLD' };
  });
  const { itemsBulk } = await client.request(ItemsBulkDocument, { input: { rows } });
  const ids = done(itemsBulk).results.map((result) => done(result).item!.id);
  const codesOf = (kind: Part['kind']) => parts.filter((one) => one.kind === kind);
  for (const { code, name } of codesOf('SOLD')) page.step('finished good', code, name);
  const made = codesOf('MADE').map(({ code }) => code);
  page.step('items', `${made.length} made`, made.join(', '));
  const bought = codesOf('BOUGHT').map(({ code }) => code);
  page.step('items', `${bought.length} bought`, `${bought.slice(0, 7).join(', ')} …`);
  return new Map(parts.map(({ code }, index) => [code, ids[index]!]));
}

/** Shows what one piece of a product is made of, through all levels, and what it is to cost. */
export async function showStructure(
  client: Client,
  page: Page,
  { companyId, itemId }: { readonly companyId: string; readonly itemId: string },
): Promise<void> {
  const asked = { id: itemId, company: companyId, quantity: '1' };
  const { item } = await client.request(ProductStructureDocument, asked);
  page.chapter(`What a ${item!.code} is made of`);
  const rows = item!.explosion!.map(({ level, item: part, quantity, isMade }) => [
    `${'  '.repeat(level)}${part!.code}`,
    quantity.value,
    quantity.unit === 'KGM' ? 'kg' : '',
    isMade ? 'made' : '',
  ]);
  page.table(rows, [false, true, false, false]);
  const { material, labour, overhead, total } = item!.estimatedCost!;
  const [made, worked, borne] = [material, labour, overhead].map(({ amount }) => rounded(amount));
  const told = `material ${made}, labour ${worked}, overhead ${borne}`;
  page.step('estimated cost', `${rounded(total.amount)} ${total.currency}`, told);
}
