import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { balance, entryLines, type Posting } from '../../../modules/finance/entry.rules.js';
import { postingRules } from '../../../modules/finance/posting.rules.js';
import { Decimal, decimal, sum } from '../../../modules/kernel/index.js';

const usd = { currency: 'USD', exchangeRate: decimal(1), baseCurrency: 'USD' };
const euro = { currency: 'EUR', exchangeRate: decimal('1.1'), baseCurrency: 'USD' };

const order = { supplierId: 'supplier', purchaseOrderId: 'order' };
const line = { purchaseOrderLineId: 'line', itemId: 'steel', isStocked: true };
const bill = { ...order, purchaseInvoiceId: 'bill', baseCurrency: 'USD' };
const billed = { purchaseOrderLineId: 'line', itemId: 'steel', kind: 'ITEM' as const };
const made = {
  workOrderId: 'work',
  itemId: 'bicycle',
  customerId: 'customer',
  salesOrderId: 'sale',
  salesOrderLineId: 'sold',
};

const value = fc.integer({ min: 0, max: 1_000_000_00 }).map((n) => new Decimal(n).div(10_000));
const change = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => new Decimal(n).div(100));
const cents = fc.integer({ min: 0, max: 1_000_000_00 }).map((n) => new Decimal(n).div(100));
const rates = fc.integer({ min: 1, max: 9_999_999 }).map((n) => new Decimal(n).div(100_000));
const balanced = (postings: Posting[], rate = usd): void => {
  const left = balance(entryLines(postings, rate));
  expect([left.amount.isZero(), left.base.isZero()]).toEqual([true, true]);
};

describe('any posting of the chain', () => {
  it('balances for receipts and what goes back', () => {
    const received = fc.record({ owed: value, value, isStocked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(received, { maxLength: 20 }), (all) => {
        const lines = all.map((one) => ({ ...line, ...one }));
        balanced(postingRules['purchasing.goodsReceiptPosted']({ ...order, lines }));
        balanced(postingRules['purchasing.goodsReceiptReversed']({ ...order, lines }));
        balanced(postingRules['purchasing.purchaseReturnShipped']({ ...order, lines }));
      }),
    );
  });

  it('balances for bills at any price, rate and share of stock', () => {
    const one = fc.record({ net: cents, tax: cents, received: cents, toStock: change });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), rates, fc.boolean(), (all, rate, isBase) => {
        const of = isBase ? usd : { ...euro, exchangeRate: rate };
        const lines = all.map((each) => ({ ...billed, ...each }));
        balanced(postingRules['purchasing.purchaseInvoicePosted']({ ...bill, ...of, lines }), of);
      }),
    );
  });

  it('balances for what suppliers credit, at any price, rate and share of stock', () => {
    const one = fc.record({
      ...{ net: cents, tax: cents, returned: fc.oneof(fc.constant(decimal(0)), cents) },
      ...{ share: fc.integer({ min: 0, max: 100 }), isItem: fc.boolean() },
    });
    const credits = fc.array(one, { maxLength: 20 });
    const some = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(credits, rates, fc.boolean(), some, (all, rate, isBase, part) => {
        const of = isBase ? usd : { ...euro, exchangeRate: rate };
        const lines = all.map(({ share, isItem, ...each }) => ({
          ...{ ...billed, ...each, kind: isItem ? ('ITEM' as const) : ('CHARGE' as const) },
          toStock: each.net.mul(of.exchangeRate).mul(share).div(-100).toDecimalPlaces(4),
        }));
        const gross = sum(lines.map(({ net, tax }) => net.add(tax)));
        const settled = gross.mul(part).div(100).toDecimalPlaces(2);
        const note = { ...bill, ...of, lines, settled, purchaseCreditNoteId: 'note' };
        balanced(postingRules['purchasing.purchaseCreditNotePosted'](note), of);
        const settlement = { purchaseInvoiceId: 'other', amount: gross };
        const worth = { invoiceBase: gross.mul(rate).toDecimalPlaces(2), paymentBase: gross };
        const given = {
          ...{ ...order, purchaseCreditNoteId: 'note' },
          settlements: [{ ...settlement, ...worth }],
        };
        const rated = { ...euro, exchangeRate: decimal(1) };
        balanced(postingRules['purchasing.purchaseCreditNoteAllocated'](given), rated);
      }),
    );
  });

  it('balances for work, whatever goes in and comes out', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 20 }),
        fc.array(change, { maxLength: 7 }),
        (all, left) => {
          const materials = all.map((one) => {
            return { workOrderMaterialId: 'm', componentItemId: 'c', value: one };
          });
          balanced(postingRules['manufacturing.materialIssued']({ ...made, lines: materials }));
          balanced(postingRules['manufacturing.materialReturned']({ ...made, lines: materials }));
          const times = all.map((one) => {
            return { jobCardId: 'j', workCenterId: 'w', labour: one, overhead: one.mul(2) };
          });
          balanced(postingRules['manufacturing.timeReported']({ ...made, lines: times }));
          const byProducts = all.map((one) => ({ itemId: 'b', value: one }));
          const out = { ...made, good: decimal(1), value: decimal(7), byProducts };
          balanced(postingRules['manufacturing.productionReported'](out));
          const variances = left.map((amount) => ({ kind: 'SCRAP' as const, amount }));
          balanced(postingRules['manufacturing.workOrderClosed']({ ...made, variances }));
        },
      ),
    );
  });

  it('balances for counts, revaluations and what comes back', () => {
    const sale = { customerId: 'customer', salesOrderId: 'sale' };
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 20 }),
        fc.array(cents, { maxLength: 20 }),
        rates,
        (counted, credited, rate) => {
          const counts = counted.map((one) => ({ itemId: 'a', value: one }));
          balanced(postingRules['inventory.stockCountPosted']({ lines: counts }));
          for (const one of counts) balanced(postingRules['inventory.stockRevalued'](one));
          const back = credited.map((one) => ({ salesOrderLineId: 'l', itemId: 'a', value: one }));
          balanced(postingRules['sales.salesReturnReceived']({ ...sale, lines: back }));
          const lines = credited.map((net) => {
            return { salesOrderLineId: 'l', itemId: 'a', kind: 'ITEM' as const, net, tax: net };
          });
          const of = { ...euro, exchangeRate: rate };
          const note = {
            creditNoteId: 'n',
            salesInvoiceId: 'i',
            settled: credited[0] ?? decimal(0),
          };
          balanced(postingRules['sales.creditNotePosted']({ ...sale, ...note, lines }), of);
          const settlements = credited.map((amount, index) => ({
            ...{ salesInvoiceId: 'i', salesOrderId: 's', amount },
            invoiceBase: amount.mul(rate).add(counted[index] ?? 0),
            paymentBase: amount.mul(rate),
          }));
          const given = { ...sale, creditNoteId: 'n', settlements };
          balanced(postingRules['sales.creditNoteAllocated'](given), of);
        },
      ),
    );
  });
});
