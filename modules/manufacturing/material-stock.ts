import { type Tx, unplaced } from '../events/index.js';
import { reservations, stock } from '../inventory/index.js';
import { type Decimal, groupBy } from '../kernel/index.js';
import { inAlternate } from './material-alternate.rules.js';
import { type Alternate, type Making, type Material, type WorkOrder } from './work-order-rows.js';

/** So much of a material, for the work order that needs it. */
export interface MaterialQuantity {
  readonly order: WorkOrder;
  readonly material: Material;
  /** What stands in for it: so much of the material, in its own quantity. */
  readonly alternate?: Alternate | null;
  readonly quantity: Decimal;
  /** Of this lot alone; of any when absent. */
  readonly lotId?: string | null;
  /** Reserves what there is of it, whatever the policy: the rest is made for this work order. */
  readonly mayBeShort?: boolean;
}

const documentOf = ({ id }: WorkOrder) => ({ type: 'WorkOrder', id });

/** The line under which goods move for a material: its own, or that of what stands in for it. */
export const goodsOf = ({
  material,
  alternate,
}: Pick<MaterialQuantity, 'material' | 'alternate'>): Material | Alternate => alternate ?? material;

const lineOf = ({ order, lotId, ...wanted }: MaterialQuantity) => {
  const { id: lineId, itemId } = goodsOf(wanted);
  const { alternate, quantity } = wanted;
  return {
    ...{ lotId: lotId ?? null, lineId, itemId, warehouseId: order.warehouseId },
    quantity: alternate ? inAlternate(alternate, quantity) : quantity,
    document: documentOf(order),
  };
};

const byCompany = <T extends { readonly order: WorkOrder }>(list: readonly T[]) =>
  groupBy(list, ({ order }) => order.companyId);

/** Reserves what there is, or all; answers what was reserved by material. */
export async function reserveMaterials(
  tx: Tx,
  wanted: readonly MaterialQuantity[],
  policy: 'AVAILABLE' | 'ALL_OR_NOTHING',
): Promise<Map<string, Decimal>> {
  const reserved = new Map<string, Decimal>();
  for (const [companyId, group] of byCompany(wanted)) {
    const document = documentOf(group[0]!.order);
    const lines = group.map((one) => ({ ...lineOf(one), mayBeShort: one.mayBeShort ?? false }));
    const answers = await unplaced(() =>
      reservations.reserve(tx, { companyId, document, lines, policy }),
    );
    for (const answer of answers) reserved.set(answer.lineId, answer.reserved);
  }
  return reserved;
}

/** So much of an item, or of one lot of it, that is kept for a line of a work order. */
export interface LotQuantity {
  readonly order: WorkOrder;
  readonly lineId: string;
  readonly itemId: string;
  readonly lotId: string | null;
  readonly quantity: Decimal;
}

/** Reserves what there is; answers what was reserved of each. */
export async function reserveLots<T extends LotQuantity>(
  tx: Tx,
  wanted: readonly T[],
): Promise<Map<T, Decimal>> {
  const reserved = new Map<T, Decimal>();
  for (const [companyId, group] of byCompany(wanted)) {
    const lines = group.map((one) => {
      const { order, lineId, itemId, lotId, quantity } = one;
      const { warehouseId } = order;
      return { lineId, itemId, lotId, quantity, warehouseId, document: documentOf(order) };
    });
    const document = documentOf(group[0]!.order);
    const answers = await unplaced(() =>
      reservations.reserve(tx, { companyId, document, lines, policy: 'AVAILABLE' }),
    );
    group.forEach((one, index) => reserved.set(one, answers[index]!.reserved));
  }
  return reserved;
}

/** Locks all stock that work orders may take or make, before any of it is moved. */
export function holdStock(tx: Tx, makings: readonly Pick<Making, 'order' | 'materials'>[]): void {
  for (const [companyId, group] of byCompany(makings)) {
    const places = group.flatMap(({ order: { itemId, warehouseId }, materials }) => [
      { itemId, warehouseId },
      ...materials.map((material) => ({ itemId: material.itemId, warehouseId })),
    ]);
    stock.hold(tx, { companyId, places });
  }
}

/** Locks what lies of materials and of what stands in for them, before any of it is moved. */
export function holdGoods(tx: Tx, wanted: readonly MaterialQuantity[]): void {
  for (const [companyId, group] of byCompany(wanted)) {
    const places = group.flatMap(({ order: { warehouseId }, material, alternate }) =>
      [material, ...(alternate ? [alternate] : [])].map(({ itemId }) => ({ itemId, warehouseId })),
    );
    stock.hold(tx, { companyId, places });
  }
}

/** Gives back what is still reserved for materials. */
export async function freeMaterials(
  tx: Tx,
  held: readonly { readonly order: WorkOrder; readonly material: Material }[],
): Promise<void> {
  for (const [companyId, group] of byCompany(held)) {
    await reservations.release(tx, {
      companyId,
      lineIds: group.map(({ material }) => material.id),
    });
  }
}

/** Takes goods off stock, what is reserved for materials first; answers by line what each cost. */
export async function takeOut(
  tx: Tx,
  wanted: readonly MaterialQuantity[],
  postedOn: ReadonlyMap<string, string>,
): Promise<Map<string, stock.Issued>> {
  const taken = new Map<string, stock.Issued>();
  for (const [companyId, group] of byCompany(wanted)) {
    const lines = group.map((one) => ({ ...lineOf(one), reservationLineId: one.material.id }));
    const issue = {
      companyId,
      kind: 'ISSUE' as const,
      document: documentOf(group[0]!.order),
      postedOn: postedOn.get(companyId)!,
      lines,
    };
    const answers = await unplaced(() => stock.issue(tx, issue));
    for (const answer of answers) taken.set(answer.lineId, answer);
  }
  return taken;
}

/** What comes out of a work order, or back from it. */
export interface Incoming {
  readonly order: WorkOrder;
  readonly itemId: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly kind: 'COMPLETION' | 'ISSUE_RETURN';
  readonly lineId: string;
  readonly lotId?: string | null;
}

/** Puts goods on stock; answers for each, in order, what stock took them at. */
export async function putIn(
  tx: Tx,
  incoming: readonly Incoming[],
  postedOn: ReadonlyMap<string, string>,
): Promise<stock.Received[]> {
  const receipts = incoming.map(({ order, ...one }) => ({
    ...one,
    companyId: order.companyId,
    warehouseId: order.warehouseId,
    currency: order.currency,
    postedOn: postedOn.get(order.companyId)!,
    document: documentOf(order),
  }));
  return unplaced(() => stock.receive(tx, receipts));
}
