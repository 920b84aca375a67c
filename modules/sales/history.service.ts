import type { Tx } from '../events/index.js';
import {
  accepted,
  isAccepted,
  type LocalDate,
  localDateAt,
  newReasons,
  ONE,
  type Outcome,
  present,
  type Reasons,
  refused,
} from '../kernel/index.js';
import { exchangeRates, numberSeries } from '../platform/index.js';
import { salesOrderHistoryRecorded } from './events.js';
import { historyDocuments } from './history-documents.rules.js';
import { known, withClaims, withFreeNumbers } from './history-known.service.js';
import { historyLines, toleranceOf } from './history-line.rules.js';
import { type HistoryDraft, writeHistory } from './history-rows.js';
import {
  historicNumber,
  historyDigest,
  historyHeader,
  type SalesOrderHistoryInput,
  statedRate,
} from './history.rules.js';
import { gather, type OrderPointers, type Surroundings } from './surroundings.js';

export type { SalesOrderHistoryInput } from './history.rules.js';

type Input = SalesOrderHistoryInput;

/** How companies number their documents, by `<company> <series>`. */
type Patterns = ReadonlyMap<string, string>;

/** What is read once for all rows. */
interface Known {
  readonly around: Surroundings;
  readonly patterns: Patterns;
  /** By company. */
  readonly today: ReadonlyMap<string, LocalDate>;
}

const pointersOf = ({ companyId, customerId, warehouseId, lines }: Input): OrderPointers => ({
  ...{ companyId, customerId, warehouseId },
  ...{ addressIds: [], paymentTermsId: null, taxCodeIds: [] },
  itemIds: lines.map((line) => line.itemId),
});

function numbered(
  input: Input,
  { deliveries, invoices }: Pick<ReturnType<typeof historyDocuments>, 'deliveries' | 'invoices'>,
  patterns: Patterns,
  reasons: Reasons,
) {
  const patternOf = (series: string) => patterns.get(`${input.companyId} ${series}`);
  const told = input.number ?? input.externalRefs[0]?.key ?? '';
  const number =
    reasons.take(['number'], () => historicNumber(told, patternOf('salesOrder'))) ?? '';
  const own = (series: string, field: string, index: number, text: string) =>
    reasons.take([field, index, 'number'], () => historicNumber(text, patternOf(series))) ?? '';
  return {
    number,
    deliveries: deliveries.map((one, index) => ({
      ...one,
      number: own('delivery', 'deliveries', index, one.number ?? `${number}-D${index + 1}`),
    })),
    invoices: invoices.map((one, index) => {
      if (one.number === null) return one;
      return { ...one, number: own('salesInvoice', 'invoices', index, one.number) };
    }),
  };
}

/** Decides about one finished order; the rate of its day follows for all at once. */
function draftOne(tx: Tx, input: Input, { around, patterns, ...known }: Known) {
  const reasons = newReasons();
  const company = around.companies.get(input.companyId) ?? null;
  const today = known.today.get(input.companyId) ?? localDateAt(tx.now, 'UTC');
  const customer = around.customers.get(input.customerId) ?? null;
  const warehouse = around.warehouses.get(input.warehouseId) ?? null;
  const header = historyHeader(input, { company, customer, warehouse, today }, reasons);
  const { currency, documentOn } = header;
  const tolerance = reasons.take(['tolerance'], () => toleranceOf(input.tolerance));
  const stated = reasons.take(['exchangeRate'], () => statedRate(input.exchangeRate));
  const priced = { currency, tolerance: tolerance ?? ONE, items: around.items };
  const drafted = historyLines(input.lines, priced, reasons);
  if (reasons.list.length > 0) return refused<HistoryDraft>(...reasons.list);
  const lines = drafted.map((line) => ({ ...line, id: tx.newId() }));
  const { deliveries, invoices } = input;
  const documents = historyDocuments(lines, { documentOn, today, deliveries, invoices }, reasons);
  const named = numbered(input, documents, patterns, reasons);
  if (reasons.list.length > 0) return refused<HistoryDraft>(...reasons.list);
  return accepted<HistoryDraft>({
    ...{ id: tx.newId(), header, lines: documents.lines, ...named },
    ...{ refs: input.externalRefs, digest: historyDigest(input), exchangeRate: stated ?? ONE },
  });
}

/** Gives each order the rate that its row states, or that of its day; one statement for all. */
async function withRates(
  tx: Tx,
  inputs: readonly Input[],
  drafts: readonly Outcome<HistoryDraft>[],
  around: Surroundings,
): Promise<Outcome<HistoryDraft>[]> {
  const wanted = drafts.map((draft, index) => {
    if (!isAccepted(draft) || (inputs[index]?.exchangeRate ?? null) !== null) return null;
    const { companyId, currency: from, documentOn: on } = draft.ok.header;
    return { from, to: present(around.companies.get(companyId)).baseCurrency, on };
  });
  const asked = wanted.filter((one) => one !== null);
  const rates = await exchangeRates.rates(tx, asked);
  let place = 0;
  return drafts.map((draft, index) => {
    if (!isAccepted(draft) || wanted[index] === null) return draft;
    const rate = present(rates[place++]);
    if (isAccepted(rate)) return accepted({ ...draft.ok, exchangeRate: rate.ok });
    return refused(...rate.refused.map((reason) => reason.at('currency')));
  });
}

async function draftAll(tx: Tx, inputs: readonly Input[]): Promise<Outcome<HistoryDraft>[]> {
  if (inputs.length === 0) return [];
  const around = await gather(tx, inputs.map(pointersOf));
  const patterns = await numberSeries.patterns(tx, [...around.companies.keys()]);
  const today = new Map(
    [...around.companies].map(([id, { timeZone }]) => [id, localDateAt(tx.now, timeZone)]),
  );
  const decided = inputs.map((input) => draftOne(tx, input, { around, patterns, today }));
  const rated = await withRates(tx, inputs, decided, around);
  return withClaims(tx, await withFreeNumbers(tx, rated));
}

/**
 * Records orders that were finished in the system before, with their deliveries and invoices, all
 * closed, delivered and paid: nothing is posted, moved or reserved by it, and nothing moves them
 * afterwards. A row that is known by its first external reference is answered as it is, when it
 * says the same. One fact for each order, none for its documents. A number of statements that does
 * not grow with the list; one outcome for each row, in order, and a refused one leaves nothing.
 * Refusals: NotFound, InvalidInput, QuantityOutOfRange, UnitMismatch, RateMissing,
 * HistoryAmountMismatch, HistoryDiffers, DeliveryExceedsOpen, InvoiceExceedsShipped, DuplicateKey.
 */
export async function recordMany(
  tx: Tx,
  inputs: readonly Input[],
): Promise<Outcome<{ readonly id: string }>[]> {
  const found = await known(tx, inputs);
  const fresh = inputs.filter((_, index) => found[index] === null);
  const drafts = await draftAll(tx, fresh);
  const written = drafts.filter(isAccepted).map(({ ok }) => ok);
  writeHistory(tx, written).forEach((after, index) => {
    const { deliveries, invoices } = present(written[index]);
    const counts = { deliveries: deliveries.length, invoices: invoices.length };
    const data = { customerId: after.customerId, ...counts };
    tx.emit(salesOrderHistoryRecorded({ before: null, after, data }));
  });
  let place = 0;
  return found.map((outcome) => {
    const draft = outcome ?? present(drafts[place++]);
    return isAccepted(draft) ? accepted({ id: draft.ok.id }) : draft;
  });
}
