import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fiscalPeriods } from '../../../modules/finance/index.js';
import { stockCountPosted, stockRevalued } from '../../../modules/inventory/index.js';
import {
  materialIssued,
  materialReturned,
  productionReported,
  timeReported,
  workOrderClosed,
} from '../../../modules/manufacturing/index.js';
import {
  goodsReceiptPosted,
  goodsReceiptReversed,
  purchaseInvoicePosted,
} from '../../../modules/purchasing/index.js';
import {
  creditNoteAllocated,
  creditNotePosted,
  salesReturnReceived,
} from '../../../modules/sales/index.js';
import { amount } from '../../support/trade.js';
import { openToldFacts, say, type Told } from './told-facts.js';

let on: Awaited<ReturnType<typeof openToldFacts>>;

beforeAll(async () => {
  on = await openToldFacts();
});

afterAll(() => on.close());

describe('a closed period', () => {
  beforeAll(async () => {
    const { stage, companyId, database } = on.trade;
    const { id } = await database.db
      .selectFrom('FiscalPeriod')
      .select('id')
      .where('companyId', '=', companyId)
      .where('code', '=', '2026-11')
      .executeTakeFirstOrThrow();
    await stage.act((tx) => fiscalPeriods.softClose(tx, { id }));
  });

  const late = { postedOn: '2026-11-30' };
  const credit = () => ({
    ...{ customerId: on.customerId, salesOrderId: randomUUID(), creditNoteId: randomUUID() },
    ...{
      salesInvoiceId: randomUUID(),
      settled: amount(0),
      currency: 'USD',
      exchangeRate: amount(1),
    },
    lines: [
      {
        ...{ salesOrderLineId: randomUUID(), itemId: null, kind: 'CHARGE' as const },
        ...{ net: amount(120), tax: amount(0) },
      },
    ],
  });

  /** An invoice that the books know nothing of is taken off at the rate of the credit note. */
  const allocated = () => ({
    ...{ customerId: on.customerId, salesOrderId: randomUUID(), creditNoteId: randomUUID() },
    ...{ currency: 'USD', exchangeRate: amount(1), taken: amount(0), left: amount(0) },
    settlements: [
      {
        ...{ salesInvoiceId: randomUUID(), salesOrderId: null, currency: 'USD' },
        ...{ amount: amount(5), open: amount(9), grossAmount: amount(9), exchangeRate: amount(1) },
      },
    ],
  });

  it.each<[string, () => Told]>([
    ['goods received', () => on.tells(goodsReceiptPosted, { ...on.received('1', '1'), ...late })],
    [
      'goods sent back',
      () => on.tells(goodsReceiptReversed, { ...on.received('1', '1'), ...late }),
    ],
    ['a bill', () => on.tells(purchaseInvoicePosted, { ...on.billed('1', '1', '0'), ...late })],
    ['material', () => on.tells(materialIssued, { ...on.issued('1'), ...late })],
    ['material back', () => on.tells(materialReturned, { ...on.issued('1'), ...late })],
    ['time', () => on.tells(timeReported, { ...on.timed(), ...late })],
    ['a product', () => on.tells(productionReported, { ...on.completed('1'), ...late })],
    [
      'variances',
      () => {
        const variances = [{ kind: 'SCRAP' as const, amount: amount(1) }];
        return on.tells(workOrderClosed, { ...on.madeFor(), variances, ...late });
      },
    ],
    [
      'a count',
      () =>
        on.tells(stockCountPosted, { ...late, lines: [{ itemId: on.steel, value: amount(1) }] }),
    ],
    [
      'a revaluation',
      () =>
        on.tells(stockRevalued, { itemId: on.steel, value: amount(1), currency: 'USD', ...late }),
    ],
    ['a return', () => on.tells(salesReturnReceived, { ...on.returned('1'), ...late })],
    ['a credit', () => on.tells(creditNotePosted, { ...credit(), ...late })],
    ['an allocation of credit', () => on.tells(creditNoteAllocated, { ...allocated(), ...late })],
  ])('refuses %s, and nothing is written', async (_, telling) => {
    const told = telling();
    const before = await on.trade.read(say('select count(*)::int from "Event"'));
    const refusal = await on.trade.stage.refusal((tx) => {
      tx.emit(told.fact);
      return Promise.resolve();
    });
    expect([refusal.code, refusal.params]).toEqual(['PERIOD_CLOSED', { period: '2026-11' }]);
    expect(await on.trade.booked(told.id)).toEqual({});
    expect(await on.trade.read(say('select count(*)::int from "Event"'))).toEqual(before);
  });
});
