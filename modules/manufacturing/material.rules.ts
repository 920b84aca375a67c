import { Decimal, max, ZERO } from '../kernel/index.js';
import { IssueExceedsRequired, ReturnExceedsIssued } from './work-order.errors.js';

/** Decimals that every quantity column keeps, and every amount column. */
const QUANTITY_SCALE = 9;
const VALUE_SCALE = 4;

/** A quantity as it is kept: nine decimals, rounded half away from zero. */
export function roundQuantity(quantity: Decimal): Decimal {
  return quantity.toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
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
}

/** How much of a work order is done, good or scrapped, of how much. */
export interface Done {
  readonly done: Decimal;
  readonly quantity: Decimal;
}

/** What the done part of a work order takes of a material; what is fixed is taken whole at once. */
export function allowedFor(
  { required, isFixed }: Omit<MaterialState, 'issued'>,
  of: Done,
): Decimal {
  if (of.done.lte(0)) return ZERO;
  if (isFixed || of.done.gte(of.quantity)) return required;
  return roundQuantity(required.mul(of.done).div(of.quantity));
}

/** What is still to be issued so that the done part has all it takes; never below zero. */
export function toIssue(material: MaterialState, of: Done): Decimal {
  return max(ZERO, allowedFor(material, of).sub(material.issued));
}

/** What of a material is required and not issued. */
export function openOf({ required, issued }: MaterialState): Decimal {
  return max(ZERO, required.sub(issued));
}

/** Refuses more than is required, unless the caller says that it is meant. */
export function refuseExcess(material: MaterialState, quantity: Decimal, allowExcess: boolean) {
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
