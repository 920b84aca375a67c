import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import { PurchaseOrdersBuyDocument } from '../../clients/typescript/generated/graphql.js';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import type { Caller } from '../support/graph.js';
import { supplier } from '../support/graph-buying.js';

let fielded: Fielded;
let millId: string;
let traderId: string;

const MONEY_ONLY = 'finance.journalEntry.create';

beforeAll(async () => {
  fielded = await openFielded();
  const { graph, shop, run, define } = fielded;
  [millId, traderId] = [
    await supplier(graph.client, 'MILL'),
    await supplier(graph.client, 'TRADE'),
  ];
  const price = (supplierId: string, unitPrice: string) => ({
    ...{ supplierId, unitPrice, leadTimeDays: 5, itemId: shop.itemId },
  });
  const rows = [price(millId, '20'), price(traderId, '25')];
  await run('supplierPricesBulk', { rows }, 'results { index }');
  await define('PurchaseOrderLine', 'project', 'TEXT');
  await define('PurchaseOrderLine', 'boxes', 'INTEGER', { maximum: '9' });
  await define('PurchaseOrderLine', 'ticket', 'TEXT', { isUnique: true });
  await define('PurchaseOrderLine', 'budget', 'TEXT', { writePermission: MONEY_ONLY });
});

afterAll(() => fielded.graph.close());

interface UserError {
  readonly code: string;
  readonly path: string[];
}
interface Bought {
  readonly results: {
    readonly purchaseOrder: {
      readonly id: string;
      readonly lines: { readonly nodes: { quantity: object; customFields: object }[] };
    } | null;
    readonly userErrors: UserError[];
  }[];
  readonly userErrors: UserError[];
}

const need = (quantity: number, customFields?: object, supplierId = millId) => {
  const { companyId, warehouseId, itemId } = fielded.shop;
  const short = { companyId, warehouseId, itemId, supplierId, quantity: String(quantity) };
  return { ...short, ...(customFields && { customFields }) };
};

const buying = `mutation ($input: PurchaseOrdersBuyInput!) { purchaseOrdersBuy(input: $input) {
  results { userErrors { code path } purchaseOrder { id lines(orderBy: [{ position: {} }]) { nodes {
    quantity { value } customFields { project ticket } } } } } userErrors { code path } } }`;

async function buy(rows: object[], caller: Caller = fielded.graph, more: object = {}) {
  const input = { rows, ...more };
  const headers = { 'idempotency-key': randomUUID() };
  const { data, errors } = await caller.ask(buying, { input }, headers);
  expect(errors).toBeUndefined();
  return data!.purchaseOrdersBuy as Bought;
}

async function lineCount(): Promise<number> {
  const { purchaseOrderLines } = await fielded.ask<{ purchaseOrderLines: { totalCount: number } }>(
    '{ purchaseOrderLines { totalCount } }',
  );
  return purchaseOrderLines.totalCount;
}

const line = (quantity: string, project: string | null) => ({
  quantity: { value: quantity },
  customFields: { project, ticket: null },
});
const byCode = (code: string, value: unknown) => ({ values: [{ code, value }] });

describe('custom fields of what is short', () => {
  it('are those of the line that it becomes, whatever order it goes into', async () => {
    const { results } = await buy([
      need(1, { project: 'A' }),
      need(2, { project: 'B' }, traderId),
      need(0, { project: 'NONE' }),
      need(3),
      need(4, { project: 'D' }),
    ]);
    const [first, second, refused, third, fourth] = results;
    expect(refused!.userErrors).toMatchObject([
      { code: 'QUANTITY_OUT_OF_RANGE', path: ['input', 'rows', '2', 'quantity'] },
    ]);
    expect(first!.purchaseOrder!.lines.nodes).toEqual([
      line('1', 'A'),
      line('3', null),
      line('4', 'D'),
    ]);
    expect([third, fourth]).toEqual([first, first]);
    expect(second!.purchaseOrder!.lines.nodes).toEqual([line('2', 'B')]);
  });

  it('are given by code by a client that does not know them', async () => {
    const rows = [need(5, byCode('project', 'OLD'))];
    const { purchaseOrdersBuy } = await fielded.graph.client.request(
      PurchaseOrdersBuyDocument,
      { input: { rows } },
      { idempotencyKey: randomUUID() },
    );
    const [row] = done(purchaseOrdersBuy).results;
    const { id } = done(row).purchaseOrder!;
    const told = await fielded.ask(
      `query ($id: ID!) { purchaseOrder(by: { id: $id }) { lines { nodes {
        customFields { value(code: "project") } } } } }`,
      { id },
    );
    expect(told).toEqual({
      purchaseOrder: { lines: { nodes: [{ customFields: { value: 'OLD' } }] } },
    });
  });

  it.each([
    ['nobody defined', byCode('nothing', 'x'), 'CUSTOM_FIELD_UNKNOWN', 'values.0.value'],
    ['are of another kind', byCode('boxes', 'many'), 'DECIMAL_MALFORMED', 'values.0.value'],
    ['are out of range', { boxes: 10 }, 'CUSTOM_FIELD_RANGE_MISSED', 'boxes'],
    ['the caller may not set', { budget: 'B-1' }, 'NOT_PERMITTED', 'budget'],
  ])('that %s refuse their row, and leave nothing of it', async (_, customFields, code, path) => {
    const clerk = await fielded.graph.as([
      'purchasing.purchaseOrder.create',
      'purchasing.purchaseOrder.read',
    ]);
    const before = await lineCount();
    expect(await buy([need(7, customFields)], clerk)).toMatchObject({
      results: [{ purchaseOrder: null, userErrors: [{ code }] }],
    });
    expect(await lineCount()).toBe(before);
    const { results } = await buy([need(6), need(7, customFields)], clerk);
    expect(results[0]!.purchaseOrder!.lines.nodes).toEqual([line('6', null)]);
    expect(results[1]).toEqual({
      purchaseOrder: null,
      userErrors: [{ code, path: ['input', 'rows', '1', 'customFields', ...path.split('.')] }],
    });
    expect(await lineCount()).toBe(before + 1);
  });

  it('are refused with all rows when another line has a value that must be unique', async () => {
    await buy([need(1, { ticket: 'T-1' })]);
    const before = await lineCount();
    for (const taken of [
      [need(1), need(1, { ticket: 'T-1' })],
      [need(1, { ticket: 'T-2' }), need(1, { ticket: 'T-2' }, traderId)],
    ])
      expect(await buy(taken)).toEqual({
        results: [],
        userErrors: [
          { code: 'DUPLICATE_KEY', path: ['input', 'rows', '1', 'customFields', 'ticket'] },
        ],
      });
    expect(await lineCount()).toBe(before);
  });

  it('are tried, and not kept', async () => {
    const before = await lineCount();
    const { results } = await buy([need(8, { project: 'TRIED' })], fielded.graph, {
      validateOnly: true,
    });
    expect(results[0]!.purchaseOrder!.lines.nodes).toEqual([line('8', 'TRIED')]);
    expect(await lineCount()).toBe(before);
  });

  it('cost as many statements for twenty needs as for one: a reading and a writing', async () => {
    const statements = async (count: number, customFields?: object) => {
      const rows = Array.from({ length: count }, () => need(1, customFields));
      const { texts } = await fielded.graph.caused(() => buy(rows));
      return texts.length;
    };
    const without = await statements(1);
    expect(await statements(1, { project: 'A' })).toBe(without + 2);
    expect(await statements(20, { project: 'A' })).toBe(without + 2);
  });

  it('are asked of every row where they are required', async () => {
    await fielded.define('PurchaseOrderLine', 'reason', 'TEXT', { isRequired: true });
    const before = await lineCount();
    expect(await buy([need(1, { reason: 'Broken' }), need(1)])).toEqual({
      results: [],
      userErrors: [
        { code: 'CUSTOM_FIELD_REQUIRED', path: ['input', 'rows', '1', 'customFields', 'reason'] },
      ],
    });
    expect(await lineCount()).toBe(before);
    const { userErrors } = await buy([need(1, { reason: 'Broken' })]);
    expect([userErrors, await lineCount()]).toEqual([[], before + 1]);
  });
});
