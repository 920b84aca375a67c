import type { Tx } from '../events/index.js';
import { LotNotTracked, LotRequired } from './errors.js';
import { items } from './queries.js';
import { throwAll } from './throw-all.js';

/** A line with what is known of its item. */
export interface LotLine {
  readonly itemId: string;
  readonly lotId?: string | null;
  readonly isLotTracked: boolean;
}

/** Refuses lines of items kept by lots without one, and lots of others. No statement when all is well. */
export async function refuseLots(tx: Tx, lines: readonly LotLine[]): Promise<void> {
  const wrong = lines.flatMap((line, index) =>
    line.isLotTracked === Boolean(line.lotId) ? [] : [{ ...line, index }],
  );
  if (wrong.length === 0) return;
  const known = await items(
    tx,
    wrong.map(({ itemId }) => itemId),
  );
  const reasons = wrong.map(({ itemId, isLotTracked, index }) => {
    const code = known.get(itemId)?.code ?? itemId;
    const reason = isLotTracked ? new LotRequired(code) : new LotNotTracked(code);
    return reason.at('lines', index, 'lotId');
  });
  throwAll(reasons);
}
