import { sql } from 'kysely';
import { customers } from '../crm/index.js';
import { insertMissing, type Row, type Tx } from '../events/index.js';
import {
  attempt,
  cleanOpenInvoice,
  distinct,
  DuplicateKey,
  inField,
  InvalidInput,
  isNumberOf,
  NotFound,
  type OpenInvoiceInput,
  openInvoiceNumber,
  type Outcome,
  present,
  refused,
  refusePosted,
  repeatedRows,
  RuleViolation,
  saysTheSame,
  ZERO,
} from '../kernel/index.js';
import { companies, numberSeries, openInvoices, type OpenInvoicePlan } from '../platform/index.js';
import { salesInvoiceOpened } from './events.js';

type SalesInvoice = Row<'SalesInvoice'>;

/** What a customer had not paid when the company began here. */
export interface OpenSalesInvoice extends OpenInvoiceInput {
  readonly customerId: string;
  /** The customer's when absent. */
  readonly currency?: string | null;
}

/** An invoice that is to be written. */
interface Plan extends OpenInvoicePlan {
  readonly columns: ReturnType<typeof cleanOpenInvoice> &
    Pick<SalesInvoice, 'number' | 'customerId' | 'currency'>;
}

const keyOf = ({ companyId, number }: { companyId: string; number: string | null }): string =>
  `${companyId} ${number ?? ''}`;

async function known(tx: Tx, inputs: readonly OpenSalesInvoice[]) {
  const { rows } = await sql<SalesInvoice>`
    select i.* from "SalesInvoice" i join unnest(
      ${inputs.map(({ companyId }) => companyId)}::uuid[],
      ${inputs.map(({ number }) => number.trim())}::text[]
    ) as k(company, number) on i."companyId" = k.company and i."number" = k.number
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function gather(tx: Tx, inputs: readonly OpenSalesInvoice[]) {
  const companyIds = distinct(inputs.map(({ companyId }) => companyId));
  return {
    companies: await companies.seen(tx, companyIds),
    customers: await customers.getMany(tx, distinct(inputs.map((input) => input.customerId))),
    patterns: await numberSeries.patterns(tx, companyIds),
    known: await known(tx, inputs),
  };
}

type Around = Awaited<ReturnType<typeof gather>>;

function numberOf(input: OpenSalesInvoice, { patterns }: Around): string {
  const number = openInvoiceNumber(input.number);
  const pattern = patterns.get(`${input.companyId} salesInvoice`);
  if (pattern === undefined || !isNumberOf(pattern, number)) return number;
  const message = "{number} is a number that the company's own series gives.";
  throw new InvalidInput('NUMBER_OF_SERIES', message, { number });
}

function plan(input: OpenSalesInvoice, around: Around): Plan | SalesInvoice {
  const { companyId, customerId } = input;
  const customer = around.customers.get(customerId);
  if (!customer) throw new NotFound('Customer', customerId).at('customerId');
  const currency = input.currency ?? customer.currency;
  const { baseCurrency, rate } = openInvoices.openingOf(input, currency, around.companies);
  const number = inField('number', () => openInvoiceNumber(input.number));
  const before = around.known.get(keyOf({ companyId, number }));
  const opened = cleanOpenInvoice(input, currency);
  const columns = { ...opened, number, customerId, currency };
  if (!before) {
    inField('number', () => numberOf(input, around));
    return { columns, baseCurrency, rate };
  }
  return inField('number', () => same(before, { columns, baseCurrency, rate }));
}

/** What is posted already is answered as it is when it is told alike, and refused otherwise. */
function same(before: SalesInvoice, { columns, rate }: Plan): SalesInvoice {
  const isSame =
    before.salesOrderId === null &&
    before.customerId === columns.customerId &&
    saysTheSame(before, columns, rate);
  return isSame ? before : refusePosted(before.number ?? '');
}

function rowOf(tx: Tx, { columns, rate }: Plan) {
  const { grossAmount } = columns;
  return {
    ...{ id: tx.newId(), version: 1, ...columns, exchangeRate: present(rate) },
    ...{ salesOrderId: null, status: 'POSTED' as const, settlement: 'UNPAID' as const },
    ...{ paymentTermsId: null, netAmount: grossAmount, taxAmount: ZERO, paidAmount: ZERO },
    ...{ customFields: {}, createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  };
}

function withoutRepeated(inputs: readonly OpenSalesInvoice[]) {
  const marks = inputs.map(({ companyId, number }) => keyOf({ companyId, number: number.trim() }));
  const value = (index: number): string => inputs[index]?.number ?? '';
  return repeatedRows(marks, { noun: 'SalesInvoice', field: 'number', value });
}

/**
 * Takes on what customers had not paid when a company began here: each is a posted invoice without
 * an order, which payments settle and whose age is told, against the opening balance. Its key is
 * its number: one that says the same is answered as it is. One outcome for each, in order; the
 * statements do not grow with the list. Refuses NotFound, NUMBER_OF_SERIES, OPENING_POSTED,
 * RateMissing, DuplicateKey, and by field.
 */
export async function openMany(
  tx: Tx,
  inputs: readonly OpenSalesInvoice[],
): Promise<Outcome<SalesInvoice>[]> {
  const around = await gather(tx, inputs);
  const repeated = withoutRepeated(inputs);
  const decided = inputs.map(
    (input, index) => repeated[index] ?? attempt(() => plan(input, around)),
  );
  const plans = await openInvoices.withRates(tx, decided);
  const rows = plans.flatMap((one) => ('columns' in one ? [rowOf(tx, one)] : []));
  const written = new Map(
    (await insertMissing(tx, 'SalesInvoice', rows)).map((row) => [keyOf(row), row]),
  );
  for (const after of written.values()) tell(tx, after);
  return plans.map((one): Outcome<SalesInvoice> => {
    if (one instanceof RuleViolation) return refused(one);
    if (!('columns' in one)) return { ok: one };
    const after = written.get(keyOf(one.columns));
    if (after) return { ok: after };
    return refused(
      new DuplicateKey('SalesInvoice', 'number', one.columns.number ?? '').at('number'),
    );
  });
}

function tell(tx: Tx, after: SalesInvoice): void {
  const { id, customerId, currency, exchangeRate, grossAmount: amount } = after;
  const postedOn = present(after.postedOn);
  const data = { customerId, salesInvoiceId: id, amount, currency, exchangeRate, postedOn };
  tx.emit(salesInvoiceOpened({ before: null, after, data }));
}
