import {
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLUnionType,
  defaultFieldResolver,
  defaultTypeResolver,
  getNamedType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
  type GraphQLType,
  type GraphQLTypeResolver,
} from 'graphql';
import type { GraphContext } from '../schema/context.js';
import { forbidden, permissionOf } from './rights.js';

/** The part of the context that guarding needs. */
export type Guarded = Pick<GraphContext, 'actor'>;

const guardedSchemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The same schema, in which every field that bears a permission, or answers a type that does, asks
 * the caller's rights before it resolves. Only operations of which the caller lacks something run
 * on it, so that the others pay nothing. Built once for each schema.
 */
export function guardedSchema(schema: GraphQLSchema): GraphQLSchema {
  const known = guardedSchemas.get(schema) ?? guard(schema);
  guardedSchemas.set(schema, known);
  return known;
}

function guard(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const made = new Map<string, GraphQLNamedType>();
  const named = <T extends GraphQLNamedType>(type: T): T => {
    if (isIntrospectionType(type)) return type;
    const known = made.get(type.name) ?? guardType(type, replace, named);
    made.set(type.name, known);
    return known as T;
  };
  const replace = <T extends GraphQLType>(type: T): T => {
    if (isListType(type)) return new GraphQLList(replace(type.ofType as GraphQLType)) as T;
    if (isNonNullType(type)) return new GraphQLNonNull(replace(type.ofType)) as unknown as T;
    return named(type as unknown as GraphQLNamedType) as unknown as T;
  };
  const root = (type: GraphQLObjectType | null | undefined) => (type ? named(type) : null);
  return new GraphQLSchema({
    ...config,
    query: root(config.query),
    mutation: root(config.mutation),
    subscription: root(config.subscription),
    types: config.types.map(named),
    assumeValid: true,
  });
}

type Replace = <T extends GraphQLType>(type: T) => T;
type Named = <T extends GraphQLNamedType>(type: T) => T;
type Field = GraphQLFieldConfig<unknown, Guarded>;

/** Inputs, enums and scalars lead to no output type, so both schemas share them. */
function guardType(type: GraphQLNamedType, replace: Replace, named: Named): GraphQLNamedType {
  const fieldsOf = (fields: object) => () =>
    Object.fromEntries(
      Object.entries(fields as GraphQLFieldConfigMap<unknown, Guarded>).map(([name, field]) => [
        name,
        guardField(field, replace),
      ]),
    );
  if (isObjectType(type)) {
    const config = type.toConfig();
    const interfaces = () => config.interfaces.map(named);
    return new GraphQLObjectType({ ...config, interfaces, fields: fieldsOf(config.fields) });
  }
  if (isInterfaceType(type)) {
    const config = type.toConfig();
    const interfaces = () => config.interfaces.map(named);
    const resolveType = guardTypeOf(config.resolveType);
    const fields = fieldsOf(config.fields);
    return new GraphQLInterfaceType({ ...config, interfaces, resolveType, fields });
  }
  if (isUnionType(type)) {
    const config = type.toConfig();
    const types = () => config.types.map(named);
    return new GraphQLUnionType({ ...config, types, resolveType: guardTypeOf(config.resolveType) });
  }
  return type;
}

function guardField(field: Field, replace: Replace): Field {
  const needed = [field, getNamedType(field.type)]
    .map((declared) => permissionOf(declared as { extensions: Record<string, unknown> }))
    .filter((permission) => permission !== null);
  const type = replace(field.type);
  if (needed.length === 0) return { ...field, type };
  const { resolve = defaultFieldResolver, subscribe } = field;
  const check = ({ actor }: Guarded) => {
    const lacking = needed.find((permission) => !actor.permissions.has(permission));
    if (lacking !== undefined) throw forbidden(lacking);
  };
  return {
    ...field,
    type,
    resolve: (source, args, context, info) => {
      check(context);
      return resolve(source, args, context, info);
    },
    subscribe:
      subscribe &&
      ((source, args, context, info) => {
        check(context);
        return subscribe(source, args, context, info);
      }),
  };
}

/** Where the type is known only with the row, its permission is asked then. */
function guardTypeOf(
  resolveType: GraphQLTypeResolver<unknown, Guarded> | null | undefined,
): GraphQLTypeResolver<unknown, Guarded> {
  const original = resolveType ?? defaultTypeResolver;
  return (value, context, info, abstractType) => {
    const check = (name: string | undefined) => {
      const type = name === undefined ? undefined : info.schema.getType(name);
      const permission = type ? permissionOf(type) : null;
      if (permission !== null && !context.actor.permissions.has(permission))
        throw forbidden(permission);
      return name;
    };
    const name = original(value, context, info, abstractType);
    return name instanceof Promise ? name.then(check) : check(name);
  };
}
