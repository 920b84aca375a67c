import {
  MergeDiffers,
  UnitMismatch,
  type Decimal,
  type MergePair,
  type RuleViolation,
} from '../kernel/index.js';
import { ItemHasStock } from './errors.js';
import type { ItemColumns, UnitFactor } from './item.rules.js';
import type { Stored } from './stored.js';

/** What of an item can be chosen in a merge. */
export const itemFields = [
  'name',
  'description',
  'category',
  'gtin',
  'manufacturerPartNumber',
] as const satisfies readonly (keyof ItemColumns)[];

export type ItemField = (typeof itemFields)[number];

/** Two whose stock is kept otherwise are not the same: their moves could not be read together. */
export function refuseOtherKeeping({ survivor, merged }: MergePair<Stored<'Item'>>): void {
  if (survivor.unit !== merged.unit)
    throw new UnitMismatch(merged.unit, survivor.unit).at('mergedId');
  for (const field of ['isStocked', 'isLotTracked'] as const)
    if (survivor[field] !== merged[field]) throw new MergeDiffers(field).at('mergedId');
}

/** The units that only the merged has; one that both have must be as much in both. */
export function unitsTaken(
  own: readonly UnitFactor[],
  others: readonly UnitFactor[],
): UnitFactor[] {
  const known = new Map(own.map(({ unit, factor }) => [unit, factor]));
  for (const { unit, factor } of others) {
    const same = known.get(unit);
    if (same && !same.eq(factor)) throw new MergeDiffers(`the unit ${unit}`).at('mergedId');
  }
  return others
    .filter(({ unit }) => !known.has(unit))
    .map(({ unit, factor }) => ({ unit, factor }));
}

/** What lies of an item, over all companies. */
export interface Lying {
  readonly onHand: Decimal;
  readonly reserved: Decimal;
}

/** Why stock stands against a merge: it would change its item without a move. */
export function stockAgainst(item: Stored<'Item'>, lying: Lying): RuleViolation | null {
  if (lying.onHand.isZero() && lying.reserved.isZero()) return null;
  return new ItemHasStock(item, lying.onHand, lying.reserved).at('mergedId');
}
