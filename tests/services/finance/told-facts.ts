import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { FactOf, FactOn, Tx, VersionedTable } from '../../../modules/events/index.js';
import { ofVouchers } from '../../../modules/finance/vouchers-check.js';
import { items } from '../../../modules/inventory/index.js';
import { amount, openTrade, type Trade } from '../../support/trade.js';

/** The business day of facts that name no other. */
export const postedOn = '2026-03-02';

/** A statement with its values. */
export const say = (text: string, ...values: unknown[]) => ({ text, values });

/** A fact with the document that it is told of. */
export interface Told {
  readonly id: string;
  readonly fact: Parameters<Tx['emit']>[0];
}

/** A document that another module would have written, as far as the books look at it. */
export function toldOf<T extends VersionedTable, D extends object>(
  fact: FactOf<T, D>,
  data: D,
  id: string,
  companyId: string,
) {
  const after = { id, version: 1, companyId, number: 'N-1' };
  return {
    id,
    fact: fact({ before: null, after: after as unknown as FactOn<T, D>['after'], data }),
  };
}

/** Facts of a bicycle and its steel, as the modules below tell them, in books of their own. */
export async function openToldFacts() {
  const trade = await openTrade();
  const customerId = await trade.customer();
  const item = async (name: string, isMade: boolean) =>
    (await trade.stage.act((tx) => items.upsert(tx, { name, unit: 'C62', isMade }))).id;
  const [steel, bicycle] = [await item('Steel', false), await item('Bicycle', true)];
  return {
    ...{ trade, customerId, steel, bicycle },
    ...telling(trade),
    ...bought(steel),
    ...sold(customerId, steel, bicycle),
  };
}

function telling(trade: Trade) {
  const tells = <T extends VersionedTable, D extends object>(
    fact: FactOf<T, D>,
    data: D,
    id: string = randomUUID(),
  ): Told => toldOf(fact, data, id, trade.companyId);
  const emit = (...told: Told[]) =>
    trade.stage.act((tx) => {
      for (const { fact } of told) tx.emit(fact);
      return Promise.resolve();
    });

  async function booked(told: Told): Promise<Record<string, string>> {
    await emit(told);
    return trade.booked(told.id);
  }
  async function close(): Promise<void> {
    for (const { name, text } of ofVouchers)
      expect([name, await trade.read(say(text))]).toEqual([name, []]);
    await trade.database.close();
  }
  return { tells, emit, booked, close };
}

function bought(steel: string) {
  const ofOrder = { supplierId: randomUUID(), purchaseOrderId: randomUUID(), postedOn };
  const received = (owed: string, value: string, on = postedOn) => ({
    ...{ ...ofOrder, postedOn: on },
    lines: [
      {
        ...{ purchaseOrderLineId: randomUUID(), itemId: steel, isStocked: true },
        ...{ owed: amount(owed), value: amount(value) },
      },
    ],
  });
  const billed = (net: string, held: string, toStock: string) => ({
    ...{ ...ofOrder, purchaseInvoiceId: randomUUID(), currency: 'USD', exchangeRate: amount(1) },
    lines: [
      {
        ...{ purchaseOrderLineId: randomUUID(), itemId: steel, kind: 'ITEM' as const },
        ...{ net: amount(net), tax: amount(0), received: amount(held), toStock: amount(toStock) },
      },
    ],
  });
  return { received, billed };
}

function sold(customerId: string, steel: string, bicycle: string) {
  const order = { salesOrderId: randomUUID(), salesOrderLineId: randomUUID() };
  const madeFor = () => ({
    ...{ workOrderId: randomUUID(), itemId: bicycle, customerId, ...order },
    postedOn,
  });
  const issued = (value: string, of = madeFor()) => ({
    ...of,
    lines: [{ workOrderMaterialId: randomUUID(), componentItemId: steel, value: amount(value) }],
  });
  const timed = (of = madeFor()) => ({
    ...of,
    lines: [
      {
        ...{ jobCardId: randomUUID(), workCenterId: randomUUID() },
        ...{ labour: amount(30), overhead: amount(15) },
      },
    ],
  });
  const completed = (value: string, of = madeFor()) => {
    return { ...of, good: amount(1), value: amount(value), byProducts: [] };
  };
  const returned = (value: string) => ({
    ...{ salesOrderId: order.salesOrderId, customerId, postedOn },
    lines: [
      {
        ...{ salesOrderLineId: order.salesOrderLineId, itemId: bicycle },
        ...{ value: amount(value), currency: 'USD' },
      },
    ],
  });
  return { order, madeFor, issued, timed, completed, returned };
}
