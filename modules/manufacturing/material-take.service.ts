import type { Tx } from '../events/index.js';
import type { stock } from '../inventory/index.js';
import { type Decimal, next, present, sum } from '../kernel/index.js';
import { materialIssued, workOrderStarted } from './events.js';
import { inAlternate } from './material-alternate.rules.js';
import { goodsOf, takeOut } from './material-stock.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import {
  type Alternate,
  type Making,
  type Material,
  materialOf,
  setAlternate,
  setMaterial,
  step,
} from './work-order-rows.js';

/** So much of a material that goes into its work order now. */
export interface Taking {
  readonly making: Making;
  readonly material: Material;
  /** What is taken in its place. */
  readonly alternate?: Alternate | null;
  /** In the material's stock unit, whatever is taken. */
  readonly quantity: Decimal;
  /** Of this lot alone; of any when absent. */
  readonly lotId?: string | null;
}

/** What was taken: at which cost, of which lots. */
export type Taken = Taking & stock.Issued;

/** The business day on which each company posts. */
export type PostingDays = ReadonlyMap<string, string>;

/** What goes into a work order, or comes out of it, starts it. */
export function start(tx: Tx, making: Making): void {
  if (making.order.status !== 'RELEASED') return;
  const status = next(workOrderLifecycle, making.order.status, 'start');
  step(tx, making, workOrderStarted, { status, startedAt: tx.now }, {});
}

/** Tells of each work order once what went into it, and adds it to what stands in process. */
function tell(tx: Tx, making: Making, taken: readonly Taken[], postedOn: string): void {
  const value = sum(taken.map((one) => one.value));
  const lines = taken.map(({ value: worth, ...one }) => ({
    workOrderMaterialId: one.material.id,
    componentItemId: goodsOf(one).itemId,
    value: worth,
  }));
  const materialCost = making.order.materialCost.add(value);
  step(tx, making, materialIssued, { materialCost }, { postedOn, lines });
}

/** Counts what went into a work order for a material, and of what stands in for it. */
function count(making: Making, { material, alternate, quantity, value, unreserved }: Taken): void {
  const { id, issued, issuedCost, reserved } = materialOf(making, material.id);
  setMaterial(making, id, {
    issued: issued.add(quantity),
    issuedCost: issuedCost.add(value),
    reserved: reserved.sub(unreserved),
  });
  if (!alternate) return;
  setAlternate(making, alternate.id, {
    served: alternate.served.add(quantity),
    issued: alternate.issued.add(inAlternate(alternate, quantity)),
    issuedCost: alternate.issuedCost.add(value),
  });
}

/**
 * Takes materials off stock into their work orders, what is reserved for them first. Each material
 * is named once, and each that stands in for it. The work orders are locked; they are moved and
 * told, and written by the caller. Refuses InsufficientStock.
 */
export async function take(
  tx: Tx,
  takings: readonly Taking[],
  days: PostingDays,
): Promise<Taken[]> {
  if (takings.length === 0) return [];
  const wanted = takings.map(({ making, ...taking }) => ({ order: making.order, ...taking }));
  const issued = await takeOut(tx, wanted, days);
  const taken = takings.map((taking) => {
    return { ...taking, ...present(issued.get(goodsOf(taking).id)) };
  });
  const byMaking = new Map<Making, Taken[]>();
  for (const one of taken) byMaking.set(one.making, [...(byMaking.get(one.making) ?? []), one]);
  for (const [making, own] of byMaking) {
    start(tx, making);
    for (const one of own) count(making, one);
    tell(tx, making, own, present(days.get(making.order.companyId)));
  }
  return taken;
}
