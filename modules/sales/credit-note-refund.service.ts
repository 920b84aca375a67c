import { type Row, type Tx, updateAll } from '../events/index.js';
import { type Decimal, inField, present, refundedOf } from '../kernel/index.js';
import { creditNoteRefunded } from './events.js';

type CreditNote = Row<'CreditNote'>;

/** What is paid out of a credit note, in its currency; below zero when that is taken back. */
export interface Refund {
  readonly creditNoteId: string;
  readonly amount: Decimal;
}

/** Locks credit notes that are to be paid out, in the order of their ids; as asked. NotFound. */
export const lockMany = (tx: Tx, ids: readonly string[]): Promise<CreditNote[]> =>
  tx.lockAll('CreditNote', ids);

/**
 * Records what payments paid out of posted credit notes, or took back; each is named once. Two
 * statements whatever the number; one where the notes are `locked`, in the same order and as they
 * were then. Refuses with the place in the list: NotFound,
 * AllocationExceedsCredit.
 */
export async function recordRefunds(
  tx: Tx,
  refunds: readonly Refund[],
  locked?: readonly CreditNote[],
): Promise<void> {
  if (refunds.length === 0) return;
  const ids = refunds.map(({ creditNoteId }) => creditNoteId);
  const notes = locked ?? (await lockMany(tx, ids));
  const rows = notes.map((note, index) => ({
    ...{ id: note.id, version: note.version + 1, updatedAt: tx.now },
    refundedAmount: inField(index, () =>
      inField('amount', () => refundedOf(note, present(refunds[index]).amount)),
    ),
  }));
  const after = await updateAll(tx, 'CreditNote', rows);
  notes.forEach((before, index) => {
    const { customerId, salesOrderId } = before;
    const data = { customerId, salesOrderId, amount: present(refunds[index]).amount };
    tx.emit(creditNoteRefunded({ before, after: present(after[index]), data }));
  });
}
