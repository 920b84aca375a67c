/** Runs one statement, on the pool or on a transaction; rows are lists, numerics are text. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

export interface Span {
  readonly companyId: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
}

/** A day at whose end a company is looked at. */
export interface Day {
  readonly companyId: string;
  readonly asOf: string;
}

/** The companies that are read: all, or those of an actor. */
export type Companies = 'ALL' | readonly string[];

/** As a value of a statement: null for all. */
export const listed = (companies: Companies): string[] | null =>
  companies === 'ALL' ? null : [...companies];
