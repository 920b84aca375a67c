import { type Row, type Tx, updateAll } from '../events/index.js';
import { type Decimal, inField, present, refundedOf } from '../kernel/index.js';
import { purchaseCreditNoteRefunded } from './events.js';
import { ofOrder } from './rows.js';

type CreditNote = Row<'PurchaseCreditNote'>;

/** What a supplier pays out of its credit note, in its currency; below zero when taken back. */
export interface Refund {
  readonly purchaseCreditNoteId: string;
  readonly amount: Decimal;
}

/** Locks credit notes that are to be paid out, in the order of their ids; as asked. NotFound. */
export const lockMany = (tx: Tx, ids: readonly string[]): Promise<CreditNote[]> =>
  tx.lockAll('PurchaseCreditNote', ids);

/**
 * Records what suppliers paid out of posted credit notes, or what of it was taken back; each is
 * named once. Two statements whatever the number; one where the notes are `locked`, in the same
 * order and as they were then. Refuses with the place in the list: NotFound,
 * AllocationExceedsCredit.
 */
export async function recordRefunds(
  tx: Tx,
  refunds: readonly Refund[],
  locked?: readonly CreditNote[],
): Promise<void> {
  if (refunds.length === 0) return;
  const ids = refunds.map(({ purchaseCreditNoteId }) => purchaseCreditNoteId);
  const notes = locked ?? (await lockMany(tx, ids));
  const rows = notes.map((note, index) => ({
    ...{ id: note.id, version: note.version + 1, updatedAt: tx.now },
    refundedAmount: inField(index, () =>
      inField('amount', () => refundedOf(note, present(refunds[index]).amount)),
    ),
  }));
  const after = await updateAll(tx, 'PurchaseCreditNote', rows);
  notes.forEach((before, index) => {
    const data = { ...ofOrder(before), amount: present(refunds[index]).amount };
    tx.emit(purchaseCreditNoteRefunded({ before, after: present(after[index]), data }));
  });
}
