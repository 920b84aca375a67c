import { decodeCursor } from '../../modules/events/index.js';
import { PAGE_DEFAULT, PAGE_MAX, refuseRead, type ListArgs } from '../../prisma/reader/index.js';
import { builder } from '../../schema/builder.js';
import type { GraphContext } from '../../schema/context.js';
import { Event } from '../../schema/events/event.js';
import { one } from '../reads.js';
import { sentArgs } from '../sent-args.js';

interface EventsArgs {
  readonly after?: string | null;
  readonly first?: number | null;
  readonly where?: Readonly<Record<string, unknown>> | null;
}

const inOrder = [{ position: { direction: 'ASC' } }];

/**
 * A cursor of the log serves any filter; one of a page only its own list. What was purged cannot be
 * told any more, and is refused instead of left out.
 */
async function listOf(
  { after, first, where }: EventsArgs,
  { feed }: GraphContext,
): Promise<ListArgs> {
  const reached = after == null ? null : decodeCursor(after);
  if (reached === null) return { after, first, where, orderBy: inOrder };
  const { oldest } = await feed.bounds();
  if (reached.position + 1 < oldest)
    refuseRead('CURSOR_PURGED', 'Events behind this cursor were purged: read the state anew.');
  const behind = { position: { gt: String(reached.position) } };
  const both = where == null ? behind : { and: [behind, where] };
  return { first, where: both, orderBy: inOrder };
}

builder.queryField('events', (t) =>
  t.field({
    type: Event.connection,
    description:
      'The log: facts in the order in which they were committed, each once. Only those of nouns ' +
      'and companies that you may read.',
    extensions: { planned: true },
    args: {
      after: t.arg.string({
        description: 'Only facts behind this cursor: of an event, a subscription, or a page.',
      }),
      first: t.arg.int({
        description: `How many: ${PAGE_DEFAULT} unless told, at most ${PAGE_MAX}.`,
      }),
      where: t.arg({ type: Event.where, description: 'Which facts.' }),
    },
    resolve: async (_root, _args, context, info) => {
      const args = await listOf(sentArgs<EventsArgs>(info, context), context);
      return context.reader.list(Event, args, info);
    },
  }),
);

one(Event, 'event', 'One fact of the log, or null when there is none that you may see.');
