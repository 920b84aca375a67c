import { throwAll, type Tx } from '../events/index.js';
import {
  attemptEach,
  checkedQuantity,
  type Decimal,
  inField,
  InvalidInput,
  isAccepted,
  next,
  NotFound,
  present,
  requiredReason,
  sum,
  ZERO,
} from '../kernel/index.js';
import { inAlternate, issuedAsItself, returnedOf } from './material-alternate.rules.js';
import { materialReturned } from './events.js';
import { freeMaterials, goodsOf, holdGoods, putIn, reserveMaterials } from './material-stock.js';
import { take, type Taking } from './material-take.service.js';
import { openOf, refuseExcess, returnedValue } from './material.rules.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { readAlternates } from './work-order-alternates.js';
import {
  dayOf,
  lockMaking,
  materialOf,
  save,
  setAlternate,
  setMaterial,
  step,
  type Alternate,
  type Making,
  type Material,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { NothingToIssue } from './work-order.errors.js';

/** So much of one material, in its stock unit. */
export interface MaterialLine {
  readonly workOrderMaterialId: string;
  /** Of the material; of what stands in for it so much times its ratio moves. */
  readonly quantity: Decimal;
  /** The item that stands in for it: one of the material's alternates. */
  readonly alternateItemId?: string | null;
  /** Of this lot alone, or back into it; at an issue any when absent. */
  readonly lotId?: string | null;
}

export interface MaterialIssue extends Versioned {
  /** All that is required and not issued when absent; what is backflushed stays out then. */
  readonly lines?: readonly MaterialLine[] | null;
  /** Lets more go in than is required; needs a reason. */
  readonly allowExcess?: boolean | null;
  readonly reason?: string | null;
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

export interface MaterialReturn extends Versioned {
  readonly lines: readonly MaterialLine[];
  readonly postedOn?: string | null;
}

const isComponent = ({ kind }: Material): boolean => kind === 'COMPONENT';

/** The material that a line names. */
function named(making: Making, { workOrderMaterialId: id }: MaterialLine): Material {
  const material = making.materials.find((one) => one.id === id && isComponent(one));
  if (material) return material;
  throw new NotFound('WorkOrderMaterial', id).at('workOrderMaterialId');
}

/** What a line names to stand in for its material; null for the material itself. */
function standingIn(making: Making, material: Material, line: MaterialLine): Alternate | null {
  const { alternateItemId: itemId = null } = line;
  if (itemId === null) return null;
  const known = making.alternates.find(
    (one) => one.workOrderMaterialId === material.id && one.itemId === itemId,
  );
  if (known) return known;
  const message = 'The item {itemId} was not released to stand in for the material.';
  throw new InvalidInput('NOT_AN_ALTERNATE', message, { itemId }).at('alternateItemId');
}

function refuseRepeated(
  { workOrderMaterialId: id, alternateItemId }: MaterialLine,
  seen: Set<string>,
): void {
  const key = `${id} ${alternateItemId ?? ''}`;
  if (seen.has(key)) {
    const message = 'The line {id} is given more than once.';
    throw new InvalidInput('LINE_REPEATED', message, { id }).at('workOrderMaterialId');
  }
  seen.add(key);
}

/** The materials that lines name, and what is decided of each; every refusal at its line. */
function namedAll<T extends Taking>(
  making: Making,
  lines: readonly MaterialLine[],
  decide: (taking: Taking, before: readonly Taking[]) => T,
): T[] {
  const seen = new Set<string>();
  const before: Taking[] = [];
  const outcome = attemptEach(lines, (line): T => {
    const material = named(making, line);
    const alternate = standingIn(making, material, line);
    refuseRepeated(line, seen);
    const { quantity, lotId = null } = line;
    const taking = { making, material, alternate, quantity, lotId };
    const decided = inField('quantity', () => {
      checkedQuantity(alternate ? inAlternate(alternate, checkedQuantity(quantity)) : quantity);
      return decide(taking, before);
    });
    before.push(taking);
    return decided;
  });
  if (isAccepted(outcome)) return outcome.ok;
  return throwAll(outcome.refused.map((reason) => reason.at('lines')));
}

/** Refuses what is more than a material still takes, with what earlier lines take of it. */
const refusingExcess =
  (allowExcess: boolean) =>
  (taking: Taking, before: readonly Taking[]): Taking => {
    const { material, quantity } = taking;
    const others = before.filter((one) => one.material.id === material.id);
    const issued = sum([material.issued, ...others.map((one) => one.quantity)]);
    refuseExcess({ ...material, issued }, quantity, allowExcess);
    return taking;
  };

/** What a work order still needs and nobody takes for it at another occasion. */
function allRequired(making: Making): Taking[] {
  const isPicked = ({ issueMethod }: Material) =>
    issueMethod === 'PICK' || making.order.backflush === 'NONE';
  return making.materials
    .filter((material) => isComponent(material) && isPicked(material))
    .map((material) => ({ making, material, quantity: openOf(material) }))
    .filter(({ quantity }) => quantity.gt(0));
}

/** Gives back what is reserved for materials beyond what they still take, as others served them. */
async function freeServed(tx: Tx, making: Making, takings: readonly Taking[]): Promise<void> {
  const served = new Set(
    takings.flatMap(({ alternate, material }) => (alternate ? [material.id] : [])),
  );
  const held = [...served]
    .map((id) => materialOf(making, id))
    .filter((material) => material.reserved.gt(openOf(material)))
    .map((material) => ({ order: making.order, material, quantity: openOf(material) }));
  if (held.length === 0) return;
  await freeMaterials(tx, held);
  const kept = await reserveMaterials(
    tx,
    held.filter(({ quantity }) => quantity.gt(0)),
    'AVAILABLE',
  );
  for (const { material } of held)
    setMaterial(making, material.id, { reserved: kept.get(material.id) ?? ZERO });
}

/**
 * Takes materials into a work order: all that is required, or what is named, as itself or by what
 * stands in for it. A number of statements that does not grow with the materials. Refusals:
 * TransitionRefused, StaleVersion, NothingToIssue, IssueExceedsRequired unless it is allowed with a
 * reason, InsufficientStock, PeriodClosed, InvalidInput.
 */
export async function issue(tx: Tx, input: MaterialIssue): Promise<WorkOrder> {
  const allowExcess = input.allowExcess ?? false;
  if (allowExcess) requiredReason(input.reason);
  const making = await lockMaking(tx, input);
  const { companyId, status } = making.order;
  next(workOrderLifecycle, status, 'issueMaterials');
  const { lines } = input;
  if (lines?.some(({ alternateItemId }) => alternateItemId)) await readAlternates(tx, [making]);
  const takings = lines
    ? namedAll(making, lines, refusingExcess(allowExcess))
    : allRequired(making);
  if (takings.length === 0) throw new NothingToIssue();
  const postedOn = await dayOf(tx, companyId, input.postedOn);
  const isServed = takings.some(({ alternate }) => alternate);
  const { order } = making;
  // What others served frees reservations of the materials, so all is locked in one order first.
  if (isServed)
    holdGoods(
      tx,
      takings.map((taking) => ({ order, ...taking })),
    );
  await take(tx, takings, new Map([[companyId, postedOn]]));
  if (isServed) await freeServed(tx, making, takings);
  save(tx, [making]);
  return making.order;
}

/** What comes back for a material: how much of what went in, and what that is worth. */
interface Back extends Taking {
  /** In the unit of what comes back. */
  readonly moved: Decimal;
  readonly value: Decimal;
}

/** How much of what went in comes back, and what it was issued at. */
function comingBack(taking: Taking): Back {
  const { making, material, alternate, quantity } = taking;
  if (alternate) {
    const { quantity: moved, value } = returnedOf(alternate, quantity);
    return { ...taking, moved, value };
  }
  const others = making.alternates.filter((one) => one.workOrderMaterialId === material.id);
  const value = returnedValue(issuedAsItself(material, others), quantity);
  return { ...taking, moved: quantity, value };
}

/** Takes off what was counted for a material, and of what stands in for it, when it comes back. */
function countBack(making: Making, back: Back): void {
  const { material, alternate, quantity, moved, value } = back;
  const { id, issued, issuedCost } = materialOf(making, material.id);
  const less = { issued: issued.sub(quantity), issuedCost: issuedCost.sub(value) };
  setMaterial(making, id, less);
  if (!alternate) return;
  setAlternate(making, alternate.id, {
    served: alternate.served.sub(quantity),
    issued: alternate.issued.sub(moved),
    issuedCost: alternate.issuedCost.sub(value),
  });
}

/**
 * Puts materials, or what stood in for them, back on stock at the average at which they were
 * issued. Refusals: TransitionRefused, StaleVersion, ReturnExceedsIssued, PeriodClosed.
 */
export async function giveBack(tx: Tx, input: MaterialReturn): Promise<WorkOrder> {
  const making = await lockMaking(tx, input);
  const { order } = making;
  next(workOrderLifecycle, order.status, 'returnMaterials');
  await readAlternates(tx, [making]);
  const backs = namedAll(making, input.lines, comingBack);
  if (backs.length === 0) throw new NothingToIssue();
  const postedOn = await dayOf(tx, order.companyId, input.postedOn);
  const received = await putIn(
    tx,
    backs.map((back) => {
      const { id: lineId, itemId, unit } = goodsOf(back);
      const { lotId, moved: quantity, value } = back;
      return { order, itemId, unit, kind: 'ISSUE_RETURN', lineId, lotId, quantity, value };
    }),
    new Map([[order.companyId, postedOn]]),
  );
  // What stock takes back at another value leaves the rest in process, as a matter of price.
  const returned = backs.map((back, index) => {
    return { ...back, value: present(received[index]).value };
  });
  for (const back of returned) countBack(making, back);
  const lines = returned.map(({ value, ...back }) => {
    const { id: workOrderMaterialId } = back.material;
    return { workOrderMaterialId, componentItemId: goodsOf(back).itemId, value };
  });
  const materialCost = order.materialCost.sub(sum(returned.map(({ value }) => value)));
  step(tx, making, materialReturned, { materialCost }, { postedOn, lines });
  save(tx, [making]);
  return making.order;
}
