import { createHash } from 'node:crypto';
import {
  canonicalText,
  cleanText,
  Decimal,
  fits,
  InvalidInput,
  isNumberOf,
  type LocalDate,
  minorUnits,
  NotFound,
  optionalDate,
  parseLocalDate,
  QuantityOutOfRange,
  type Reasons,
  textOrNone,
} from '../kernel/index.js';
import type { HistoryDeliveryInput, HistoryInvoiceInput } from './history-documents.rules.js';
import type { HistoryLineInput } from './history-line.rules.js';

/** What the system before called an order. */
interface Reference {
  readonly system: string;
  readonly key: string;
}

/** A finished order as the system before kept it. */
export interface SalesOrderHistoryInput {
  readonly companyId: string;
  readonly customerId: string;
  readonly warehouseId: string;
  /** By the first of them the row is known again. */
  readonly externalRefs: readonly Reference[];
  /** The number it had; the key of the first external reference when absent. */
  readonly number?: string | null;
  readonly documentOn: string;
  readonly requestedOn?: string | null;
  readonly customerReference?: string | null;
  /** The customer's currency when absent. */
  readonly currency?: string | null;
  /** One unit of the currency in base currency; the rate of the day when absent. */
  readonly exchangeRate?: Decimal | null;
  /** How far a net amount may be from quantity × price × (1 − discount); 0.01 when absent. */
  readonly tolerance?: Decimal | null;
  readonly lines: readonly HistoryLineInput[];
  /** One of all goods on the day of the order when absent. */
  readonly deliveries?: readonly HistoryDeliveryInput[] | null;
  /** One of all that was delivered, on the day of the last delivery, when absent. */
  readonly invoices?: readonly HistoryInvoiceInput[] | null;
}

/** What is known of the nodes the row points to; null for what is unknown or hidden. */
interface HistorySurroundings {
  readonly company: unknown;
  readonly customer: { readonly currency: string } | null;
  readonly warehouse: { readonly companyId: string } | null;
  readonly today: LocalDate;
}

export interface HistoryHeader {
  readonly companyId: string;
  readonly customerId: string;
  readonly warehouseId: string;
  readonly customerReference: string | null;
  readonly currency: string;
  readonly documentOn: LocalDate;
  readonly requestedOn: LocalDate | null;
}

/** Stands where the currency or the day is unknown because the row is refused anyway. */
const ANY_CURRENCY = 'USD';

function refuseUnknown(type: string, id: string, node: unknown): void {
  if (node === null) throw new NotFound(type, id);
}

/** Takes a day of the past: what is still to come is no history. */
export function pastDate(text: string, today: LocalDate): LocalDate {
  const day = parseLocalDate(text);
  if (day <= today) return day;
  throw new InvalidInput('HISTORY_IN_FUTURE', '{day} is still to come: it is no history.', { day });
}

function currencyOf(given: string | null | undefined, ofCustomer: string | undefined): string {
  const currency = given ?? ofCustomer ?? ANY_CURRENCY;
  minorUnits(currency);
  return currency;
}

/**
 * Makes the header of a finished order. What the row points to may have left daily use meanwhile,
 * so nothing archived is refused. Refusals go to `reasons`; the answer is then not kept.
 */
export function historyHeader(
  input: SalesOrderHistoryInput,
  around: HistorySurroundings,
  reasons: Reasons,
): HistoryHeader {
  const { companyId, customerId, warehouseId } = input;
  const { company, customer, warehouse, today } = around;
  const own = warehouse?.companyId === companyId ? warehouse : null;
  reasons.take(['companyId'], () => refuseUnknown('Company', companyId, company));
  reasons.take(['customerId'], () => refuseUnknown('Customer', customerId, customer));
  reasons.take(['warehouseId'], () => refuseUnknown('Warehouse', warehouseId, own));
  reasons.take(['externalRefs'], () => refuseUnreferred(input.externalRefs));
  const currency = reasons.take(['currency'], () => currencyOf(input.currency, customer?.currency));
  return {
    ...{ companyId, customerId, warehouseId, currency: currency ?? ANY_CURRENCY },
    customerReference:
      reasons.take(['customerReference'], () => textOrNone(input.customerReference, 100)) ?? null,
    documentOn: reasons.take(['documentOn'], () => pastDate(input.documentOn, today)) ?? today,
    requestedOn: reasons.take(['requestedOn'], () => optionalDate(input.requestedOn)) ?? null,
  };
}

function refuseUnreferred(refs: readonly Reference[]): void {
  if (refs.length > 0) return;
  const message = 'History is known again by what the system before called it: give a reference.';
  throw new InvalidInput('HISTORY_WITHOUT_REFERENCE', message);
}

/** A rate that the row states itself; null when it is the one of the day. */
export function statedRate(rate: Decimal | null | undefined): Decimal | null {
  if (rate === null || rate === undefined) return null;
  if (rate.isFinite() && rate.gt(0) && fits(rate, 28, 12)) return rate;
  const message = 'A rate is above zero, below 10^16 and has at most 12 decimals.';
  throw new QuantityOutOfRange('RATE_OUT_OF_RANGE', message);
}

const NUMBER_MAX = 200;

/**
 * A number of the system before, as ours keep it: as it is, unless a series of the company could
 * give it one day; then with a mark in front. With the mark the series never gives it: what stands
 * before its first digits is two characters off then.
 */
export function historicNumber(number: string, pattern: string | undefined): string {
  const cleaned = cleanText(number, { min: 1, max: NUMBER_MAX });
  if (pattern === undefined || !isNumberOf(pattern, cleaned)) return cleaned;
  return `H/${cleaned}`;
}

/** What was told, without what was left out or null: the two mean the same here. */
function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null || Decimal.isDecimal(value)) return value;
  const given = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(given.map(([name, member]) => [name, told(member)]));
}

/** One text for a row, the same whenever the row says the same. */
export function historyDigest(input: SalesOrderHistoryInput): string {
  return createHash('sha256')
    .update(canonicalText(told(input)) ?? '')
    .digest('base64url');
}
