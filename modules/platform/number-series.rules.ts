import { NotFound, documentNumber, seriesPeriod, type LocalDate } from '../kernel/index.js';

/** The scope of what belongs to the group and not to one of its companies. */
export const GROUP_ID = '00000000-0000-0000-0000-000000000000';

/** How a kind of document is numbered until an administrator says otherwise. */
export interface SeriesDefault {
  readonly code: string;
  readonly pattern: string;
  /** Numbers without gaps are taken late, under the lock of a counter. */
  readonly isGapFree: boolean;
}

/** What every company starts with. A voucher's word and number count within their month. */
export const companySeries: readonly SeriesDefault[] = [
  { code: 'opportunity', pattern: 'OPP-{YYYY}-{#####}', isGapFree: false },
  { code: 'quote', pattern: 'QU-{YYYY}-{#####}', isGapFree: false },
  { code: 'salesOrder', pattern: 'SO-{YYYY}-{#####}', isGapFree: false },
  { code: 'delivery', pattern: 'DN-{YYYY}-{#####}', isGapFree: false },
  { code: 'salesInvoice', pattern: 'INV-{YYYY}-{#####}', isGapFree: true },
  { code: 'salesOrderChange', pattern: 'CO-{YYYY}-{#####}', isGapFree: false },
  { code: 'salesReturn', pattern: 'RT-{YYYY}-{#####}', isGapFree: false },
  { code: 'creditNote', pattern: 'CN-{YYYY}-{#####}', isGapFree: true },
  { code: 'purchaseOrder', pattern: 'PO-{YYYY}-{#####}', isGapFree: false },
  { code: 'goodsReceipt', pattern: 'GR-{YYYY}-{#####}', isGapFree: false },
  { code: 'purchaseInvoice', pattern: 'PI-{YYYY}-{#####}', isGapFree: false },
  { code: 'purchaseReturn', pattern: 'RS-{YYYY}-{#####}', isGapFree: false },
  { code: 'purchaseCreditNote', pattern: 'PCN-{YYYY}-{#####}', isGapFree: false },
  { code: 'workOrder', pattern: 'WO-{YYYY}-{#####}', isGapFree: false },
  { code: 'jobCard', pattern: 'JC-{YYYY}-{#######}', isGapFree: false },
  { code: 'stockTransfer', pattern: 'ST-{YYYY}-{#####}', isGapFree: false },
  { code: 'stockCount', pattern: 'SC-{YYYY}-{#####}', isGapFree: false },
  { code: 'payment', pattern: 'PAY-{YYYY}-{#####}', isGapFree: false },
  { code: 'stockOpening', pattern: 'OP-{YYYY}-{#####}', isGapFree: false },
  { code: 'voucher:GL', pattern: 'GL-{YYYY}-{MM}-{####}', isGapFree: true },
];

/** What the group starts with, for what all its companies share. */
export const groupSeries: readonly SeriesDefault[] = [
  { code: 'customer', pattern: 'C-{#####}', isGapFree: false },
  { code: 'supplier', pattern: 'S-{#####}', isGapFree: false },
  { code: 'item', pattern: 'I-{#####}', isGapFree: false },
];

const patterns = new Map(
  [...companySeries, ...groupSeries].map(({ code, pattern }) => [code, pattern]),
);

/** The pattern a series most likely has: a guess that saves asking the store first. */
export function likelyPattern(series: string): string {
  const word = /^voucher:(.+)$/.exec(series)?.[1];
  return patterns.get(series) ?? (word ? `${word}-{YYYY}-{MM}-{####}` : '');
}

/** The period in which the guessed pattern counts on a day; empty when there is no guess. */
export function likelyPeriod(series: string, on: LocalDate): string {
  const pattern = likelyPattern(series);
  return pattern === '' ? '' : seriesPeriod(pattern, on);
}

/** Writes counted values as the numbers of documents of a day. */
export function numbersOf(pattern: string, on: LocalDate, values: readonly number[]): string[] {
  return values.map((value) => documentNumber(pattern, on, value));
}

/** The values up to and including the last one that a counter gave. */
export function lastValues(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

/** The refusal for a series that nobody made. */
export function unknownSeries(series: string): NotFound {
  return new NotFound('NumberSeries', series);
}
