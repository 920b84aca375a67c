import { Decimal, max, min, ZERO } from '../kernel/index.js';
import { IssueExceedsRequired, ReturnExceedsIssued } from './work-order.errors.js';

/** Decimals that every quantity column keeps, and every amount column. */
const QUANTITY_SCALE = 9;
const VALUE_SCALE = 4;

/** A quantity as it is kept: nine decimals, rounded half away from zero. */
export function roundQuantity(quantity: Decimal): Decimal {
  return quantity.toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
}

/**
 * The least multiple that is not below a quantity; the quantity itself where none is asked for.
 */
export function upToMultiple(quantity: Decimal, multiple: Decimal | null): Decimal {
  return multiple ? roundQuantity(quantity.div(multiple).ceil().mul(multiple)) : quantity;
}

/** An amount as it is kept: four decimals, rounded half away from zero. */
export function roundAmount(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(VALUE_SCALE, Decimal.ROUND_HALF_UP);
}

/** How far a material has come; in its stock unit. */
export interface MaterialState {
  readonly required: Decimal;
  readonly isFixed: boolean;
  /** Less what came back. */
  readonly issued: Decimal;
  /** For one stock unit of the product, rounded. */
  readonly perUnit: Decimal;
  /** What is taken is a multiple of this; null for any quantity. */
  readonly roundingMultiple: Decimal | null;
}

type OpenMaterial = Pick<MaterialState, 'required' | 'issued'>;

/** By how much what is told for one unit may be too high: half of its last decimal. */
const PER_UNIT_ERROR = new Decimal('5e-10');

/** How much of a work order is done, good or scrapped, of how much. */
export interface Done {
  readonly done: Decimal;
  readonly quantity: Decimal;
}

/**
 * What the done part of a work order takes of a material; what is fixed is taken whole at once.
 * What comes in multiples is taken in those, as if the done part were all: what is told for one
 * unit is rounded, and that is no reason to open another roll.
 */
export function allowedFor(material: Omit<MaterialState, 'issued'>, of: Done): Decimal {
  const { required, isFixed, roundingMultiple, perUnit } = material;
  if (of.done.lte(0)) return ZERO;
  if (isFixed || of.done.gte(of.quantity)) return required;
  if (roundingMultiple) {
    const taken = max(ZERO, perUnit.sub(PER_UNIT_ERROR).mul(of.done));
    return min(required, upToMultiple(taken, roundingMultiple));
  }
  return roundQuantity(required.mul(of.done).div(of.quantity));
}

/** What is still to be issued so that the done part has all it takes; never below zero. */
export function toIssue(material: MaterialState, of: Done): Decimal {
  return max(ZERO, allowedFor(material, of).sub(material.issued));
}

/** What of a material is required and not issued. */
export function openOf({ required, issued }: OpenMaterial): Decimal {
  return max(ZERO, required.sub(issued));
}

/** Refuses more than is required, unless the caller says that it is meant. */
export function refuseExcess(material: OpenMaterial, quantity: Decimal, allowExcess: boolean) {
  const open = openOf(material);
  if (!allowExcess && quantity.gt(open)) throw new IssueExceedsRequired(open, quantity);
}

/** What a returned part was issued at, on the average; the last of it takes the rest. */
export function returnedValue(
  { issued, issuedCost }: { readonly issued: Decimal; readonly issuedCost: Decimal },
  quantity: Decimal,
): Decimal {
  if (quantity.gt(issued)) throw new ReturnExceedsIssued(issued, quantity);
  if (quantity.eq(issued)) return issuedCost;
  return roundAmount(issuedCost.mul(quantity).div(issued));
}
