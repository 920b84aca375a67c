import { insertLater, landed, type Row, throwAll, type Tx } from '../events/index.js';
import { ItemArchived, ItemNotStocked, items, queries, warehouses } from '../inventory/index.js';
import { type Decimal, groupBy, present, ZERO } from '../kernel/index.js';
import {
  attempt,
  checkedQuantity,
  inField,
  NotFound,
  parseLocalDate,
  RuleViolation,
  type LocalDate,
} from '../kernel/index.js';
import { companies, numberSeries } from '../platform/index.js';
import { workOrderPlanned } from './events.js';
import type { MadeItem } from './product-data.rules.js';
import * as productData from './product-data.service.js';
import { shopCalendars } from './work-order-calendar.js';
import { realMinutes } from './work-order-release.rules.js';
import { explode, stockKey, type MakeDemand, type PlannedMake } from './work-order-plan.rules.js';
import { madeFor, ofOne, type WorkOrder } from './work-order-rows.js';
import { startOn } from './work-order-schedule.rules.js';
import { ItemNotMade } from './work-order.errors.js';

/** So much of an item by a day, in its stock unit, and for whom. */
export interface PlanDemand {
  readonly companyId: string;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly quantity: Decimal;
  readonly dueOn: string;
  readonly customerId?: string | null;
  readonly salesOrderId?: string | null;
  readonly salesOrderLineId?: string | null;
  /** NONE unless told. */
  readonly backflush?: WorkOrder['backflush'] | null;
  readonly priority?: number | null;
}

export interface PlanOptions {
  /** Takes free stock of components that are made before it makes more; all is made unless told. */
  readonly useStock?: boolean | null;
}

type Items = ReadonlyMap<string, Row<'Item'>>;
type Warehouses = ReadonlyMap<string, Row<'Warehouse'>>;

/** A demand whose every part is known and possible; refusals lead to its field. */
function checkedDemand(demand: PlanDemand, known: Items, places: Warehouses): MakeDemand {
  const item = inField('itemId', () => {
    const found = known.get(demand.itemId);
    if (!found) throw new NotFound('Item', demand.itemId);
    if (found.archivedAt !== null) throw new ItemArchived(found.code);
    if (!found.isStocked) throw new ItemNotStocked(found.code);
    return found;
  });
  inField('warehouseId', () => {
    const { companyId = null } = places.get(demand.warehouseId) ?? {};
    if (companyId !== demand.companyId) throw new NotFound('Warehouse', demand.warehouseId);
  });
  return {
    itemId: item.id,
    warehouseId: demand.warehouseId,
    quantity: inField('quantity', () => checkedQuantity(demand.quantity)),
    dueOn: inField('dueOn', () => parseLocalDate(demand.dueOn)),
  };
}

/** Checks each demand against what is made; every refusal at its place in the list. */
function checkAll(
  demands: readonly PlanDemand[],
  around: { readonly items: Items; readonly places: Warehouses; readonly made: Made },
): MakeDemand[] {
  const reasons: RuleViolation[] = [];
  const checked = demands.flatMap((demand, index) => {
    const result = attempt(() => {
      const one = checkedDemand(demand, around.items, around.places);
      const product = around.made.get(demand.companyId)?.get(demand.itemId);
      if (product && !product.isPhantom) return one;
      const { code = '' } = around.items.get(demand.itemId) ?? {};
      throw new ItemNotMade(code).at('itemId');
    });
    if (!(result instanceof RuleViolation)) return [result];
    reasons.push(result.at(index));
    return [];
  });
  if (reasons.length > 0) throwAll(reasons);
  return checked;
}

/** What a company makes, by item. */
type Made = ReadonlyMap<string, ReadonlyMap<string, MadeItem>>;

async function freeStock(tx: Tx, companyId: string, itemIds: readonly string[]) {
  const rows = await queries.onHand(tx, companyId, itemIds);
  return new Map(rows.map((row) => [stockKey(row), row.available]));
}

interface Planning {
  readonly companyId: string;
  readonly demands: readonly MakeDemand[];
  readonly products: ReadonlyMap<string, MadeItem>;
  readonly useStock: boolean;
}

async function planOf(tx: Tx, planning: Planning): Promise<PlannedMake[]> {
  const { companyId, demands, products, useStock } = planning;
  const real = [...products.values()].map((product) => {
    return { ...product, operations: product.operations.map(realMinutes) };
  });
  const operations = real.flatMap((product) => product.operations);
  const calendars = await shopCalendars(tx, companyId, operations);
  return explode(demands, {
    products: new Map(real.map((product) => [product.itemId, product])),
    startOn: (product, make) => startOn(product.operations, make, calendars),
    free: useStock ? await freeStock(tx, companyId, [...products.keys()]) : new Map(),
  });
}

/** What stands in a work order that nobody has released. */
const UNTOUCHED = {
  ...{ bomId: null, routingId: null, plannedUnitCost: null, lotId: null },
  ...{ releasedAt: null, startedAt: null, completedAt: null, closedAt: null },
  ...{ pauseReason: null, cancelReason: null, completed: ZERO, scrapped: ZERO },
  ...{ materialCost: ZERO, labourCost: ZERO, overheadCost: ZERO },
  ...{ completedCost: ZERO, varianceCost: ZERO },
};

function orderRows(
  tx: Tx,
  plan: readonly PlannedMake[],
  demands: readonly PlanDemand[],
  around: {
    readonly numbers: readonly string[];
    readonly currency: string;
    readonly products: ReadonlyMap<string, MadeItem>;
  },
) {
  const ids = plan.map(() => tx.newId());
  return plan.map((make, index) => {
    const { itemId, warehouseId, quantity, startOn: start, dueOn } = make;
    const demand = present(demands[make.demand]);
    return {
      id: present(ids[index]),
      version: 1,
      companyId: demand.companyId,
      number: present(around.numbers[index]),
      ...{ itemId, warehouseId, quantity, dueOn, startOn: start },
      unit: present(around.products.get(itemId)).unit,
      status: 'PLANNED' as const,
      backflush: demand.backflush ?? ('NONE' as const),
      priority: demand.priority ?? 0,
      customerId: demand.customerId ?? null,
      salesOrderId: demand.salesOrderId ?? null,
      salesOrderLineId: demand.salesOrderLineId ?? null,
      parentWorkOrderId: make.parent === null ? null : present(ids[make.parent]),
      currency: around.currency,
      ...UNTOUCHED,
      customFields: {},
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    };
  });
}

async function numbersFor(tx: Tx, companyId: string, on: LocalDate, count: number) {
  return numberSeries.take(tx, { companyId, series: 'workOrder', on, count });
}

/** Plans the demands of one company; answers its work orders with the place of their demand. */
async function planCompany(tx: Tx, planning: Planning, demands: readonly PlanDemand[]) {
  const { companyId, products } = planning;
  const plan = await planOf(tx, planning);
  const { baseCurrency: currency } = await companies.get(tx, companyId);
  const on = await companies.today(tx, companyId);
  const numbers = await numbersFor(tx, companyId, on, plan.length);
  const rows = orderRows(tx, plan, demands, { numbers, currency, products });
  insertLater(tx, 'WorkOrder', rows);
  for (const after of rows)
    tx.emit(workOrderPlanned({ before: null, after, data: madeFor(after) }));
  return rows.map((order, index) => ({ order, demand: present(plan[index]).demand }));
}

async function gather(tx: Tx, demands: readonly PlanDemand[]) {
  const [known, places] = await landed([
    items.getMany(tx, [...new Set(demands.map(({ itemId }) => itemId))]),
    warehouses.getMany(
      tx,
      demands.map(({ warehouseId }) => warehouseId),
    ),
  ]);
  const made = new Map<string, ReadonlyMap<string, MadeItem>>();
  for (const [companyId, group] of groupBy(demands, (demand) => demand.companyId)) {
    const on = await companies.today(tx, companyId);
    const itemIds = [...new Set(group.map(({ itemId }) => itemId))].filter((id) => known.has(id));
    const [products] = await landed([
      productData.tree(tx, { companyId, itemIds, on }),
      // The company's calendar is asked for when it is known what is done where.
      shopCalendars(tx, companyId, []),
    ]);
    made.set(companyId, products);
  }
  return { items: known, places, made };
}

/**
 * Plans what meets demands: a work order for each, and for each component that is made, through all
 * levels, dated backwards from when it is due. Answers the work orders of each demand, its own
 * first. A number of statements that grows neither with the demands nor with the work orders.
 * Refusals at the demand's place and field: NotFound, ItemArchived, ItemNotStocked, ItemNotMade,
 * InvalidInput; LimitExceeded for more than 2,000 work orders.
 */
export async function plan(
  tx: Tx,
  demands: readonly PlanDemand[],
  { useStock }: PlanOptions = {},
): Promise<WorkOrder[][]> {
  if (demands.length === 0) return [];
  const around = await gather(tx, demands);
  const checked = checkAll(demands, around);
  const answers = demands.map((): WorkOrder[] => []);
  const places = demands.map((demand, place) => ({ demand, place }));
  for (const [companyId, group] of groupBy(places, ({ demand }) => demand.companyId)) {
    const planning = {
      companyId,
      demands: group.map(({ place }) => present(checked[place])),
      products: present(around.made.get(companyId)),
      useStock: useStock ?? false,
    };
    const own = group.map(({ demand }) => demand);
    for (const { order, demand } of await planCompany(tx, planning, own)) {
      present(answers[present(group[demand]).place]).push(order);
    }
  }
  return answers;
}

/** Plans one work order to stock, with those of its made components; answers its own. */
export async function create(tx: Tx, input: PlanDemand & PlanOptions): Promise<WorkOrder> {
  const [made] = await ofOne(() => plan(tx, [input], input));
  return present(made?.[0]);
}
