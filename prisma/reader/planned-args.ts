import {
  GraphQLList,
  Kind,
  getArgumentValues,
  getNullableType,
  isInputObjectType,
  isObjectType,
  valueFromAST,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';

/** A field of a plan: its node as it was sent, and the type that has it. */
export interface PlannedField {
  readonly node: FieldNode;
  readonly parent: string;
}

type Variables = Record<string, unknown>;

interface ArgsScope {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
}

type Args = Readonly<Record<string, unknown>>;

/** How the arguments of a planned field are read of the variables, made once for all requests. */
const readers = new WeakMap<PlannedField, (variables: Variables) => Args>();

/**
 * The coerced arguments of a planned field; the executor is not asked, so it need not know them.
 */
export function argsOf(plan: PlannedField, { schema, variables }: ArgsScope): Args {
  const known = readers.get(plan);
  if (known) return known(variables);
  const type = schema.getType(plan.parent);
  if (!isObjectType(type)) throw new Error(`${plan.parent} is not an object type`);
  const made = argsReader(type.getFields()[plan.node.name.value]!, plan.node);
  readers.set(plan, made);
  return made(variables);
}

type Definition = GraphQLField<unknown, unknown>;

/**
 * What no variable changes is coerced once. Of an object with variables in it only the fields that
 * were sent are looked at; all else is left to the executor's own coercion.
 */
function argsReader(field: Definition, node: FieldNode): (variables: Variables) => Args {
  const given = node.arguments ?? [];
  const fast = given.flatMap(({ name, value }) => {
    const type = field.args.find((one) => one.name === name.value)?.type;
    const read = type && isVarying(value) ? objectReader(value, type) : null;
    return read ? [{ name: name.value, read }] : [];
  });
  const isFast = (name: string) => fast.some((one) => one.name === name);
  const others = {
    field: { ...field, args: field.args.filter(({ name }) => !isFast(name)) },
    node: { ...node, arguments: given.filter(({ name }) => !isFast(name.value)) },
  };
  const coerce = (variables: Variables) => getArgumentValues(others.field, others.node, variables);
  let constant: Args | null = null;
  const isConstant = !others.node.arguments.some(({ value }) => isVarying(value));
  return (variables) => {
    const args = isConstant ? (constant ??= coerce(variables)) : coerce(variables);
    if (fast.length === 0) return args;
    const all: Record<string, unknown> = { ...args };
    for (const { name, read } of fast) all[name] = read(variables);
    return all;
  };
}

type Read = (variables: Variables) => unknown;

/**
 * Reads an object that has variables in it, as `valueFromAST` does; null where a value could be
 * refused, or one that was not sent could be put in.
 */
function objectReader(node: ValueNode, type: GraphQLInputType): Read | null {
  const object = getNullableType(type);
  if (node.kind !== Kind.OBJECT || !isInputObjectType(object) || object.isOneOf) return null;
  const fields = fieldReaders(node, object);
  if (!fields) return null;
  return (variables) => {
    const made = Object.create(null) as Record<string, unknown>;
    for (const { name, read } of fields) {
      const value = read(variables);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

interface FieldReader {
  readonly name: string;
  readonly read: Read;
}

function fieldReaders(
  { fields: sent }: ObjectValueNode,
  type: GraphQLInputObjectType,
): FieldReader[] | null {
  const found: FieldReader[] = [];
  // In the order of the type, which a cursor is bound to.
  for (const { name, type: of, defaultValue } of Object.values(type.getFields())) {
    if (defaultValue !== undefined || getNullableType(of) !== of) return null;
    const node = sent.find((one) => one.name.value === name)?.value;
    if (!node) continue;
    const read = valueReader(node, of);
    if (!read) return null;
    found.push({ name, read });
  }
  return found;
}

function valueReader(node: ValueNode, type: GraphQLInputType): Read | null {
  if (node.kind === Kind.VARIABLE) {
    const { value: name } = node.name;
    // The gate has coerced it, for a place of this type.
    return (variables) => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  }
  if (!isVarying(node)) {
    const value: unknown = valueFromAST(node, type);
    return value === undefined ? null : () => value;
  }
  return type instanceof GraphQLList ? null : objectReader(node, type);
}

function isVarying(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(isVarying);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => isVarying(value));
}
