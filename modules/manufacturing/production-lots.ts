import type { Tx } from '../events/index.js';
import { genealogy, lots, queries } from '../inventory/index.js';
import { groupBy, present, RuleViolation } from '../kernel/index.js';
import { issuedAsItself } from './material-alternate.rules.js';
import type { PostingDays } from './material-take.service.js';
import { allowedFor } from './material.rules.js';
import { doneOf, type Completing } from './production-lines.js';
import { lotsInto, takenNow, type IssuedComponentLot } from './production-lots.rules.js';
import { readAlternates } from './work-order-alternates.js';

/** The lots into which products go, by report. */
export type ProductLots = ReadonlyMap<string, string>;

/**
 * Finds or makes the lots that lines name for their products; none costs no statement.
 * LotNotTracked and CODE_MALFORMED at the line's `lotCode`.
 */
export async function productLots(
  tx: Tx,
  all: readonly Completing[],
  days: PostingDays,
): Promise<Map<string, string>> {
  const named = all.flatMap((one, index) =>
    one.lotCode === null ? [] : [{ ...one, code: one.lotCode, index }],
  );
  const wanted = named.map(({ making: { order }, code }) => {
    const { companyId, itemId } = order;
    return { companyId, itemId, code, madeOn: present(days.get(companyId)) };
  });
  const found = await lots.ensure(tx, wanted).catch((error: unknown) => {
    if (!(error instanceof RuleViolation)) throw error;
    const place = named[Number(error.path[0])]?.index ?? 0;
    throw Object.assign(error.at(), { path: [place, 'lotCode'] });
  });
  return new Map(
    named.flatMap(({ reportId }, index) => {
      const id = found[index]?.id;
      return id ? [[reportId, id] as const] : [];
    }),
  );
}

/** How much of each item goes into what is made now; null for all, when it is finished. */
function takenOf(one: Completing, lots: readonly IssuedComponentLot[]) {
  if (one.isFinished) return null;
  const { materials, alternates, order } = one.making;
  const of = { done: doneOf(one), quantity: order.quantity };
  const othersOf = groupBy(alternates, ({ workOrderMaterialId }) => workOrderMaterialId);
  const served = materials
    .filter(({ kind }) => kind === 'COMPONENT')
    .map((material) => {
      const others = othersOf.get(material.id) ?? [];
      const { issued } = issuedAsItself(material, others);
      const itself = { itemId: material.itemId, served: issued, issued };
      return { allowed: allowedFor(material, of), by: [itself, ...others] };
    });
  return takenNow(served, lots);
}

/**
 * Keeps which lots of components went into the product lots: those that were issued and went into
 * no earlier one, as far as what is done takes them. Two statements when products have lots, three
 * when more is to be made, else none. The quantities done are those from before the report is
 * counted.
 */
export async function recordGenealogy(
  tx: Tx,
  all: readonly Completing[],
  productLotOf: ProductLots,
): Promise<void> {
  const tracked = all.filter(({ reportId }) => productLotOf.has(reportId));
  if (tracked.length === 0) return;
  const going = tracked.filter(({ isFinished }) => !isFinished);
  await readAlternates(
    tx,
    going.map(({ making }) => making),
  );
  const issued = await queries.lotsIssued(
    tx,
    tracked.map(({ making }) => making.order.id),
  );
  const byOrder = groupBy(issued, ({ documentId }) => documentId);
  const pairs = tracked.flatMap((one) => {
    const { id, companyId } = one.making.order;
    const document = { type: 'WorkOrder', id };
    const productLotId = present(productLotOf.get(one.reportId));
    const own = byOrder.get(id) ?? [];
    return lotsInto(own, takenOf(one, own)).map(({ lotId: componentLotId, quantity, unit }) => {
      return { companyId, document, productLotId, componentLotId, quantity, unit };
    });
  });
  for (const [companyId, own] of groupBy(pairs, (pair) => pair.companyId)) {
    await genealogy.record(tx, { companyId, document: own[0]!.document, pairs: own });
  }
}
