import {
  cleanText,
  type Decimal,
  inField,
  InvalidInput,
  LimitExceeded,
  type LocalDate,
  parseLocalDate,
  type Reasons,
  textOrNone,
  ZERO,
} from '../kernel/index.js';
import type { Amounts } from './amounts.rules.js';
import { type LineQuantity, toDeliver } from './delivery.rules.js';
import { lineStatus, type LineStatus } from './fulfilment.rules.js';
import type { HistoryLine } from './history-line.rules.js';
import { pastDate } from './history.rules.js';
import { type InvoicedPart, takenBy, toInvoice } from './sales-invoice-parts.rules.js';

/** So much of a line of the order, named by its position; what is open of it when absent. */
export interface HistoryPartInput {
  readonly position: number;
  readonly quantity: Decimal;
}

export interface HistoryDeliveryInput {
  /** The number it had; made of the order's when absent. */
  readonly number?: string | null;
  readonly shippedOn: string;
  readonly trackingNumber?: string | null;
  /** All that is left to deliver when absent. */
  readonly lines?: readonly HistoryPartInput[] | null;
}

export interface HistoryInvoiceInput {
  /** The number it had; an invoice whose number is not known has none. */
  readonly number?: string | null;
  readonly postedOn: string;
  /** The day it was posted when absent. */
  readonly dueOn?: string | null;
  /** When it was paid in full; not known when absent. */
  readonly paidOn?: string | null;
  /** All that was delivered and not billed, and the charges, when absent. */
  readonly lines?: readonly HistoryPartInput[] | null;
}

export interface HistoryDelivery {
  readonly number: string | null;
  readonly shippedOn: LocalDate;
  readonly trackingNumber: string | null;
  readonly parts: readonly LineQuantity[];
}

export interface HistoryInvoice {
  readonly number: string | null;
  readonly postedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly paidOn: LocalDate | null;
  readonly parts: readonly InvoicedPart[];
}

/** A line of the order with all that became of it. */
export interface FinishedLine extends HistoryLine, Amounts {
  readonly id: string;
  readonly shipped: Decimal;
  readonly invoiced: Decimal;
  readonly status: LineStatus;
}

export interface Documents {
  readonly lines: readonly FinishedLine[];
  readonly deliveries: readonly HistoryDelivery[];
  readonly invoices: readonly HistoryInvoice[];
}

interface Wanted {
  readonly documentOn: LocalDate;
  readonly today: LocalDate;
  readonly deliveries: readonly HistoryDeliveryInput[] | null | undefined;
  readonly invoices: readonly HistoryInvoiceInput[] | null | undefined;
}

type Lines = readonly FinishedLine[];

/** The line of each part, by its id; what holds no such line is told at its place. */
function named(parts: readonly HistoryPartInput[] | null | undefined, lines: Lines) {
  if (parts === null || parts === undefined) return null;
  return parts.map(({ position, quantity }, index) => {
    const line = lines[position - 1];
    if (line) return { salesOrderLineId: line.id, quantity };
    const message = 'The order has no line at the position {position}.';
    throw new InvalidInput('LINE_POSITION_UNKNOWN', message, { position }).at(
      ...['lines', index, 'position'],
    );
  });
}

type Moved = 'shipped' | 'invoiced';

/** The lines after a document took parts of them. */
function moved(lines: Lines, column: Moved, parts: readonly LineQuantity[]): Lines {
  const taken = new Map(parts.map((part) => [part.salesOrderLineId, part.quantity]));
  return lines.map((line) => {
    const after = { ...line, [column]: line[column].add(taken.get(line.id) ?? ZERO) };
    return { ...after, status: lineStatus(after) };
  });
}

const DOCUMENTS_MAX = 100;

function refuseTooMany(subject: string, count: number): void {
  if (count > DOCUMENTS_MAX) throw new LimitExceeded(subject, DOCUMENTS_MAX, count);
}

const numberOrNone = (number: string | null | undefined): string | null =>
  number === null || number === undefined
    ? null
    : inField('number', () => cleanText(number, { min: 1, max: 200 }));

const dayIn = (field: string, text: string, today: LocalDate): LocalDate =>
  inField(field, () => pastDate(text, today));

const NOTHING_HELD: ReadonlyMap<string, Decimal> = new Map();

function deliveryOf(input: HistoryDeliveryInput, lines: Lines, today: LocalDate): HistoryDelivery {
  return {
    number: numberOrNone(input.number),
    shippedOn: dayIn('shippedOn', input.shippedOn, today),
    trackingNumber: inField('trackingNumber', () => textOrNone(input.trackingNumber, 100)),
    parts: toDeliver(lines, NOTHING_HELD, named(input.lines, lines)),
  };
}

function invoiceOf(
  input: HistoryInvoiceInput,
  lines: Lines,
  earlier: readonly HistoryInvoice[],
  today: LocalDate,
): HistoryInvoice {
  const { dueOn, paidOn = null } = input;
  const postedOn = dayIn('postedOn', input.postedOn, today);
  const taken = takenBy(earlier.flatMap(({ parts }) => parts));
  return {
    ...{ number: numberOrNone(input.number), postedOn },
    dueOn: inField('dueOn', () => parseLocalDate(dueOn ?? postedOn)),
    paidOn: paidOn === null ? null : dayIn('paidOn', paidOn, today),
    parts: toInvoice(lines, taken, named(input.lines, lines)),
  };
}

function deliver(lines: Lines, wanted: Wanted, reasons: Reasons) {
  const isOpen = lines.some(({ kind }) => kind === 'ITEM');
  const all = isOpen ? [{ shippedOn: wanted.documentOn }] : [];
  const inputs: readonly HistoryDeliveryInput[] = wanted.deliveries ?? all;
  reasons.take(['deliveries'], () => refuseTooMany('Deliveries', inputs.length));
  const deliveries: HistoryDelivery[] = [];
  let after = lines;
  inputs.slice(0, DOCUMENTS_MAX).forEach((input, index) => {
    const made = reasons.take(['deliveries', index], () => deliveryOf(input, after, wanted.today));
    if (!made) return;
    after = moved(after, 'shipped', made.parts);
    deliveries.push(made);
  });
  return { after, deliveries };
}

/** The last day on which goods left, or the day of the order. */
function lastDay(deliveries: readonly HistoryDelivery[], documentOn: LocalDate): LocalDate {
  const days = deliveries.map(({ shippedOn }) => shippedOn).sort();
  return days.at(-1) ?? documentOn;
}

/**
 * Makes the deliveries and invoices of a finished order: what each names, or all that is left for
 * it, by the rules that hold for orders of today. Nothing is delivered beyond what was ordered and
 * nothing billed beyond what was delivered; parts of a line sum to its amounts. Refusals:
 * DeliveryExceedsOpen, InvoiceExceedsShipped, NothingToDeliver, NothingToInvoice, InvalidInput.
 */
export function historyDocuments(
  drafted: readonly (HistoryLine & { readonly id: string })[],
  wanted: Wanted,
  reasons: Reasons,
): Documents {
  const fresh = drafted.map((line) => {
    return { ...line, shipped: ZERO, invoiced: ZERO, status: 'OPEN' as const };
  });
  const { after: shipped, deliveries } = deliver(fresh, wanted, reasons);
  const isDue = shipped.some(({ kind, shipped: left }) => kind === 'CHARGE' || left.gt(0));
  const all = isDue ? [{ postedOn: lastDay(deliveries, wanted.documentOn) }] : [];
  const inputs: readonly HistoryInvoiceInput[] = wanted.invoices ?? all;
  reasons.take(['invoices'], () => refuseTooMany('Invoices', inputs.length));
  const invoices: HistoryInvoice[] = [];
  let after = shipped;
  inputs.slice(0, DOCUMENTS_MAX).forEach((input, index) => {
    const made = reasons.take(['invoices', index], () =>
      invoiceOf(input, after, invoices, wanted.today),
    );
    if (!made) return;
    after = moved(after, 'invoiced', made.parts);
    invoices.push(made);
  });
  return { lines: after, deliveries, invoices };
}
