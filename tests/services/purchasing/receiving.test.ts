import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { items, stock, warehouses } from '../../../modules/inventory/index.js';
import {
  goodsReceipts,
  purchaseInvoices,
  purchaseOrders,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  brokenBuying,
  factsOf,
  linesNow,
  newItem,
  ok,
  openYard,
  order,
  orderNow,
  received,
  sent,
  stockOf,
  type Yard,
} from './yard.js';

let database: Database;
let yard: Yard;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, []);
});

afterAll(() => database.close());

const progressOf = async (id: string) =>
  (await linesNow(yard, id)).map((line) => [
    canonical(line.received),
    canonical(line.receivedValue),
    line.status,
  ]);

describe('receiving goods', () => {
  it('takes all that is open on stock at what the order says, in one request', async () => {
    const itemId = await newItem(yard, 'G-1');
    const wanted = { itemId, quantity: '10', unitPrice: '2.5', discount: '10' };
    const { id } = await sent(yard, order(yard, wanted, { charge: '12' }));
    const receipt = await received(yard, id);
    expect([receipt.status, receipt.postedOn, receipt.number]).toEqual([
      'POSTED',
      '2026-03-03',
      'GR-2026-00001',
    ]);
    // 10 × 2.50 less 10 % is 22.50; the freight is not received.
    expect(await stockOf(yard, itemId)).toEqual(['10', '22.5']);
    expect(await progressOf(id)).toEqual([
      ['10', '22.5', 'RECEIVED'],
      ['0', '0', 'OPEN'],
    ]);
    expect((await orderNow(yard, id)).status).toBe('RECEIVED');
  });

  it('values what came in dollars at the rate of the day on which it came', async () => {
    const itemId = await newItem(yard, 'G-2');
    const wanted = { itemId, quantity: '3', unitPrice: '10' };
    const input = { ...order(yard, wanted), supplierId: yard.tradersId };
    const { id } = await sent(yard, input);
    await received(yard, id, ['1']);
    await received(yard, id, ['2'], { documentOn: '2026-03-12' });
    // 10 USD at 0.90 on 3 March, 20 USD at 0.95 on 12 March.
    expect(await stockOf(yard, itemId)).toEqual(['3', '28']);
    expect(await progressOf(id)).toEqual([['3', '28', 'RECEIVED']]);
  });

  it('receives in parts whose values sum to the line, whatever the cents', async () => {
    const itemId = await newItem(yard, 'G-3');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '3', unitPrice: '0.333' }));
    const values: string[] = [];
    for (const part of ['1', '1', '1']) {
      const receipt = await received(yard, id, [part]);
      const posted = (await factsOf(yard, receipt.id)).find(
        ({ type }) => type === 'goodsReceiptPosted',
      );
      values.push((posted!.data.lines as { owed: string }[])[0]!.owed);
    }
    // 3 × 0.333 is 1.00: a third is 0.33, two thirds 0.67.
    expect(values).toEqual(['0.33', '0.34', '0.33']);
    expect(await progressOf(id)).toEqual([['3', '1', 'RECEIVED']]);
  });

  it('counts stock in its own unit when it comes in boxes', async () => {
    const { tubeId } = yard;
    const before = (await stockOf(yard, tubeId))[0] ?? '0';
    const wanted = { itemId: tubeId, quantity: '2', unit: 'BX', unitPrice: '30' };
    const { id } = await sent(yard, order(yard, wanted));
    await received(yard, id);
    expect(
      decimal((await stockOf(yard, tubeId))[0]!)
        .sub(before)
        .toString(),
    ).toBe('24');
  });

  it('takes in more than was ordered up to the tolerance, and no more', async () => {
    const itemId = await newItem(yard, 'G-4');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '100', tolerance: '5' }));
    await received(yard, id, ['60']);
    await expect(received(yard, id, ['45.1'])).rejects.toMatchObject({
      code: 'RECEIPT_EXCEEDS_OPEN',
      open: '45',
      requested: '45.1',
      path: ['lines', 0, 'quantity'],
    });
    await received(yard, id, ['45']);
    expect(await progressOf(id)).toEqual([['105', '210', 'RECEIVED']]);
  });

  it('spends at once what is not kept on stock, and says so', async () => {
    const { id } = await sent(yard, order(yard, { itemId: yard.serviceId, unitPrice: '80' }));
    const receipt = await received(yard, id);
    const posted = (await factsOf(yard, receipt.id)).at(-1);
    expect(posted).toMatchObject({
      type: 'goodsReceiptPosted',
      data: { lines: [{ isStocked: false, owed: '80', value: '0' }] },
    });
    expect(await stockOf(yard, yard.serviceId)).toEqual([]);
  });

  it('lets drafts hold what is open, and gives it back when one is cancelled', async () => {
    const itemId = await newItem(yard, 'G-5');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const draft = await received(yard, id, ['4'], { post: false });
    expect((await received(yard, id, undefined, { post: false })).status).toBe('DRAFT');
    await expect(received(yard, id)).rejects.toMatchObject({ code: 'NOTHING_TO_RECEIVE' });
    await yard.act((tx) => goodsReceipts.cancel(tx, { id: draft.id }));
    await received(yard, id);
    expect(await progressOf(id)).toEqual([['4', '8', 'PARTIALLY_RECEIVED']]);
  });

  it('posts nothing of a held receipt until it is resumed', async () => {
    const itemId = await newItem(yard, 'G-6');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const draft = await received(yard, id, undefined, { post: false });
    const reason = 'Two crates are wet.';
    const held = await yard.act((tx) => goodsReceipts.hold(tx, { id: draft.id, reason }));
    expect([held.status, held.holdReason]).toEqual(['ON_HOLD', reason]);
    const post = (tx: Parameters<typeof goodsReceipts.post>[0]) =>
      goodsReceipts.post(tx, { id: draft.id });
    expect(await yard.refusal(post)).toMatchObject({ code: 'TRANSITION_REFUSED' });
    await yard.act((tx) => goodsReceipts.resume(tx, { id: draft.id }));
    expect((await yard.act(post)).status).toBe('POSTED');
  });

  it('refuses goods of an order that is not sent, bins of other houses and charges', async () => {
    const itemId = await newItem(yard, 'G-7');
    const draft = await yard.act((tx) => purchaseOrders.create(tx, order(yard, { itemId })));
    await expect(received(yard, draft.id)).rejects.toMatchObject({
      code: 'PURCHASE_ORDER_NOT_OPEN',
    });
    const { id } = await sent(yard, order(yard, { itemId }, { charge: '5' }));
    await expect(received(yard, id, ['1', '1'])).rejects.toMatchObject({
      code: 'CHARGE_NOT_RECEIVED',
    });
    const [line] = await linesNow(yard, id);
    const place = { companyId: yard.companyId, code: 'OTHER', name: 'Other' };
    const other = await yard.act((tx) => warehouses.create(tx, place));
    const bin = await database.db
      .selectFrom('Bin')
      .select('id')
      .where('warehouseId', '=', other.id)
      .executeTakeFirstOrThrow();
    const came = [{ purchaseOrderLineId: line!.id, quantity: decimal(1), binId: bin.id }];
    await expect(received(yard, id, undefined, { lines: came })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      path: ['lines', 0, 'binId'],
    });
  });
});

describe('goods that are kept by lots', () => {
  it('come in parts, each in its lot and its bin', async () => {
    const [outcome] = await yard.act((tx) =>
      items.upsertMany(tx, [{ code: 'L-1', name: 'Resin', isBought: true, isLotTracked: true }]),
    );
    const itemId = ok(outcome).id;
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const [line] = await linesNow(yard, id);
    const part = (quantity: string, code: string) => ({
      purchaseOrderLineId: line!.id,
      quantity: decimal(quantity),
      lot: { code, expiresOn: '2027-01-31' },
    });
    const receipt = await received(yard, id, undefined, {
      lines: [part('4', 'A'), part('6', 'B')],
    });
    const levels = await database.db
      .selectFrom('StockLevel as s')
      .innerJoin('Lot as l', 'l.id', 's.lotId')
      .select(['l.code', 's.onHand'])
      .where('s.itemId', '=', itemId)
      .orderBy('l.code')
      .execute();
    expect(levels.map(({ code, onHand }) => [code, canonical(onHand)])).toEqual([
      ['A', '4'],
      ['B', '6'],
    ]);
    await yard.act((tx) => goodsReceipts.reverse(tx, { id: receipt.id, reason: 'Expired.' }));
    expect(await stockOf(yard, itemId)).toEqual(['0', '0']);
    await expect(received(yard, id)).rejects.toMatchObject({ code: 'LOT_REQUIRED' });
    const wrong = { ...part('1', 'A B') };
    await expect(received(yard, id, undefined, { lines: [wrong] })).rejects.toMatchObject({
      code: 'CODE_MALFORMED',
      path: ['lines', 0, 'lot', 'code'],
    });
  });
});

describe('taking a receipt back', () => {
  const reason = 'Wrong colour.';

  it('takes the goods out of stock again, and the order waits for them once more', async () => {
    const itemId = await newItem(yard, 'R-1');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    await received(yard, id, ['4']);
    const second = await received(yard, id, ['6']);
    await yard.act((tx) => goodsReceipts.reverse(tx, { id: second.id, reason }));
    expect(await stockOf(yard, itemId)).toEqual(['4', '8']);
    expect(await progressOf(id)).toEqual([['4', '8', 'PARTIALLY_RECEIVED']]);
    const reversed = (await factsOf(yard, second.id)).at(-1);
    expect(reversed).toMatchObject({
      type: 'goodsReceiptReversed',
      data: { lines: [{ itemId, isStocked: true, owed: '12', value: '12' }] },
    });
    const again = (tx: Parameters<typeof goodsReceipts.reverse>[0]) =>
      goodsReceipts.reverse(tx, { id: second.id, reason });
    expect(await yard.refusal(again)).toMatchObject({ code: 'TRANSITION_REFUSED' });
  });

  it('leaves an order of which nothing is left as the supplier left it', async () => {
    const itemId = await newItem(yard, 'R-2');
    const { id } = await sent(yard, order(yard, { itemId }));
    await yard.act((tx) => purchaseOrders.confirm(tx, { id, promisedOn: '2026-03-20' }));
    const receipt = await received(yard, id);
    await yard.act((tx) => goodsReceipts.reverse(tx, { id: receipt.id, reason }));
    expect((await orderNow(yard, id)).status).toBe('CONFIRMED');
    expect(await progressOf(id)).toEqual([['0', '0', 'OPEN']]);
  });

  it('refuses what is invoiced, even by a draft, and what has left the house', async () => {
    const itemId = await newItem(yard, 'R-3');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const receipt = await received(yard, id, ['5']);
    const reverse = (tx: Parameters<typeof goodsReceipts.reverse>[0]) =>
      goodsReceipts.reverse(tx, { id: receipt.id, reason });
    const draft = { purchaseOrderId: id, supplierReference: 'R-3' };
    const bill = await yard.act((tx) => purchaseInvoices.create(tx, draft));
    expect(await yard.refusal(reverse)).toMatchObject({ code: 'GOODS_RECEIPT_INVOICED' });
    await yard.act((tx) => purchaseInvoices.cancel(tx, { id: bill.id }));
    const { companyId, warehouseId } = yard;
    await yard.act((tx) =>
      stock.issue(tx, {
        ...{ companyId, kind: 'ISSUE', document: { type: 'WorkOrder', id: tx.newId() } },
        postedOn: '2026-03-04',
        lines: [
          {
            ...{ lineId: tx.newId(), reservationLineId: tx.newId(), itemId, warehouseId },
            quantity: decimal(1),
          },
        ],
      }),
    );
    expect(await yard.refusal(reverse)).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
  });
});

it('leaves every invariant of buying and of stock whole', async () => {
  expect(await brokenBuying(yard)).toEqual([]);
});
