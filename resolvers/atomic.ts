import { DirectiveLocation, GraphQLDirective } from 'graphql';
import type { JsonObject, JsonValue } from '../modules/events/index.js';
import type { Atomic } from '../schema/context.js';
import type { Noun } from '../schema/noun.js';

/** What it asks for is done by the executor. */
export const atomicDirective = new GraphQLDirective({
  name: 'atomic',
  description:
    'Does all mutations of an operation in one transaction, in their order: each sees what those before it did, and may give an id as @key.field, such as @order.salesOrder, which names what the mutation of that response key answers there. When one is refused or fails, nothing is done: data is null, and the error ATOMIC_REFUSED tells the userErrors of each.',
  locations: [DirectiveLocation.MUTATION],
});

/** Keeps the ids that a mutation answers, for those behind it. */
export function noteAnswers(
  { answered }: Atomic,
  key: string,
  answer: JsonObject,
  nouns: Readonly<Record<string, Noun>>,
): void {
  const note = (place: string, id: JsonValue | undefined, noun: string): void => {
    if (typeof id === 'string') answered.set(place, { noun, id });
  };
  for (const [field, { name }] of Object.entries(nouns)) {
    const value = answer[field];
    if (Array.isArray(value))
      value.forEach((id, at) => note(`${key}.${field}.${at}`, id as JsonValue, name));
    else note(`${key}.${field}`, value, name);
  }
}

/** The raw id that `@key.field` names, if what stands there is of the noun. */
export function answeredId(atomic: Atomic | null, value: string, noun: string): string | null {
  const found = value.startsWith('@') ? atomic?.answered.get(value.slice(1)) : undefined;
  return found?.noun === noun ? found.id : null;
}
