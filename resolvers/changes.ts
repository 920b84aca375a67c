/** A subscription for every noun that lives: its list, pushed. */
import type { LoggedEvent } from '../modules/events/index.js';
import { filteredColumns, type ReadNoun } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import { liveNouns, type LiveDeclaration } from '../schema/live.js';
import { stream, type Followed } from './stream.js';

const SNAPSHOT_PAGE = 100;

type Where = Readonly<Record<string, unknown>>;

async function follow(
  { toldBy, facts, found }: LiveDeclaration,
  noun: ReadNoun,
  where: Where | null,
  context: GraphContext,
): Promise<Followed> {
  // What is wrong with the filter is told now, not with the first event.
  await context.reader.newest(noun, { where, before: null, limit: 0 });
  const told = facts === undefined ? null : new Set(facts);
  return {
    hears: toldBy,
    documentOf: ({ type, documentId }: LoggedEvent) =>
      told === null || told.has(type) ? documentId : null,
    found,
    where,
    filtered: filteredColumns(noun, where),
    snapshot: ({ reader }, before) => reader.newest(noun, { where, before, limit: SNAPSHOT_PAGE }),
  };
}

/** The type of a declared filter is known only when it is declared: the builder takes it as data. */
const arg = (t: unknown, options: object) => (t as (options: object) => never)(options);

/** Called once, when all nouns are declared. */
export function declareChanges(): void {
  for (const live of liveNouns()) {
    const { field, noun, description } = live;
    stream<{ where?: Where | null }>(field, {
      description,
      permission: noun.permission,
      noun,
      args: (t) => ({
        where: arg(t, {
          type: noun.where,
          description:
            'Which ones: a node enters as it begins to match and leaves as it ceases to.',
        }),
      }),
      follow: ({ where }, context, known) => follow(live, known, where ?? null, context),
    });
  }
}
