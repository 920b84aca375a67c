import {
  astFromValue,
  getNullableType,
  isInputObjectType,
  isListType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Fill = (value: unknown) => unknown;

/**
 * Makes the variables of an operation whole for graphql-jit: it knows no defaults of input fields,
 * and refuses an absent field whose type is non-null. Values stay as they are sent, because
 * graphql-jit coerces them itself. Null when no type of a variable has a default.
 */
export function defaultsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): ((variables: Record<string, unknown>) => Record<string, unknown>) | null {
  const known = new Map<GraphQLInputObjectType, Fill | null>();
  const fills: [string, Fill][] = [];
  for (const { type, variable } of variableDefinitions) {
    const declared = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    const fill = declared && fillOf(declared, known);
    if (fill) fills.push([variable.name.value, fill]);
  }
  if (fills.length === 0) return null;
  return (variables) => {
    const filled = { ...variables };
    for (const [name, fill] of fills) if (filled[name] != null) filled[name] = fill(filled[name]);
    return filled;
  };
}

function fillOf(
  type: GraphQLInputType,
  known: Map<GraphQLInputObjectType, Fill | null>,
): Fill | null {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const each = fillOf(nullable.ofType, known);
    // One value stands for a list of one.
    return (
      each &&
      ((value) => (Array.isArray(value) ? value.map((one) => fill(each, one)) : fill(each, value)))
    );
  }
  return isInputObjectType(nullable) ? fillOfObject(nullable, known) : null;
}

const fill = (each: Fill, value: unknown): unknown => (value == null ? value : each(value));

function fillOfObject(
  type: GraphQLInputObjectType,
  known: Map<GraphQLInputObjectType, Fill | null>,
): Fill | null {
  const made = known.get(type);
  if (made !== undefined) return made;
  // A type within itself is taken to have nothing to fill: graphql-jit does not compile it anyway.
  known.set(type, null);
  const defaults: [string, unknown][] = [];
  const within: [string, Fill][] = [];
  for (const field of Object.values(type.getFields())) {
    if (field.defaultValue !== undefined) defaults.push([field.name, sentDefault(field)]);
    const inner = fillOf(field.type, known);
    if (inner) within.push([field.name, inner]);
  }
  if (defaults.length === 0 && within.length === 0) return null;
  const fillObject: Fill = (value) => {
    const filled = { ...(value as Record<string, unknown>) };
    for (const [name, byDefault] of defaults)
      if (filled[name] === undefined) filled[name] = byDefault;
    for (const [name, inner] of within)
      if (filled[name] != null) filled[name] = inner(filled[name]);
    return filled;
  };
  known.set(type, fillObject);
  return fillObject;
}

/** A default as a client would have sent it. */
function sentDefault({ defaultValue, type }: { defaultValue?: unknown; type: GraphQLInputType }) {
  const node = astFromValue(defaultValue, type);
  return node && valueFromASTUntyped(node);
}
