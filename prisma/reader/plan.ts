import type { FieldNode, GraphQLFieldMap, GraphQLResolveInfo, SelectionNode } from 'graphql';
import { isObjectType } from 'graphql';
import type { ReadComputed, ReadEdge, ReadNoun } from './declaration.js';
import { customColumns, nounUnder, type CustomColumn } from './custom.js';
import { shapeOf, type CustomSelection, type Shape } from './shape.js';
import { selectionOf, type Document, type Selected } from './selection.js';

/** What one level of an operation reads of one noun. Made once for each prepared operation. */
export interface LevelPlan {
  readonly noun: ReadNoun;
  readonly shape: Shape;
  readonly edges: readonly EdgePlan[];
  readonly computed: readonly ComputedPlan[];
}

interface Planned {
  /** The response key under which the answer is put. */
  readonly key: string;
  readonly node: FieldNode;
  readonly paths: readonly SelectionNode[][];
  readonly parent: string;
  readonly permission: string | undefined;
}

export interface EdgePlan extends Planned {
  readonly edge: ReadEdge;
  /**
   * The noun it leads to with what is selected there; decided by the row for an edge to any noun.
   */
  readonly level: (noun: ReadNoun) => LevelPlan;
  readonly wants: Wants;
}

export interface ComputedPlan extends Planned {
  readonly computed: ReadComputed;
}

/** Which parts of a connection are selected. */
export interface Wants {
  readonly rows: boolean;
  readonly edges: boolean;
  readonly pageInfo: boolean;
  readonly totalCount: boolean;
}

/** Plans the selection under `nodes` on a noun. */
export function planLevel(
  given: ReadNoun,
  nodes: readonly FieldNode[],
  document: Document,
): LevelPlan {
  const noun = nounUnder(given, document.schema);
  const selected = [...selectionOf(nodes, noun.name, document).values()];
  const fields = fieldsOf(noun, document);
  const custom = customPlan(noun, selected, document);
  const edges = selected.flatMap((one) => edgePlan(noun, one, document, fields));
  edges.push(...(custom?.edges ?? []));
  const computed = selected.flatMap((one) => computedPlan(noun, one));
  const keys = new Set(edges.length + computed.length > 0 ? ['id'] : []);
  for (const { edge } of edges) {
    keys.add(edge.kind === 'many' ? edge.from : edge.by);
    if (edge.nounColumn) keys.add(edge.nounColumn);
  }
  for (const { computed: one } of computed) one.needs.forEach((column) => keys.add(column));
  const columns = selected.map((one) => one.fieldName).filter((field) => field in noun.columns);
  return { noun, shape: shapeOf(noun, new Set(columns), keys, custom), edges, computed };
}

/** What is selected of the fields that users have defined; references among them are edges. */
function customPlan(
  noun: ReadNoun,
  selected: readonly Selected[],
  document: Document,
): (CustomSelection & { readonly edges: readonly EdgePlan[] }) | null {
  if (noun.isExtensible !== true) return null;
  const asked = selected.filter(({ fieldName }) => fieldName === 'customFields');
  if (asked.length === 0) return null;
  const codes = new Set<string>();
  const edges: EdgePlan[] = [];
  let isAnyAsked = false;
  for (const { key, nodes, paths } of asked) {
    for (const one of selectionOf(nodes, `${noun.name}CustomFields`, document).values()) {
      isAnyAsked ||= one.fieldName === 'value';
      const column = customColumns(noun).get(one.fieldName);
      if (!column) continue;
      codes.add(one.fieldName);
      const at = { ...one, key: `${key}.${one.key}`, paths: bothPaths(paths, one.paths) };
      if (column.target) edges.push(referencePlan(noun, at, column, document));
    }
  }
  return { codes, isAnyAsked, edges };
}

/** A selection within another is included when one path of each is. */
function bothPaths(outer: SelectionNode[][], inner: SelectionNode[][]): SelectionNode[][] {
  if (outer.length === 0) return inner;
  if (inner.length === 0) return outer;
  return outer.flatMap((above) => inner.map((below) => [...above, ...below]));
}

function referencePlan(
  noun: ReadNoun,
  selected: Selected,
  { column, permission, target }: CustomColumn,
  document: Document,
): EdgePlan {
  const edge: ReadEdge = { kind: 'one', to: () => target!(), by: column, from: 'id', permission };
  const level = levelOf(selected.nodes, document);
  return { ...planned(noun, selected, permission), edge, level, wants: onlyRows };
}

const onlyRows: Wants = { rows: true, edges: false, pageInfo: false, totalCount: false };

function levelOf(nodes: readonly FieldNode[], document: Document) {
  const levels = new Map<string, LevelPlan>();
  return (to: ReadNoun) => {
    const known = levels.get(to.name) ?? planLevel(to, nodes, document);
    levels.set(to.name, known);
    return known;
  };
}

function fieldsOf(noun: ReadNoun, document: Document): GraphQLFieldMap<unknown, unknown> {
  const type = document.schema.getType(noun.name);
  if (!isObjectType(type)) throw new Error(`${noun.name} is not an object type of the schema`);
  return type.getFields();
}

function edgePlan(
  noun: ReadNoun,
  selected: Selected,
  document: Document,
  fields: GraphQLFieldMap<unknown, unknown>,
): EdgePlan[] {
  const edge = noun.edges[selected.fieldName];
  if (!edge) return [];
  const target = edge.to();
  const { nodes, wants } =
    edge.kind === 'many'
      ? connectionParts(selected.nodes, `${target!.name}Connection`, document)
      : { nodes: selected.nodes, wants: onlyRows };
  const level = levelOf(nodes, document);
  if (!fields[selected.fieldName])
    throw new Error(`${noun.name}.${selected.fieldName} is no field`);
  return [{ ...planned(noun, selected, edge.permission), edge, level, wants }];
}

function computedPlan(noun: ReadNoun, selected: Selected): ComputedPlan[] {
  const computed = noun.computed[selected.fieldName];
  return computed ? [{ ...planned(noun, selected, undefined), computed }] : [];
}

const planned = (noun: ReadNoun, selected: Selected, permission: string | undefined): Planned => ({
  key: selected.key,
  node: selected.nodes[0]!,
  paths: selected.paths,
  parent: noun.name,
  permission,
});

/** The field nodes that select rows under a connection, through `nodes` and `edges { node }`. */
export function connectionParts(
  nodes: readonly FieldNode[],
  connection: string,
  document: Document,
): { nodes: FieldNode[]; wants: Wants } {
  const selected = [...selectionOf(nodes, connection, document).values()];
  const of = (field: string) => selected.filter((one) => one.fieldName === field);
  const direct = of('nodes').flatMap((one) => one.nodes);
  const edgeNodes = of('edges').flatMap((one) => one.nodes);
  const edgeType = connection.replace(/Connection$/, 'Edge');
  const through = [...selectionOf(edgeNodes, edgeType, document).values()]
    .filter((one) => one.fieldName === 'node')
    .flatMap((one) => one.nodes);
  const wants = {
    rows: direct.length > 0 || edgeNodes.length > 0 || of('pageInfo').length > 0,
    edges: edgeNodes.length > 0,
    pageInfo: of('pageInfo').length > 0,
    totalCount: of('totalCount').length > 0,
  };
  return { nodes: [...direct, ...through], wants };
}

export interface RootPlan {
  readonly level: LevelPlan;
  readonly wants: Wants;
}

const plans = new WeakMap<
  FieldNode,
  { nodes: readonly FieldNode[]; noun: string; plan: RootPlan }[]
>();

/** The plan for what a resolver's own field selects, made once for each document that is kept. */
export function planOf(noun: ReadNoun, info: GraphQLResolveInfo, isConnection: boolean): RootPlan {
  const first = info.fieldNodes[0]!;
  const known = plans.get(first) ?? [];
  const match = known.find(
    (one) =>
      one.noun === noun.name &&
      one.nodes.length === info.fieldNodes.length &&
      one.nodes.every((node, index) => node === info.fieldNodes[index]),
  );
  if (match) return match.plan;
  const document = { schema: info.schema, fragments: info.fragments };
  const { nodes, wants } = isConnection
    ? connectionParts(info.fieldNodes, `${noun.name}Connection`, document)
    : { nodes: info.fieldNodes, wants: onlyRows };
  const plan = { level: planLevel(noun, nodes, document), wants };
  plans.set(first, [...known, { nodes: info.fieldNodes, noun: noun.name, plan }]);
  return plan;
}
