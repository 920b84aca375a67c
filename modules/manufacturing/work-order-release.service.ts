import { insertLater, landed, type Row, type Tx } from '../events/index.js';
import { items } from '../inventory/index.js';
import { type Decimal, groupBy, inField, min, next, present, ZERO } from '../kernel/index.js';
import { companies, numberSeries } from '../platform/index.js';
import * as costing from './costing.service.js';
import { jobCardCreated, workOrderReleased } from './events.js';
import { holdStock, reserveMaterials, type MaterialQuantity } from './material-stock.js';
import type { MadeItem } from './product-data.rules.js';
import * as productData from './product-data.service.js';
import { freeKept, keptFor } from './pegging.service.js';
import { byLevel } from './production.rules.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { frozenMaterials, plannedUnitCost, realMinutes } from './work-order-release.rules.js';
import { alternateRows, alternatesOn, type AlternatesByLine } from './work-order-alternates.js';
import {
  lockOrders,
  madeFor,
  ofOne,
  saveOrders,
  step,
  type Alternate,
  type JobCard,
  type Material,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { ItemNotMade } from './work-order.errors.js';

export interface ReleaseOptions {
  /**
   * AVAILABLE (when absent) reserves what there is; ALL_OR_NOTHING refuses when stock is short of
   * what no work order that is released with it makes.
   */
  readonly policy?: 'AVAILABLE' | 'ALL_OR_NOTHING' | null;
}

/** What one unit of an item costs, by item. */
type Costs = ReadonlyMap<string, Decimal>;

/** How products are made on the day, what their components cost, and what of them is stocked. */
interface Around {
  readonly made: ReadonlyMap<string, MadeItem>;
  readonly costs: Costs;
  readonly stocked: ReadonlyMap<string, Row<'Item'>>;
  readonly alternates: AlternatesByLine;
  /** Work orders whose output was kept for these before they had materials. */
  readonly keptBy: readonly string[];
}

async function gatherOf(tx: Tx, companyId: string, orders: readonly WorkOrder[]): Promise<Around> {
  const on = await companies.today(tx, companyId);
  const itemIds = [...new Set(orders.map(({ itemId }) => itemId))];
  const made = await productData.of(tx, { companyId, itemIds, on });
  const parts = [...made.values()].flatMap(({ components, byProducts }) =>
    [...components, ...byProducts].map(({ itemId }) => itemId),
  );
  const partIds = [...new Set(parts)];
  const alternates = await alternatesOn(tx, made.values(), on);
  const standIns = [...alternates.values()].flat().map(({ itemId }) => itemId);
  // What is made to stock beside these orders is costed for lots of their smallest quantity.
  const lotSize = min(orders[0]!.quantity, ...orders.map(({ quantity }) => quantity));
  const [costs, stocked, keptBy] = await landed([
    costing.unitCosts(tx, { companyId, itemIds: partIds, on, lotSize }),
    items.getMany(tx, [...partIds, ...itemIds, ...standIns]),
    keptFor(
      tx,
      orders.map(({ id }) => id),
    ),
  ]);
  return {
    ...{ made, stocked, keptBy, alternates },
    costs: new Map(
      [...costs].map(([id, { material, labour, overhead }]) => [
        id,
        material.add(labour).add(overhead),
      ]),
    ),
  };
}

function madeOf(order: WorkOrder, { made, stocked }: Around): MadeItem {
  const product = made.get(order.itemId);
  if (product && !product.isPhantom) return product;
  throw new ItemNotMade(stocked.get(order.itemId)?.code ?? order.itemId);
}

/** A material as it is frozen, with what may stand in for it. */
interface FrozenRow {
  readonly material: Material;
  readonly alternates: readonly Alternate[];
}

/** A work order's materials at what they cost; of those a child makes, at what the child plans. */
function materialRows(tx: Tx, order: WorkOrder, around: Around, children: Costs): FrozenRow[] {
  const frozen = frozenMaterials(madeOf(order, around), order.quantity);
  // What is not kept in stock is neither reserved nor issued.
  const kept = frozen.filter(({ itemId }) => around.stocked.get(itemId)?.isStocked);
  return kept.map(({ alternatesOf, ...needed }, index) => {
    const { itemId } = needed;
    const material: Material = {
      id: tx.newId(),
      version: 1,
      companyId: order.companyId,
      workOrderId: order.id,
      position: index + 1,
      ...needed,
      reserved: ZERO,
      issued: ZERO,
      scrapped: ZERO,
      plannedUnitCost: children.get(`${order.id} ${itemId}`) ?? around.costs.get(itemId) ?? ZERO,
      issuedCost: ZERO,
      currency: order.currency,
      createdAt: tx.now,
    };
    const known = around.alternates.get(alternatesOf ?? '') ?? [];
    return { material, alternates: alternateRows(tx, material, known, around.stocked) };
  });
}

function cardRows(tx: Tx, order: WorkOrder, { operations }: MadeItem): NewCard[] {
  return operations.map(realMinutes).map((operation, index) => {
    const { position, name, workCenterId, setupMinutes, runMinutes } = operation;
    const { queueMinutes, moveMinutes, labourRate, machineRate, overheadRate } = operation;
    return {
      id: tx.newId(),
      version: 1,
      companyId: order.companyId,
      workOrderId: order.id,
      ...{ position, name, workCenterId, setupMinutes, runMinutes, queueMinutes, moveMinutes },
      ...{ labourRate, machineRate, overheadRate, currency: order.currency, unit: order.unit },
      status: index === 0 ? ('READY' as const) : ('PENDING' as const),
      stopReason: null,
      quantity: order.quantity,
      ...{ good: ZERO, scrap: ZERO, rework: ZERO, labourCost: ZERO, overheadCost: ZERO },
      ...{ actualSetupMinutes: ZERO, actualRunMinutes: ZERO },
      ...{ runningSince: null, startedAt: null, finishedAt: null },
      createdAt: tx.now,
      updatedAt: tx.now,
    };
  });
}

/** A job card that has no number yet. */
type NewCard = Omit<JobCard, 'number' | 'customFields'>;

/** A work order as it is frozen. */
interface Frozen {
  readonly order: WorkOrder;
  readonly product: MadeItem;
  readonly materials: Material[];
  readonly alternates: readonly Alternate[];
  readonly cards: NewCard[];
  readonly unitCost: Decimal;
}

/** Freezes children before their parents, whose materials cost what the children plan. */
function freezeAll(tx: Tx, orders: readonly WorkOrder[], around: Around): Map<string, Frozen> {
  const children = new Map<string, Decimal>();
  const frozen = new Map<string, Frozen>();
  for (const order of byLevel(orders).flat()) {
    const product = inField(orders.indexOf(order), () => madeOf(order, around));
    const rows = materialRows(tx, order, around, children);
    const materials = rows.map(({ material }) => material);
    const alternates = rows.flatMap((row) => row.alternates);
    const cards = cardRows(tx, order, product);
    const components = materials.filter(({ kind }) => kind === 'COMPONENT');
    const unitCost = plannedUnitCost(order.quantity, components, cards);
    const forProduct = unitCost.mul(shareOfProduct(materials));
    if (order.parentWorkOrderId !== null)
      children.set(`${order.parentWorkOrderId} ${order.itemId}`, forProduct.toDecimalPlaces(9));
    frozen.set(order.id, { order, product, materials, alternates, cards, unitCost });
  }
  return frozen;
}

/** What part of the cost the product itself bears. */
function shareOfProduct(materials: readonly Material[]): Decimal {
  const shares = materials.map(({ costSharePercent }) => costSharePercent);
  const beside = shares.reduce((total, share) => total.add(share), ZERO);
  return beside.neg().add(100).div(100);
}

async function reserve(
  tx: Tx,
  frozen: readonly Frozen[],
  policy: ReleaseOptions['policy'],
): Promise<void> {
  // What a work order that is released beside makes for this one cannot lie in stock already.
  const made = new Set(frozen.map(({ order }) => `${order.parentWorkOrderId} ${order.itemId}`));
  const wanted = frozen.flatMap(({ order, materials }): MaterialQuantity[] =>
    materials
      .filter(({ kind }) => kind === 'COMPONENT')
      .map((material) => {
        const mayBeShort = made.has(`${order.id} ${material.itemId}`);
        return { order, material, quantity: material.required, mayBeShort };
      }),
  );
  const reserved = await reserveMaterials(tx, wanted, policy ?? 'AVAILABLE');
  for (const { materials } of frozen) {
    materials.forEach((material, index) => {
      const held = reserved.get(material.id);
      if (held) materials[index] = { ...material, reserved: held };
    });
  }
}

type NumberedCard = NewCard & Pick<JobCard, 'number'>;

/** Job cards with their numbers, which come from the series of their companies. */
async function numberedCards(tx: Tx, frozen: readonly Frozen[]): Promise<NumberedCard[]> {
  const rows: NumberedCard[] = [];
  const all = frozen.flatMap(({ cards }) => cards);
  for (const [companyId, cards] of groupBy(all, (card) => card.companyId)) {
    const on = await companies.today(tx, companyId);
    const wanted = { companyId, series: 'jobCard', on, count: cards.length };
    const numbers = await numberSeries.take(tx, wanted);
    cards.forEach((card, index) => rows.push({ ...card, number: present(numbers[index]) }));
  }
  return rows;
}

function insertCards(tx: Tx, frozen: readonly Frozen[], cards: readonly NumberedCard[]): void {
  insertLater(tx, 'JobCard', cards);
  const orders = new Map(frozen.map(({ order }) => [order.id, order]));
  for (const card of cards) {
    const after = { ...card, customFields: {} };
    const order = present(orders.get(after.workOrderId));
    const data = { ...madeFor(order), workCenterId: after.workCenterId };
    tx.emit(jobCardCreated({ before: null, after, data }));
  }
}

/**
 * Hands planned work orders to the shop floor: BOM, routing, rates and planned cost are frozen as
 * they are on the day, stock is reserved, and job cards are made, of which the first is ready. A
 * number of statements that does not grow with the work orders. Refusals at the place in the list:
 * NotFound, StaleVersion, TransitionRefused, ItemNotMade; InsufficientStock with ALL_OR_NOTHING.
 */
export async function releaseMany(
  tx: Tx,
  refs: readonly Versioned[],
  options: ReleaseOptions = {},
): Promise<WorkOrder[]> {
  return releaseHeld(tx, await lockOrders(tx, refs), options);
}

/**
 * As `releaseMany`, for work orders that are locked, or that this transaction made and that nobody
 * else knows yet.
 */
export async function releaseHeld(
  tx: Tx,
  orders: readonly WorkOrder[],
  { policy }: ReleaseOptions = {},
): Promise<WorkOrder[]> {
  const statuses = orders.map(({ status }, index) =>
    inField(index, () => next(workOrderLifecycle, status, 'release')),
  );
  const frozen = new Map<string, Frozen>();
  for (const [companyId, group] of groupBy(orders, (order) => order.companyId)) {
    const around = await gatherOf(tx, companyId, group);
    const own = freezeAll(tx, group, around);
    for (const [id, one] of own) frozen.set(id, one);
    if (around.keptBy.length > 0) {
      // From here on it is reserved for the materials themselves.
      holdStock(tx, [...own.values()]);
      await freeKept(tx, companyId, around.keptBy);
    }
  }
  const all = orders.map(({ id }) => present(frozen.get(id)));
  const [cards] = await landed([numberedCards(tx, all), reserve(tx, all, policy)]);
  const released = all.map(({ order, product, unitCost }, index) => {
    const making = { order };
    const { bomId, routingId } = product;
    const patch = { status: statuses[index]!, bomId, routingId, releasedAt: tx.now };
    step(tx, making, workOrderReleased, { ...patch, plannedUnitCost: unitCost }, {});
    return making.order;
  });
  saveOrders(tx, released);
  insertLater(
    tx,
    'WorkOrderMaterial',
    all.flatMap(({ materials }) => materials),
  );
  insertLater(
    tx,
    'WorkOrderMaterialAlternate',
    all.flatMap(({ alternates }) => alternates),
  );
  insertCards(tx, all, cards);
  return released;
}

/** Releases one work order. As `releaseMany`. */
export async function release(tx: Tx, input: Versioned & ReleaseOptions): Promise<WorkOrder> {
  const [order] = await ofOne(() => releaseMany(tx, [input], input));
  return present(order);
}
