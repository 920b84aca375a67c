import { describe, expect, it } from 'vitest';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { reachable, states } from '../../modules/kernel/index.js';
import { allPermissions } from '../../modules/permissions.js';
import { graph } from '../../resolvers/graph.js';
import { allNouns } from '../../schema/noun.js';

const schema = graph();
const own = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** Everything of a type that a reader of the schema is told about, with its description. */
function told(type: GraphQLNamedType): [string, string | null | undefined][] {
  const mine: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    return [...mine, ...type.getValues().map((one) => at(type.name, one.name, one.description))];
  if (isInputObjectType(type))
    return [...mine, ...fieldsOf(type).map((one) => at(type.name, one.name, one.description))];
  if (!isObjectType(type) && !isInterfaceType(type)) return mine;
  return [
    ...mine,
    ...fieldsOf(type).flatMap((field) => [
      at(type.name, field.name, field.description),
      ...field.args.map((arg) => at(`${type.name}.${field.name}`, arg.name, arg.description)),
    ]),
  ];
}

const fieldsOf = <Field>(type: { getFields(): Record<string, Field> }) =>
  Object.values(type.getFields());

const at = (
  owner: string,
  name: string,
  description: string | null | undefined,
): [string, string | null | undefined] => [`${owner}.${name}`, description];

const permissionOf = (extensions: Readonly<Record<string, unknown>>): unknown =>
  extensions.permission;

describe('the graph', () => {
  it('describes every type, field, argument and value in sentences', () => {
    const silent = own.flatMap(told).filter(([, text]) => !text?.trim().endsWith('.'));
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('guards every entrance by a permission of its own or of what it answers', () => {
    const open = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
      .flatMap((type) => (type ? fieldsOf(type) : []))
      .filter((field) => {
        const answered = getNamedType(field.type);
        return (
          permissionOf(field.extensions) === undefined &&
          permissionOf(answered.extensions) === undefined
        );
      })
      .map(({ name }) => name);
    // What a global id names is guarded by the noun it turns out to be.
    expect(open.sort()).toEqual(['node', 'nodes']);
  });

  it('names no permission that no role could grant', () => {
    const known = new Set<unknown>(allPermissions);
    const named = own.flatMap((type) => [
      permissionOf(type.extensions),
      ...(isObjectType(type) ? fieldsOf(type).map((field) => permissionOf(field.extensions)) : []),
    ]);
    expect(named.filter((one) => one !== undefined && !known.has(one))).toEqual([]);
  });

  it('says of every scalar of its own where it is specified', () => {
    const scalars = own.filter(isScalarType);
    expect(scalars.filter((one) => !one.specifiedByURL).map(({ name }) => name)).toEqual([]);
  });

  it('takes one required input in every mutation, and offers to try it', () => {
    const odd = fieldsOf(schema.getMutationType()!).filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      return args.length !== 1 || !isInputObjectType(input) || !input.getFields().validateOnly;
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('answers every mutation with what refused it', () => {
    const silent = fieldsOf(schema.getMutationType()!).filter(({ type }) => {
      const payload = getNamedType(type);
      return !isObjectType(payload) || !payload.getFields().userErrors;
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has a way to every state of every document', () => {
    const dead = allNouns().flatMap(({ name, document }) => {
      if (!document) return [];
      const found = reachable(document.lifecycle);
      return states(document.lifecycle)
        .filter((state) => !found.has(state))
        .map((state) => `${name}.${state}`);
    });
    expect(dead).toEqual([]);
  });
});
