import {
  Kind,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  print,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { listSizeOf, weightOf, type ListSize } from '../schema/costs.js';
import { inputCost } from './input-cost.js';
import { fragmentsOf } from './rights.js';
import type { Variables } from './prepare.js';

/** What an operation costs before it is run, by the weights and sizes of the schema. */
export interface Costing {
  /** The cost with these coerced variables. The same ones that matter are reckoned once. */
  readonly of: (variables: Variables) => number;
  /** The same, with what it costs though it reads no row: its entrances, and what they were given. */
  readonly bounds: (variables: Variables) => { readonly most: number; readonly least: number };
  /** The fields with what each costs with all below it, in the order of the document. */
  readonly parts: (variables: Variables) => CostPart[];
}

export interface CostPart {
  /** The response keys from the root, with dots. */
  readonly path: string;
  cost: number;
}

/** How many sets of sizes are remembered for an operation. */
const REMEMBERED = 50;

/** Takes time linear in the document with its fragments opened, which the limits bound. */
export function costing(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Costing {
  const base = { schema, fragments: fragmentsOf(document, operation) };
  const root = schema.getRootType(operation.operation)!;
  const reckon = (variables: Variables, extra: Partial<Reckoning> = {}) =>
    ofSets({ ...base, variables, ...extra }, root, [operation.selectionSet], '');
  const decisive = new Map<string, Decisive>();
  const inputs: ReckonedInput[] = [];
  const fixed = reckon({}, { decisive, inputs });
  const read = remembering([...decisive.values()], fixed, reckon);
  const given = (variables: Variables) =>
    inputs.reduce((sum, { reckon: of, value }) => sum + of(valueIn(value, variables)), 0);
  const entrances = rootWeight(base, root, operation);
  return {
    bounds(variables) {
      const sent = given(variables);
      return { most: read(variables) + sent, least: entrances + sent };
    },
    of: inputs.length === 0 ? read : (variables) => read(variables) + given(variables),
    parts(variables) {
      const found: CostPart[] = [];
      reckon(variables, { found });
      return found;
    },
  };
}

/** The weights of the root fields alone. */
function rootWeight(
  base: Pick<Reckoning, 'schema' | 'fragments'>,
  root: GraphQLObjectType,
  { selectionSet }: OperationDefinitionNode,
): number {
  const fields = new Map<string, Gathered>();
  gather({ ...base, variables: {} }, root, selectionSet.selections, fields);
  return [...fields.values()].reduce((sum, { node }) => {
    const field = root.getFields()[node.name.value];
    return sum + (field ? (weightOf(field) ?? 1) : (INTROSPECTION[node.name.value] ?? 0));
  }, 0);
}

/** Reads of the variables what the cost of the selections depends on: sizes and conditions. */
type Decisive = (variables: Variables) => unknown;

interface ReckonedInput {
  readonly reckon: (value: unknown) => number;
  readonly value: ValueNode;
}

function remembering(
  decisive: readonly Decisive[],
  fixed: number,
  reckon: (variables: Variables) => number,
): (variables: Variables) => number {
  if (decisive.length === 0) return () => fixed;
  const known = new Map<string, number>();
  return (variables) => {
    const key = decisive.map((read) => String(read(variables))).join();
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const cost = reckon(variables);
    if (known.size < REMEMBERED) known.set(key, cost);
    return cost;
  };
}

interface Reckoning {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  readonly decisive?: Map<string, Decisive>;
  readonly inputs?: ReckonedInput[];
  readonly found?: CostPart[];
}

const valueIn = (node: ValueNode, variables: Variables): unknown =>
  node.kind === Kind.VARIABLE ? variables[node.name.value] : valueFromASTUntyped(node, variables);

/** A field as it will run once, with all its selections; `on` is the type it was selected on. */
interface Gathered {
  readonly on: GraphQLCompositeType;
  readonly node: FieldNode;
  readonly sets: SelectionSetNode[];
}

/** Of what is selected on types of which a row has one only, the dearest counts. */
function ofSets(
  by: Reckoning,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  path: string,
  size?: Sized,
): number {
  const fields = new Map<string, Gathered>();
  for (const set of sets) gather(by, type, set.selections, fields);
  let shared = 0;
  const apart = new Map<string, number>();
  for (const field of fields.values()) {
    const cost = ofField(by, field, path, size);
    if (field.on === type || isAbstractType(field.on)) shared += cost;
    else apart.set(field.on.name, (apart.get(field.on.name) ?? 0) + cost);
  }
  return shared + Math.max(0, ...apart.values());
}

function gather(
  by: Reckoning,
  on: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  fields: Map<string, Gathered>,
): void {
  for (const selection of selections) {
    if (selection.directives?.length && isLeftOut(by, selection.directives)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = `${on.name} ${(selection.alias ?? selection.name).value}`;
      const known = fields.get(key) ?? { on, node: selection, sets: [] };
      if (selection.selectionSet) known.sets.push(selection.selectionSet);
      fields.set(key, known);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : by.fragments.get(selection.name.value);
    if (!fragment) continue;
    const named = fragment.typeCondition && by.schema.getType(fragment.typeCondition.name.value);
    // A fragment on something wider selects on the type that stands here.
    const inner = isCompositeType(named) && isNarrower(by.schema, on, named) ? named : on;
    gather(by, inner, fragment.selectionSet.selections, fields);
  }
}

const isNarrower = (
  schema: GraphQLSchema,
  on: GraphQLCompositeType,
  named: GraphQLCompositeType,
): boolean =>
  isAbstractType(on) &&
  (isObjectType(named) || isInterfaceType(named)) &&
  schema.isSubType(on, named);

function isLeftOut(by: Reckoning, directives: readonly DirectiveNode[]): boolean {
  return directives.some(({ name, arguments: given }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const condition = given?.[0]?.value;
    if (condition === undefined) return false;
    const read: Decisive = (variables) => valueIn(condition, variables);
    if (condition.kind === Kind.VARIABLE) by.decisive?.set(`if ${condition.name.value}`, read);
    return read(by.variables) === (name.value === 'skip');
  });
}

/** The size that a list's own field, or the field above it, was given; and the fields that have it. */
interface Sized {
  readonly size: number;
  readonly fields: readonly string[];
}

/** The whole schema is much text, though it reads no row. */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 1000, __type: 20 };

function ofField(by: Reckoning, field: Gathered, path: string, above?: Sized): number {
  const { on, node, sets } = field;
  const name = node.name.value;
  const definition = 'getFields' in on ? on.getFields()[name] : undefined;
  if (!definition) return INTROSPECTION[name] ?? 0;
  const answered = getNamedType(definition.type);
  const isObject = isCompositeType(answered);
  const here = path === '' ? keyOf(node) : `${path}.${keyOf(node)}`;
  const part = by.found && isObject ? { path: here, cost: 0 } : null;
  if (part) by.found!.push(part);
  const listSize = listSizeOf(definition);
  const size = listSize && sizeOf(by, listSize, node);
  const fields = listSize?.sizedFields;
  const below = fields && size !== undefined ? { size, fields } : undefined;
  const weight = weightOf(definition) ?? weightOf(answered) ?? (isObject ? 1 : 0);
  const inner = isObject ? ofSets(by, answered, sets, here, below) : 0;
  const sized = above?.fields.includes(name) ? above.size : (size ?? 1);
  const times = isListType(getNullableType(definition.type)) ? sized : 1;
  const cost = times * (weight + inner) + ofArguments(by, definition, node);
  if (part) part.cost = cost;
  return cost;
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

type Definition = GraphQLField<unknown, unknown>;

/** The greatest of the sizes that the arguments tell, otherwise the one that is assumed. */
function sizeOf(
  by: Reckoning,
  { assumedSize = 1, slicingArguments = [] }: ListSize,
  node: FieldNode,
): number {
  let size: number | null = null;
  for (const path of slicingArguments) {
    const [name, ...steps] = path.split('.');
    const given = node.arguments?.find((one) => one.name.value === name)?.value;
    if (!given) continue;
    const told = lengthAt(valueIn(given, by.variables), steps);
    if (told !== null) size = Math.max(size ?? 0, told);
    if (isConst(given)) continue;
    const id = `${print(given)} ${path}`;
    by.decisive?.set(id, (variables) => lengthAt(valueIn(given, variables), steps));
  }
  return size ?? assumedSize;
}

/** The number at the end of a path, or the length of the list that is there. */
function lengthAt(value: unknown, steps: readonly string[]): number | null {
  let at = value;
  for (const step of steps)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  if (Array.isArray(at)) return at.length;
  return typeof at === 'number' ? Math.max(0, at) : null;
}

function isConst(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return false;
  if (node.kind === Kind.LIST) return node.values.every(isConst);
  return node.kind !== Kind.OBJECT || node.fields.every(({ value }) => isConst(value));
}

/**
 * What is asked by arguments is asked once for a whole level, however many rows it has. Only parts
 * have it in their own cost, because it is another with each request.
 */
function ofArguments(by: Reckoning, { args }: Definition, node: FieldNode): number {
  let cost = 0;
  for (const { name, value } of node.arguments ?? []) {
    const argument = args.find((one) => one.name === name.value);
    const reckon = argument && inputCost(argument.type);
    if (!reckon) continue;
    if (by.found || isConst(value)) cost += reckon(valueIn(value, by.variables));
    else by.inputs?.push({ reckon, value });
  }
  return cost;
}
