import { sum, ZERO, type Decimal } from '../kernel/index.js';
import { roundQuantity, upToMultiple } from './material.rules.js';
import type { MadeOperation } from './made-operation.rules.js';
import type { MadeItem } from './product-data.rules.js';
import { timeWorth, type HourlyRates } from './work-order-cost.rules.js';

/** What a work order needs of one item, or gets beside its product; as it is frozen. */
export interface FrozenMaterial {
  readonly kind: 'COMPONENT' | 'BY_PRODUCT';
  readonly itemId: string;
  readonly unit: string;
  readonly required: Decimal;
  readonly perUnit: Decimal;
  readonly isFixed: boolean;
  readonly roundingMultiple: Decimal | null;
  readonly costSharePercent: Decimal;
  readonly issueMethod: 'PICK' | 'BACKFLUSH';
  readonly operation: number | null;
  /** The line of the BOM whose alternates may stand in for it; null where none may. */
  readonly alternatesOf: string | null;
}

type Component = MadeItem['components'][number];

/** What a component takes for each unit and what it takes once stand apart. */
function componentRows(component: Component, quantity: Decimal): FrozenMaterial[] {
  const { itemId, unit, issueMethod, operation, roundingMultiple, alternatesOf } = component;
  const shared = {
    kind: 'COMPONENT' as const,
    ...{ itemId, unit, issueMethod, operation, roundingMultiple, alternatesOf },
    costSharePercent: ZERO,
  };
  const perUnit = roundQuantity(component.perUnit);
  // What is told for one unit is rounded; what all of them take is rounded once, at the end.
  const inAll = (taken: Decimal) => upToMultiple(roundQuantity(taken), roundingMultiple);
  const required = inAll(component.perUnit.mul(quantity));
  const rows = [
    { ...shared, perUnit, isFixed: false, required },
    { ...shared, perUnit: ZERO, isFixed: true, required: inAll(component.fixed) },
  ];
  return rows.filter(({ required }) => required.gt(0));
}

/** The materials of a work order, frozen from how its product is made on the day. */
export function frozenMaterials(
  { components, byProducts }: Pick<MadeItem, 'components' | 'byProducts'>,
  quantity: Decimal,
): FrozenMaterial[] {
  const beside = byProducts.map(({ itemId, unit, perUnit, costSharePercent }): FrozenMaterial => {
    return {
      kind: 'BY_PRODUCT',
      ...{ itemId, unit, costSharePercent },
      perUnit: roundQuantity(perUnit),
      required: roundQuantity(perUnit.mul(quantity)),
      ...{ isFixed: false, roundingMultiple: null },
      issueMethod: 'PICK',
      ...{ operation: null, alternatesOf: null },
    };
  });
  return [
    ...components.flatMap((component) => componentRows(component, quantity)),
    ...beside.filter(({ required }) => required.gt(0)),
  ];
}

/** An operation's minutes as the clock will show them: what is said at 100 percent ÷ efficiency. */
export function realMinutes<O extends MadeOperation>(operation: O): O {
  const real = (minutes: Decimal) =>
    roundQuantity(minutes.mul(100).div(operation.efficiencyPercent));
  return {
    ...operation,
    setupMinutes: real(operation.setupMinutes),
    runMinutes: real(operation.runMinutes),
  };
}

/** An operation as far as its planned cost asks. */
export interface CostedOperation extends HourlyRates {
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
}

/**
 * What one unit of a work order is planned to cost, by-products included: its components at the
 * costs of the day and its operations at the rates of the day, set-up and fixed quantities spread
 * over the work order's own quantity (absorption costing of the actual lot, IAS 2.10 to 2.14).
 */
export function plannedUnitCost(
  quantity: Decimal,
  materials: readonly { readonly required: Decimal; readonly plannedUnitCost: Decimal }[],
  operations: readonly CostedOperation[],
): Decimal {
  const material = sum(materials.map((one) => one.required.mul(one.plannedUnitCost)));
  const time = operations.map((operation) => {
    const minutes = operation.setupMinutes.add(operation.runMinutes.mul(quantity));
    const { labour, overhead } = timeWorth(minutes, operation);
    return labour.add(overhead);
  });
  return roundQuantity(sum([material, ...time]).div(quantity));
}
