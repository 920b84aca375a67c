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
} from '../kernel/index.js';
import { materialReturned } from './events.js';
import { putIn } from './material-stock.js';
import { take, type Taking } from './material-take.service.js';
import { openOf, refuseExcess, returnedValue } from './material.rules.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import {
  dayOf,
  lockMaking,
  save,
  setMaterial,
  step,
  type Making,
  type Material,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { NothingToIssue } from './work-order.errors.js';

/** So much of one material, in its stock unit. */
export interface MaterialLine {
  readonly workOrderMaterialId: string;
  readonly quantity: Decimal;
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

/** The material that a line names; each is named once. */
function named(making: Making, { workOrderMaterialId: id }: MaterialLine, seen: Set<string>) {
  return inField('workOrderMaterialId', () => {
    const material = making.materials.find((one) => one.id === id && isComponent(one));
    if (!material) throw new NotFound('WorkOrderMaterial', id);
    if (seen.has(id)) {
      throw new InvalidInput('LINE_REPEATED', 'The line {id} is given more than once.', { id });
    }
    seen.add(id);
    return material;
  });
}

/** The materials that lines name with what is to be done with them; every refusal at its line. */
function namedAll(
  making: Making,
  lines: readonly MaterialLine[],
  check: (material: Material, quantity: Decimal) => void,
): Taking[] {
  const seen = new Set<string>();
  const outcome = attemptEach(lines, (line): Taking => {
    const material = named(making, line, seen);
    const quantity = inField('quantity', () => {
      check(material, checkedQuantity(line.quantity));
      return line.quantity;
    });
    return { making, material, quantity, lotId: line.lotId ?? null };
  });
  if (isAccepted(outcome)) return outcome.ok;
  return throwAll(outcome.refused.map((reason) => reason.at('lines')));
}

/** What a work order still needs and nobody takes for it at another occasion. */
function allRequired(making: Making): Taking[] {
  const isPicked = ({ issueMethod }: Material) =>
    issueMethod === 'PICK' || making.order.backflush === 'NONE';
  return making.materials
    .filter((material) => isComponent(material) && isPicked(material))
    .map((material) => ({ making, material, quantity: openOf(material) }))
    .filter(({ quantity }) => quantity.gt(0));
}

/**
 * Takes materials into a work order: all that is required, or what is named. A number of statements
 * that does not grow with the materials. Refusals: TransitionRefused, StaleVersion, NothingToIssue,
 * IssueExceedsRequired unless it is allowed with a reason, InsufficientStock, PeriodClosed.
 */
export async function issue(tx: Tx, input: MaterialIssue): Promise<WorkOrder> {
  const allowExcess = input.allowExcess ?? false;
  if (allowExcess) requiredReason(input.reason);
  const making = await lockMaking(tx, input);
  const { companyId, status } = making.order;
  next(workOrderLifecycle, status, 'issueMaterials');
  const takings = input.lines
    ? namedAll(making, input.lines, (material, quantity) =>
        refuseExcess(material, quantity, allowExcess),
      )
    : allRequired(making);
  if (takings.length === 0) throw new NothingToIssue();
  await take(tx, takings, new Map([[companyId, await dayOf(tx, companyId, input.postedOn)]]));
  save(tx, [making]);
  return making.order;
}

/**
 * Puts materials back on stock at the average at which they were issued. Refusals:
 * TransitionRefused, StaleVersion, ReturnExceedsIssued, PeriodClosed.
 */
export async function giveBack(tx: Tx, input: MaterialReturn): Promise<WorkOrder> {
  const making = await lockMaking(tx, input);
  const { order } = making;
  next(workOrderLifecycle, order.status, 'returnMaterials');
  const backs = namedAll(making, input.lines, returnedValue).map((one) => ({
    ...one,
    value: returnedValue(one.material, one.quantity),
  }));
  if (backs.length === 0) throw new NothingToIssue();
  const postedOn = await dayOf(tx, order.companyId, input.postedOn);
  const received = await putIn(
    tx,
    backs.map(({ material, quantity, value, lotId }) => {
      const { itemId, unit, id: lineId } = material;
      return { order, itemId, unit, quantity, value, kind: 'ISSUE_RETURN', lineId, lotId };
    }),
    new Map([[order.companyId, postedOn]]),
  );
  // What stock takes back at another value leaves the rest in process, as a matter of price.
  const returned = backs.map((one, index) => ({ ...one, value: present(received[index]).value }));
  for (const { material, quantity, value } of returned) {
    setMaterial(making, material.id, {
      issued: material.issued.sub(quantity),
      issuedCost: material.issuedCost.sub(value),
    });
  }
  const lines = returned.map(({ material, value }) => {
    const { id: workOrderMaterialId, itemId: componentItemId } = material;
    return { workOrderMaterialId, componentItemId, value };
  });
  const materialCost = order.materialCost.sub(sum(returned.map(({ value }) => value)));
  step(tx, making, materialReturned, { materialCost }, { postedOn, lines });
  save(tx, [making]);
  return making.order;
}
