import { changedFields, type FieldChanges, type FlatRow } from '../kernel/index.js';
import type { Fact } from './told-fact.js';

/** One fact as both the log and the audit write it. */
export interface EventRow {
  readonly id: string;
  readonly auditId: string;
  readonly place: number;
  readonly type: string;
  readonly companyId: string | null;
  readonly documentType: string;
  readonly documentId: string;
  readonly version: number;
  readonly changedFields: readonly string[];
  readonly changes: FieldChanges;
  readonly data: object;
}

/** Columns that say nothing of the business, or that nobody may be told. */
const UNTOLD = ['id', 'version', 'updatedAt', 'hash', 'secret'];

/** A row with its custom fields beside its columns, so that each is told by itself. */
function flat(row: object | null): FlatRow | null {
  if (row === null) return null;
  const { customFields, ...columns } = row as FlatRow;
  if (typeof customFields !== 'object' || customFields === null) return columns;
  const fields = Object.entries(customFields as FlatRow).map(
    ([key, value]) => [`customFields.${key}`, value] as const,
  );
  return { ...columns, ...Object.fromEntries(fields) };
}

/** Turns facts into rows, each at its place; `newId` is asked twice for each. */
export function eventRows(facts: readonly Fact[], newId: () => string): EventRow[] {
  return facts.map(({ type, documentType, companyId, before, after, data }, place) => {
    const changes = changedFields(flat(before), flat(after), UNTOLD);
    return {
      id: newId(),
      auditId: newId(),
      place,
      type,
      companyId,
      documentType,
      documentId: after.id,
      version: after.version,
      changedFields: Object.keys(changes),
      changes,
      data,
    };
  });
}
