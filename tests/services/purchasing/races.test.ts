import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import {
  goodsReceipts,
  purchaseInvoices,
  purchaseOrders,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import {
  brokenBuying,
  linesNow,
  newItem,
  openYard,
  order,
  orderNow,
  received,
  sent,
  type Yard,
} from './yard.js';

onPostgres('many at one purchase order', () => {
  let database: Database;
  let yard: Yard;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    yard = await openYard(database, []);
  });

  afterAll(() => database.close());

  /** The codes of what was refused, and how many went through. */
  async function settled(attempts: readonly Promise<unknown>[]) {
    const results = await Promise.allSettled(attempts);
    const refused = results.flatMap((one) =>
      one.status === 'rejected'
        ? [(one.reason as { code?: string }).code ?? String(one.reason)]
        : [],
    );
    return { done: results.length - refused.length, refused };
  }

  it('receives the last open quantity once when twenty receive it at once', async () => {
    const itemId = await newItem(yard, 'X-1');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    const attempts = Array.from({ length: 20 }, () => received(yard, id, ['10']));
    const { done, refused } = await settled(attempts);
    expect([done, new Set(refused)]).toEqual([1, new Set(['RECEIPT_EXCEEDS_OPEN'])]);
    expect(canonical((await linesNow(yard, id))[0]!.received)).toBe('10');
  });

  it('either closes an order or receives what comes late, never both', async () => {
    for (const code of ['X-2', 'X-3', 'X-4', 'X-5']) {
      const itemId = await newItem(yard, code);
      const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
      const { done, refused } = await settled([
        yard.act((tx) => purchaseOrders.close(tx, { id })),
        received(yard, id),
      ]);
      expect(done).toBe(1);
      const { status } = await orderNow(yard, id);
      expect([status, refused]).toEqual(
        status === 'CLOSED'
          ? ['CLOSED', ['PURCHASE_ORDER_NOT_OPEN']]
          : ['RECEIVED', ['RECEIVED_NOT_INVOICED']],
      );
    }
  });

  it('enters a supplier’s invoice once, and bills no more than came', async () => {
    const itemId = await newItem(yard, 'X-6');
    const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
    await received(yard, id);
    const [line] = await linesNow(yard, id);
    const bill = (supplierReference: string, quantity: string) => {
      const lines = [{ purchaseOrderLineId: line!.id, quantity: decimal(quantity) }];
      const input = { purchaseOrderId: id, supplierReference, lines, post: true };
      return yard.act((tx) => purchaseInvoices.create(tx, input));
    };
    const same = await settled(Array.from({ length: 8 }, () => bill('X-6', '1')));
    expect([same.done, new Set(same.refused)]).toEqual([
      1,
      new Set(['DUPLICATE_SUPPLIER_REFERENCE']),
    ]);
    const more = await settled(Array.from({ length: 8 }, (_, index) => bill(`X-6-${index}`, '3')));
    expect([more.done, new Set(more.refused)]).toEqual([3, new Set(['INVOICE_EXCEEDS_RECEIVED'])]);
  });

  it('either reverses a receipt or bills it, never both', async () => {
    for (const code of ['X-7', 'X-8', 'X-9']) {
      const itemId = await newItem(yard, code);
      const { id } = await sent(yard, order(yard, { itemId, quantity: '10' }));
      const receipt = await received(yard, id);
      const { done } = await settled([
        yard.act((tx) => goodsReceipts.reverse(tx, { id: receipt.id, reason: 'Back.' })),
        yard.act((tx) =>
          purchaseInvoices.create(tx, { purchaseOrderId: id, supplierReference: code, post: true }),
        ),
      ]);
      expect(done).toBe(1);
    }
    expect(await brokenBuying(yard)).toEqual([]);
  });
});
