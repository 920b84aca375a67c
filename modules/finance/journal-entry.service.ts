import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import {
  type Decimal,
  type LocalDate,
  NotFound,
  ONE,
  QuantityOutOfRange,
  cleanText,
  isCurrencyCode,
  next,
  parseLocalDate,
  InvalidInput,
} from '../kernel/index.js';
import * as books from './books.service.js';
import { toBase, type Side } from './entry.rules.js';
import { AutomaticEntryRefused } from './errors.js';
import { journalEntryChecked, journalEntryCreated } from './events.js';
import * as fiscalPeriods from './fiscal-period.service.js';
import type { Versioned } from './fiscal-period.service.js';
import {
  checkAccount,
  checkBalance,
  checkChecker,
  checkLines,
  checkReversible,
  journalEntryLifecycle,
  type LedgerLine,
} from './journal-entry.rules.js';
import * as journal from './journal.service.js';
import { write } from './voucher.service.js';

type Entry = Row<'JournalEntry'>;

export interface JournalEntryLineInput {
  readonly accountId: string;
  readonly side: Side;
  readonly amount: Decimal;
  /** The company's base currency when left out. */
  readonly currency?: string | null;
  /** One unit of the currency in base currency; 1 when left out. */
  readonly exchangeRate?: Decimal | null;
  readonly department?: string | null;
  readonly project?: string | null;
}

export interface JournalEntryInput {
  readonly companyId: string;
  readonly documentOn: string;
  readonly description: string;
  readonly lines: readonly JournalEntryLineInput[];
}

/**
 * Writes a manual voucher as a draft. It must balance already, and may not touch accounts that
 * documents keep.
 *
 * @throws NotFound, EntryUnbalanced, ControlAccountRefused, PeriodClosed, InvalidInput
 */
export async function create(tx: Tx, input: JournalEntryInput): Promise<Entry> {
  const of = await books.of(tx, input.companyId);
  const lines = decideLines(input, of);
  await checkAccounts(tx, of.companyId, lines);
  const documentOn = parseLocalDate(input.documentOn);
  const day = { companyId: of.companyId, postedOn: documentOn, isManual: true };
  const [period] = await fiscalPeriods.hold(tx, [day]);
  if (!period) throw new Error(`No fiscal period holds ${documentOn}.`);
  const description = cleanText(input.description, { min: 1, max: 500 });
  const entry = draftRow(tx, of.companyId, { documentOn, description, fiscalPeriodId: period.id });
  await tx.db
    .insertInto('JournalEntry')
    .values({ ...entry, customFields: {} })
    .execute();
  await tx.db
    .insertInto('JournalEntryLine')
    .values(lines.map((line, index) => lineRow(tx, entry, of.baseCurrency, line, index)))
    .execute();
  tx.emit(journalEntryCreated({ before: null, after: entry, data: {} }));
  return entry;
}

function decideLines(input: JournalEntryInput, { baseCurrency }: books.Books): LedgerLine[] {
  const lines = input.lines.map((line, index) => {
    const currency = line.currency ?? baseCurrency;
    if (!isCurrencyCode(currency)) {
      const message = '{currency} is not a currency.';
      const refusal = new InvalidInput('CURRENCY_UNKNOWN', message, { currency });
      throw refusal.at('lines', index, 'currency');
    }
    return { ...line, currency, exchangeRate: line.exchangeRate ?? ONE };
  });
  checkLines(lines);
  const decided = lines.map((line, index) => ({
    ...line,
    role: null,
    baseAmount: toBase(line.amount, checkedRate(line, baseCurrency, index)),
    department: line.department ? cleanText(line.department, { max: 100 }) : null,
    project: line.project ? cleanText(line.project, { max: 100 }) : null,
  }));
  checkBalance(decided, baseCurrency);
  return decided;
}

function checkedRate(
  { currency, exchangeRate }: { currency: string; exchangeRate: Decimal },
  baseCurrency: string,
  index: number,
) {
  if (currency === baseCurrency && !exchangeRate.eq(ONE)) {
    const message = 'The rate of the base currency is 1.';
    const refusal = new QuantityOutOfRange('EXCHANGE_RATE_OUT_OF_RANGE', message);
    throw refusal.at('lines', index, 'exchangeRate');
  }
  return { currency, exchangeRate, baseCurrency };
}

async function checkAccounts(tx: Tx, companyId: string, lines: readonly LedgerLine[]) {
  const rows = await tx.db
    .selectFrom('Account as account')
    .leftJoin('AccountRole as role', 'role.accountId', 'account.id')
    .select(['account.id', 'account.code', 'role.role'])
    .where('account.companyId', '=', companyId)
    .where('account.archivedAt', 'is', null)
    .where('account.id', '=', oneOf(lines.map((line) => line.accountId)))
    .execute();
  lines.forEach(({ accountId }, index) => {
    const found = rows.filter(({ id }) => id === accountId);
    const account = found[0];
    if (!account) throw new NotFound('Account', accountId).at('lines', index, 'accountId');
    const roles = found.flatMap(({ role }) => (role === null ? [] : [role]));
    checkAccount(account, roles, index);
  });
}

function draftRow(
  tx: Tx,
  companyId: string,
  said: Pick<Entry, 'documentOn' | 'description' | 'fiscalPeriodId'>,
): Entry {
  return {
    id: tx.newId(),
    version: 1,
    companyId,
    number: null,
    voucherWord: null,
    ...said,
    status: journalEntryLifecycle.initial,
    postedOn: null,
    postingRule: null,
    documentType: null,
    documentId: null,
    reversalOfId: null,
    createdAt: tx.now,
    createdById: tx.actor.id,
    checkedById: null,
    customFields: {},
    updatedAt: tx.now,
  };
}

function lineRow(tx: Tx, entry: Entry, baseCurrency: string, line: LedgerLine, index: number) {
  const { accountId, side, amount, currency, exchangeRate, baseAmount } = line;
  const { department = null, project = null } = line;
  const kept = { accountId, side, amount, currency, exchangeRate, baseAmount, baseCurrency };
  return {
    id: tx.newId(),
    companyId: entry.companyId,
    journalEntryId: entry.id,
    position: index + 1,
    ...kept,
    department,
    project,
    createdAt: tx.now,
  };
}

/** Puts a second name under a draft. Refuses TransitionRefused, MakerIsChecker. */
export async function check(tx: Tx, input: Versioned): Promise<Entry> {
  const before = await tx.lock('JournalEntry', input.id, input.expectedVersion);
  const status = next(journalEntryLifecycle, before.status, 'check');
  checkChecker(before, tx.actor.id);
  const after = await nextVersion(tx, 'JournalEntry', before, { status, checkedById: tx.actor.id });
  tx.emit(journalEntryChecked({ before, after, data: {} }));
  return after;
}

/**
 * Posts a checked voucher, on its own day unless another is given.
 *
 * @throws TransitionRefused, PeriodClosed
 */
export async function post(
  tx: Tx,
  input: Versioned & { postedOn?: string | null },
): Promise<Entry> {
  const manual = await tx.lock('JournalEntry', input.id, input.expectedVersion);
  next(journalEntryLifecycle, manual.status, 'post');
  const lines = await tx.db
    .selectFrom('JournalEntryLine')
    .selectAll()
    .where('journalEntryId', '=', manual.id)
    .orderBy('position')
    .execute();
  const postedOn: LocalDate = parseLocalDate(input.postedOn ?? manual.documentOn);
  const posted = lines.map((line) => ({ ...line, role: null }));
  const { companyId } = manual;
  const word = journal.wordOf(await books.of(tx, companyId), posted);
  const voucher = { companyId, postedOn, lines: posted, word, manual, entry: null };
  const [after] = await write(tx, [voucher]);
  if (!after) throw new Error('A voucher was posted and is not there.');
  return after;
}

export interface ReverseEntryInput extends Versioned {
  /** The company's today when left out. */
  readonly postedOn?: string | null;
  readonly reason: string;
}

/**
 * Undoes a posted manual voucher by red letters and answers the reversing voucher. What a document
 * posted is undone with the document.
 *
 * @throws TransitionRefused, AutomaticEntryRefused, PeriodClosed
 */
export async function reverse(tx: Tx, input: ReverseEntryInput): Promise<Entry> {
  const before = await tx.lock('JournalEntry', input.id, input.expectedVersion);
  const { today } = await books.of(tx, before.companyId);
  next(journalEntryLifecycle, before.status, 'reverse');
  checkReversible(before);
  if (before.documentType !== null) throw new AutomaticEntryRefused(before.documentType);
  const postedOn = parseLocalDate(input.postedOn ?? today);
  const description = cleanText(input.reason, { min: 1, max: 500 });
  const [red] = await journal.reverse(tx, [before], { postedOn, description });
  if (!red) throw new Error('A voucher was reversed and its reversal is not there.');
  return red;
}
