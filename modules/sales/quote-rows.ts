import { sql } from 'kysely';
import { insertLater, readNow, type Row, type Tx, updateLater } from '../events/index.js';
import { ZERO } from '../kernel/index.js';
import type { DraftedQuote, QuoteLineDraft } from './quote-draft.service.js';

export type Quote = Row<'Quote'>;
export type QuoteLine = Row<'QuoteLine'>;

/**
 * The lines of quotes in the order of their positions. One statement, sent at once: behind the lock
 * on the quotes it reads what the lock found.
 */
export function linesOf(tx: Tx, quoteIds: readonly string[]): Promise<QuoteLine[]> {
  const reading = sql<QuoteLine>`
    select * from "QuoteLine" where "quoteId" = any(${[...quoteIds]}::uuid[])
    order by "quoteId", "position"
  `;
  return readNow(tx, reading);
}

/** A line's row, as it stands in a draft of a quote. */
export function lineRow(
  tx: Tx,
  quote: { readonly id: string; readonly companyId: string; readonly baseCurrency: string },
  line: QuoteLineDraft,
  position: number,
) {
  return {
    ...line,
    id: tx.newId(),
    version: 1,
    companyId: quote.companyId,
    quoteId: quote.id,
    baseCurrency: quote.baseCurrency,
    position,
    ordered: ZERO,
    customFields: {},
    createdAt: tx.now,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The custom fields of a quote or a line, by their keys. */
export const fieldsOf = ({ customFields }: { readonly customFields: unknown }): Fields =>
  customFields as Fields;

interface Identity {
  readonly number: string;
  readonly revision: number;
  readonly supersedesId: string | null;
  /** Custom fields that it takes over from the revision before, with those of its lines. */
  readonly carried?: { readonly customFields: Fields; readonly ofLines: readonly Fields[] };
}

/** A new draft, which is not written yet. */
export function draftRow(
  tx: Tx,
  { lines: _, ...columns }: DraftedQuote,
  { carried, ...identity }: Identity,
): Quote {
  return {
    ...columns,
    ...identity,
    ...{ id: tx.newId(), version: 1, status: 'DRAFT' },
    ...{ promisedOn: null, lostReason: null, competitor: null, approvedById: null },
    customFields: carried?.customFields ?? {},
    ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  };
}

/** Writes a new quote with its lines. Two statements. */
export function insertQuote(
  tx: Tx,
  quote: Quote,
  lines: readonly QuoteLineDraft[],
  carried?: Identity['carried'],
): void {
  insertLater(tx, 'Quote', [{ ...quote, customFields: fieldsOf(quote) }]);
  const written = lines.map((line, index) => ({
    ...lineRow(tx, quote, line, index + 1),
    customFields: carried?.ofLines[index] ?? {},
  }));
  insertLater(tx, 'QuoteLine', written);
}

type QuotePatch = Partial<Omit<Quote, 'id' | 'version' | 'updatedAt' | 'customFields'>>;

/** A quote after a step that is not written yet. */
export function nextQuote(tx: Tx, before: Quote, patch: QuotePatch): Quote {
  return { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
}

/** Writes a quote that is locked, and counts its version; answers it as it is from now on. */
export function updateQuote(tx: Tx, before: Quote, patch: QuotePatch): Quote {
  const after = nextQuote(tx, before, patch);
  const { id, version, updatedAt } = after;
  updateLater(tx, 'Quote', [{ id, ...patch, version, updatedAt }]);
  return after;
}
