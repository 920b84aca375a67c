import { getNamedType, isObjectType, type FieldNode } from 'graphql';
import { isOwn, nameOf, type Key } from '../aggregate/keys.js';
import type { AskedMeasure, Measure, MeasureFunction } from '../aggregate/measures.js';
import {
  aggregateType,
  measuresTypeOf,
  planAggregate,
  type AggregatePlan,
} from '../aggregate/plan.js';
import type { Groups, GroupSql } from '../aggregate/statement.js';
import { customColumns } from '../custom.js';
import type { ReadColumn, ReadNoun } from '../declaration.js';
import { isIncluded, type Document, type Selected } from '../selection.js';
import type { SqlDraft } from '../sql.js';
import { cursorSql } from './cursor.js';
import { valueSql } from './leaf.js';
import { objectPieces, orNullSql, type Piece } from './pieces.js';
import { periodWriter } from './period.js';
import { notWritable, orNull, writableOf } from './selected.js';

/** The groups of one request, and how its statement names what they have. */
export interface GroupsAt {
  readonly groups: Groups;
  readonly sql: GroupSql;
  /** The response keys of counts of different values, in the order of those. */
  readonly distinct: readonly string[];
  readonly variables: Record<string, unknown>;
  readonly draft: SqlDraft;
}

/** Writes a part of each group; made once for all requests. */
type Write = (at: GroupsAt) => Piece[];

/** What is selected of groups, and how each is written. */
export interface WrittenGroups {
  readonly plan: AggregatePlan;
  readonly write: Write;
}

/** The plan of groups whose answer the store can write; null when it cannot. */
export const planWrittenGroups = (
  noun: ReadNoun,
  field: Pick<Selected, 'key' | 'nodes' | 'paths'>,
  parent: string,
  document: Document,
): WrittenGroups | null => orNull(() => groupsOf(noun, field, parent, document));

export function groupsOf(
  given: ReadNoun,
  field: Pick<Selected, 'key' | 'nodes' | 'paths'>,
  parent: string,
  document: Document,
): WrittenGroups {
  const plan = planAggregate(given, field, parent, document);
  const { noun } = plan;
  const write = object(field.nodes, aggregateType(noun), document, (one): Write => {
    const { key, fieldName, nodes } = one;
    if (fieldName === 'count') return ({ sql }) => [{ sql: `${sql.count}::text` }];
    if (fieldName === 'cursor')
      return ({ groups, sql, draft }) => [{ sql: cursorSql(groups, draft)(sql.term) }];
    if (fieldName === 'countDistinct')
      return ({ sql, distinct }) => [{ sql: `${sql.distinct(distinct.indexOf(key))}::text` }];
    if (fieldName === 'by') return keysOf(nodes, `${noun.name}Keys`, [], document);
    if (fieldName === 'customFields')
      return object(nodes, `${noun.name}CustomFieldsMeasures`, document, (custom) =>
        measured(custom, customColumns(noun).get(custom.fieldName), true, document),
      );
    return measured(one, noun.columns[fieldName], false, document);
  });
  return { plan, write };
}

const NULL: Piece[] = [{ text: 'null' }];

/** An object of what is selected of a type. */
function object(
  nodes: readonly FieldNode[],
  type: string,
  document: Document,
  writer: (one: Selected) => Write,
): Write {
  const fields = writableOf(nodes, type, document).map((one) => {
    const isName = one.fieldName === '__typename';
    return { ...one, write: isName ? () => [{ text: `"${type}"` }] : writer(one) };
  });
  return (at) =>
    objectPieces(
      fields
        .filter(({ paths }) => isIncluded(paths, at.variables))
        .map(({ key, write }) => [key, write(at)]),
    );
}

/** What the rows of a group have in common, by the edges that lead to it. */
function keysOf(
  nodes: readonly FieldNode[],
  type: string,
  path: readonly string[],
  document: Document,
): Write {
  const declared = document.schema.getType(type);
  if (!isObjectType(declared)) return notWritable();
  return object(nodes, type, document, ({ fieldName, nodes: own }): Write => {
    const of = getNamedType(declared.getFields()[fieldName]!.type);
    const name = [...path, fieldName];
    if (of.name === 'Period') return keyOf(name, periodWriter(own, document));
    if (!isObjectType(of)) return keyOf(name, keyPieces);
    const below = keysOf(own, of.name, name, document);
    return (at) => (at.groups.keys.some((key) => leadsAlong(key, name)) ? below(at) : NULL);
  });
}

const leadsAlong = ({ name }: Key, path: readonly string[]): boolean =>
  name.length > path.length && path.every((step, at) => step === name[at]);

/** A key by its name; null where rows are not grouped by it. */
function keyOf(path: readonly string[], write: (key: Key, place: number, at: GroupsAt) => Piece[]) {
  const name = nameOf({ name: path });
  return (at: GroupsAt): Piece[] => {
    const place = at.groups.keys.findIndex((key) => nameOf(key) === name);
    return place < 0 ? NULL : write(at.groups.keys[place]!, place, at);
  };
}

function keyPieces(key: Key, place: number, { sql }: GroupsAt): Piece[] {
  const value = sql.key(place);
  const { column, noun, isNullable } = key;
  if (column.kind !== 'id') return [{ sql: valueSql({ kind: column.kind, isNullable }, value) }];
  const id: Piece[] = [{ text: `"${noun.name}:` }, { sql: `${value}::text` }, { text: '"' }];
  return isNullable ? [{ sql: orNullSql(value, id) }] : id;
}

/** What is worked out of a column; null where a request needs nothing of it. */
function measured(
  { fieldName: field, nodes }: Selected,
  column: ReadColumn | undefined,
  isCustom: boolean,
  document: Document,
): Write {
  const type = column && measuresTypeOf(column.kind);
  if (!type) return notWritable();
  const write = object(nodes, type, document, ({ fieldName, nodes: own }) =>
    measure({ field, fn: fieldName as MeasureFunction, isCustom }, own, column, document),
  );
  const isOfField = (one: Measure) => one.field === field && one.isCustom === isCustom;
  return (at) => (at.groups.measures.some(isOfField) ? write(at) : NULL);
}

const valueTypes: Readonly<Record<string, string>> = { money: 'Money', quantity: 'Quantity' };

function measure(
  { field, fn, isCustom }: AskedMeasure,
  nodes: readonly FieldNode[],
  of: ReadColumn,
  document: Document,
): Write {
  const placeIn = ({ measures }: Groups) =>
    measures.findIndex((one) => one.field === field && one.fn === fn && one.isCustom === isCustom);
  const plain: Write = ({ groups, sql }) => {
    const place = placeIn(groups);
    return [{ sql: valueSql(groups.measures[place]!.column, sql.measure(place)) }];
  };
  const type = valueTypes[of.kind];
  if (fn === 'count' || type === undefined) return plain;
  const write = object(nodes, type, document, ({ fieldName }) =>
    fieldName === 'amount' || fieldName === 'value' ? plain : besideOf(of),
  );
  return (at) => [{ sql: orNullSql(at.sql.measure(placeIn(at.groups)), write(at)) }];
}

/** The currency or the unit that the rows of a group share; that it is missing makes all null. */
const besideOf =
  ({ beside }: ReadColumn): Write =>
  ({ groups, sql }) => {
    const place = groups.keys.findIndex((key) => isOwn(key) && key.column.column === beside);
    return [{ sql: valueSql({ kind: 'text', isNullable: false }, sql.key(place)) }];
  };
