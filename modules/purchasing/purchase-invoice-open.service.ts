import { sql } from 'kysely';
import { insertMissing, type Row, type Tx } from '../events/index.js';
import {
  attempt,
  cleanOpenInvoice,
  distinct,
  DuplicateKey,
  groupBy,
  inField,
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
import { purchaseInvoiceOpened } from './events.js';
import { getMany } from './queries.js';

type PurchaseInvoice = Row<'PurchaseInvoice'>;

/** What a supplier was not paid when the company began here. */
export interface OpenPurchaseInvoice extends OpenInvoiceInput {
  readonly supplierId: string;
  /** The supplier's when absent. */
  readonly currency?: string | null;
}

/** An invoice that is to be written. */
interface Plan extends OpenInvoicePlan {
  readonly columns: ReturnType<typeof cleanOpenInvoice> &
    Pick<PurchaseInvoice, 'supplierReference' | 'supplierId' | 'currency'>;
}

/** The supplier's number is taken once. */
type Numbered = Pick<PurchaseInvoice, 'companyId' | 'supplierId' | 'supplierReference'>;

const keyOf = ({ companyId, supplierId, supplierReference }: Numbered): string =>
  `${companyId} ${supplierId} ${supplierReference}`;

async function known(tx: Tx, inputs: readonly OpenPurchaseInvoice[]) {
  const { rows } = await sql<PurchaseInvoice>`
    select i.* from "PurchaseInvoice" i join unnest(
      ${inputs.map(({ companyId }) => companyId)}::uuid[],
      ${inputs.map(({ supplierId }) => supplierId)}::uuid[],
      ${inputs.map(({ number }) => number.trim())}::text[]
    ) as k(company, supplier, number) on i."companyId" = k.company
      and i."supplierId" = k.supplier and i."supplierReference" = k.number
    where i."status" <> 'CANCELLED'
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function gather(tx: Tx, inputs: readonly OpenPurchaseInvoice[]) {
  const companyIds = distinct(inputs.map(({ companyId }) => companyId));
  return {
    companies: await companies.seen(tx, companyIds),
    suppliers: await getMany(tx, distinct(inputs.map((input) => input.supplierId))),
    known: await known(tx, inputs),
  };
}

type Around = Awaited<ReturnType<typeof gather>>;

function plan(input: OpenPurchaseInvoice, around: Around): Plan | PurchaseInvoice {
  const { companyId, supplierId } = input;
  const supplier = around.suppliers.get(supplierId);
  if (!supplier) throw new NotFound('Supplier', supplierId).at('supplierId');
  const currency = input.currency ?? supplier.currency;
  const { baseCurrency, rate } = openInvoices.openingOf(input, currency, around.companies);
  const supplierReference = inField('number', () => openInvoiceNumber(input.number));
  const before = around.known.get(keyOf({ companyId, supplierId, supplierReference }));
  const opened = cleanOpenInvoice(input, currency);
  const columns = { ...opened, supplierReference, supplierId, currency };
  if (!before) return { columns, baseCurrency, rate };
  return inField('number', () => same(before, { columns, baseCurrency, rate }));
}

/** What is posted already is answered as it is when it is told alike, and refused otherwise. */
function same(before: PurchaseInvoice, { columns, rate }: Plan): PurchaseInvoice {
  const isSame =
    before.purchaseOrderId === null &&
    before.supplierId === columns.supplierId &&
    saysTheSame(before, columns, rate);
  return isSame ? before : refusePosted(before.supplierReference);
}

function rowOf(tx: Tx, { columns, rate }: Plan, number: string) {
  const { grossAmount } = columns;
  return {
    ...{ id: tx.newId(), version: 1, number, ...columns, exchangeRate: present(rate) },
    ...{ purchaseOrderId: null, status: 'POSTED' as const, settlement: 'UNPAID' as const },
    ...{ match: 'MATCHED' as const, approvedById: null },
    ...{ paymentTermsId: null, netAmount: grossAmount, taxAmount: ZERO, paidAmount: ZERO },
    ...{ customFields: {}, createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  };
}

function withoutRepeated(inputs: readonly OpenPurchaseInvoice[]) {
  const marks = inputs.map(({ companyId, supplierId, number }) =>
    keyOf({ companyId, supplierId, supplierReference: number.trim() }),
  );
  const value = (index: number): string => inputs[index]?.number ?? '';
  return repeatedRows(marks, { noun: 'PurchaseInvoice', field: 'number', value });
}

/** Our own numbers: one statement for each company and month of posting. */
async function numbered(tx: Tx, plans: readonly Plan[]): Promise<Map<Plan, string>> {
  const numbers = new Map<Plan, string>();
  const groups = groupBy(plans, ({ columns }) => {
    return `${columns.companyId} ${columns.postedOn.slice(0, 7)}`;
  });
  for (const group of groups.values()) {
    const { companyId, postedOn: on } = present(group[0]).columns;
    const wanted = { companyId, series: 'purchaseInvoice', on, count: group.length };
    const taken = await numberSeries.take(tx, wanted);
    group.forEach((one, index) => numbers.set(one, present(taken[index])));
  }
  return numbers;
}

/**
 * Takes on what suppliers were not paid when a company began here: each is a posted invoice without
 * an order, which payments settle and whose age is told, against the opening balance. Its key is
 * the supplier's number: one that says the same is answered as it is. One outcome for each, in
 * order; the statements do not grow with the list. Refuses NotFound, OPENING_POSTED, RateMissing,
 * DuplicateKey, and by field.
 */
export async function openMany(
  tx: Tx,
  inputs: readonly OpenPurchaseInvoice[],
): Promise<Outcome<PurchaseInvoice>[]> {
  const around = await gather(tx, inputs);
  const repeated = withoutRepeated(inputs);
  const decided = inputs.map(
    (input, index) => repeated[index] ?? attempt(() => plan(input, around)),
  );
  const plans = await openInvoices.withRates(tx, decided);
  const open = plans.filter((one): one is Plan => 'columns' in one);
  const numbers = await numbered(tx, open);
  const rows = open.map((one) => rowOf(tx, one, present(numbers.get(one))));
  const written = new Map(
    (await insertMissing(tx, 'PurchaseInvoice', rows)).map((row) => [keyOf(row), row]),
  );
  for (const after of written.values()) tell(tx, after);
  return plans.map((one): Outcome<PurchaseInvoice> => {
    if (one instanceof RuleViolation) return refused(one);
    if (!('columns' in one)) return { ok: one };
    const after = written.get(keyOf(one.columns));
    if (after) return { ok: after };
    const { supplierReference } = one.columns;
    return refused(new DuplicateKey('PurchaseInvoice', 'number', supplierReference).at('number'));
  });
}

function tell(tx: Tx, after: PurchaseInvoice): void {
  const { id, supplierId, currency, exchangeRate, grossAmount: amount } = after;
  const postedOn = present(after.postedOn);
  const data = { supplierId, purchaseInvoiceId: id, amount, currency, exchangeRate, postedOn };
  tx.emit(purchaseInvoiceOpened({ before: null, after, data }));
}
