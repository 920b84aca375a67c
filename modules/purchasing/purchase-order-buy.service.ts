import type { Tx } from '../events/index.js';
import {
  accepted,
  attempt,
  checkedQuantity,
  convertQuantity,
  type Decimal,
  distinct,
  groupBy,
  inField,
  InvalidInput,
  isAccepted,
  type LocalDate,
  localDateAt,
  mustSee,
  NotFound,
  optionalDate,
  type Outcome,
  present,
  quantity as quantityOf,
  refused,
  RuleViolation,
} from '../kernel/index.js';
import { calendars, companies, exchangeRates } from '../platform/index.js';
import { NoSource } from './errors.js';
import { bestPurchase, expectedOn, type Purchase } from './purchase-order-buy.rules.js';
import {
  createMany,
  type EnteredOrder,
  type PurchaseOrderInput,
} from './purchase-order-create.service.js';
import type { BoughtItem } from './purchase-order.rules.js';
import { sources, type Source } from './queries.js';
import { boughtItem } from './supplier-price.rules.js';
import { boughtItems } from './surroundings.js';

/** Something that is short, and by when it is needed. */
export interface Need {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  readonly neededOn?: string | null;
  /** Only from this supplier. */
  readonly supplierId?: string | null;
  readonly taxCodeId?: string | null;
  readonly tolerancePercent?: Decimal | null;
  /** What it is needed for. */
  readonly salesOrderLineId?: string | null;
  readonly workOrderId?: string | null;
}

/** The order that a need went into, and the line that it became. */
interface BoughtNeed extends EnteredOrder {
  readonly lineId: string;
}

/** From whom, how much, and when it can be there; unknown where the company has no calendar. */
interface Plan extends Purchase<Source> {
  readonly expectedOn: LocalDate | null;
}

interface Planned {
  readonly need: Need;
  readonly index: number;
  readonly purchase: Plan;
}

async function gather(tx: Tx, needs: readonly Need[]) {
  const itemIds = distinct(needs.map(({ itemId }) => itemId));
  const known = await companies.seen(tx, distinct(needs.map(({ companyId }) => companyId)));
  const found = await sources(tx, { itemIds, on: null });
  const calendarIds = distinct([...known.values()].map(({ calendarId }) => calendarId));
  const workDays = await calendars.workDaysOf(tx, calendarIds);
  return { companies: known, workDays, items: await boughtItems(tx, itemIds), sources: found };
}

type Gathered = Awaited<ReturnType<typeof gather>>;

/** What one unit of each currency is in each company's own, today; one statement at most. */
async function ratesFor(tx: Tx, { companies: known, sources: found }: Gathered) {
  const currencies = distinct([...found.values()].flat().map(({ currency }) => currency));
  const pairs = [...known.values()].flatMap(({ baseCurrency: to, timeZone }) =>
    currencies.map((from) => ({ from, to, on: localDateAt(tx.now, timeZone) })),
  );
  const rates = await exchangeRates.rates(tx, pairs);
  const byPair = new Map(
    pairs.map(({ from, to }, index) => {
      const rate = present(rates[index]);
      return [`${from} ${to}`, isAccepted(rate) ? rate.ok : null];
    }),
  );
  return (from: string, to: string) => byPair.get(`${from} ${to}`) ?? null;
}

function stockNeed({ quantity, unit }: Need, item: BoughtItem): Decimal {
  const asked = quantityOf(checkedQuantity(quantity), unit ?? item.stockUnit);
  return convertQuantity(asked, item.stockUnit, { item }).value;
}

/** From whom one need is bought; refuses by field. */
function planOne(
  tx: Tx,
  need: Need,
  around: Gathered,
  rateOf: (from: string, to: string) => Decimal | null,
): Plan {
  const company = around.companies.get(need.companyId);
  if (!company) throw new NotFound('Company', need.companyId).at('companyId');
  mustSee(tx.actor, need.companyId);
  const item = inField('itemId', () => boughtItem(need.itemId, around.items));
  inField('neededOn', () => optionalDate(need.neededOn));
  const quantity = inField('quantity', () => stockNeed(need, item));
  const on = localDateAt(tx.now, company.timeZone);
  const own = (around.sources.get(need.itemId) ?? []).filter(
    ({ supplierId }) => (need.supplierId ?? supplierId) === supplierId,
  );
  const rate = (currency: string) => rateOf(currency, company.baseCurrency);
  const purchase = bestPurchase(own, { quantity, on }, item, rate);
  if (!purchase) throw new NoSource(item.name).at('itemId');
  const calendar = around.workDays.get(company.calendarId ?? '');
  return { ...purchase, expectedOn: calendar ? expectedOn(purchase.source, on, calendar) : null };
}

/** One order for each company, warehouse, supplier and currency. */
const orderKey = ({ need, purchase: { source } }: Planned): string =>
  [need.companyId, need.warehouseId, source.supplierId, source.currency].join(' ');

/** The earliest day on which something of an order is needed. */
function earliest(group: readonly Planned[]): string | null {
  return distinct(group.map(({ need }) => need.neededOn)).sort()[0] ?? null;
}

function orderOf(group: readonly Planned[]): PurchaseOrderInput {
  const { need, purchase } = present(group[0]);
  const { companyId, warehouseId } = need;
  const { supplierId, currency } = purchase.source;
  return {
    ...{ companyId, warehouseId, supplierId, currency, requestedOn: earliest(group) },
    lines: group.map(({ need: one, purchase: { source, quantity, expectedOn: expected } }) => ({
      itemId: one.itemId,
      quantity,
      unit: source.unit,
      unitPrice: source.unitPrice,
      requestedOn: one.neededOn,
      expectedOn: expected,
      taxCodeId: one.taxCodeId,
      tolerancePercent: one.tolerancePercent,
      salesOrderLineId: one.salesOrderLineId,
      workOrderId: one.workOrderId,
    })),
  };
}

/** What a refused order says to one of its needs: its own line by field, the header as it is. */
function reasonFor(reason: RuleViolation, line: number): RuleViolation[] {
  const [list, place, ...field] = reason.path;
  if (list !== 'lines' || place === undefined) return [reason];
  return place === line ? [Object.assign(reason.at(), { path: field })] : [];
}

/** Why a need was not bought when its order was refused, perhaps for another's sake. */
function refusedNeed(reasons: readonly RuleViolation[], line: number): Outcome<BoughtNeed> {
  const own = reasons.flatMap((reason) => reasonFor(reason, line));
  const message = 'Another need of the same order was refused.';
  return refused(...(own.length > 0 ? own : [new InvalidInput('ORDER_REFUSED', message)]));
}

/**
 * Buys what is short: each need from its best supplier, one draft for each supplier (and company,
 * warehouse and currency). A line is expected when the lead time of its price has passed, in work
 * days of the company. Answers for each need, in order, the order it went into and the line that
 * it became. The number of statements does not grow with the list. Refusals by field: NotFound,
 * NoSource, InvalidInput, and those of `createMany`; ORDER_REFUSED when another need of the same
 * order was refused.
 */
export async function buyMany(tx: Tx, needs: readonly Need[]): Promise<Outcome<BoughtNeed>[]> {
  const around = await gather(tx, needs);
  const rateOf = await ratesFor(tx, around);
  const plans = needs.map((need) => attempt(() => planOne(tx, need, around, rateOf)));
  const planned = plans.flatMap((purchase, index): Planned[] => {
    const need = present(needs[index]);
    return purchase instanceof RuleViolation ? [] : [{ need, index, purchase }];
  });
  const groups = [...groupBy(planned, orderKey).values()];
  const orders = await createMany(tx, groups.map(orderOf));
  const outcomes = plans.map((plan): Outcome<BoughtNeed> | null =>
    plan instanceof RuleViolation ? refused(plan) : null,
  );
  groups.forEach((group, place) => {
    const order = present(orders[place]);
    group.forEach(({ index }, line) => {
      outcomes[index] = isAccepted(order)
        ? accepted({ ...order.ok, lineId: present(order.ok.lineIds[line]) })
        : refusedNeed(order.refused, line);
    });
  });
  return outcomes.map(present);
}
