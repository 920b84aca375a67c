import {
  GraphQLError,
  Kind,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * What an operation needs. It is worked out once; a caller is compared with it by a few look-ups.
 */
export interface RequiredRights {
  /**
   * Without these the operation is not run at all: those of a mutation's or subscription's root
   * fields.
   */
  readonly entrance: readonly string[];
  /** Without one of these some field may come back null, so the guarded schema is used. */
  readonly within: readonly string[];
  /** Whether a type that needs a right is known only with its row. */
  readonly isDecidedByRow: boolean;
  /** Whether it selects what is told to each caller otherwise, whatever the rights. */
  readonly isPerActor: boolean;
}

/** The permission that a field or a type declares in its extensions. */
export function permissionOf(declared: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): string | null {
  const permission = declared.extensions.permission;
  return typeof permission === 'string' ? permission : null;
}

/** The error of a caller who lacks a permission. It says which, and nothing of the data. */
export function forbidden(permission: string): GraphQLError {
  return new GraphQLError('You lack a permission that this needs.', {
    extensions: { code: 'FORBIDDEN', permission },
  });
}

/** The fragments that an operation reaches, by name. */
export function fragmentsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Map<string, FragmentDefinitionNode> {
  const all = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) all.set(one.name.value, one);
  const reached = new Map<string, FragmentDefinitionNode>();
  const open: ASTNode[] = [operation];
  for (let node = open.pop(); node; node = open.pop()) {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = all.get(name.value);
        if (!fragment || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        open.push(fragment);
      },
    });
  }
  return reached;
}

/**
 * Collects the permissions of every field that the operation selects and of the types they answer.
 */
export function requiredRights(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RequiredRights {
  const entrance = new Set<string>();
  const within = new Set<string>();
  const root = schema.getRootType(operation.operation);
  const isEntranceGuarded = operation.operation !== 'query';
  let isDecidedByRow = false;
  let isPerActor = false;
  const types = new TypeInfo(schema);
  const collect = visitWithTypeInfo(types, {
    Field() {
      const isRoot = types.getParentType() === root;
      const wanted = isRoot && isEntranceGuarded ? entrance : within;
      const { own, possible } = fieldRights(types, schema);
      own.forEach((permission) => wanted.add(permission));
      possible.forEach((permission) => within.add(permission));
      isDecidedByRow ||= possible.length > 0;
      isPerActor ||= types.getFieldDef()?.extensions.perActor === true;
    },
  });
  visit(operation, collect);
  for (const fragment of fragmentsOf(document, operation).values()) visit(fragment, collect);
  return { entrance: [...entrance], within: [...within], isDecidedByRow, isPerActor };
}

/** A field's own rights with its type's, and those of the types that it may turn out to answer. */
function fieldRights(types: TypeInfo, schema: GraphQLSchema) {
  const field = types.getFieldDef();
  if (!field) return { own: [], possible: [] };
  const named = getNamedType(field.type);
  const reached = isAbstractType(named) ? schema.getPossibleTypes(named) : [];
  const own = isObjectType(named) ? [field, named] : [field];
  return { own: declaredBy(own), possible: declaredBy(reached) };
}

const declaredBy = (declared: readonly Parameters<typeof permissionOf>[0][]): string[] =>
  declared.map(permissionOf).filter((permission) => permission !== null);
