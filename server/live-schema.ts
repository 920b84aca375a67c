import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

/** The schema that serves now. It can be replaced while serving; requests under way keep theirs. */
export interface LiveSchema {
  readonly current: () => GraphQLSchema;
  replace(schema: GraphQLSchema): void;
  /** What Apollo Server asks for its schema and its executor. */
  gateway(executor: GatewayExecutor): Gateway;
}

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
export type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

export function createLiveSchema(first: GraphQLSchema): LiveSchema {
  let schema = first;
  const listeners = new Set<Listener>();
  // The supergraph's text is for Apollo's own plugins, of which none is installed.
  const tell = (listener: Listener) => listener({ apiSchema: schema, coreSupergraphSdl: '' });
  return {
    current: () => schema,
    replace(next) {
      schema = next;
      listeners.forEach(tell);
    },
    gateway: (executor) => ({
      onSchemaLoadOrUpdate(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      load: () => {
        listeners.forEach(tell);
        return Promise.resolve({ executor });
      },
      stop: () => {
        listeners.clear();
        return Promise.resolve();
      },
    }),
  };
}
