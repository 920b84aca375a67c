import {
  GraphQLError,
  buildSchema,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { getArgumentValues, type GraphQLResolveInfo } from 'graphql';
import { NotFound } from '../../modules/kernel/index.js';
import { originalField } from '../../prisma/reader/original-field.js';
import type { GraphContext } from '../../schema/context.js';

/** A small graph with everything that the doors and the executor treat specially. */
const sdl = `
  directive @atomic on MUTATION
  type Query {
    hello(name: String): String
    orders(first: Int, where: OrderWhere): [Order!]
    thing(kind: String!): Thing
    fail(how: String!): String
    roles: [String!]
  }
  interface Thing { id: ID! }
  type Order implements Thing {
    id: ID! number: String! margin: String
    lines(where: OrderWhere): [Line!]! customer: Customer
  }
  type Line implements Thing { id: ID! quantity: Int! }
  type Customer implements Thing { id: ID! name: String! }
  input OrderWhere { and: [OrderWhere!] or: [OrderWhere!] not: OrderWhere number: String }
  type Mutation {
    roleNote(input: RoleNoteInput!): RoleNotePayload
    guarded(input: RoleNoteInput!): RoleNotePayload
  }
  input RoleNoteInput { code: String! validateOnly: Boolean }
  type RoleNotePayload { roleId: ID seen: [String!]! userErrors: [String!]! }
  type Subscription { ticks(count: Int!): Tick guardedTicks: Tick waiting: Tick }
  type Tick { place: Int! by: String! margin: String }
`;

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<unknown, GraphContext>>>;

const orders = [
  { id: 'o1', number: 'SO-1', margin: '10', lines: [1, 2], customer: { id: 'c1', name: 'Ada' } },
  { id: 'o2', number: 'SO-2', margin: '20', lines: [], customer: { id: 'c2', name: 'Bo' } },
];

const things: Record<string, unknown> = {
  order: { __typename: 'Order', ...orders[0] },
  customer: { __typename: 'Customer', id: 'c1', name: 'Ada' },
};

/** What was asked of the reader: the arguments as the caller sent them. */
const sent = (info: GraphQLResolveInfo, { variables }: GraphContext) => {
  const field = info.parentType.getFields()[info.fieldName]!;
  return getArgumentValues(field, originalField(info.fieldNodes[0]!), variables) as {
    where?: { number?: string; and?: { number?: string }[] };
  };
};

async function* ticks(count: number) {
  for (let place = 1; place <= count; place += 1) yield { place };
}

/** A source without events, which says when it began and when it was ended. */
export const begun: string[] = [];
export const ended: string[] = [];
const waiting = (): AsyncIterable<unknown> => ({
  [Symbol.asyncIterator]: () => ({
    next: () => new Promise(() => undefined),
    return: () => {
      ended.push('waiting');
      return Promise.resolve({ done: true, value: undefined });
    },
  }),
});

const failures: Record<string, () => Error> = {
  accident: () => new Error('the password is hunter2'),
  refusal: () => new NotFound('SalesOrder', 'x'),
  coded: () => new GraphQLError('Too deep.', { extensions: { code: 'FILTER_TOO_DEEP' } }),
};

const resolvers: Resolvers = {
  Query: {
    hello: (_, { name }) => `Hello ${name ?? 'you'}`,
    orders: (_root, _args, context, info) => {
      const { where } = sent(info, context);
      const number = where?.number ?? where?.and?.[0]?.number;
      return orders.filter((order) => number === undefined || order.number === number);
    },
    thing: (_, { kind }) => things[kind as string],
    fail: (_, { how }) => {
      throw failures[how as string]!();
    },
    roles: async (_root, _args, { reader }) => roleCodes(reader),
  },
  Order: {
    lines: (order, _args, context, info) => {
      const { where } = sent(info, context);
      const { lines } = order as { lines: number[] };
      return where?.number === 'none' ? [] : lines.map((quantity) => ({ id: 'l', quantity }));
    },
  },
  Mutation: { roleNote: noteRole, guarded: noteRole },
  RoleNotePayload: { seen: async (_root, _args, { reader }) => roleCodes(reader) },
  Tick: { by: (_root, _args, { actor }) => actor.name },
};

async function roleCodes(reader: GraphContext['reader']): Promise<unknown[]> {
  const { rows } = await reader.query({ text: 'select "code" from "Role" order by 1', values: [] });
  return rows.map(([code]) => code);
}

/** Writes a role by the one way to write. */
async function noteRole(_root: unknown, args: object, context: GraphContext) {
  const { code } = (args as { input: { code: string } }).input;
  const key = context.idempotencyKey;
  const idempotency = key === null ? null : { key, fingerprint: code };
  const { answer } = await context.transact({ operation: 'roleNote', idempotency }, async (tx) => {
    const id = tx.newId();
    const row = { id, code, name: code, permissions: [], createdAt: tx.now };
    await tx.db.insertInto('Role').values(row).execute();
    return { roleId: id };
  });
  return { roleId: answer?.roleId, userErrors: [] };
}

/** Builds the graph anew, so that a test can replace one by another. */
export function sampleGraph(): GraphQLSchema {
  const schema = buildSchema(sdl);
  const fieldOf = (type: string, field: string) => {
    const found = schema.getType(type);
    if (!found || !('getFields' in found)) throw new Error(`${type} has no fields`);
    return found.getFields()[field] as GraphQLField<unknown, GraphContext>;
  };
  for (const [type, fields] of Object.entries(resolvers))
    for (const [field, resolve] of Object.entries(fields)) fieldOf(type, field).resolve = resolve;
  fieldOf('Query', 'orders').extensions = { planned: true };
  fieldOf('Order', 'lines').extensions = { planned: true };
  fieldOf('Order', 'margin').extensions = { permission: 'sales.margin.read' };
  fieldOf('Tick', 'margin').extensions = { permission: 'sales.margin.read' };
  fieldOf('Mutation', 'guarded').extensions = { permission: 'auth.role.create' };
  fieldOf('Subscription', 'guardedTicks').extensions = { permission: 'events.read' };
  const customer = schema.getType('Customer')!;
  customer.extensions = { permission: 'crm.customer.read' };
  const subscriptions = schema.getSubscriptionType()!.getFields();
  for (const field of Object.values(subscriptions)) field.resolve = (tick) => tick as object;
  subscriptions.ticks!.subscribe = (_, { count }) => ticks(count as number);
  subscriptions.guardedTicks!.subscribe = () => ticks(3);
  subscriptions.waiting!.subscribe = () => {
    begun.push('waiting');
    return waiting();
  };
  return schema;
}
