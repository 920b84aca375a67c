import { sql } from 'kysely';
import { updateAll, type Row, type Tx } from '../events/index.js';
import { type Decimal, type LocalDate, next } from '../kernel/index.js';
import * as books from './books.service.js';
import { entryLines, type Posting } from './entry.rules.js';
import { journalEntryReversed } from './events.js';
import { journalEntryLifecycle, type LedgerLine, redLetters } from './journal-entry.rules.js';
import { write, type NewEntry, type Voucher } from './voucher.service.js';

type Entry = Row<'JournalEntry'>;

/** What a posting rule made of a fact, before accounts, period and number are found for it. */
export interface JournalDraft {
  readonly companyId: string;
  /** The fact that is posted. */
  readonly rule: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly documentOn: LocalDate;
  readonly postedOn: LocalDate;
  readonly description: string;
  readonly currency: string;
  /** One unit of the currency in the company's base currency. */
  readonly exchangeRate: Decimal;
  readonly postings: readonly Posting[];
}

/**
 * Posts what the posting rules made of facts: one voucher each, in a constant number of statements.
 * A draft without any amount leaves no voucher.
 *
 * @throws PeriodClosed, PeriodTooFarAhead
 */
export async function post(tx: Tx, drafts: readonly JournalDraft[]): Promise<Entry[]> {
  const vouchers: Voucher[] = [];
  for (const draft of drafts) {
    const lines = resolved(await books.of(tx, draft.companyId), draft);
    if (lines.length > 0) vouchers.push(voucherOf(tx, draft, lines));
  }
  return write(tx, vouchers);
}

function resolved(of: books.Books, draft: JournalDraft): LedgerLine[] {
  const { currency, exchangeRate } = draft;
  const rate = { currency, exchangeRate, baseCurrency: of.baseCurrency };
  return entryLines(draft.postings, rate).map((line) => ({
    ...line,
    accountId: books.accountOf(of, line.role),
    currency,
    exchangeRate,
  }));
}

function voucherOf(tx: Tx, draft: JournalDraft, lines: readonly LedgerLine[]): Voucher {
  const { companyId, postedOn, documentOn, documentType, documentId, description } = draft;
  const entry: NewEntry = {
    id: tx.newId(),
    documentOn,
    postingRule: draft.rule,
    documentType,
    documentId,
    description,
    reversalOfId: null,
  };
  return { companyId, postedOn, lines, manual: null, entry };
}

/**
 * Undoes posted vouchers by red letters: new vouchers with the same sides, negative, linked to the
 * originals, which become REVERSED. The originals must be locked.
 *
 * @throws TransitionRefused, PeriodClosed
 */
export async function reverse(
  tx: Tx,
  originals: readonly Entry[],
  { postedOn, description }: { postedOn: LocalDate; description: string },
): Promise<Entry[]> {
  if (originals.length === 0) return [];
  for (const { status } of originals) next(journalEntryLifecycle, status, 'reverse');
  const lines = await linesOf(
    tx,
    originals.map(({ id }) => id),
  );
  const vouchers = originals.map((original) =>
    redVoucher(tx, original, lines.get(original.id) ?? [], postedOn, description),
  );
  await markReversed(tx, originals);
  return write(tx, vouchers);
}

function redVoucher(
  tx: Tx,
  original: Entry,
  lines: readonly LedgerLine[],
  postedOn: LocalDate,
  description: string,
): Voucher {
  const { companyId, postingRule, documentType, documentId } = original;
  const entry: NewEntry = {
    id: tx.newId(),
    documentOn: postedOn,
    postingRule,
    documentType,
    documentId,
    description,
    reversalOfId: original.id,
  };
  return { companyId, postedOn, lines: redLetters(lines), manual: null, entry };
}

async function linesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, LedgerLine[]>> {
  const rows = await tx.db
    .selectFrom('LedgerEntry')
    .selectAll()
    .where('journalEntryId', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('journalEntryId')
    .orderBy('position')
    .execute();
  const lines = new Map<string, LedgerLine[]>(ids.map((id) => [id, []]));
  for (const row of rows) lines.get(row.journalEntryId)?.push(row);
  return lines;
}

async function markReversed(tx: Tx, originals: readonly Entry[]): Promise<void> {
  const reversed = originals.map(({ id, version }) => {
    return { id, status: 'REVERSED' as const, version: version + 1, updatedAt: tx.now };
  });
  const rows = await updateAll(tx, 'JournalEntry', reversed);
  originals.forEach((before, index) => {
    const after = rows[index];
    if (!after) throw new Error('A voucher that is reversed is not there.');
    tx.emit(journalEntryReversed({ before, after, data: {} }));
  });
}
