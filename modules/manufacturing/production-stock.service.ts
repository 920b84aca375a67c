import type { Tx } from '../events/index.js';
import { type Decimal, next, present, ZERO } from '../kernel/index.js';
import { productionReported } from './events.js';
import { freeMaterials, putIn, type Incoming } from './material-stock.js';
import { start, type PostingDays, type Taking } from './material-take.service.js';
import { toIssue } from './material.rules.js';
import { doneOf, type Completing } from './production-lines.js';
import { recordGenealogy, type ProductLots } from './production-lots.js';
import { completionValues } from './work-order-cost.rules.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { setMaterial, step, type Making, type Material } from './work-order-rows.js';

/** How much of the work order the taking operation has done, where materials follow operations. */
function doneAt({ making, done }: { making: Making; done: Decimal }, material: Material) {
  if (making.order.backflush !== 'ON_OPERATION' || material.issueMethod !== 'BACKFLUSH')
    return done;
  const cards = making.cards.filter(({ status }) => status !== 'SKIPPED');
  const card = cards.find(({ position }) => position === material.operation) ?? cards[0];
  return card ? card.good.add(card.scrap) : done;
}

/** What goes into a work order because some of it is done. */
export function takingsOf(one: Completing, issue: boolean): Taking[] {
  const { making } = one;
  const done = doneOf(one);
  const { quantity, backflush } = making.order;
  return making.materials.flatMap((material) => {
    const isBackflushed = material.issueMethod === 'BACKFLUSH' && backflush !== 'NONE';
    if (material.kind !== 'COMPONENT' || !(issue || isBackflushed)) return [];
    const need = toIssue(material, { done: doneAt({ making, done }, material), quantity });
    return need.gt(0) ? [{ making, material, quantity: need }] : [];
  });
}

/** The product and what comes beside it, as it goes on stock. */
function incomingOf({ making, good, reportId }: Completing, lotOf: ProductLots): Incoming[] {
  if (good.isZero()) return [];
  const { order, materials } = making;
  const beside = materials.filter(({ kind }) => kind === 'BY_PRODUCT');
  const worth = completionValues(
    { good, quantity: order.quantity },
    present(order.plannedUnitCost),
    beside,
  );
  const shared = { order, kind: 'COMPLETION' as const };
  const { itemId, unit } = order;
  const lotId = lotOf.get(reportId) ?? null;
  const product = { itemId, unit, lotId, quantity: good, value: worth.product, lineId: reportId };
  const others = worth.byProducts.flatMap(({ id, quantity, value }) => {
    const material = present(beside.find((one) => one.id === id));
    const goods = { itemId: material.itemId, unit: material.unit, quantity, value, lineId: id };
    return quantity.gt(0) ? [{ ...shared, ...goods }] : [];
  });
  return [{ ...shared, ...product }, ...others];
}

/** What stock took a product and what came beside it at. */
interface Received {
  readonly value: Decimal;
  readonly lotId: string | null;
  readonly byProducts: readonly { readonly itemId: string; readonly value: Decimal }[];
}

/** Counts what was made of a work order, and tells it. */
function progress(tx: Tx, one: Completing, received: Received, postedOn: string): void {
  const { making, good, scrap } = one;
  start(tx, making);
  const { order } = making;
  const action = one.isFinished ? 'complete' : 'reportProduction';
  const status = next(workOrderLifecycle, order.status, action);
  const { value, byProducts } = received;
  const credited = byProducts.reduce((total, beside) => total.add(beside.value), value);
  const patch = {
    status,
    completed: order.completed.add(good),
    scrapped: order.scrapped.add(scrap),
    completedCost: order.completedCost.add(credited),
    completedAt: one.isFinished ? tx.now : null,
    lotId: received.lotId ?? order.lotId,
  };
  step(tx, making, productionReported, patch, { postedOn, good, value, byProducts });
}

/** Puts what a level made on stock, at its planned cost less what by-products bear. */
export async function receiveLevel(
  tx: Tx,
  level: readonly Completing[],
  { days, lotOf }: { readonly days: PostingDays; readonly lotOf: ProductLots },
) {
  const incoming = level.flatMap((one) => incomingOf(one, lotOf).map((goods) => ({ one, goods })));
  const taken = await putIn(
    tx,
    incoming.map(({ goods }) => goods),
    days,
  );
  await recordGenealogy(tx, level, lotOf);
  const values = new Map<string, Decimal>();
  for (const one of level) {
    const own = incoming.flatMap((entry, index) =>
      entry.one === one ? [{ ...entry.goods, value: present(taken[index]).value }] : [],
    );
    const [product, ...beside] = own;
    for (const { lineId, quantity, value } of beside) {
      const material = present(one.making.materials.find(({ id }) => id === lineId));
      const issued = material.issued.add(quantity);
      setMaterial(one.making, lineId, { issued, issuedCost: material.issuedCost.add(value) });
    }
    const byProducts = beside.map(({ itemId, value }) => ({ itemId, value }));
    const lotId = lotOf.get(one.reportId) ?? null;
    const received = { value: product?.value ?? ZERO, lotId, byProducts };
    values.set(one.reportId, received.value);
    progress(tx, one, received, present(days.get(one.making.order.companyId)));
  }
  return values;
}

/** Gives back what work orders that are finished did not take. */
export async function freeRest(tx: Tx, all: readonly Completing[]): Promise<void> {
  const held = all
    .filter((one) => one.isFinished)
    .flatMap(({ making }) =>
      making.materials
        .filter(({ reserved }) => reserved.gt(0))
        .map((material) => ({ making, material, order: making.order })),
    );
  await freeMaterials(tx, held);
  for (const { making, material } of held) setMaterial(making, material.id, { reserved: ZERO });
}
