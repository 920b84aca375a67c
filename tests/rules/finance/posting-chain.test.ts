import { describe, expect, it } from 'vitest';
import { entryLines, type Posting } from '../../../modules/finance/entry.rules.js';
import { postingRules } from '../../../modules/finance/posting.rules.js';
import { remainder } from '../../../modules/finance/reversal.rules.js';
import { decimal } from '../../../modules/kernel/index.js';
const usd = { currency: 'USD', exchangeRate: decimal(1), baseCurrency: 'USD' };
const euro = { currency: 'EUR', exchangeRate: decimal('1.1'), baseCurrency: 'USD' };
const page = (postings: Posting[], rate = usd) =>
  entryLines(postings, rate).map(({ role, side, amount, baseAmount }) =>
    [side, role, amount, baseAmount].join(' '),
  );
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

describe('buying', () => {
  it('owes what came in until it is invoiced', () => {
    // CAS 1.6, IAS 2.10: inventories at their cost of purchase; unbilled goods are an accrual (暂估).
    const lines = [{ ...line, owed: decimal(500), value: decimal(500) }];
    expect(page(postingRules['purchasing.goodsReceiptPosted']({ ...order, lines }))).toEqual([
      'DEBIT INVENTORY 500 500',
      'CREDIT GOODS_RECEIVED_NOT_INVOICED 500 500',
    ]);
  });

  it('parts the price from the standard cost', () => {
    // 100 kg ordered at 5.20 and kept at a standard of 5.00 (IAS 2.21): 20 are a variance.
    const lines = [{ ...line, owed: decimal(520), value: decimal(500) }];
    expect(page(postingRules['purchasing.goodsReceiptPosted']({ ...order, lines }))).toEqual([
      'DEBIT INVENTORY 500 500',
      'DEBIT PURCHASE_PRICE_VARIANCE 20 20',
      'CREDIT GOODS_RECEIVED_NOT_INVOICED 520 520',
    ]);
    const cheap = [{ ...line, owed: decimal(470), value: decimal(500) }];
    expect(page(postingRules['purchasing.goodsReceiptPosted']({ ...order, lines: cheap }))).toEqual(
      [
        'DEBIT INVENTORY 500 500',
        'CREDIT PURCHASE_PRICE_VARIANCE 30 30',
        'CREDIT GOODS_RECEIVED_NOT_INVOICED 470 470',
      ],
    );
  });

  it('spends at once what is not stocked', () => {
    const lines = [{ ...line, isStocked: false, owed: decimal(80), value: decimal(0) }];
    expect(page(postingRules['purchasing.goodsReceiptPosted']({ ...order, lines }))).toEqual([
      'DEBIT PURCHASED_SERVICES 80 80',
      'CREDIT GOODS_RECEIVED_NOT_INVOICED 80 80',
    ]);
  });

  it('takes back what went back in red letters', () => {
    const lines = [{ ...line, owed: decimal(500), value: decimal(500) }];
    expect(page(postingRules['purchasing.goodsReceiptReversed']({ ...order, lines }))).toEqual([
      'DEBIT INVENTORY -500 -500',
      'CREDIT GOODS_RECEIVED_NOT_INVOICED -500 -500',
    ]);
  });

  it('wants nothing beyond the red letters of a receipt whose goods are worth what they were', () => {
    const lines = [{ ...line, owed: decimal(500), value: decimal(500) }];
    const receipt = postingRules['purchasing.goodsReceiptPosted']({ ...order, lines });
    const back = postingRules['purchasing.goodsReceiptReversed']({ ...order, lines });
    const posted = entryLines(receipt, usd).map((one) =>
      one.role === 'INVENTORY' ? { ...one, role: 'RAW_MATERIALS' } : one,
    );
    expect(remainder(back, posted)).toEqual([]);
    // The goods were 500 when they came, and stock is worth 480 less without them: 20 stay on it.
    const worth = [{ ...line, owed: decimal(500), value: decimal(480) }];
    const cheaper = postingRules['purchasing.goodsReceiptReversed']({ ...order, lines: worth });
    expect(page(remainder(cheaper, posted))).toEqual([
      'DEBIT INVENTORY 20 20',
      'CREDIT PURCHASE_PRICE_VARIANCE 20 20',
    ]);
  });

  it('parts another price between the stock that is still there and a variance', () => {
    // 100 kg received at 5.00 and billed at 5.30, tax 19 %; 40 kg are still there: 12 of 30 go to
    // stock (IAS 2.11), 18 are a variance. Freight of 10 is spent.
    const lines = [
      {
        ...billed,
        net: decimal(530),
        tax: decimal('100.7'),
        received: decimal(500),
        toStock: decimal(12),
      },
      {
        ...billed,
        itemId: null,
        kind: 'CHARGE' as const,
        net: decimal(10),
        tax: decimal('1.9'),
        received: decimal(0),
        toStock: decimal(0),
      },
    ];
    expect(
      page(postingRules['purchasing.purchaseInvoicePosted']({ ...bill, ...usd, lines })),
    ).toEqual([
      'DEBIT GOODS_RECEIVED_NOT_INVOICED 500 500',
      'DEBIT INVENTORY 12 12',
      'DEBIT PURCHASE_PRICE_VARIANCE 18 18',
      'DEBIT PURCHASED_SERVICES 10 10',
      'DEBIT INPUT_VAT 102.6 102.6',
      'CREDIT PAYABLES 642.6 642.6',
    ]);
  });

  it('keeps in base currency what a bill in another currency differs by', () => {
    // 100 EUR at 1.10 are 110 USD; 108 USD were owed at the order's rate: 2 USD are a variance.
    const lines = [
      {
        ...billed,
        net: decimal(100),
        tax: decimal(0),
        received: decimal(108),
        toStock: decimal(0),
      },
    ];
    expect(
      page(postingRules['purchasing.purchaseInvoicePosted']({ ...bill, ...euro, lines }), euro),
    ).toEqual([
      'DEBIT GOODS_RECEIVED_NOT_INVOICED 100 108',
      'DEBIT PURCHASE_PRICE_VARIANCE 0 2',
      'CREDIT PAYABLES 100 110',
    ]);
  });

  it.each([
    ['1.08', '110', '108', 'CREDIT EXCHANGE_GAIN 0 2'],
    ['1.15', '110', '115', 'DEBIT EXCHANGE_LOSS 0 5'],
  ])('pays at %s what was billed at 1.10', (rate, invoiceBase, paymentBase, exchange) => {
    // IAS 21.28, CAS 19.11: exchange differences on settling go to profit or loss, either way.
    const settlement = {
      purchaseInvoiceId: 'bill',
      purchaseOrderId: 'order',
      amount: decimal(100),
    };
    const postings = postingRules['finance.paymentPosted']({
      ...{ direction: 'PAID', customerId: null, supplierId: 'supplier' },
      ...{ amount: decimal(100), base: decimal(paymentBase) },
      ...{ open: decimal(0), openBase: decimal(0) },
      settlements: [
        { ...settlement, invoiceBase: decimal(invoiceBase), paymentBase: decimal(paymentBase) },
      ],
    });
    expect(page(postings, { ...euro, exchangeRate: decimal(rate) })).toEqual([
      `CREDIT BANK 100 ${paymentBase}`,
      `DEBIT PAYABLES 100 ${invoiceBase}`,
      exchange,
    ]);
  });
});

describe('making', () => {
  // A bicycle: 60 of material, 30 of labour, 15 of overhead (IAS 2.12: direct labour and a
  // systematic allocation of production overheads are costs of conversion).
  it('gathers material, labour and overhead in work in process', () => {
    const material = { workOrderMaterialId: 'm', componentItemId: 'frame', value: decimal(60) };
    const issued = postingRules['manufacturing.materialIssued']({ ...made, lines: [material] });
    expect(page(issued)).toEqual(['DEBIT WORK_IN_PROCESS 60 60', 'CREDIT INVENTORY 60 60']);
    const time = { jobCardId: 'j', workCenterId: 'w', labour: decimal(30), overhead: decimal(15) };
    const reported = postingRules['manufacturing.timeReported']({ ...made, lines: [time] });
    expect(page(reported)).toEqual([
      'DEBIT WORK_IN_PROCESS 45 45',
      'CREDIT LABOUR_ABSORBED 30 30',
      'CREDIT OVERHEAD_ABSORBED 15 15',
    ]);
    const back = postingRules['manufacturing.materialReturned']({ ...made, lines: [material] });
    expect(page(back)).toEqual(['DEBIT INVENTORY 60 60', 'CREDIT WORK_IN_PROCESS 60 60']);
  });

  it('says of each entry for whom it was made', () => {
    const time = { jobCardId: 'j', workCenterId: 'w', labour: decimal(30), overhead: decimal(15) };
    const postings = postingRules['manufacturing.timeReported']({ ...made, lines: [time] });
    for (const { dimensions } of postings) expect(dimensions).toEqual(made);
  });

  it('puts the product and what comes with it on stock', () => {
    const byProducts = [{ itemId: 'offcuts', value: decimal(5) }];
    const report = { ...made, good: decimal(1), value: decimal(95), byProducts };
    expect(page(postingRules['manufacturing.productionReported'](report))).toEqual([
      'DEBIT INVENTORY 95 95',
      'DEBIT INVENTORY 5 5',
      'CREDIT WORK_IN_PROCESS 100 100',
    ]);
  });

  it('ends with each variance on its own account, a favourable one on the other side', () => {
    // What went in was 105 and came out at 100: used 8 too much, worked 3 cheaper.
    const variances = [
      { kind: 'MATERIAL_USAGE' as const, amount: decimal(8) },
      { kind: 'LABOUR_RATE' as const, amount: decimal(-3) },
      { kind: 'SCRAP' as const, amount: decimal(0) },
    ];
    expect(page(postingRules['manufacturing.workOrderClosed']({ ...made, variances }))).toEqual([
      'DEBIT MATERIAL_USAGE_VARIANCE 8 8',
      'CREDIT LABOUR_RATE_VARIANCE 3 3',
      'CREDIT WORK_IN_PROCESS 5 5',
    ]);
  });
});

describe('stock', () => {
  it('is counted more and less', () => {
    const lines = [
      { itemId: 'a', value: decimal(7) },
      { itemId: 'b', value: decimal(-4) },
    ];
    expect(page(postingRules['inventory.stockCountPosted']({ lines }))).toEqual([
      'DEBIT INVENTORY 7 7',
      'CREDIT INVENTORY_DIFFERENCES 7 7',
      'CREDIT INVENTORY 4 4',
      'DEBIT INVENTORY_DIFFERENCES 4 4',
    ]);
  });

  it('is revalued by a new standard cost, up and down', () => {
    const rule = postingRules['inventory.stockRevalued'];
    expect(page(rule({ itemId: 'a', value: decimal(12) }))).toEqual([
      'DEBIT INVENTORY 12 12',
      'CREDIT STOCK_REVALUATION 12 12',
    ]);
    expect(page(rule({ itemId: 'a', value: decimal(-12) }))).toEqual([
      'CREDIT INVENTORY 12 12',
      'DEBIT STOCK_REVALUATION 12 12',
    ]);
  });
});

describe('what comes back from customers', () => {
  const sale = { customerId: 'customer', salesOrderId: 'sale' };

  it('goes on stock at what it cost when it left', () => {
    const lines = [{ salesOrderLineId: 'l', itemId: 'bicycle', value: decimal(100) }];
    expect(page(postingRules['sales.salesReturnReceived']({ ...sale, lines }))).toEqual([
      'DEBIT INVENTORY 100 100',
      'CREDIT COST_OF_SALES 100 100',
    ]);
  });

  it('is credited: off the invoice as far as it is open, the rest on account', () => {
    // IFRS 15.B20 to B27: revenue is reduced. 200 and tax of 19 %; 150 of 238 are open.
    const credited = { salesOrderLineId: 'l', itemId: 'bicycle', kind: 'ITEM' as const };
    const postings = postingRules['sales.creditNotePosted']({
      ...sale,
      ...{ creditNoteId: 'note', salesInvoiceId: 'invoice', settled: decimal(150) },
      lines: [{ ...credited, net: decimal(200), tax: decimal(38) }],
    });
    expect(page(postings)).toEqual([
      'DEBIT SALES_RETURNS 200 200',
      'DEBIT OUTPUT_VAT 38 38',
      'CREDIT RECEIVABLES 150 150',
      'CREDIT RECEIVABLES 88 88',
    ]);
    expect(postings.at(-1)?.dimensions).not.toHaveProperty('salesInvoiceId');
  });
});
