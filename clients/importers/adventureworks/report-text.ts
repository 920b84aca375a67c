import type { Decimal } from './amounts.js';
import type { ImportReport } from './report.js';

/** Puts rows into columns: the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, place) =>
    Math.max(...rows.map((row) => row[place]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((text, place) => {
        const width = widths[place] ?? 0;
        return place === 0 ? text.padEnd(width) : text.padStart(width);
      })
      .join('  '),
  );
}

/** 1234567.8 is `1,234,567.80`. */
const shown = (amount: Decimal): string => {
  const [whole = '', decimals = ''] = amount
    .toFixed(Math.max(2, amount.decimalPlaces()))
    .split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
};

function partsText({ parts }: ImportReport): string[] {
  const whole = parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
  return columns([
    ['part', 'count', 'seconds', 'a second'],
    ...parts.map(({ title, count, milliseconds }) => [
      title,
      String(count),
      seconds(milliseconds),
      milliseconds > 0 ? ((count / milliseconds) * 1_000).toFixed(0) : '',
    ]),
    ['together', '', seconds(whole), ''],
  ]);
}

function moneyText(report: ImportReport): string[] {
  const { totals, incomeStatement, marginOfAllOrders, marginOfNoOrder } = report;
  return columns([
    [`${totals.count} orders`, 'USD'],
    ['goods', shown(totals.goods)],
    ['freight', shown(totals.freight)],
    ['tax', shown(totals.tax)],
    ['gross', shown(totals.gross)],
    ['paid', shown(totals.paid)],
    ['cost of sales', shown(totals.costOfSales)],
    ['margin', shown(totals.margin)],
    ['', ''],
    [`${report.buying.count} purchases`, shown(report.buying.net)],
    ['billed', shown(report.buying.billed)],
    ['paid to suppliers', shown(report.buying.paid)],
    ['', ''],
    ['margins of all orders', shown(marginOfAllOrders)],
    ['margin of no order', shown(marginOfNoOrder)],
    ['gross profit of the income statement', shown(incomeStatement.grossProfit)],
  ]);
}

const makingText = ({ making: { count, closed } }: ImportReport): string =>
  `${count} work orders were needed, and ${closed} are completed and closed.`;

function shortText({ short }: ImportReport): string[] {
  const pieces = Object.entries(short);
  if (pieces.length === 0) return ['What was short was made or bought.'];
  const list = pieces.map(([number, quantity]) => `${quantity} of ${number}`).join(', ');
  return [`Neither made nor bought, and given an opening balance: ${list}.`];
}

function checkText({ invariants, factsWritten }: ImportReport): string[] {
  const broken = invariants.filter(({ broken: count }) => count > 0);
  const facts =
    factsWritten === 0
      ? 'Nothing was changed: all of it was there.'
      : `${factsWritten} changes were recorded.`;
  if (broken.length === 0) return [`All ${invariants.length} checks of the books hold.`, facts];
  return [...broken.map(({ name, broken: count }) => `BROKEN, ${count} times: ${name}`), facts];
}

/** The report as the terminal shows it. */
export function reportText(report: ImportReport): string {
  const blocks = [
    partsText(report),
    moneyText(report),
    [makingText(report), ...shortText(report), ...checkText(report)],
  ];
  return `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}`;
}
