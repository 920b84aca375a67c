import type { FieldNode, SelectionNode } from 'graphql';
import type { ReadColumn, ReadNoun } from '../declaration.js';
import { customColumns, nounUnder } from '../custom.js';
import { selectionOf, isIncluded, type Document, type Selected } from '../selection.js';
import type { AskedMeasure, MeasureFunction } from './measures.js';

/** Where `@skip` and `@include` may leave a selection out: above it, and at itself. */
type Gates = readonly (readonly SelectionNode[][])[];

interface Gated {
  readonly gates: Gates;
}

/** What is selected of the groups of a noun. Made once for each prepared operation. */
export interface AggregatePlan {
  readonly noun: ReadNoun;
  /** The response key, and the field with its arguments. */
  readonly key: string;
  readonly node: FieldNode;
  readonly paths: readonly SelectionNode[][];
  /** The type that has the field. */
  readonly parent: string;
  readonly measures: readonly (Gated & AskedMeasure)[];
  /** Counts of different values, by response key; which values an argument tells. */
  readonly distinct: readonly (Gated & DistinctPlan)[];
  readonly counts: readonly Gated[];
}

export interface DistinctPlan {
  readonly key: string;
  readonly node: FieldNode;
  readonly parent: string;
}

export const aggregateType = (noun: ReadNoun): string => `${noun.name}Aggregate`;

export const isSelected = ({ gates }: Gated, variables: Record<string, unknown>): boolean =>
  gates.every((paths) => isIncluded(paths, variables));

/** Plans what `nodes`, the fields of one response key, select of the groups of a noun. */
export function planAggregate(
  given: ReadNoun,
  field: Pick<Selected, 'key' | 'nodes' | 'paths'>,
  parent: string,
  document: Document,
): AggregatePlan {
  const noun = nounUnder(given, document.schema);
  const type = aggregateType(noun);
  const selected = [...selectionOf(field.nodes, type, document).values()];
  const named = (name: string) => selected.filter((one) => one.fieldName === name);
  const gated = ({ paths }: Selected): Gated => ({ gates: [paths] });
  return {
    ...{ noun, key: field.key, node: field.nodes[0]!, paths: field.paths, parent },
    measures: selected.flatMap((one) => measuresUnder(one, noun, document)),
    distinct: named('countDistinct').map((one) => ({
      ...gated(one),
      ...{ key: one.key, node: one.nodes[0]!, parent: type },
    })),
    counts: named('count').map(gated),
  };
}

const functions: ReadonlySet<string> = new Set<MeasureFunction>([
  'count',
  'sum',
  'avg',
  'min',
  'max',
]);

function measuresUnder(selected: Selected, noun: ReadNoun, document: Document) {
  const { fieldName: field, paths } = selected;
  if (field !== 'customFields')
    return measuresOf(selected, noun.columns[field], document).map((one) => ({
      ...{ ...one, field, isCustom: false, gates: [paths, ...one.gates] },
    }));
  const type = `${noun.name}CustomFieldsMeasures`;
  return [...selectionOf(selected.nodes, type, document).values()].flatMap((custom) =>
    measuresOf(custom, customColumns(noun).get(custom.fieldName), document).map((one) => ({
      ...{ ...one, field: custom.fieldName, isCustom: true },
      gates: [paths, custom.paths, ...one.gates],
    })),
  );
}

function measuresOf({ nodes }: Selected, column: ReadColumn | undefined, document: Document) {
  const type = column && measuresTypeOf(column.kind);
  if (!type) return [];
  return [...selectionOf(nodes, type, document).values()]
    .filter(({ fieldName }) => functions.has(fieldName))
    .map(({ fieldName, paths }) => ({ fn: fieldName as MeasureFunction, gates: [paths] }));
}

/** The type of what is measured of a column, by its kind; none when nothing is. */
export function measuresTypeOf(kind: string): MeasuresType | undefined {
  return measuresTypes[kind];
}

export type MeasuresType =
  'NumberMeasures' | 'MoneyMeasures' | 'QuantityMeasures' | 'DateMeasures' | 'DateTimeMeasures';

const measuresTypes: Readonly<Record<string, MeasuresType>> = {
  integer: 'NumberMeasures',
  decimal: 'NumberMeasures',
  money: 'MoneyMeasures',
  quantity: 'QuantityMeasures',
  date: 'DateMeasures',
  instant: 'DateTimeMeasures',
};
