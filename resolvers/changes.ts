/** A subscription for every noun that lives: its list, pushed. */
import type { LoggedEvent } from '../modules/events/index.js';
import { filteredColumns, type ReadNoun } from '../prisma/reader/index.js';
import type { GraphContext } from '../schema/context.js';
import { liveNouns, type LiveDeclaration } from '../schema/live.js';
import { rawId } from './reads.js';
import { stream, type Followed } from './stream.js';

const SNAPSHOT_PAGE = 100;

type Where = Readonly<Record<string, unknown>>;

/** More ids than this are heard by their noun. */
const IDS_MAX = 250;

/**
 * What a filter lets through is heard by: the ids that it names, so that the facts of all others
 * pass by, or else the noun.
 */
function heardBy({ noun, toldBy, found }: LiveDeclaration, where: Where | null): readonly string[] {
  const { eq, in: several } = (where?.id ?? {}) as { eq?: string; in?: readonly string[] };
  const ids = eq === undefined ? several : [eq];
  if (!ids || ids.length > IDS_MAX || found) return toldBy;
  return toldBy.flatMap((table) => ids.map((id) => `${table} ${rawId(noun.name, id)}`));
}

async function follow(
  live: LiveDeclaration,
  noun: ReadNoun,
  where: Where | null,
  context: GraphContext,
): Promise<Followed> {
  const { facts, found } = live;
  // What is wrong with the filter is told now, not with the first event.
  await context.reader.tryWhere(noun, where);
  const told = facts === undefined ? null : new Set(facts);
  return {
    hears: heardBy(live, where),
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
