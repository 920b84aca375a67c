import type { FactOn, Tx } from '../events/index.js';
import { ZERO } from '../kernel/index.js';
import { customers } from '../crm/index.js';
import type { OrderAmendment, OrderExposure } from '../sales/index.js';
import { decideCredit } from './credit.rules.js';
import * as exposures from './exposure.service.js';

type OrderFact = FactOn<'SalesOrder', OrderExposure>;

/**
 * Refuses an order that its customer has no credit for, else counts it. The exposure is moved
 * first and judged after, so that of two orders at once the second waits and sees the first. What
 * was merged into one customer is judged together, by the survivor's terms.
 *
 * @throws CreditLimitExceeded, CustomerOnCreditHold
 */
export async function checkOrder(tx: Tx, { after, data }: OrderFact): Promise<void> {
  const { customerId, baseAmount: amount } = data;
  const { companyId } = after;
  const { terms, family } = await customers.credit(tx, companyId, customerId);
  const exposure = await exposures.addOpenOrders(tx, { companyId, customerId, amount, family });
  const { receivable, openOrders } = exposure;
  decideCredit(terms, { receivable, openOrders: openOrders.sub(amount) }, amount);
}

/**
 * Moves what an order counts by a change of it; one that makes it greater is judged as a new order.
 *
 * @throws CreditLimitExceeded, CustomerOnCreditHold
 */
export async function amendOrder(
  tx: Tx,
  fact: FactOn<'SalesOrder', OrderAmendment>,
): Promise<void> {
  const { customerId, baseAmount: amount } = fact.data;
  if (amount.gt(0)) return checkOrder(tx, fact);
  if (amount.isZero()) return;
  await exposures.addOpenOrders(tx, { companyId: fact.after.companyId, customerId, amount });
}

/** What was still to be invoiced of an order counts no more. */
export async function releaseOrder(tx: Tx, { after, data }: OrderFact): Promise<void> {
  const { customerId, baseAmount } = data;
  if (baseAmount.isZero()) return;
  const amount = ZERO.sub(baseAmount);
  await exposures.addOpenOrders(tx, { companyId: after.companyId, customerId, amount });
}
