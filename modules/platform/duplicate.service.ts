import { MergedIntoItself } from '../kernel/index.js';
import { insertMissing, type Row, type Tx } from '../events/index.js';
import { duplicateDismissed } from './events.js';
import type { MergeableTable } from './merge.service.js';

export { COMPARED_MAX, judge, type Read } from './duplicate-queries.js';

/** Two of a noun that are not the same. */
export interface Dismissal {
  readonly noun: MergeableTable;
  readonly firstId: string;
  readonly secondId: string;
}

/** Remembers that two are not the same, once, and answers that. NotFound, MergedIntoItself. */
export async function dismiss(
  tx: Tx,
  { noun, firstId, secondId }: Dismissal,
): Promise<Row<'DuplicateDismissal'>> {
  if (firstId === secondId) throw new MergedIntoItself(firstId).at('secondId');
  await tx.lockAll(noun, [firstId, secondId]);
  const [lowId = '', highId = ''] = [firstId, secondId].sort();
  const fresh = {
    id: tx.newId(),
    noun,
    lowId,
    highId,
    createdAt: tx.now,
    createdById: tx.actor.id,
  };
  const [after] = await insertMissing(tx, 'DuplicateDismissal', [fresh]);
  if (after) {
    tx.emit(duplicateDismissed({ before: null, after, data: { noun, ids: [lowId, highId] } }));
    return after;
  }
  return tx.db
    .selectFrom('DuplicateDismissal')
    .selectAll()
    .where('noun', '=', noun)
    .where('lowId', '=', lowId)
    .where('highId', '=', highId)
    .executeTakeFirstOrThrow();
}
