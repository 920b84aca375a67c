import { inField, ownCode } from '../kernel/index.js';
import { ItemArchived } from './errors.js';
import {
  cleanItem,
  cleanUnits,
  unitsText,
  type ItemColumns,
  type ItemDetails,
  type UnitFactor,
} from './item.rules.js';
import type { ExternalName, Stored } from './stored.js';

/** An item with its units, to be made or changed. Absent keeps, null clears. */
export interface ItemInput extends ItemDetails {
  /** From the group's series when a new item has none. */
  readonly code?: string | null;
  /** All units beside the stock unit; what is not named any more goes. */
  readonly units?: readonly UnitFactor[];
  readonly externalRefs?: readonly ExternalName[];
}

/** What is to become of an item. */
export interface ItemPlan {
  readonly id: string;
  /** Null for a new one. */
  readonly before: Stored<'Item'> | null;
  /** Null when the group's series is to give one. */
  readonly code: string | null;
  readonly columns: ItemColumns;
  readonly refs: readonly ExternalName[];
  /** True when its units change. */
  readonly isTouched: boolean;
  /** Null when the units stay. */
  readonly units: readonly UnitFactor[] | null;
  readonly unitsBefore: string;
}

/** Decides what is to become of one item; refuses by field. */
export function planItem(
  input: ItemInput,
  known: {
    readonly id: string;
    readonly before: Stored<'Item'> | null;
    readonly units: readonly UnitFactor[];
  },
  definitions: { has(code: string): boolean },
): ItemPlan {
  const { id, before } = known;
  if (before?.archivedAt) throw new ItemArchived(before.code);
  const columns = cleanItem(input, before, definitions);
  const given = input.units;
  const units = given && inField('units', () => cleanUnits(given, columns.unit, definitions));
  const unitsBefore = unitsText(known.units);
  const isTouched = units !== undefined && unitsText(units) !== unitsBefore;
  const { code } = input;
  return {
    id,
    before,
    code: code === null || code === undefined ? null : inField('code', () => ownCode(code)),
    columns,
    refs: input.externalRefs ?? [],
    isTouched,
    units: isTouched ? units : null,
    unitsBefore,
  };
}
