import { InvalidInput, NotFound, canSee, inField } from '../kernel/index.js';
import { insertAll, updateAll, type Row, type Tx } from '../events/index.js';
import { orderStatusLinkCreated, orderStatusLinkRevoked } from './order-status-events.js';
import { expiryOf } from './order-status-link.rules.js';
import { linkToken, newSecret } from './order-status-token.js';

/** A link as it may be told: everything but its secret. */
export type OrderStatusLink = Omit<Row<'OrderStatusLink'>, 'secret'>;

const toldOf = ({ secret: _, ...told }: Row<'OrderStatusLink'>): OrderStatusLink => told;

/**
 * Makes a link that opens the status of one order to whoever holds it. The token is told this once
 * and stored nowhere. NotFound; VALID_DAYS for less than a day or more than a year.
 */
export async function create(
  tx: Tx,
  input: { readonly salesOrderId: string; readonly validDays?: number | null },
): Promise<{ readonly link: OrderStatusLink; readonly token: string }> {
  const expiresAt = inField('validDays', () => expiryOf(tx.now, input.validDays ?? null));
  const order = await tx.db
    .selectFrom('SalesOrder')
    .select(['id', 'companyId'])
    .where('id', '=', input.salesOrderId)
    .executeTakeFirst();
  if (!order || !canSee(tx.actor, order.companyId))
    throw new NotFound('SalesOrder', input.salesOrderId);
  const row = {
    id: tx.newId(),
    version: 1,
    companyId: order.companyId,
    salesOrderId: order.id,
    secret: newSecret(),
    expiresAt,
    createdById: tx.actor.id,
    createdAt: tx.now,
  };
  const [written] = await insertAll(tx, 'OrderStatusLink', [row]);
  const after = toldOf(written!);
  const { salesOrderId } = after;
  tx.emit(orderStatusLinkCreated({ before: null, after, data: { salesOrderId } }));
  return { link: after, token: linkToken(row) };
}

/** Takes a link back; within a second it opens nothing. NotFound, StaleVersion, LINK_REVOKED. */
export async function revoke(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<OrderStatusLink> {
  const before = await tx.lock('OrderStatusLink', input.id, input.expectedVersion);
  if (before.revokedAt !== null)
    throw new InvalidInput('LINK_REVOKED', 'The link is revoked already.').at('id');
  const changed = { id: before.id, revokedAt: tx.now, version: before.version + 1 };
  const [written] = await updateAll(tx, 'OrderStatusLink', [changed]);
  const after = toldOf(written!);
  const { salesOrderId } = after;
  tx.emit(orderStatusLinkRevoked({ before: toldOf(before), after, data: { salesOrderId } }));
  return after;
}
