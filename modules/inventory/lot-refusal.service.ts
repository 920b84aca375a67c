import { NotFound } from '../kernel/index.js';
import { oneOf, throwAll, type Tx } from '../events/index.js';
import { LotNotTracked, LotRequired } from './errors.js';
import { items } from './queries.js';

/** A line with what is known of its item. */
export interface LotLine {
  readonly companyId: string;
  readonly itemId: string;
  readonly lotId?: string | null;
  readonly isLotTracked: boolean;
}

/** Refuses lots that are not of the line's company and item. One statement, or none. */
async function refuseForeign(tx: Tx, lines: readonly LotLine[]): Promise<void> {
  const named = lines.flatMap(({ lotId }) => lotId ?? []);
  if (named.length === 0) return;
  const rows = await tx.db.selectFrom('Lot').selectAll().where('id', '=', oneOf(named)).execute();
  const known = new Map(rows.map((lot) => [lot.id, lot]));
  const reasons = lines.flatMap(({ companyId, itemId, lotId }, index) => {
    const lot = lotId ? known.get(lotId) : null;
    const isRight = lot === null || (lot?.itemId === itemId && lot.companyId === companyId);
    return isRight ? [] : [new NotFound('Lot', lotId ?? '').at('lines', index, 'lotId')];
  });
  if (reasons.length > 0) throwAll(reasons);
}

/**
 * Refuses lines of items kept by lots without one, lots of items that are not, and lots of other
 * items. No statement where no lot is named.
 */
export async function refuseLots(tx: Tx, lines: readonly LotLine[]): Promise<void> {
  const wrong = lines.flatMap((line, index) =>
    line.isLotTracked === Boolean(line.lotId) ? [] : [{ ...line, index }],
  );
  if (wrong.length === 0) return refuseForeign(tx, lines);
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
