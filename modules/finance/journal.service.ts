import { sql } from 'kysely';
import { updateAll, type Row, type Tx } from '../events/index.js';
import { type Decimal, type LocalDate, next } from '../kernel/index.js';
import * as books from './books.service.js';
import { voucherWord, type PostingRole } from './chart.rules.js';
import { entryLines, type EntryLine, type Posting } from './entry.rules.js';
import { journalEntryReversed } from './events.js';
import type { OpenOrders } from './exposure.service.js';
import { journalEntryLifecycle, type LedgerLine, redLetters } from './journal-entry.rules.js';
import * as stockRoles from './stock-role.service.js';
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
  return write(tx, await vouchersOf(tx, drafts));
}

/** What waits in a transaction until all its facts were heard. */
interface Waiting {
  readonly drafts: JournalDraft[];
  readonly reversals: Reversal[];
  readonly openOrders: OpenOrders[];
}

const waitingIn = new WeakMap<Tx, Waiting>();

function waiting(tx: Tx): Waiting {
  const found = waitingIn.get(tx) ?? { drafts: [], reversals: [], openOrders: [] };
  waitingIn.set(tx, found);
  return found;
}

/** Lays drafts by for `postWaiting`: all vouchers of a transaction are written together. */
export function postLater(tx: Tx, drafts: readonly JournalDraft[]): void {
  waiting(tx).drafts.push(...drafts);
}

/** Lays by what changes of the orders of a customer that are not invoiced, as `postLater`. */
export function openOrdersLater(tx: Tx, change: OpenOrders): void {
  waiting(tx).openOrders.push(change);
}

/** Lays by what is to be undone, as `postLater`. */
export function reverseLater(tx: Tx, reversals: readonly Reversal[]): void {
  waiting(tx).reversals.push(...reversals);
}

/**
 * Posts all that was laid by, by one set of statements however many facts and documents it is.
 *
 * @throws PeriodClosed, PeriodTooFarAhead
 */
export async function postWaiting(tx: Tx): Promise<void> {
  const laidBy = waitingIn.get(tx);
  waitingIn.delete(tx);
  if (!laidBy) return;
  const red = await redVouchers(tx, laidBy.reversals);
  const vouchers = await vouchersOf(tx, laidBy.drafts);
  await write(tx, [...red, ...vouchers], laidBy.openOrders);
}

async function vouchersOf(tx: Tx, drafts: readonly JournalDraft[]): Promise<Voucher[]> {
  const read: (Resolvable & { draft: JournalDraft })[] = [];
  for (const draft of drafts) {
    const of = await books.of(tx, draft.companyId);
    const { currency, exchangeRate } = draft;
    const rate = { currency, exchangeRate, baseCurrency: of.baseCurrency };
    read.push({ draft, of, lines: entryLines(draft.postings, rate) });
  }
  const roleOf = await stockRolesOf(tx, read);
  return read
    .filter(({ lines }) => lines.length > 0)
    .map(({ draft, of, lines }) => voucherOf(tx, draft, of, resolved(of, draft, lines, roleOf)));
}

interface Resolvable {
  readonly of: books.Books;
  readonly lines: readonly EntryLine[];
}

type RoleOf = (line: EntryLine, of: books.Books) => PostingRole;

/** Stock is named by rules as such, and lies under the role of its item. */
async function stockRolesOf(tx: Tx, drafts: readonly Resolvable[]): Promise<RoleOf> {
  const stock = drafts.flatMap(({ of: { companyId }, lines }) =>
    lines
      .filter(({ role }) => role === 'INVENTORY')
      .map((line) => ({ companyId, itemId: itemOf(line) })),
  );
  const roleOf = await stockRoles.of(tx, stock);
  return (line, { companyId }) =>
    line.role === 'INVENTORY' ? roleOf({ companyId, itemId: itemOf(line) }) : line.role;
}

function itemOf({ itemId }: EntryLine): string {
  if (!itemId) throw new Error('Stock was posted without its item.');
  return itemId;
}

function resolved(
  of: books.Books,
  { currency, exchangeRate }: JournalDraft,
  lines: readonly EntryLine[],
  roleOf: RoleOf,
): LedgerLine[] {
  return lines.map((line) => {
    const role = roleOf(line, of);
    return { ...line, role, accountId: books.accountOf(of, role), currency, exchangeRate };
  });
}

function voucherOf(
  tx: Tx,
  draft: JournalDraft,
  of: books.Books,
  lines: readonly LedgerLine[],
): Voucher {
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
  return { companyId, postedOn, lines, word: wordOf(of, lines), manual: null, entry };
}

/** The word of a voucher, by what happens to the company's money. */
export function wordOf(of: books.Books, lines: readonly LedgerLine[]): string {
  const money = books.accountOf(of, 'BANK');
  return voucherWord(
    of.voucherWords,
    lines.map(({ accountId, side }) => ({ isMoney: accountId === money, side })),
  );
}

/** What is to be undone: posted vouchers that are locked, the day, and what for. */
export interface Reversal {
  readonly original: Entry;
  readonly postedOn: LocalDate;
  readonly description: string;
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
  to: { postedOn: LocalDate; description: string },
): Promise<Entry[]> {
  const reversals = originals.map((original) => ({ original, ...to }));
  return write(tx, await redVouchers(tx, reversals));
}

async function redVouchers(tx: Tx, reversals: readonly Reversal[]): Promise<Voucher[]> {
  if (reversals.length === 0) return [];
  const originals = reversals.map(({ original }) => original);
  for (const { status } of originals) next(journalEntryLifecycle, status, 'reverse');
  const lines = await linesOf(
    tx,
    originals.map(({ id }) => id),
  );
  await markReversed(tx, originals);
  return reversals.map((reversal) =>
    redVoucher(tx, reversal, lines.get(reversal.original.id) ?? []),
  );
}

function redVoucher(
  tx: Tx,
  { original, postedOn, description }: Reversal,
  lines: readonly LedgerLine[],
): Voucher {
  const { companyId, postingRule, documentType, documentId, voucherWord: word } = original;
  const entry: NewEntry = {
    id: tx.newId(),
    documentOn: postedOn,
    postingRule,
    documentType,
    documentId,
    description,
    reversalOfId: original.id,
  };
  if (word === null) throw new Error('A posted voucher has a word.');
  return { companyId, postedOn, lines: redLetters(lines), word, manual: null, entry };
}

/** The vouchers that documents posted and that are not undone, locked in the order of their ids. */
export function postedBy(tx: Tx, documentIds: readonly string[]): Promise<Entry[]> {
  return tx.db
    .selectFrom('JournalEntry')
    .selectAll()
    .where('documentId', '=', sql<string>`any(${documentIds}::uuid[])`)
    .where('status', '=', 'POSTED')
    .where('reversalOfId', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** The posted lines of vouchers, by voucher. */
export async function linesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, LedgerLine[]>> {
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
