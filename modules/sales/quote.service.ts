import { sql } from 'kysely';
import { insertAll, landed, type Tx } from '../events/index.js';
import {
  addDays,
  daysBetween,
  type LocalDate,
  next,
  NotFound,
  present,
  refuseRepeated,
} from '../kernel/index.js';
import { carriedFields, companies, numberSeries } from '../platform/index.js';
import { quoteChanged, quoteCreated, quoteSuperseded } from './events.js';
import {
  asInput,
  decideQuote,
  draftQuote,
  estimateQuote,
  opportunityFor,
  type QuoteHeaderInput,
  type QuoteInput,
  type QuoteLineInput,
  wantedLines,
} from './quote-draft.service.js';
import {
  draftRow,
  fieldsOf,
  insertQuote,
  lineRow,
  linesOf,
  type Quote,
  type QuoteLine,
  updateQuote,
} from './quote-rows.js';
import { allowedOf } from './quote-settings.service.js';
import { sendNew } from './quote-status.service.js';
import { quoteLifecycle } from './quote.rules.js';
import { ofCustomer } from './rows.js';
import { refuseLineCount } from './sales-order.rules.js';

export { accept, settle, type QuoteAcceptance } from './quote-order.service.js';
export { approve, expire, lose, send, submit, type QuoteLoss } from './quote-status.service.js';
export type { QuoteInput } from './quote-draft.service.js';

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** A line that replaces the one with its id, or is added when it has none. */
export interface QuoteLinePut extends QuoteLineInput {
  readonly id?: string | null;
}

/** Absent keeps, null clears; company, customer and currency stay. */
export interface QuoteChange
  extends Versioned, Partial<Omit<QuoteHeaderInput, 'companyId' | 'customerId' | 'currency'>> {
  readonly lines?: readonly QuoteLinePut[] | null;
  readonly removedLineIds?: readonly string[] | null;
}

export interface QuoteEntry extends QuoteInput {
  /** Hands it in and sends it at once, unless it needs approval by someone else. */
  readonly send?: boolean | null;
}

/**
 * Enters a quote as a draft, or sends it at once where that is told: prices that are left out come
 * from the price lists, lines that are left out from the opportunity. Refusals: NotFound,
 * OpportunityClosed, PriceMissing, RateMissing, OrderWithoutLines, InvalidInput, QuantityOutOfRange
 * and UnitMismatch by field.
 */
export async function create(tx: Tx, input: QuoteEntry): Promise<Quote> {
  const opportunity = await opportunityFor(tx, input);
  const lines = input.lines ?? (opportunity ? await wantedLines(tx, opportunity.id) : []);
  const currency = input.currency ?? opportunity?.currency;
  const decided = await decideQuote(tx, { ...input, currency, lines });
  const { companyId, documentOn: on } = decided;
  const [estimated, [number], allowed] = await landed([
    estimateQuote(tx, decided),
    numberSeries.take(tx, { companyId, series: 'quote', on, count: 1 }),
    input.send === true ? allowedOf(tx, companyId) : Promise.resolve(null),
  ]);
  const identity = { number: present(number), revision: 1, supersedesId: null };
  const draft = draftRow(tx, estimated, identity);
  tx.emit(quoteCreated({ before: null, after: draft, data: ofCustomer(draft) }));
  const after = allowed ? sendNew(tx, draft, estimated.lines, allowed) : draft;
  insertQuote(tx, after, estimated.lines);
  return after;
}

/** The header as it would be: what the patch names over what the quote has. */
function merged(before: Quote, patch: QuoteChange): QuoteHeaderInput {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as Partial<QuoteHeaderInput>) };
}

function refuseUnknown(ids: readonly string[], lines: readonly QuoteLine[], field: string): void {
  ids.forEach((id, index) => {
    if (!lines.some((line) => line.id === id)) throw new NotFound('QuoteLine', id).at(field, index);
  });
}

/** The lines as they would be: those put first, so that refusals lead to them, then those kept. */
function changedLines(lines: readonly QuoteLine[], patch: QuoteChange) {
  const puts = patch.lines ?? [];
  const removed = patch.removedLineIds ?? [];
  const replaced = puts.flatMap(({ id }) => id ?? []);
  refuseRepeated([...replaced, ...removed], 'lines');
  refuseUnknown(replaced, lines, 'lines');
  refuseUnknown(removed, lines, 'removedLineIds');
  const kept = lines.filter(({ id }) => ![...replaced, ...removed].includes(id));
  refuseLineCount(kept.length + puts.length);
  const old = [...puts.map(({ id }) => lines.find((line) => line.id === id)), ...kept];
  return { inputs: [...puts, ...kept.map(asInput)], old };
}

/**
 * Changes a draft: its header and, by their ids, its lines; what is not named stays. Costs and the
 * rate are taken anew. Refusals: TransitionRefused unless a draft, StaleVersion, those of `create`.
 */
export async function change(tx: Tx, patch: QuoteChange): Promise<Quote> {
  const before = await tx.lock('Quote', patch.id, patch.expectedVersion);
  const status = next(quoteLifecycle, before.status, 'change');
  const header = merged(before, patch);
  if (patch.opportunityId) await opportunityFor(tx, header);
  const lines = await linesOf(tx, [before.id]);
  const { inputs, old } = changedLines(lines, patch);
  const { lines: drafted, ...columns } = await draftQuote(tx, { ...header, lines: inputs });
  let last = Math.max(0, ...lines.map(({ position }) => position));
  const written = drafted.map((line, index) => {
    const known = old[index];
    const row = lineRow(tx, before, line, known?.position ?? ++last);
    if (!known) return row;
    const { id, createdAt, version } = known;
    return { ...row, id, createdAt, version: version + 1, customFields: fieldsOf(known) };
  });
  await sql`delete from "QuoteLine" where "quoteId" = ${before.id}`.execute(tx.db);
  await insertAll(tx, 'QuoteLine', written);
  const after = updateQuote(tx, before, { ...columns, status });
  tx.emit(quoteChanged({ before, after, data: ofCustomer(after) }));
  return after;
}

/**
 * Puts a new draft in the place of a quote that was not ordered: under the same number, with the
 * next revision, valid for as long as the old one was, from today. TransitionRefused, StaleVersion.
 */
export async function revise(tx: Tx, { id, expectedVersion }: Versioned): Promise<Quote> {
  const before = await tx.lock('Quote', id, expectedVersion);
  const status = next(quoteLifecycle, before.status, 'revise');
  const lines = await linesOf(tx, [id]);
  const documentOn = await companies.today(tx, before.companyId);
  const days = daysBetween(before.documentOn as LocalDate, before.validUntil as LocalDate);
  const validity = { documentOn, validUntil: addDays(documentOn, days) };
  const draft = await draftQuote(tx, { ...before, ...validity, lines: lines.map(asInput) });
  const old = updateQuote(tx, before, { status });
  tx.emit(quoteSuperseded({ before, after: old, data: ofCustomer(old) }));
  const [customFields] = await carriedFields(tx, 'Quote', [fieldsOf(before)]);
  const ofLines = await carriedFields(tx, 'QuoteLine', lines.map(fieldsOf));
  const { number, revision } = before;
  const carried = { customFields: customFields!, ofLines };
  const identity = { number, revision: revision + 1, supersedesId: before.id, carried };
  const after = draftRow(tx, draft, identity);
  insertQuote(tx, after, draft.lines, carried);
  tx.emit(quoteCreated({ before: null, after, data: ofCustomer(after) }));
  return after;
}
