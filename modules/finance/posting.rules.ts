import { type Decimal, sum, ZERO } from '../kernel/index.js';
import type { RuleRole } from './chart.rules.js';
import { credit, debit, difference, type Dimensions, type Posting, signed } from './entry.rules.js';
import { billed, credited, received, sentBack } from './posting-purchases.rules.js';
import type { Party, PostedFacts, Settlement } from './posted-facts.js';

/** Each rule is tied to the data of the fact it is named after. */
type PostingRules = {
  readonly [Type in keyof PostedFacts]: (data: PostedFacts[Type]) => Posting[];
};

type InvoiceLine = PostedFacts['sales.salesInvoicePosted']['lines'][number];
type Made = PostedFacts['manufacturing.timeReported'];

/**
 * The whole posting policy: what the books make of a fact, by role and never by account number.
 * Perpetual inventory (IAS 2.34): stock is an asset until it ships, then it is cost of sales on the
 * day its delivery is posted; revenue is posted by the invoice. What is made gathers its cost in
 * work in process (IAS 2.10) until it is finished, and what is left there at the end are variances.
 */
export const postingRules = {
  'inventory.stockOpened': ({ value, itemId }) => [
    debit('INVENTORY', value, { itemId }),
    credit('OPENING_BALANCE', value, { itemId }),
  ],

  'sales.salesInvoiceOpened': ({ amount, customerId, salesInvoiceId }) => [
    debit('RECEIVABLES', amount, { customerId, salesInvoiceId }),
    credit('OPENING_BALANCE', amount, { customerId, salesInvoiceId }),
  ],

  'purchasing.purchaseInvoiceOpened': ({ amount, supplierId, purchaseInvoiceId }) => [
    debit('OPENING_BALANCE', amount, { supplierId, purchaseInvoiceId }),
    credit('PAYABLES', amount, { supplierId, purchaseInvoiceId }),
  ],

  'inventory.stockCountPosted': ({ lines }) =>
    lines.flatMap(({ value, itemId }) => [
      signed('INVENTORY', value, { itemId }),
      signed('INVENTORY_DIFFERENCES', value.neg(), { itemId }),
    ]),

  'inventory.stockRevalued': ({ value, itemId }) => [
    signed('INVENTORY', value, { itemId }),
    signed('STOCK_REVALUATION', value.neg(), { itemId }),
  ],

  'purchasing.goodsReceiptPosted': received,

  // Red letters: the same sides, below zero, so that no turnover is left of what went back.
  'purchasing.goodsReceiptReversed': (data) =>
    received(data).map((posting) => ({ ...posting, amount: posting.amount.neg() })),

  'purchasing.purchaseInvoicePosted': (bill) => {
    const { supplierId, purchaseOrderId, purchaseInvoiceId, lines } = bill;
    const dimensions = { supplierId, purchaseOrderId, purchaseInvoiceId };
    return [
      ...lines.flatMap((line) => billed(bill, line, dimensions)),
      debit('INPUT_VAT', sum(lines.map(({ tax }) => tax)), dimensions),
      credit('PAYABLES', sum(lines.map(({ net, tax }) => net.add(tax))), dimensions),
    ];
  },

  'purchasing.purchaseReturnShipped': sentBack,

  'purchasing.purchaseCreditNotePosted': (note) => {
    const { supplierId, purchaseOrderId, purchaseCreditNoteId, purchaseInvoiceId } = note;
    const { lines, settled, settledBase } = note;
    const whole = { supplierId, purchaseOrderId, purchaseCreditNoteId };
    const invoice = { ...whole, purchaseInvoiceId };
    const gross = sum(lines.map(({ net, tax }) => net.add(tax)));
    return [
      debit('PAYABLES', settled, invoice, settledBase),
      debit('PAYABLES', gross.sub(settled), whole),
      ...lines.flatMap((line) => credited(note, line, invoice)),
      credit('INPUT_VAT', sum(lines.map(({ tax }) => tax)), invoice),
    ];
  },

  // What stood to our credit at the note's rate is taken off bills at theirs.
  'purchasing.purchaseCreditNoteAllocated': ({ settlements, ...note }) => {
    const { supplierId, purchaseOrderId, purchaseCreditNoteId } = note;
    const whole = { supplierId, purchaseOrderId, purchaseCreditNoteId };
    const party = { direction: 'PAID', customerId: null, supplierId } as const;
    return settlements.flatMap((settlement) => [
      credit('PAYABLES', settlement.amount, whole, settlement.paymentBase),
      ...settledBy(party, settlement, { purchaseCreditNoteId }),
    ]);
  },

  'manufacturing.materialIssued': ({ lines, ...data }) => [
    debit('WORK_IN_PROCESS', sum(lines.map(({ value }) => value)), madeFor(data)),
    ...lines.map(({ value, componentItemId }) =>
      credit('INVENTORY', value, { ...madeFor(data), itemId: componentItemId }),
    ),
  ],

  'manufacturing.materialReturned': ({ lines, ...data }) => [
    ...lines.map(({ value, componentItemId }) =>
      debit('INVENTORY', value, { ...madeFor(data), itemId: componentItemId }),
    ),
    credit('WORK_IN_PROCESS', sum(lines.map(({ value }) => value)), madeFor(data)),
  ],

  'manufacturing.timeReported': ({ lines, ...data }) => {
    const labour = sum(lines.map((line) => line.labour));
    const overhead = sum(lines.map((line) => line.overhead));
    return [
      debit('WORK_IN_PROCESS', labour.add(overhead), madeFor(data)),
      credit('LABOUR_ABSORBED', labour, madeFor(data)),
      credit('OVERHEAD_ABSORBED', overhead, madeFor(data)),
    ];
  },

  'manufacturing.productionReported': ({ value, byProducts, ...data }) => [
    debit('INVENTORY', value, madeFor(data)),
    ...byProducts.map((product) =>
      debit('INVENTORY', product.value, { ...madeFor(data), itemId: product.itemId }),
    ),
    credit(
      'WORK_IN_PROCESS',
      sum([value, ...byProducts.map((product) => product.value)]),
      madeFor(data),
    ),
  ],

  // An unfavourable variance (above zero) is a debit; a favourable one stands on the other side.
  'manufacturing.workOrderClosed': ({ variances, ...data }) => [
    ...variances.map(({ kind, amount }) => signed(`${kind}_VARIANCE`, amount, madeFor(data))),
    signed('WORK_IN_PROCESS', sum(variances.map(({ amount }) => amount)).neg(), madeFor(data)),
  ],

  'sales.deliveryShipped': ({ lines, customerId, salesOrderId }) =>
    lines.flatMap(({ value, itemId, salesOrderLineId }) => {
      const dimensions = { customerId, salesOrderId, salesOrderLineId, itemId };
      return [debit('COST_OF_SALES', value, dimensions), credit('INVENTORY', value, dimensions)];
    }),

  'sales.salesReturnReceived': ({ lines, customerId, salesOrderId }) =>
    lines.flatMap(({ value, itemId, salesOrderLineId }) => {
      const dimensions = { customerId, salesOrderId, salesOrderLineId, itemId };
      return [debit('INVENTORY', value, dimensions), credit('COST_OF_SALES', value, dimensions)];
    }),

  'sales.salesInvoicePosted': ({ lines, customerId, salesOrderId, salesInvoiceId }) => {
    const invoice = { customerId, salesOrderId, salesInvoiceId };
    const gross = sum(lines.map(({ net, tax }) => net.add(tax)));
    const tax = sum(lines.map((line) => line.tax));
    return [
      debit('RECEIVABLES', gross, invoice),
      ...lines.map(({ kind, net, itemId, salesOrderLineId }) =>
        credit(revenueRole(kind), net, { ...invoice, salesOrderLineId, itemId }),
      ),
      credit('OUTPUT_VAT', tax, invoice),
    ];
  },

  'sales.creditNotePosted': ({ lines, settled, settledBase, ...data }) => {
    const { customerId, salesOrderId, salesInvoiceId, creditNoteId } = data;
    const whole = { customerId, salesOrderId, creditNoteId };
    const invoice = { ...whole, salesInvoiceId };
    const gross = sum(lines.map(({ net, tax }) => net.add(tax)));
    return [
      ...lines.map(({ net, itemId, salesOrderLineId }) =>
        debit('SALES_RETURNS', net, { ...invoice, salesOrderLineId, itemId }),
      ),
      debit('OUTPUT_VAT', sum(lines.map(({ tax }) => tax)), invoice),
      credit('RECEIVABLES', settled, invoice, settledBase),
      credit('RECEIVABLES', gross.sub(settled), whole),
    ];
  },

  // What stood to the customer's credit at the note's rate is taken off invoices at theirs.
  'sales.creditNoteAllocated': ({ settlements, customerId, salesOrderId, creditNoteId }) => {
    const whole = { customerId, salesOrderId, creditNoteId };
    const party = { direction: 'RECEIVED', customerId, supplierId: null } as const;
    return settlements.flatMap((settlement) => [
      debit('RECEIVABLES', settlement.amount, whole, settlement.paymentBase),
      ...settledBy(party, settlement, { creditNoteId }),
    ]);
  },

  'finance.paymentPosted': ({ amount, base, open, openBase, settlements, ...party }) => {
    const { money, owed } = sidesOf(party);
    return [
      money('BANK', amount, whom(party), base),
      ...settlements.flatMap((settlement) => settledBy(party, settlement)),
      owed(open, whom(party), openBase),
    ];
  },

  'finance.paymentAllocated': ({ settlements, ...party }) =>
    settlements.flatMap((settlement) => [
      sidesOf(party).onAccount(settlement.amount, whom(party), settlement.paymentBase),
      ...settledBy(party, settlement),
    ]),
} satisfies PostingRules;

function revenueRole(kind: InvoiceLine['kind']): RuleRole {
  return kind === 'CHARGE' ? 'CHARGES_REVENUE' : 'REVENUE';
}

/** What a work order is for, so that the cost and the variances of a sales order are found. */
function madeFor(made: Omit<Made, 'lines'>): Dimensions {
  const { workOrderId, itemId, customerId, salesOrderId, salesOrderLineId } = made;
  return { workOrderId, itemId, customerId, salesOrderId, salesOrderLineId };
}

const whom = ({ customerId, supplierId }: Party): Dimensions => ({ customerId, supplierId });

/**
 * Money of a customer moves what he owes, and money of a supplier what we owe: down when it goes
 * the usual way, and up again, to nothing of what stood to somebody's credit, by a refund.
 */
function sidesOf({ direction, customerId }: Party) {
  const [money, owed] = direction === 'RECEIVED' ? [debit, credit] : [credit, debit];
  const role = customerId === null ? 'PAYABLES' : 'RECEIVABLES';
  return {
    money,
    owed: (amount: Decimal, of: Dimensions, base: Decimal) => owed(role, amount, of, base),
    onAccount: (amount: Decimal, of: Dimensions, base: Decimal) => money(role, amount, of, base),
  };
}

/**
 * What a payment takes off a document: what is owed at the document's rate, and against the
 * payment's rate a gain or a loss in base currency (IAS 21.28). A credit note that pays is told.
 */
function settledBy(
  party: Party,
  { amount, invoiceBase, paymentBase, ...of }: Settlement,
  by: Pick<Dimensions, 'creditNoteId' | 'purchaseCreditNoteId'> = of,
): Posting[] {
  const { salesInvoiceId, salesOrderId, purchaseInvoiceId, purchaseOrderId } = of;
  const { creditNoteId, purchaseCreditNoteId } = by;
  const notes = { creditNoteId, purchaseCreditNoteId };
  const invoice = { ...whom(party), salesInvoiceId, purchaseInvoiceId, ...notes };
  const more: Decimal = paymentBase.sub(invoiceBase);
  const gain = party.direction === 'RECEIVED' ? more : ZERO.sub(more);
  return [
    sidesOf(party).owed(amount, { ...invoice, salesOrderId, purchaseOrderId }, invoiceBase),
    gain.isNegative()
      ? difference('EXCHANGE_LOSS', 'DEBIT', gain.neg(), invoice)
      : difference('EXCHANGE_GAIN', 'CREDIT', gain, invoice),
  ];
}
