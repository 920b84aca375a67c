import { canSee, localDateAt, type Actor } from '../kernel/index.js';
import type { Read } from './product-data.queries.js';

/** A company that is asked of: its currency and the day it is there. */
export interface AskedCompany {
  readonly companyId: string;
  readonly baseCurrency: string;
  readonly today: string;
}

/** A company as far as the actor sees it. One statement. */
export async function askedCompany(
  read: Read,
  companyId: string,
  { actor, now }: { readonly actor: Pick<Actor, 'companies'>; readonly now: Date },
): Promise<AskedCompany | null> {
  if (!canSee(actor as Actor, companyId)) return null;
  const text = 'select "baseCurrency", "timeZone" from "Company" where "id" = $1';
  const [row] = await read({ text, values: [companyId] });
  if (!row) return null;
  const [baseCurrency, timeZone] = row.map(String);
  return { companyId, baseCurrency: baseCurrency!, today: localDateAt(now, timeZone!) };
}

/** The codes of items. One statement. */
export async function codesOf(read: Read, ids: Iterable<string>): Promise<Map<string, string>> {
  const text = 'select "id", "code" from "Item" where "id" = any($1::uuid[])';
  const rows = await read({ text, values: [[...new Set(ids)]] });
  return new Map(rows.map(([id, code]) => [String(id), String(code)]));
}
