import { insertLater, landed, updateLater, type Row, type Tx } from '../events/index.js';
import type { LocalDate } from '../kernel/index.js';
import { numberSeries } from '../platform/index.js';
import * as books from './books.service.js';
import { journalEntryPosted } from './events.js';
import * as exposures from './exposure.service.js';
import * as fiscalPeriods from './fiscal-period.service.js';
import type { LedgerLine } from './journal-entry.rules.js';
import {
  byCustomer,
  bySupplier,
  ledgerRow,
  numberGroups,
  payables,
  receivables,
} from './voucher.rules.js';

/** What a new voucher says besides its lines. */
export interface NewEntry {
  readonly id: string;
  readonly documentOn: LocalDate;
  readonly postingRule: string | null;
  readonly documentType: string | null;
  readonly documentId: string | null;
  readonly description: string;
  readonly reversalOfId: string | null;
}

/** A balanced voucher that is ready to be posted. */
export interface Voucher {
  readonly companyId: string;
  readonly postedOn: LocalDate;
  readonly lines: readonly LedgerLine[];
  /** Under which it is numbered. */
  readonly word: string;
  /** The checked manual voucher that is posted now; none for a new one. */
  readonly manual: JournalEntryRow | null;
  readonly entry: NewEntry | null;
}

type JournalEntryRow = Row<'JournalEntry'>;

/**
 * Posts vouchers of any companies and days in a number of statements that does not depend on how
 * many they are: periods are held open, what customers owe follows, and the numbers come last.
 *
 * @throws PeriodClosed, PeriodTooFarAhead
 */
export async function write(
  tx: Tx,
  vouchers: readonly Voucher[],
  openOrders: readonly exposures.OpenOrders[] = [],
): Promise<JournalEntryRow[]> {
  if (vouchers.length === 0 && openOrders.length === 0) return [];
  const days = vouchers.map(({ companyId, postedOn, manual, entry }) => {
    return { companyId, postedOn, isManual: manual !== null || entry?.postingRule === null };
  });
  const owed = byCustomer(vouchers.flatMap(receivables), openOrders);
  const owing = bySupplier(vouchers.flatMap(payables));
  const holding = fiscalPeriods.hold(tx, days);
  exposures.add(tx, owed);
  exposures.addPayables(tx, owing);
  // A period that refuses gives the numbers back with everything else.
  const [periods, numbers] = await landed([holding, takeNumbers(tx, vouchers)]);
  const rows = vouchers.map((voucher, index) => {
    const period = periods[index];
    if (!period) throw new Error(`No fiscal period was held for ${voucher.postedOn}.`);
    return entryRow(tx, voucher, period.id, numbers[index] ?? null);
  });
  writeEntries(tx, vouchers, rows);
  await insertLines(tx, vouchers, rows);
  rows.forEach((after, index) => {
    tx.emit(journalEntryPosted({ before: vouchers[index]?.manual ?? null, after, data: {} }));
  });
  return rows;
}

/** Numbers in the order of the vouchers. */
async function takeNumbers(tx: Tx, vouchers: readonly Voucher[]): Promise<(string | null)[]> {
  const numbers: (string | null)[] = vouchers.map(() => null);
  for (const { companyId, word, on, places } of numberGroups(vouchers)) {
    const wanted = { companyId, series: `voucher:${word}`, on, count: places.length };
    const taken = await numberSeries.takeGapFree(tx, wanted);
    places.forEach((place, index) => (numbers[place] = taken[index] ?? null));
  }
  return numbers;
}

function entryRow(
  tx: Tx,
  { companyId, postedOn, word, manual, entry }: Voucher,
  fiscalPeriodId: string,
  number: string | null,
): JournalEntryRow {
  const numbered = { number, voucherWord: word, fiscalPeriodId };
  const posted = { ...numbered, status: 'POSTED' as const, postedOn, updatedAt: tx.now };
  if (manual) return { ...manual, ...posted, version: manual.version + 1 };
  if (!entry) throw new Error('A voucher is either new or manual.');
  const made = { createdAt: tx.now, createdById: tx.actor.id, checkedById: null };
  const customFields = {};
  return { ...entry, ...posted, ...made, customFields, version: 1, companyId };
}

function writeEntries(
  tx: Tx,
  vouchers: readonly Voucher[],
  rows: readonly JournalEntryRow[],
): void {
  const isManual = (_: unknown, index: number) => vouchers[index]?.manual !== null;
  const isNew = (_: unknown, index: number) => vouchers[index]?.manual === null;
  const fresh = rows.filter(isNew).map((row) => ({ ...row, customFields: {} }));
  insertLater(tx, 'JournalEntry', fresh);
  const posted = rows
    .filter(isManual)
    .map(({ id, number, voucherWord, fiscalPeriodId, status, postedOn, version, updatedAt }) => {
      return { id, number, voucherWord, fiscalPeriodId, status, postedOn, version, updatedAt };
    });
  updateLater(tx, 'JournalEntry', posted);
}

/** The lines of a voucher are written by one statement, which the store judges as it ends. */
async function insertLines(
  tx: Tx,
  vouchers: readonly Voucher[],
  rows: readonly JournalEntryRow[],
): Promise<void> {
  const written = [];
  for (const [index, { companyId, lines, postedOn }] of vouchers.entries()) {
    const { baseCurrency } = await books.of(tx, companyId);
    const journalEntryId = rows[index]?.id ?? '';
    const shared = { companyId, journalEntryId, baseCurrency, postedOn, createdAt: tx.now };
    written.push(...lines.map((line, place) => ledgerRow(tx.newId(), line, place + 1, shared)));
  }
  insertLater(tx, 'LedgerEntry', written);
}
