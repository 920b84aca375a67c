/** A value as a cell of CSV. Text that a spreadsheet would take for a formula is disarmed. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One cell as RFC 4180 has it. What begins like a formula and is no number gets an apostrophe
 * before it, as spreadsheets mark text (OWASP, "CSV Injection").
 */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The value at a path of a row; null where something on the way is. */
function valueAt(row: unknown, path: readonly string[]): string | number | boolean | null {
  let value: unknown = row;
  for (const field of path) value = (value as Record<string, unknown> | null)?.[field] ?? null;
  return value as string | number | boolean | null;
}

/** A row as a line of CSV, its columns by their paths. */
export const csvLine = (row: unknown, columns: readonly (readonly string[])[]): string =>
  columns.map((path) => csvCell(valueAt(row, path))).join(',');

/** The first line: paths with dots between their fields. */
export const csvHeader = (columns: readonly (readonly string[])[]): string =>
  columns.map((path) => csvCell(path.join('.'))).join(',');
