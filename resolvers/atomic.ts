import { DirectiveLocation, GraphQLDirective } from 'graphql';

/** What it asks for is done by the executor. */
export const atomicDirective = new GraphQLDirective({
  name: 'atomic',
  description:
    'Does all mutations of an operation in one transaction, in their order: each sees what those before it did. When one is refused or fails, nothing is done: data is null, and the error ATOMIC_REFUSED tells the userErrors of each.',
  locations: [DirectiveLocation.MUTATION],
});
