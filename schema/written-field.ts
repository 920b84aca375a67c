import type { ReadNoun } from '../prisma/reader/index.js';
import type { GraphContext } from './context.js';

/** The extension of a field of Query whose answer the store may write. */
export type WrittenField =
  | { readonly kind: 'list'; readonly noun: ReadNoun }
  | { readonly kind: 'groups'; readonly noun: ReadNoun }
  | {
      readonly kind: 'one';
      readonly noun: ReadNoun;
      /** The raw id that the arguments look up; null when there is none that the actor sees. */
      readonly idOf: (args: Args, context: GraphContext) => Promise<string | null>;
    };

type Args = Readonly<Record<string, unknown>>;
