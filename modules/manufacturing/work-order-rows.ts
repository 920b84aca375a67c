import { sql } from 'kysely';
import {
  landed,
  Refused,
  throwAll,
  unplaced,
  updateLater,
  type FactOf,
  type Row,
  type Tx,
} from '../events/index.js';
import {
  groupBy,
  inField,
  InvalidInput,
  NotFound,
  parseLocalDate,
  present,
  RuleViolation,
  StaleVersion,
  type LocalDate,
} from '../kernel/index.js';
import { queries } from '../inventory/index.js';
import { companies } from '../platform/index.js';
import type { MadeFor } from './events.js';

export type WorkOrder = Row<'WorkOrder'>;
/** Without its custom fields, which no verb of work orders looks at. */
export type Material = Omit<Row<'WorkOrderMaterial'>, 'customFields'>;
export type JobCard = Row<'JobCard'>;
/** What may stand in for a material. */
export type Alternate = Row<'WorkOrderMaterialAlternate'>;

export interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/**
 * A work order under its lock, with its materials and operations, as one verb moves it. Its lock
 * guards them too, so what was read is how it is. It is told step by step and written once.
 */
export interface Making {
  order: WorkOrder;
  materials: Material[];
  cards: JobCard[];
  /** Read by those verbs alone that ask for them. */
  alternates: Alternate[];
  readonly loaded: {
    readonly order: WorkOrder;
    readonly materials: ReadonlySet<Material>;
    readonly cards: ReadonlySet<JobCard>;
    readonly alternates: Set<Alternate>;
  };
}

/** What each fact of a work order tells beside its row: what it is for. */
export function madeFor(order: WorkOrder): MadeFor {
  const { id: workOrderId, itemId, customerId, salesOrderId, salesOrderLineId } = order;
  return { workOrderId, itemId, customerId, salesOrderId, salesOrderLineId };
}

function refuseStale(row: { readonly id: string; readonly version: number }, ref: Versioned): void {
  const { expectedVersion } = ref;
  if (expectedVersion == null || expectedVersion === row.version) return;
  throw new StaleVersion('WorkOrder', row.id, expectedVersion, row.version);
}

function refuseRepeated(refs: readonly Versioned[]): void {
  const seen = new Set<string>();
  refs.forEach(({ id }, index) => {
    if (seen.has(id)) {
      const message = 'The work order {id} is given more than once.';
      throw new InvalidInput('WORK_ORDER_REPEATED', message, { id }).at(index, 'id');
    }
    seen.add(id);
  });
}

/** The materials and operations of work orders, in the order of their positions. Two statements. */
async function partsOf(tx: Tx, ids: readonly string[]) {
  const oneOf = (table: 'WorkOrderMaterial' | 'JobCard') =>
    tx.db
      .selectFrom(table)
      .selectAll()
      .where('workOrderId', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .orderBy('position')
      .execute();
  const found: unknown[] = await landed([oneOf('WorkOrderMaterial'), oneOf('JobCard')]);
  const [materials, cards] = found as [Material[], JobCard[]];
  return {
    materials: groupBy(materials, ({ workOrderId }) => workOrderId),
    cards: groupBy(cards, ({ workOrderId }) => workOrderId),
  };
}

/**
 * Locks work orders in the order of their ids and reads what belongs to them. Three statements.
 * NotFound, StaleVersion and WORK_ORDER_REPEATED at the place in the list.
 */
export async function lockMakings(tx: Tx, refs: readonly Versioned[]): Promise<Making[]> {
  if (refs.length === 0) return [];
  refuseRepeated(refs);
  return makingsOf(tx, await lockOrders(tx, refs));
}

/**
 * As `lockMakings`, and by the same statements what the work orders are made for: the work orders
 * whose materials they make, as far as they are not asked for themselves. Companies and bins of the
 * work orders are known from then on; two statements more, in the same flight.
 */
export async function lockFamilies(tx: Tx, refs: readonly Versioned[]) {
  if (refs.length === 0) return { makings: [], parents: [] };
  refuseRepeated(refs);
  const orders = await lockOrders(tx, refs, 'parentWorkOrderId');
  const [all] = await landed([makingsOf(tx, orders), knowPlaces(tx, orders)]);
  return { makings: all.slice(0, refs.length), parents: all.slice(refs.length) };
}

/** Reads where work orders are made, which is asked for one by one when they are reported. */
async function knowPlaces(tx: Tx, orders: readonly WorkOrder[]): Promise<void> {
  const companyIds = orders.map(({ companyId }) => companyId);
  const warehouseIds = orders.map(({ warehouseId }) => warehouseId);
  await landed([companies.getMany(tx, companyIds), queries.mainBins(tx, warehouseIds)]);
}

async function makingsOf(tx: Tx, orders: readonly WorkOrder[]): Promise<Making[]> {
  const parts = await partsOf(
    tx,
    orders.map(({ id }) => id),
  );
  return orders.map((order) => {
    const materials = parts.materials.get(order.id) ?? [];
    const cards = parts.cards.get(order.id) ?? [];
    const loaded = {
      ...{ order, materials: new Set(materials), cards: new Set(cards) },
      alternates: new Set<Alternate>(),
    };
    return { order, materials: [...materials], cards: [...cards], alternates: [], loaded };
  });
}

/** Locks work orders alone. One statement. NotFound and StaleVersion at the place in the list. */
export async function lockOrders(
  tx: Tx,
  refs: readonly Versioned[],
  and?: 'parentWorkOrderId',
): Promise<WorkOrder[]> {
  const ids = refs.map(({ id }) => id);
  try {
    const rows = await tx.lockAll('WorkOrder', ids, and);
    refs.forEach((ref, index) => inField(index, () => refuseStale(rows[index]!, ref)));
    return rows;
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw error.at(ids.indexOf(error.id), 'id');
  }
}

/** A work order alone, as `lockMakings` answers many. */
export async function lockMaking(tx: Tx, ref: Versioned): Promise<Making> {
  const [making] = await unplaced(() => lockMakings(tx, [ref]));
  return present(making);
}

type OrderPatch = Partial<Omit<WorkOrder, 'id' | 'version'>>;

/** Moves a work order by one step: a version and a fact of its own. */
export function step<D extends MadeFor>(
  tx: Tx,
  making: Pick<Making, 'order'>,
  fact: FactOf<'WorkOrder', D>,
  patch: OrderPatch,
  data: Omit<D, keyof MadeFor>,
): void {
  const before = making.order;
  const after = { ...before, ...patch, version: before.version + 1, updatedAt: tx.now };
  making.order = after;
  tx.emit(fact({ before, after, data: { ...madeFor(after), ...data } as D }));
}

/** Moves an operation by one step, and tells it; answers how it is then. */
export function stepCard(
  tx: Tx,
  making: Making,
  card: JobCard,
  fact: FactOf<'JobCard', MadeFor & { readonly workCenterId: string }>,
  patch: Partial<Omit<JobCard, 'id' | 'version'>>,
): JobCard {
  const after = { ...card, ...patch, version: card.version + 1, updatedAt: tx.now };
  making.cards = making.cards.map((one) => (one.id === card.id ? after : one));
  const data = { ...madeFor(making.order), workCenterId: card.workCenterId };
  tx.emit(fact({ before: card, after, data }));
  return after;
}

/** A material as it stands now. */
export const materialOf = (making: Making, id: string): Material =>
  present(making.materials.find((material) => material.id === id));

/** Changes a material; it is told with its work order. */
export function setMaterial(making: Making, id: string, patch: Partial<Material>): void {
  making.materials = making.materials.map((one) =>
    one.id === id ? { ...one, ...patch, version: one.version + 1 } : one,
  );
}

/** Changes what stands in for a material; it is told with its work order. */
export function setAlternate(making: Making, id: string, patch: Partial<Alternate>): void {
  making.alternates = making.alternates.map((one) =>
    one.id === id ? { ...one, ...patch, version: one.version + 1 } : one,
  );
}

const orderColumns = (order: WorkOrder) => {
  const { id, version, status, updatedAt, quantity, completed, scrapped, backflush } = order;
  const { bomId, routingId, priority, startOn, dueOn, plannedUnitCost, lotId } = order;
  const { releasedAt, startedAt, completedAt, closedAt, pauseReason, cancelReason } = order;
  const { materialCost, labourCost, overheadCost, completedCost, varianceCost } = order;
  return {
    ...{ id, version, status, updatedAt, quantity, completed, scrapped, backflush },
    ...{ bomId, routingId, priority, startOn, dueOn, plannedUnitCost, lotId },
    ...{ releasedAt, startedAt, completedAt, closedAt, pauseReason, cancelReason },
    ...{ materialCost, labourCost, overheadCost, completedCost, varianceCost },
  };
};

const materialColumns = ({ id, version, reserved, issued, issuedCost }: Material) => ({
  ...{ id, version, reserved, issued, issuedCost },
});

const alternateColumns = ({ id, version, served, issued, issuedCost }: Alternate) => ({
  ...{ id, version, served, issued, issuedCost },
});

const cardColumns = (card: JobCard) => {
  const { id, version, status, stopReason, good, scrap, rework, updatedAt } = card;
  const { actualSetupMinutes, actualRunMinutes, labourCost, overheadCost } = card;
  const { runningSince, startedAt, finishedAt } = card;
  return {
    ...{ id, version, status, stopReason, good, scrap, rework, updatedAt },
    ...{ actualSetupMinutes, actualRunMinutes, labourCost, overheadCost },
    ...{ runningSince, startedAt, finishedAt },
  };
};

/** Writes work orders that were moved. One statement. */
export function saveOrders(tx: Tx, orders: readonly WorkOrder[]): void {
  updateLater(tx, 'WorkOrder', orders.map(orderColumns));
}

/** Writes what was moved of work orders and what belongs to them. At most four statements. */
export function save(tx: Tx, makings: readonly Making[]): void {
  const moved = makings.filter(({ order, loaded }) => order !== loaded.order);
  saveOrders(
    tx,
    moved.map(({ order }) => order),
  );
  const materials = makings.flatMap((one) =>
    one.materials.filter((material) => !one.loaded.materials.has(material)),
  );
  updateLater(tx, 'WorkOrderMaterial', materials.map(materialColumns));
  const alternates = makings.flatMap((one) =>
    one.alternates.filter((alternate) => !one.loaded.alternates.has(alternate)),
  );
  updateLater(tx, 'WorkOrderMaterialAlternate', alternates.map(alternateColumns));
  const cards = makings.flatMap((one) => one.cards.filter((card) => !one.loaded.cards.has(card)));
  updateLater(tx, 'JobCard', cards.map(cardColumns));
}

/** The day something is posted: as given, else today where the company is. */
export async function dayOf(tx: Tx, companyId: string, given?: string | null): Promise<LocalDate> {
  if (given == null) return companies.today(tx, companyId);
  return inField('postedOn', () => parseLocalDate(given));
}

async function relocated<T>(
  call: () => Promise<T>,
  place: (reason: RuleViolation) => RuleViolation,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refused) return throwAll(error.refusals.map(place));
    throw error instanceof RuleViolation ? place(error) : error;
  }
}

/** Awaits a call with a list that stands at a field of the caller's input. */
export const atField = <T>(field: string, call: () => Promise<T>): Promise<T> =>
  relocated(call, (reason) => reason.at(field));

/** Awaits a call with a list of one, of which the caller knows nothing. */
export const ofOne = <T>(call: () => Promise<T>): Promise<T> =>
  relocated(call, (reason) => Object.assign(reason.at(), { path: reason.path.slice(1) }));
