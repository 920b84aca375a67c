import type { Row, VersionedTable } from '../events/index.js';
import type { Choice, CustomFieldKind, CustomFieldShape, Localized } from './custom-field.rules.js';
import type { KeptValue } from './custom-field-value.rules.js';

/** A noun on which fields can be defined, as far as its rows are concerned. */
export interface ExtensibleNoun {
  readonly name: string;
  readonly table: VersionedTable;
  /** The column of the owning company; null for what the group shares. */
  readonly companyColumn: string | null;
  readonly isExtensible: boolean;
  /** Whether its values are given as rows are made, and never set again. */
  readonly isSetWhenMade: boolean;
  /** Whether a change of a row is told by its `updatedAt`. */
  readonly hasUpdatedAt: boolean;
}

export type NounNamed = (name: string) => ExtensibleNoun | undefined;

/** A definition as it is read: what the store keeps as JSON has its shape again. */
export interface CustomField extends CustomFieldShape {
  readonly id: string;
  readonly version: number;
  readonly noun: string;
  readonly code: string;
  readonly key: string;
  readonly labels: readonly Localized[];
  readonly description: string | null;
  readonly defaultValue: KeptValue | null;
  readonly readPermission: string | null;
  readonly writePermission: string | null;
  readonly deprecatedAt: Date | null;
  readonly deprecationReason: string | null;
  readonly removedAt: Date | null;
}

/** Only definitions that were checked are kept, so their JSON has the shape that was written. */
export const customFieldOf = (row: Row<'CustomFieldDefinition'>): CustomField => ({
  ...row,
  kind: row.kind as CustomFieldKind,
  labels: row.labels as Localized[],
  choices: row.choices as Choice[] | null,
  defaultValue: row.defaultValue as KeptValue | null,
});
