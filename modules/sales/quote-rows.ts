import { sql } from 'kysely';
import {
  insertAll,
  insertLater,
  readNow,
  type Row,
  type Tx,
  updateLater,
} from '../events/index.js';
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

/** Writes a new draft with its lines. Two statements. */
export async function insertDraft(
  tx: Tx,
  draft: DraftedQuote,
  { carried, ...identity }: Identity,
): Promise<Quote> {
  const id = tx.newId();
  const { lines, ...columns } = draft;
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  const row = { ...columns, ...identity, ...made, id, version: 1, status: 'DRAFT' as const };
  const customFields = carried?.customFields ?? {};
  const inserted = insertAll(tx, 'Quote', [{ ...row, promisedOn: null, customFields }]);
  const written = lines.map((line, index) => ({
    ...lineRow(tx, { ...columns, id }, line, index + 1),
    customFields: carried?.ofLines[index] ?? {},
  }));
  insertLater(tx, 'QuoteLine', written);
  const [after] = await inserted;
  return after!;
}

type QuotePatch = Partial<Omit<Quote, 'id' | 'version' | 'updatedAt' | 'customFields'>>;

/** Writes a quote that is locked, and counts its version; answers it as it is from now on. */
export function updateQuote(tx: Tx, before: Quote, patch: QuotePatch): Quote {
  const written = { id: before.id, ...patch, version: before.version + 1, updatedAt: tx.now };
  updateLater(tx, 'Quote', [written]);
  return { ...before, ...written };
}
