import type { Tx } from '../events/index.js';
import { isUuid, NotFound, present, StaleVersion } from '../kernel/index.js';
import { lockMaking, type JobCard, type Making, type Versioned } from './work-order-rows.js';

/** An operation under the lock of its work order, with all that belongs to the work order. */
export interface Working {
  readonly making: Making;
  readonly card: JobCard;
}

/**
 * Locks the work order of a job card, whose lock guards the card, and reads both. Four statements.
 * NotFound and StaleVersion tell of the job card.
 */
export async function lockCard(tx: Tx, { id, expectedVersion }: Versioned): Promise<Working> {
  if (!isUuid(id)) throw new NotFound('JobCard', id);
  const found = await tx.db
    .selectFrom('JobCard')
    .select('workOrderId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new NotFound('JobCard', id);
  const making = await lockMaking(tx, { id: found.workOrderId }).catch((error: unknown) => {
    throw error instanceof NotFound ? new NotFound('JobCard', id) : error;
  });
  const card = present(making.cards.find((one) => one.id === id));
  if (expectedVersion != null && expectedVersion !== card.version) {
    throw new StaleVersion('JobCard', id, expectedVersion, card.version);
  }
  return { making, card };
}

/** The card as it is after steps of its work order. */
export function cardNow({ making, card }: Working): JobCard {
  return present(making.cards.find(({ id }) => id === card.id));
}
