import {
  BREAK,
  getArgumentValues,
  isObjectType,
  visit,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

/** A field of a plan: its node as it was sent, and the type that has it. */
export interface PlannedField {
  readonly node: FieldNode;
  readonly parent: string;
}

interface ArgsScope {
  readonly schema: GraphQLSchema;
  readonly variables: Record<string, unknown>;
}

type Args = Readonly<Record<string, unknown>>;

/** Arguments that no variable changes, by their plan: coerced once for all requests. */
const constantArgs = new WeakMap<PlannedField, Args | 'varying'>();

/**
 * The coerced arguments of a planned field; the executor is not asked, so it need not know them.
 */
export function argsOf(plan: PlannedField, scope: ArgsScope): Args {
  const known = constantArgs.get(plan);
  if (known !== undefined && known !== 'varying') return known;
  const type = scope.schema.getType(plan.parent);
  if (!isObjectType(type)) throw new Error(`${plan.parent} is not an object type`);
  const field = type.getFields()[plan.node.name.value]!;
  const args = getArgumentValues(field, plan.node, scope.variables);
  if (known === undefined) constantArgs.set(plan, isVarying(plan) ? 'varying' : args);
  return args;
}

function isVarying({ node }: PlannedField): boolean {
  let found = false;
  const look = {
    Variable() {
      found = true;
      return BREAK;
    },
  };
  for (const argument of node.arguments ?? []) visit(argument, look);
  return found;
}
