import { type Decimal, min, sum } from '../kernel/index.js';
import { type MaterialState, openOf, returnedValue, roundQuantity } from './material.rules.js';

/** What stands in for a material, and what of it went in. */
export interface StandIn {
  /** Stock units of it for one stock unit of the material. */
  readonly ratio: Decimal;
  /** What of the material it stands in for, in the material's unit. */
  readonly served: Decimal;
  /** What of itself went in for that. */
  readonly issued: Decimal;
  readonly issuedCost: Decimal;
}

/** How much of an alternate stands in for so much of a material; nine decimals. */
export const inAlternate = ({ ratio }: Pick<StandIn, 'ratio'>, quantity: Decimal): Decimal =>
  roundQuantity(quantity.mul(ratio));

/** How much of an alternate would serve what a material still takes. */
export const stillServing = (
  alternate: Pick<StandIn, 'ratio'>,
  material: Pick<MaterialState, 'required' | 'issued'>,
): Decimal => inAlternate(alternate, openOf(material));

/** What of a material went in as itself, and what that cost: the rest was served by others. */
export function issuedAsItself(
  material: Pick<StandIn, 'issued' | 'issuedCost'>,
  alternates: readonly Pick<StandIn, 'served' | 'issuedCost'>[],
): Pick<StandIn, 'issued' | 'issuedCost'> {
  return {
    issued: material.issued.sub(sum(alternates.map(({ served }) => served))),
    issuedCost: material.issuedCost.sub(sum(alternates.map(({ issuedCost }) => issuedCost))),
  };
}

/**
 * What of an alternate comes back with so much of the material that it stood in for, and at which
 * cost: its average, and the last of it takes the rest. ReturnExceedsIssued.
 */
export function returnedOf(
  alternate: StandIn,
  quantity: Decimal,
): { readonly quantity: Decimal; readonly value: Decimal } {
  const { served, issued, issuedCost } = alternate;
  const value = returnedValue({ issued: served, issuedCost }, quantity);
  const isAll = quantity.eq(served);
  return { quantity: isAll ? issued : min(issued, inAlternate(alternate, quantity)), value };
}
