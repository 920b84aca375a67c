import type { Selectable } from 'kysely';
import type { DB } from '../../prisma/database.js';
import type { Fact, Versioned } from './told-fact.js';
import type { Tx } from './tx.js';

export type Table = keyof DB;
export type Row<T extends Table> = Selectable<DB[T]>;

/** The tables whose rows change by versions, and so can be locked and told of. */
export type VersionedTable = {
  [T in Table]: Row<T> extends Versioned ? T : never;
}[Table];

/** A row as a fact carries it: whatever a secret could be compared with stays in its own table. */
export type Told<T extends Table> = Omit<Row<T>, 'hash' | 'secret'>;

/** A fact of a known noun with known data. */
export interface FactOn<T extends VersionedTable, D extends object> extends Fact {
  readonly documentType: T;
  readonly before: Told<T> | null;
  readonly after: Told<T> & Versioned;
  readonly data: D;
}

interface Happening<T extends VersionedTable, D extends object> {
  /** Null for a document that was made. */
  readonly before: Told<T> | null;
  readonly after: Told<T> & Versioned;
  readonly data: D;
}

/** What makes facts of one type, and names the type to those who listen. */
export interface FactOf<T extends VersionedTable, D extends object> {
  (happening: Happening<T, D>): FactOn<T, D>;
  readonly type: string;
  readonly documentType: T;
}

/** Stands where a company would for what belongs to the group as a whole. */
const GROUP_ID = '00000000-0000-0000-0000-000000000000';

/** The company whose document it is; null for what the group shares. */
export function companyOf(documentType: string, after: Versioned): string | null {
  if (documentType === 'Company') return after.id;
  const companyId = 'companyId' in after ? after.companyId : null;
  return typeof companyId === 'string' && companyId !== GROUP_ID ? companyId : null;
}

const toldTables = new Set<string>();

/** Whether facts are told of the rows of a table, so that whoever follows the log hears of them. */
export const isToldOf = (table: string): boolean => toldTables.has(table);

/**
 * Declares a type of fact. Called with the document before and after, it answers what `tx.emit`
 * takes; the company is the document's own.
 */
export function fact<T extends VersionedTable, D extends object = object>(
  type: string,
  documentType: T,
): FactOf<T, D> {
  toldTables.add(documentType);
  const make = ({ before, after, data }: Happening<T, D>): FactOn<T, D> => {
    const companyId = companyOf(documentType, after);
    return { type, documentType, companyId, before, after, data };
  };
  return Object.assign(make, { type, documentType });
}

/** Who listens to one type of fact, in the transaction in which it became true. */
export interface Hearing {
  readonly type: string;
  /**
   * Told of facts of the type that were emitted one after another, such as those of a bulk. May
   * refuse by throwing a RuleViolation, and may emit facts of its own.
   */
  listen(tx: Tx, facts: readonly Fact[]): Promise<void>;
}

/** Says that `listener` is told of every fact of a type, in the order in which they are emitted. */
export function hears<T extends VersionedTable, D extends object>(
  { type }: FactOf<T, D>,
  listener: (tx: Tx, fact: FactOn<T, D>) => Promise<void>,
): Hearing {
  return {
    type,
    async listen(tx, facts) {
      // Only facts that this very declaration made have its type, so the narrower fact is what
      // comes.
      for (const told of facts) await listener(tx, told as FactOn<T, D>);
    },
  };
}

/** Stands in a hearing's place for the type when it is told of the end. */
export const AT_THE_END = 'events.heard';

/**
 * Says that `listener` is called when every fact was heard, and again when it told facts itself
 * that were heard then. It is given no facts: it finishes what others laid by.
 */
export function hearsLast(listener: (tx: Tx) => Promise<void>): Hearing {
  return { type: AT_THE_END, listen: (tx) => listener(tx) };
}

/** As `hears`, for a listener that costs no more statements for many facts than for one. */
export function hearsAll<T extends VersionedTable, D extends object>(
  { type }: FactOf<T, D>,
  listener: (tx: Tx, facts: readonly FactOn<T, D>[]) => Promise<void>,
): Hearing {
  return { type, listen: (tx, facts) => listener(tx, facts as readonly FactOn<T, D>[]) };
}
