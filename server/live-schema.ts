import type { GraphQLSchema } from 'graphql';

/** The schema that serves now. It can be replaced while serving; requests under way keep theirs. */
export interface LiveSchema {
  readonly current: () => GraphQLSchema;
  replace(schema: GraphQLSchema): void;
}

export function createLiveSchema(first: GraphQLSchema): LiveSchema {
  let schema = first;
  return {
    current: () => schema,
    replace(next) {
      schema = next;
    },
  };
}
