/** The mapping language as it is written; `mapping.schema.json` says the same to editors. */
export interface Mapping {
  /** The name under which nodes keep the keys of the files. */
  readonly system: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly sources: Readonly<Record<string, SourceOf>>;
  readonly tables?: Readonly<Record<string, CodeTable>>;
  readonly steps: readonly Step[];
}

export interface Parameter {
  readonly default?: Scalar;
  readonly about?: string;
}

export type Scalar = string | number | boolean;
export type CodeTable = Readonly<Record<string, Scalar | null>>;

/** Rows come from files, from the mapping itself, or are derived from another source. */
export type SourceOf = FileSource | WrittenSource | DerivedSource;

export interface FileSource {
  readonly file: string | readonly string[];
  readonly format?: 'csv' | 'jsonl' | 'xlsx';
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: 'utf-8' | 'windows-1252' | 'gb18030';
  readonly sheet?: string | number;
  /** The row that holds the names of the columns, from 1. */
  readonly header?: number;
  /** The names of the columns, where the file has no such row. */
  readonly columns?: readonly string[];
  /** Words that mean that nothing is there. */
  readonly empty?: readonly string[];
  /** Columns that a file may lack. */
  readonly optional?: readonly string[];
}

export interface WrittenSource {
  readonly rows: readonly Readonly<Record<string, Scalar | null>>[];
}

export interface DerivedSource {
  readonly of: string;
  readonly where?: Filter;
  readonly join?: Joins;
  /** Further columns, computed from a row. */
  readonly add?: Readonly<Record<string, Expression>>;
  readonly groupBy?: readonly string[];
  readonly take?: Readonly<Record<string, Aggregate>>;
}

export type Aggregate =
  | { readonly first: string }
  | { readonly last: string }
  | { readonly min: string }
  | { readonly max: string }
  | { readonly sum: string }
  | { readonly count: true };

export interface Step {
  readonly step: string;
  readonly about?: string;
  readonly mutation: string;
  readonly from: string;
  readonly system?: string;
  readonly where?: Filter;
  readonly join?: Joins;
  readonly key: Expression;
  /** A look-up: what it finds is taken as it is, and not sent. */
  readonly existing?: Expression;
  readonly fields: Fields;
  /** One request after another, in the order of the rows. */
  readonly ordered?: boolean;
}

export type Fields = Readonly<Record<string, Expression>>;
export type Joins = Readonly<Record<string, Join>>;

/** The first row of another source that fits. */
export interface Join {
  readonly source: string;
  /** Columns of the other source, and what they must equal. */
  readonly on: Readonly<Record<string, Expression>>;
  readonly where?: Filter;
  readonly take?: 'first' | 'last';
}

/** A text names a column; a number or truth value stands for itself. */
export type Expression = string | number | boolean | Formula;

export interface Formula {
  readonly column?: string;
  readonly value?: unknown;
  readonly parameter?: string;
  readonly number?: { readonly from?: number; readonly step?: number };
  readonly template?: string;
  readonly words?: readonly Expression[];
  readonly between?: string;
  readonly coalesce?: readonly Expression[];
  readonly add?: readonly Expression[];
  readonly subtract?: readonly Expression[];
  readonly multiply?: readonly Expression[];
  readonly divide?: readonly Expression[];
  readonly places?: number;
  readonly case?: readonly { readonly where: Filter; readonly then: Expression }[];
  readonly otherwise?: Expression;
  readonly lookup?: Lookup;
  readonly object?: Fields;
  readonly list?: ListPart | readonly ListPart[];
  readonly as?: Conversion | readonly Conversion[];
  readonly default?: Scalar;
  readonly empty?: 'leave' | 'clear' | 'refuse';
}

export interface Lookup {
  readonly step?: string;
  readonly table?: string;
  readonly key?: Expression;
  readonly query?: string;
  readonly by?: Fields;
  readonly where?: Fields;
  readonly missing?: 'refuse' | 'leave';
}

/** Part of a list: an item for each row of a source that belongs to this one, or one item. */
export interface ListPart {
  readonly each?: string;
  readonly on?: Readonly<Record<string, Expression>>;
  readonly where?: Filter;
  readonly join?: Joins;
  readonly orderBy?: string;
  /** Fields that share out an amount over the items, so that they sum to it exactly. */
  readonly spread?: Readonly<Record<string, Spread>>;
  readonly item: Expression;
}

export interface Spread {
  readonly amount: Expression;
  readonly over: Expression;
  readonly places: number;
}

export type Conversion = string | Readonly<Record<string, unknown>>;

/** A list of filters holds where each of them does. */
export type Filter = Test | readonly Filter[];

export interface Test {
  readonly is?: Expression;
  readonly equals?: Operand;
  readonly in?: readonly Operand[];
  readonly empty?: boolean;
  readonly between?: readonly [Operand, Operand];
  readonly atLeast?: Operand;
  readonly atMost?: Operand;
  readonly startsWith?: Operand;
  readonly contains?: Operand;
  readonly effectiveOn?: Operand;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly exists?: string;
  readonly on?: Readonly<Record<string, Expression>>;
  readonly where?: Filter;
  readonly any?: readonly Filter[];
  readonly not?: Filter;
}

/** What is compared with: a scalar stands for itself, anything else is an expression. */
export type Operand = Scalar | Formula;

/** What an expression comes to. */
export type Value =
  null | string | number | boolean | readonly Value[] | { readonly [field: string]: Value };

export const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] => {
  if (one === undefined) return [];
  return Array.isArray(one) ? (one as readonly T[]) : [one as T];
};
