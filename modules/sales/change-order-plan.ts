import { type Row, throwAll, type Tx } from '../events/index.js';
import {
  checkedAmount,
  type Decimal,
  newReasons,
  optionalDate,
  present,
  type Reasons,
  ZERO,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { documentAmounts, type Part } from './amounts.rules.js';
import {
  type Amended,
  amendLine,
  checkNamed,
  type LineAmendment,
  refuseBelowCommitted,
  refuseUnlessChangeable,
} from './change-order.rules.js';
import { heldByDeliveries } from './delivery-rows.js';
import { isKept } from './fulfilment.rules.js';
import { withPrices } from './price-fill.service.js';
import { takenBy } from './sales-invoice-parts.rules.js';
import { takenParts } from './sales-invoice-rows.js';
import { linesOf } from './sales-order-rows.js';
import {
  draftLine,
  refuseLineCount,
  type SalesOrderLineDraft,
  type SalesOrderLineInput,
} from './sales-order.rules.js';
import { gather, type Surroundings, taxRatesOf } from './surroundings.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;

/** What customer and company agreed on, as a caller writes it or as it was kept. */
export interface Agreed {
  readonly changed: readonly LineAmendment[];
  readonly added: readonly (SalesOrderLineInput | SalesOrderLineDraft)[];
  readonly removedLineIds: readonly string[];
}

/** What a change makes of an order. */
export interface ChangePlan {
  readonly lines: readonly Line[];
  readonly changed: readonly Amended[];
  readonly added: readonly SalesOrderLineDraft[];
  readonly removed: readonly Line[];
  readonly amounts: ReturnType<typeof documentAmounts>;
  readonly around: Surroundings;
  readonly baseCurrency: string;
}

const NOTHING: Part = { quantity: ZERO, netAmount: ZERO, taxAmount: ZERO };

/** What stands around the change of an order that is locked. */
async function surroundingsOf(tx: Tx, order: Order, agreed: Agreed) {
  const lines = await linesOf(tx, order.id);
  const held = await heldByDeliveries(tx, order.id);
  const taken = takenBy(await takenParts(tx, order.id));
  const { companyId, customerId } = order;
  const changedIds = new Set(agreed.changed.map((line) => line.salesOrderLineId));
  const touched = lines.filter(({ id }) => changedIds.has(id));
  const around = await gather(tx, [
    {
      ...{ companyId, customerId, warehouseId: null, paymentTermsId: null, addressIds: [] },
      itemIds: [...agreed.added, ...touched].map((line) => line.itemId),
      taxCodeIds: [...agreed.added, ...touched].map((line) => line.taxCodeId),
    },
  ]);
  const boundOf = (id: string) => ({
    held: held.get(id) ?? ZERO,
    taken: taken.get(id) ?? NOTHING,
  });
  return { lines, around, boundOf, taxRates: taxRatesOf(around, companyId) };
}

type Around = Awaited<ReturnType<typeof surroundingsOf>>;

const within =
  (reasons: Reasons, ...prefix: (string | number)[]): Reasons['take'] =>
  (path, rule) =>
    reasons.take([...prefix, ...path], rule);

function amendedLines(agreed: Agreed, around: Around, reasons: Reasons): Amended[] {
  return agreed.changed.flatMap((change, index) => {
    const line = around.lines.find(({ id }) => id === change.salesOrderLineId);
    if (!line) return [];
    const take = within(reasons, 'changed', index);
    const rate = line.taxCodeId === null ? null : around.taxRates.get(line.taxCodeId);
    const bound = around.boundOf(line.id);
    return [amendLine(line, change, bound, rate ?? null, { list: reasons.list, take })];
  });
}

/** New lines with the prices that they leave out, as the price lists have them today. */
async function priced(tx: Tx, order: Order, agreed: Agreed, { around }: Around) {
  const { companyId, customerId, currency } = order;
  const document = { companyId, customerId, currency, lines: agreed.added };
  const [filled] = await withPrices(tx, [document], around);
  return present(filled).lines;
}

/** What was decided when the change was asked for stands; what a caller writes is drafted. */
function addedLines(
  order: Order,
  added: Agreed['added'],
  { around, taxRates }: Around,
  reasons: Reasons,
): SalesOrderLineDraft[] {
  const { currency } = order;
  const requestedOn = optionalDate(order.requestedOn);
  const sold = { currency, requestedOn, items: around.items, taxRates };
  return added.map((line, index) => {
    if ('stockFactor' in line) return line;
    return draftLine(line, sold, {
      list: reasons.list,
      take: within(reasons, 'added', index),
    });
  });
}

function removedLines(agreed: Agreed, around: Around, reasons: Reasons): Line[] {
  return agreed.removedLineIds.flatMap((lineId, index) => {
    const line = around.lines.find(({ id }) => id === lineId);
    if (!line) return [];
    reasons.take(['removedLineIds', index], () =>
      refuseBelowCommitted(line, around.boundOf(lineId), ZERO),
    );
    return [line];
  });
}

/** The lines that make the amounts of the order after the change. */
function keptAmounts(
  lines: readonly Line[],
  changed: readonly Amended[],
  removed: readonly Line[],
): readonly { netAmount: Decimal; taxAmount: Decimal }[] {
  const byId = new Map(changed.map((line) => [line.id, line]));
  const gone = new Set(removed.map(({ id }) => id));
  return lines
    .filter((line) => isKept(line) && !gone.has(line.id))
    .map((line) => byId.get(line.id) ?? line);
}

/**
 * Decides what a change makes of a locked order, by a number of statements that does not grow with
 * the lines. Throws everything that is wrong at once, each with its path.
 */
export async function planChange(tx: Tx, order: Order, agreed: Agreed): Promise<ChangePlan> {
  refuseUnlessChangeable(order.status);
  const around = await surroundingsOf(tx, order, agreed);
  const lines = await priced(tx, order, agreed, around);
  const reasons = newReasons();
  const { changed: named, removedLineIds } = agreed;
  checkNamed({ changed: named, removedLineIds, added: agreed.added.length }, around.lines, reasons);
  const changed = amendedLines(agreed, around, reasons);
  const added = addedLines(order, lines, around, reasons);
  const removed = removedLines(agreed, around, reasons);
  const kept = [...keptAmounts(around.lines, changed, removed), ...added];
  reasons.take([], () => refuseLineCount(kept.length));
  const amounts = documentAmounts(kept);
  reasons.take([], () => checkedAmount(amounts.grossAmount));
  if (reasons.list.length > 0) throwAll(reasons.list);
  const { baseCurrency } = present(
    around.around.companies.get(order.companyId) ?? (await companies.get(tx, order.companyId)),
  );
  return {
    lines: around.lines,
    changed,
    added,
    removed,
    amounts,
    around: around.around,
    baseCurrency,
  };
}
