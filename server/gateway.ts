import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { GraphQLBoolean, GraphQLObjectType, GraphQLSchema } from 'graphql';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
export type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/**
 * Apollo Server validates nothing here and executes nothing: it is given a schema because it
 * insists on one. Given ours, it would print all of it whenever custom fields change.
 */
const UNUSED = new GraphQLSchema({
  query: new GraphQLObjectType({ name: 'Query', fields: { unused: { type: GraphQLBoolean } } }),
});

/** What Apollo Server asks for its schema and its executor. */
export const gatewayTo = (executor: GatewayExecutor): Gateway => ({
  onSchemaLoadOrUpdate(listener) {
    // The supergraph's text is for Apollo's own plugins, of which none is installed.
    listener({ apiSchema: UNUSED, coreSupergraphSdl: '' });
    return () => undefined;
  },
  load: () => Promise.resolve({ executor }),
  stop: () => Promise.resolve(),
});
