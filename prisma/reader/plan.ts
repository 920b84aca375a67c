import type {
  FieldNode,
  GraphQLFieldMap,
  GraphQLResolveInfo,
  GraphQLSchema,
  SelectionNode,
} from 'graphql';
import { isObjectType } from 'graphql';
import type { ReadComputed, ReadEdge, ReadNoun } from './declaration.js';
import { planAggregate, type AggregatePlan } from './aggregate/plan.js';
import { nounUnder, type CustomColumn } from './custom.js';
import { customSelection } from './custom-selection.js';
import { shapeOf, type Shape } from './shape.js';
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
  /** What is selected of groups of all its rows, whatever the page. */
  readonly aggregates: readonly AggregatePlan[];
}

const rowOnly: Wants = {
  ...{ rows: true, edges: false, pageInfo: false, totalCount: false, aggregates: [] },
};

/** Plans the selection under `nodes` on a noun. */
export function planLevel(
  given: ReadNoun,
  nodes: readonly FieldNode[],
  document: Document,
): LevelPlan {
  const noun = nounUnder(given, document.schema);
  const selected = [...selectionOf(nodes, noun.name, document).values()];
  const fields = fieldsOf(noun, document);
  const custom = customSelection(noun, selected, document);
  const edges = selected.flatMap((one) => edgePlan(noun, one, document, fields));
  for (const { selected: one, column } of custom?.references ?? [])
    edges.push(referencePlan(noun, one, column, document));
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

/** What a custom field refers to is read as what any key of ours leads to. */
function referencePlan(
  noun: ReadNoun,
  selected: Selected,
  { column, permission, target }: CustomColumn,
  document: Document,
): EdgePlan {
  const edge: ReadEdge = { kind: 'one', to: () => target!(), by: column, from: 'id', permission };
  const level = levelOf(selected.nodes, document);
  return { ...planned(noun, selected, permission), edge, level, wants: rowOnly };
}

function levelOf(nodes: readonly FieldNode[], document: Document) {
  const levels = new Map<string, LevelPlan>();
  return (to: ReadNoun): LevelPlan => {
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
      ? connectionParts(selected.nodes, target!, document)
      : { nodes: selected.nodes, wants: rowOnly };
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
  noun: ReadNoun,
  document: Document,
): { nodes: FieldNode[]; wants: Wants } {
  const connection = `${noun.name}Connection`;
  const selected = [...selectionOf(nodes, connection, document).values()];
  const of = (field: string) => selected.filter((one) => one.fieldName === field);
  const direct = of('nodes').flatMap((one) => one.nodes);
  const edgeNodes = of('edges').flatMap((one) => one.nodes);
  const through = [...selectionOf(edgeNodes, `${noun.name}Edge`, document).values()]
    .filter((one) => one.fieldName === 'node')
    .flatMap((one) => one.nodes);
  const wants = {
    rows: direct.length > 0 || edgeNodes.length > 0 || of('pageInfo').length > 0,
    edges: edgeNodes.length > 0,
    pageInfo: of('pageInfo').length > 0,
    totalCount: of('totalCount').length > 0,
    aggregates: of('aggregate').map((one) => planAggregate(noun, one, connection, document)),
  };
  return { nodes: [...direct, ...through], wants };
}

export interface RootPlan {
  readonly level: LevelPlan;
  readonly wants: Wants;
}

/** Plans made once for each document that is kept, by the nodes and the noun they are for. */
function kept<Plan>(make: (noun: ReadNoun, info: GraphQLResolveInfo) => Plan) {
  const plans = new WeakMap<
    FieldNode,
    { nodes: readonly FieldNode[]; noun: string; schema: GraphQLSchema; plan: Plan }[]
  >();
  return (noun: ReadNoun, info: GraphQLResolveInfo): Plan => {
    const nodes = info.fieldNodes;
    const known = plans.get(nodes[0]!) ?? [];
    const match = known.find(
      (one) =>
        one.noun === noun.name &&
        // A document that was parsed under one schema may run under the next one too.
        one.schema === info.schema &&
        one.nodes.length === nodes.length &&
        one.nodes.every((node, index) => node === nodes[index]),
    );
    if (match) return match.plan;
    const plan = make(noun, info);
    plans.set(nodes[0]!, [...known, { nodes, noun: noun.name, schema: info.schema, plan }]);
    return plan;
  };
}

const documentOf = ({ schema, fragments }: GraphQLResolveInfo): Document => ({ schema, fragments });

/** The plan for the connection that a resolver's own field answers. */
export const listPlanOf = kept((noun, info): RootPlan => {
  const document = documentOf(info);
  const { nodes, wants } = connectionParts(info.fieldNodes, noun, document);
  return { level: planLevel(noun, nodes, document), wants };
});

/** The plan for the row that a resolver's own field answers. */
export const rowPlanOf = kept((noun, info): LevelPlan =>
  planLevel(noun, info.fieldNodes, documentOf(info)),
);

/** The plan for the groups that a resolver's own field answers. */
export const aggregatePlanOf = kept((noun, info): AggregatePlan => {
  const field = { key: String(info.path.key), nodes: [...info.fieldNodes], paths: [] };
  return planAggregate(noun, field, info.parentType.name, documentOf(info));
});
