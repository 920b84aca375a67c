import { builder } from './builder.js';
import type { Noun } from './noun.js';

/** Makes an input with one field for each of these names and types. */
export function implementInput(
  ref: Noun['where'],
  description: string,
  isOneOf: boolean,
  fields: readonly (readonly [name: string, type: unknown, description: string])[],
): void {
  builder.inputType(ref, {
    description,
    isOneOf,
    fields: (t) => {
      const field = t.field.bind(t) as unknown as (options: object) => ReturnType<typeof t.boolean>;
      return Object.fromEntries(
        fields.map(([name, type, told]) => [name, field({ type, description: told })]),
      );
    },
  });
}
