import { QuantityOutOfRange, addDays, type LocalDate } from '../kernel/index.js';

/** What the reference data brings. */
export const standardTerms = [
  { code: 'NET0', name: 'Due at once', netDays: 0 },
  { code: 'NET14', name: '14 days net', netDays: 14 },
  { code: 'NET30', name: '30 days net', netDays: 30 },
  { code: 'NET60', name: '60 days net', netDays: 60 },
] as const;

const NET_DAYS_MAX = 366;

/** Refuses terms that are negative, longer than a year or not whole days. */
export function checkNetDays(netDays: number): number {
  if (Number.isInteger(netDays) && netDays >= 0 && netDays <= NET_DAYS_MAX) return netDays;
  const message = 'Terms are 0 to {max} whole days.';
  throw new QuantityOutOfRange('NET_DAYS_OUT_OF_RANGE', message, { max: NET_DAYS_MAX });
}

/** The day on which a document of a day is due. */
export function dueOn(terms: { readonly netDays: number }, documentOn: LocalDate): LocalDate {
  return addDays(documentOn, terms.netDays);
}
