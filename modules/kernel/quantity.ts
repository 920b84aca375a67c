import { Decimal, ONE } from './decimal.js';
import { UnitMismatch } from './refusals.js';
import { standardUnits } from './units.js';
import type { UnitDefinition } from './units.js';

/** An exact number of a unit. */
export interface Quantity {
  readonly value: Decimal;
  readonly unit: string;
}

/** What an item says about its units: one `unit` is `factor` of the stock unit. */
export interface ItemUnits {
  readonly stockUnit: string;
  readonly units: readonly { readonly unit: string; readonly factor: Decimal }[];
  /** The deployment's units when it has more than those of the standard. */
  readonly definitions?: readonly UnitDefinition[] | undefined;
}

export interface UnitConversions {
  /** Absent when no item is meant, as for a working time. */
  readonly item?: ItemUnits;
  /** The deployment's units; those of the standard when absent. */
  readonly definitions?: readonly UnitDefinition[];
}

/** Decimals that every quantity column keeps. */
export const QUANTITY_SCALE = 9;

/** Makes a quantity of its two parts, as they are. */
export function quantity(value: Decimal, unit: string): Quantity {
  return { value, unit };
}

/**
 * A conversion kept as a fraction, so that one division is left to the end and thirds stay exact.
 */
interface Ratio {
  readonly over: Decimal;
  readonly under: Decimal;
}

/**
 * How much of `to` one `from` is by their dimension alone; null when they measure different things.
 */
function byDimension(
  from: string,
  to: string,
  definitions: readonly UnitDefinition[],
): Ratio | null {
  if (from === to) return { over: ONE, under: ONE };
  const source = definitions.find(({ code }) => code === from);
  const target = definitions.find(({ code }) => code === to);
  if (!source || source.dimension !== target?.dimension) return null;
  return source.dimension === 'PACKAGE' ? null : { over: source.factor, under: target.factor };
}

/**
 * How much of the stock unit one `unit` is: said by the item itself first, else through a unit it
 * knows.
 */
function inStockUnit(
  unit: string,
  item: ItemUnits,
  definitions: readonly UnitDefinition[],
): Ratio | null {
  const known = [{ unit: item.stockUnit, factor: ONE }, ...item.units];
  const own = known.find((candidate) => candidate.unit === unit);
  if (own) return { over: own.factor, under: ONE };
  for (const candidate of known) {
    const ratio = byDimension(unit, candidate.unit, definitions);
    if (ratio) return { over: ratio.over.mul(candidate.factor), under: ratio.under };
  }
  return null;
}

function ratioBetween(from: string, to: string, conversions: UnitConversions): Ratio | null {
  const { item, definitions = item?.definitions ?? standardUnits } = conversions;
  if (item) {
    const source = inStockUnit(from, item, definitions);
    const target = inStockUnit(to, item, definitions);
    if (source && target) {
      return { over: source.over.mul(target.under), under: source.under.mul(target.over) };
    }
  }
  return byDimension(from, to, definitions);
}

/**
 * The quantity in another unit: by the item's own conversions first, then by what both units
 * measure.
 * Exact where nine decimals hold it, else rounded half away from zero there. Refuses UnitMismatch.
 */
export function convertQuantity(
  from: Quantity,
  toUnit: string,
  conversions: UnitConversions = {},
): Quantity {
  if (from.unit === toUnit) return from;
  const ratio = ratioBetween(from.unit, toUnit, conversions);
  if (!ratio || ratio.under.isZero()) throw new UnitMismatch(from.unit, toUnit);
  const value = from.value.mul(ratio.over).div(ratio.under);
  return quantity(value.toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP), toUnit);
}
