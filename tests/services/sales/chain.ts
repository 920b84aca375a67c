import { payments } from '../../../modules/finance/index.js';
import type { Tx } from '../../../modules/events/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import {
  creditNotes,
  deliveries,
  quotes,
  salesInvoices,
  salesOrders,
  salesReturns,
} from '../../../modules/sales/index.js';
import { orderOf, type Maker } from './maker.js';

/** Documents of the whole chain by their kind, the oldest first. */
export interface Chain {
  readonly quotes: string[];
  readonly salesOrders: string[];
  readonly deliveries: string[];
  readonly salesInvoices: string[];
  readonly payments: string[];
  readonly salesReturns: string[];
  readonly creditNotes: string[];
}

export const emptyChain = (): Chain => {
  return {
    ...{ quotes: [], salesOrders: [], deliveries: [], salesInvoices: [] },
    ...{ payments: [], salesReturns: [], creditNotes: [] },
  };
};

/** One thing that is done, as it was drawn. */
export interface Step {
  readonly verb: Verb;
  /** Which of the documents it is done to. */
  readonly pick: number;
  /** From 1 on: how much is sold, made at once, delivered or paid. */
  readonly quantity: number;
}

export const verbs = [
  ...['quote', 'accept', 'complete', 'deliver', 'bill', 'pay', 'payBack'],
  ...['giveBack', 'credit', 'hold', 'resume', 'cancel', 'close'],
] as const;
export type Verb = (typeof verbs)[number];

/** What a verb made: the kind of document, or null when it only moved one. */
export type Made = keyof Chain | null;

interface Act {
  readonly makes: Made;
  readonly run: (tx: Tx) => Promise<{ readonly id: string }>;
}

const on = '2026-03-02';
const reason = 'As drawn';

/** What is told of a sales order, whatever state it is in: it may be refused. */
function ofOrder(salesOrderId: string): Partial<Record<Verb, Act>> {
  return {
    deliver: {
      makes: 'deliveries',
      run: (tx) => deliveries.create(tx, { salesOrderId, ship: true, documentOn: on }),
    },
    bill: {
      makes: 'salesInvoices',
      run: (tx) => salesInvoices.create(tx, { salesOrderId, post: true, documentOn: on }),
    },
    giveBack: {
      makes: 'salesReturns',
      run: (tx) => {
        return salesReturns.create(tx, { salesOrderId, reason, receive: true, documentOn: on });
      },
    },
    hold: { makes: null, run: (tx) => salesOrders.hold(tx, { id: salesOrderId, reason }) },
    resume: { makes: null, run: (tx) => salesOrders.resume(tx, { id: salesOrderId }) },
    cancel: { makes: null, run: (tx) => salesOrders.cancel(tx, { id: salesOrderId, reason }) },
    close: { makes: null, run: (tx) => salesOrders.close(tx, { id: salesOrderId }) },
    complete: { makes: null, run: (tx) => completeFor(tx, salesOrderId) },
  };
}

/** Completes what is on the shop floor for an order, with its materials and its time. */
async function completeFor(tx: Tx, salesOrderId: string): Promise<{ readonly id: string }> {
  const open = await tx.db
    .selectFrom('WorkOrder')
    .select('id')
    .where('salesOrderId', '=', salesOrderId)
    .where('status', 'in', ['RELEASED', 'IN_PROGRESS'])
    .orderBy('id')
    .execute();
  await workOrders.completeMany(tx, open, { issue: true, reportTime: true, close: true });
  return { id: salesOrderId };
}

/** What a step does in a chain, or null when there is nothing yet to do it to. */
export function actOf(maker: Maker, chain: Chain, { verb, pick, quantity }: Step): Act | null {
  const picked = (ids: readonly string[]): string | undefined => ids[pick % ids.length];
  const { companyId, customerId } = maker;
  if (verb === 'quote') {
    const code = quantity % 2 === 0 ? 'BIKE' : 'WHEEL';
    const input = orderOf(maker, [code, String(quantity)], ['BOLT', '1']);
    const lines = input.lines.map((line) => ({ ...line, unitPrice: decimal('900') }));
    return { makes: 'quotes', run: (tx) => quotes.create(tx, { ...input, lines, send: true }) };
  }
  if (verb === 'accept') {
    const id = picked(chain.quotes);
    const making = { confirm: true, makeWorkOrders: { release: true } };
    const run = async (tx: Tx) => (await quotes.accept(tx, { id: id!, ...making })).salesOrder;
    return id ? { makes: 'salesOrders', run } : null;
  }
  if (verb === 'pay') {
    const salesInvoiceId = picked(chain.salesInvoices);
    const amount = decimal(quantity * 450);
    const allocations = [{ salesInvoiceId, amount: decimal(450) }];
    const paid = { companyId, customerId, amount, currency: 'EUR', documentOn: on, allocations };
    return salesInvoiceId ? { makes: 'payments', run: (tx) => payments.receive(tx, paid) } : null;
  }
  if (verb === 'payBack') {
    const id = picked(chain.payments);
    return id ? { makes: null, run: (tx) => payments.reverse(tx, { id, reason }) } : null;
  }
  if (verb === 'credit') {
    const salesInvoiceId = picked(chain.salesInvoices);
    const credited = { salesInvoiceId: salesInvoiceId!, reason, post: true, documentOn: on };
    const run = (tx: Tx) => creditNotes.create(tx, credited);
    return salesInvoiceId ? { makes: 'creditNotes', run } : null;
  }
  const salesOrderId = picked(chain.salesOrders);
  return salesOrderId === undefined ? null : (ofOrder(salesOrderId)[verb] ?? null);
}
