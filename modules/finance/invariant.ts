/** Something that is true of the books at every commit: a query that answers no row. */
export interface Invariant {
  readonly name: string;
  /** Its rows are the exceptions. */
  readonly text: string;
}

/** Debits less credits of a column of ledger entries `e`. */
export const signed = (column: string): string =>
  `sum(case e."side" when 'DEBIT' then e."${column}" else -e."${column}" end)`;
