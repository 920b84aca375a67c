import { sql } from 'kysely';
import { type Row, stepsOf, type Tx } from '../events/index.js';
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
 * statements whatever the number. Refuses with the place in the list: NotFound,
 * AllocationExceedsCredit.
 */
export async function recordRefunds(tx: Tx, refunds: readonly Refund[]): Promise<void> {
  if (refunds.length === 0) return;
  const notes = await lockMany(
    tx,
    refunds.map(({ creditNoteId }) => creditNoteId),
  );
  const rows = refunds.map(({ creditNoteId: id, amount }, index) => ({
    id,
    refunded: inField(index, () => inField('amount', () => refundedOf(notes[index]!, amount))),
  }));
  const { rows: written } = await sql<CreditNote>`
    update "CreditNote" n
    set "refundedAmount" = x.refunded, "version" = n."version" + 1,
      "updatedAt" = ${tx.now}::timestamptz
    from json_to_recordset(${stepsOf(rows)}) as x(id uuid, refunded numeric)
    where n."id" = x.id
    returning n.*
  `.execute(tx.db);
  const after = new Map(written.map((note) => [note.id, note]));
  notes.forEach((before, index) => {
    const { customerId, salesOrderId } = before;
    const data = { customerId, salesOrderId, amount: present(refunds[index]).amount };
    tx.emit(creditNoteRefunded({ before, after: present(after.get(before.id)), data }));
  });
}
