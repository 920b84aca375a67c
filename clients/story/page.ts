import { Decimal } from 'decimal.js';

/** Where the story is told, line by line. */
export interface Page {
  chapter(title: string): void;
  /** Something was done: what, by which number, and more of it. */
  step(what: string, number: string, told?: string): void;
  /** Something arrived by itself over the socket. */
  pushed(number: string, told: string): void;
  table(rows: readonly (readonly string[])[], numeric: readonly boolean[]): void;
  line(text: string): void;
}

export interface Paper {
  readonly write: (text: string) => void;
  /** Whether the reader sees colours. */
  readonly hasColours: boolean;
}

const CODES = { bold: 1, dim: 2, green: 32, cyan: 36 } as const;

const WHAT_WIDTH = 20;
const NUMBER_WIDTH = 18;

/** Tells the story on paper; with colours where the paper has them. */
export function openPage({ write, hasColours }: Paper): Page {
  const paint = (style: keyof typeof CODES, text: string) =>
    hasColours ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
  const line = (text: string) => write(`${text}\n`);
  const columns = (what: string, number: string, told: string) =>
    `${what.padEnd(WHAT_WIDTH)}${paint('bold', number.padEnd(NUMBER_WIDTH))}${told}`.trimEnd();
  return {
    line,
    chapter: (title) => line(`\n${paint('bold', title)}`),
    step: (what, number, told = '') =>
      line(`  ${paint('green', '✓')} ${columns(what, number, told)}`),
    pushed: (number, told) =>
      line(`  ${paint('cyan', '←')} ${columns('pushed', number, paint('dim', told))}`),
    table: (rows, numeric) => aligned(rows, numeric).forEach((row) => line(`    ${row}`)),
  };
}

/** Rows as text with columns of one width, numbers to the right. */
function aligned(rows: readonly (readonly string[])[], numeric: readonly boolean[]): string[] {
  const widths = numeric.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    numeric
      .map((isNumber, column) => {
        const cell = row[column] ?? '';
        const width = widths[column] ?? 0;
        return isNumber ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

/** `1234.5` as `1,234.50`; exact, because it is only text. */
export function figure(amount: string): string {
  const [whole = '', cents = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0')}`;
}

/** An estimate as `figure` shows it; to the cent, because it is only one. */
export const rounded = (amount: string): string => figure(new Decimal(amount).toFixed(2));

/** Currencies that have no cents. */
const WHOLE: readonly string[] = ['JPY'];

/** An amount with its currency. */
export function sum({ amount, currency }: { amount: string; currency: string }): string {
  const told = figure(amount);
  return `${WHOLE.includes(currency) ? told.replace(/\.00$/, '') : told} ${currency}`;
}
