import { type Decimal, decimal } from '../kernel/index.js';
import type { LineAmendment } from './change-order.rules.js';
import type { SalesOrderLineDraft } from './sales-order.rules.js';

/** What was agreed on, as it is kept: exact numbers stand as text. */
export interface KeptChange {
  readonly changed: readonly LineAmendment[];
  readonly added: readonly SalesOrderLineDraft[];
  readonly removedLineIds: readonly string[];
}

type Kept<T> = { readonly [K in keyof T]: Decimal extends T[K] ? string | null : T[K] };

interface KeptJson {
  readonly changed: readonly Kept<LineAmendment>[];
  readonly added: readonly Kept<SalesOrderLineDraft>[];
  readonly removedLineIds: readonly string[];
}

const NUMBERS = [
  'quantity',
  'unitPrice',
  'discountPercent',
  'netAmount',
  'taxAmount',
  'stockFactor',
  'quotedUnitCost',
] as const;

/** Makes numbers again of the texts that stand for them. */
function revived<T extends object>(kept: Kept<T>): T {
  const entries = Object.entries<unknown>(kept).map(([name, value]) => {
    const isNumber = (NUMBERS as readonly string[]).includes(name) && typeof value === 'string';
    return [name, isNumber ? decimal(value) : value] as const;
  });
  return Object.fromEntries(entries) as T;
}

/** The change as it is stored: JSON writes exact numbers as text. */
export function keptChange(change: KeptChange): string {
  return JSON.stringify(change);
}

/** The change as it was agreed on. */
export function revivedChange(stored: unknown): KeptChange {
  const { changed, added, removedLineIds } = stored as KeptJson;
  return {
    changed: changed.map((line) => revived<LineAmendment>(line)),
    added: added.map((line) => revived<SalesOrderLineDraft>(line)),
    removedLineIds,
  };
}
