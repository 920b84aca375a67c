import type { GraphQLSchema } from 'graphql';
import type { CustomColumn } from './custom.js';

/** What the reader is told of a noun. It knows tables and columns by these words only. */

export type ColumnKind =
  | 'text'
  | 'id'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'choice'
  | 'money'
  | 'quantity'
  | 'texts';

export interface ReadColumn {
  readonly kind: ColumnKind;
  /** The column that filters and orders use, and the first that is selected. */
  readonly column: string;
  /** The column that holds the currency or the unit beside it. */
  readonly beside?: string;
  readonly isNullable: boolean;
  readonly isFilterable: boolean;
  /** False for a number that means nothing when it is added up, such as a version. */
  readonly isMeasured?: boolean;
  /** A permission beyond the noun's own. */
  readonly permission?: string;
}

/** An edge by a key: to one (the key is ours) or to many (the key is theirs). */
export interface ReadEdge {
  readonly kind: 'one' | 'many' | 'any';
  /** The noun it leads to; none for an edge that may lead to any noun. */
  readonly to: () => ReadNoun | null;
  /** Our column for `one` and `any`; their column for `many`. */
  readonly by: string;
  /** For `many`: our column, usually the id. */
  readonly from: string;
  /** For `any`: our column that names the noun. */
  readonly nounColumn?: string;
  /** For `many`: only their rows of which this column has this value. */
  readonly only?: { readonly column: string; readonly value: string };
  readonly permission?: string;
}

/** How a list tells what was so at the end of a day; the day comes as a placeholder. */
export interface ReadAsOf {
  /** A select that stands for the table; without it rows are told as they are. */
  readonly rows?: (day: string) => string;
  /** Which rows counted on that day, as a condition on an alias. */
  readonly counted?: (alias: string, day: string) => string;
}

/** A field that is worked out for all rows of a level at once. */
export interface ReadComputed {
  /** Our columns it starts from; their raw text is given to `load`. */
  readonly needs: readonly string[];
  readonly load: (
    rows: readonly RawKeys[],
    args: Record<string, unknown>,
    reader: ReaderScope,
  ) => Promise<readonly unknown[]>;
}

export type RawKeys = Readonly<Record<string, string | number | boolean | null>>;

export interface ReadNoun {
  readonly name: string;
  readonly table: string;
  readonly permission: string;
  /** The column that names the owning company; none when the whole group shares the rows. */
  readonly companyColumn: string | null;
  /**
   * For rows that no single column decides: a condition on an alias, given how to bind the
   * companies.
   */
  readonly seenBy?: (alias: string, companies: () => string) => string;
  /** For rows that need a right of their own: a condition, by what the actor may. */
  readonly readBy?: (
    alias: string,
    actor: ReaderActor,
    bind: (values: readonly string[], type: 'text[]' | 'uuid[]') => string,
  ) => string;
  readonly columns: Readonly<Record<string, ReadColumn>>;
  readonly edges: Readonly<Record<string, ReadEdge>>;
  readonly computed: Readonly<Record<string, ReadComputed>>;
  /** How rows are looked up beside their id. */
  readonly lookups: { readonly number: boolean; readonly code: boolean; readonly refs: boolean };
  /** Lists of it take a day. */
  readonly asOf?: ReadAsOf;
  /** The column of the row that a look-up by its code leads to instead, where it names one. */
  readonly leadsTo?: string;
  /** Whether users may define fields on it. */
  readonly isExtensible?: boolean;
  /** The noun whose fields its rows keep until that noun takes them over. */
  readonly fieldsOf?: string;
  /** The fields that users have defined on it, by code, under the schema that is asked. */
  readonly custom?: ReadonlyMap<string, CustomColumn>;
}

/** Whose eyes the reader reads with. */
export interface ReaderActor {
  /** Who reads; only what is told of single actions depends on it, no row does. */
  readonly id?: string;
  readonly permissions: ReadonlySet<string>;
  readonly companies: 'ALL' | readonly string[];
  /** The one document that the holder of a link sees. */
  readonly linkedId?: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether its first column is text that the store writes of many rows. */
  readonly isWritten?: boolean;
}

/** Runs one statement and answers rows as arrays, numerics and times as the store's own text. */
export type RunStatement = (statement: Statement) => Promise<{ rows: unknown[][] }>;

/** What a computed field may use: one more statement, with the same eyes. */
export interface ReaderScope {
  readonly query: RunStatement;
  readonly actor: ReaderActor;
  /** Today in UTC, the instant the request began. */
  readonly now: Date;
  /** The schema under which is read, and with it the fields that users have defined. */
  readonly schema?: GraphQLSchema;
}

/**
 * A row as the executor walks it: graph fields, raw keys under `$k`, edges by response key under
 * `$e`.
 */
export interface ReadRow {
  [field: string]: unknown;
  readonly $noun: string;
  readonly $k: Record<string, string | number | boolean | null>;
  readonly $e: Record<string, unknown>;
}
