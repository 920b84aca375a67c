import { type Decimal, sum } from '../kernel/index.js';
import type { PostingRole } from './chart.rules.js';
import { credit, debit, difference, type Posting } from './entry.rules.js';
import type { PostedFacts } from './posted-facts.js';

/** Each rule is tied to the data of the fact it is named after. */
type PostingRules = {
  readonly [Type in keyof PostedFacts]: (data: PostedFacts[Type]) => Posting[];
};

type InvoiceLine = PostedFacts['sales.salesInvoicePosted']['lines'][number];

/**
 * The whole posting policy: what the books make of a fact, by role and never by account number.
 * Perpetual inventory: stock is an asset until it ships, then it is cost of sales on the day its
 * delivery is posted; revenue is posted by the invoice.
 */
export const postingRules = {
  'inventory.stockOpened': ({ value, itemId }) => [
    debit('INVENTORY', value, { itemId }),
    credit('OPENING_BALANCE', value, { itemId }),
  ],

  'sales.deliveryShipped': ({ lines, customerId, salesOrderId }) =>
    lines.flatMap(({ value, itemId, salesOrderLineId }) => {
      const dimensions = { customerId, salesOrderId, salesOrderLineId, itemId };
      return [debit('COST_OF_SALES', value, dimensions), credit('INVENTORY', value, dimensions)];
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

  'finance.paymentPosted': ({ amount, base, open, openBase, customerId, settlements }) => [
    debit('BANK', amount, { customerId }, base),
    ...settlements.flatMap((settlement) => settled(customerId, settlement)),
    credit('RECEIVABLES', open, { customerId }, openBase),
  ],

  'finance.paymentAllocated': ({ customerId, settlements }) =>
    settlements.flatMap((settlement) => [
      debit('RECEIVABLES', settlement.amount, { customerId }, settlement.paymentBase),
      ...settled(customerId, settlement),
    ]),
} satisfies PostingRules;

function revenueRole(kind: InvoiceLine['kind']): PostingRole {
  return kind === 'CHARGE' ? 'CHARGES_REVENUE' : 'REVENUE';
}

/**
 * What a payment takes off an invoice: the receivable at the invoice's rate, and against the
 * payment's rate a gain or a loss in base currency (IAS 21.28).
 */
function settled(
  customerId: string,
  { salesInvoiceId, salesOrderId, amount, invoiceBase, paymentBase }: Settlement,
): Posting[] {
  const dimensions = { customerId, salesOrderId, salesInvoiceId };
  const gain: Decimal = paymentBase.sub(invoiceBase);
  return [
    credit('RECEIVABLES', amount, dimensions, invoiceBase),
    gain.isNegative()
      ? difference('EXCHANGE_LOSS', 'DEBIT', gain.neg(), { customerId, salesInvoiceId })
      : difference('EXCHANGE_GAIN', 'CREDIT', gain, { customerId, salesInvoiceId }),
  ];
}

type Settlement = PostedFacts['finance.paymentPosted']['settlements'][number];
