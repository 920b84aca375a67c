import { ApproverIsCreator, type Decimal, roundMoney } from '../kernel/index.js';
import { ApprovalRequired } from './errors.js';

/** Who acts on a document, and who made it. */
export interface Acting {
  readonly actorId: string;
  readonly createdById: string;
  /** Whether the actor may approve what others made. */
  readonly mayApprove: boolean;
}

/** What an order is worth, and from where on somebody else must look at it. */
export interface Weight {
  readonly netAmount: Decimal;
  /** What one unit of the order's currency is in base currency. */
  readonly exchangeRate: Decimal;
  /** In base currency; null when nothing needs an approval. */
  readonly limit: Decimal | null;
  readonly baseCurrency: string;
}

/** Maker is not checker: nobody approves what he has made himself. */
export function refuseOwnApproval(
  subject: string,
  { actorId, createdById }: Pick<Acting, 'actorId' | 'createdById'>,
): void {
  if (actorId === createdById) throw new ApproverIsCreator(subject);
}

/**
 * Who approves a draft by sending it: nobody is needed up to the limit; above it whoever may
 * approve and is not its maker. Refuses ApprovalRequired, and ApproverIsCreator of one who could
 * for others.
 */
export function sendingApproval(weight: Weight, acting: Acting): string | null {
  const { netAmount, exchangeRate, limit, baseCurrency: currency } = weight;
  const amount = roundMoney(netAmount.mul(exchangeRate), currency);
  if (limit === null || amount.lte(limit)) return null;
  if (!acting.mayApprove) throw new ApprovalRequired({ amount, limit, currency });
  refuseOwnApproval('A purchase order', acting);
  return acting.actorId;
}
