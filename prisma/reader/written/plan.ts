import { isNonNullType, isObjectType, type FieldNode } from 'graphql';
import { nounUnder } from '../custom.js';
import type { ReadColumn, ReadEdge, ReadNoun } from '../declaration.js';
import type { Document, Selected } from '../selection.js';
import { groupsOf, type WrittenGroups } from './groups.js';
import { notWritable, orNull, writableOf } from './selected.js';

/** One response key with what the store writes for it. */
export type Part = {
  readonly key: string;
  readonly paths: Selected['paths'];
} & (TypeName | GlobalId | Leaf | ToOne | ToMany);

interface TypeName {
  readonly kind: 'typeName';
  readonly name: string;
}

/** The id of the row, behind its noun. */
interface GlobalId {
  readonly kind: 'globalId';
  readonly noun: string;
  readonly column: string;
}

export interface Leaf {
  readonly kind: 'leaf';
  readonly column: ReadColumn;
  /** Of an amount or a quantity: the fields of the object. */
  readonly parts: readonly Part[];
}

export interface ToOne {
  readonly kind: 'one';
  readonly edge: ReadEdge;
  readonly level: WrittenLevel;
}

export interface ToMany {
  readonly kind: 'many';
  readonly edge: ReadEdge;
  readonly list: WrittenList;
  /** Where the arguments stand. */
  readonly node: FieldNode;
  readonly parent: string;
}

/** What the store writes of each row of a noun, in the order of the answer. */
export interface WrittenLevel {
  readonly noun: ReadNoun;
  readonly parts: readonly Part[];
}

/** What is selected of a connection, in the order of the answer. */
export interface WrittenList {
  readonly level: WrittenLevel;
  readonly fields: readonly ConnectionField[];
}

export interface ConnectionField {
  readonly key: string;
  readonly paths: Selected['paths'];
  readonly name: 'nodes' | 'edges' | 'pageInfo' | 'totalCount' | 'aggregate' | '__typename';
  /** Of an edge or of the page: its fields. */
  readonly fields: readonly { readonly key: string; readonly name: string }[];
  /** Of groups: what is selected of them. */
  readonly groups?: WrittenGroups;
}

/** The plan of a list whose answer the store can write; null when it cannot. */
export const planWrittenList = (
  noun: ReadNoun,
  nodes: readonly FieldNode[],
  document: Document,
): WrittenList | null => orNull(() => listOf(noun, nodes, document));

/** The same for one row. */
export const planWrittenLevel = (
  noun: ReadNoun,
  nodes: readonly FieldNode[],
  document: Document,
): WrittenLevel | null => orNull(() => levelOf(noun, nodes, document));

function levelOf(given: ReadNoun, nodes: readonly FieldNode[], document: Document): WrittenLevel {
  const noun = nounUnder(given, document.schema);
  const selected = writableOf(nodes, noun.name, document);
  return { noun, parts: selected.map((one) => partOf(noun, one, document)) };
}

function partOf(noun: ReadNoun, selected: Selected, document: Document): Part {
  const { key, paths, fieldName } = selected;
  if (fieldName === '__typename') return { key, paths, kind: 'typeName', name: noun.name };
  const column = noun.columns[fieldName];
  if (column?.kind === 'id')
    return { key, paths, kind: 'globalId', noun: noun.name, column: column.column };
  if (column) return { key, paths, ...leafOf(column, selected, document) };
  const edge = noun.edges[fieldName];
  const target = edge?.to();
  if (!edge || !target || edge.kind === 'any' || isBubbling(noun, fieldName, document))
    return notWritable();
  if (edge.kind === 'one') {
    const level = levelOf(target, selected.nodes, document);
    return { key, paths, kind: 'one', edge, level };
  }
  const list = listOf(target, selected.nodes, document);
  return { key, paths, kind: 'many', edge, list, node: selected.nodes[0]!, parent: noun.name };
}

/** An edge that must lead somewhere takes its row with it when it does not. */
function isBubbling(noun: ReadNoun, fieldName: string, { schema }: Document): boolean {
  const type = schema.getType(noun.name);
  return !isObjectType(type) || isNonNullType(type.getFields()[fieldName]?.type);
}

function leafOf(column: ReadColumn, { nodes }: Selected, document: Document): Leaf {
  const name = { money: 'Money', quantity: 'Quantity' }[column.kind as string];
  if (name === undefined) return { kind: 'leaf', column, parts: [] };
  const parts = writableOf(nodes, name, document).map(({ key, paths, fieldName }): Part => {
    if (fieldName === '__typename') return { key, paths, kind: 'typeName', name };
    const isNumber = fieldName === 'amount' || fieldName === 'value';
    const own: ReadColumn = isNumber
      ? { ...column, kind: 'decimal', isNullable: false }
      : { ...column, kind: 'text', column: column.beside!, isNullable: false };
    return { key, paths, kind: 'leaf', column: own, parts: [] };
  });
  return { kind: 'leaf', column, parts };
}

const CONNECTION: ReadonlySet<string> = new Set([
  ...['nodes', 'edges', 'pageInfo', 'totalCount', 'aggregate', '__typename'],
]);

function listOf(noun: ReadNoun, nodes: readonly FieldNode[], document: Document): WrittenList {
  const connection = `${noun.name}Connection`;
  const rows: FieldNode[][] = [];
  const fields = writableOf(nodes, connection, document).map((one): ConnectionField => {
    const { key, paths, fieldName, nodes: own } = one;
    if (!CONNECTION.has(fieldName)) return notWritable();
    const name = fieldName as ConnectionField['name'];
    if (name === 'aggregate')
      return { key, paths, name, fields: [], groups: groupsOf(noun, one, connection, document) };
    if (name === 'nodes') rows.push(own);
    const type = name === 'edges' ? `${noun.name}Edge` : 'PageInfo';
    const inner = name === 'edges' || name === 'pageInfo' ? writableOf(own, type, document) : [];
    // Conditions within are seldom, and the walk knows them.
    if (inner.some(({ paths: within }) => within.length > 0)) return notWritable();
    for (const { fieldName: of, nodes: below } of inner) if (of === 'node') rows.push(below);
    const told = inner.map(({ key: as, fieldName: of }) => ({ key: as, name: of }));
    return { key, paths, name, fields: told };
  });
  // Rows are written once: who asks for them twice may ask for different things of them.
  if (rows.length > 1) return notWritable();
  return { level: levelOf(noun, rows[0] ?? [], document), fields };
}
