import type { InputFieldMap } from '@pothos/core';
import type { LoggedEvent } from '../modules/events/index.js';
import type { Permission } from '../modules/permissions.js';
import { globalId } from '../modules/kernel/index.js';
import { refuseRead } from '../prisma/reader/index.js';
import { builder } from '../schema/builder.js';
import type { GraphContext } from '../schema/context.js';
import type { Noun } from '../schema/noun.js';
import { merged, ticks } from './ticks.js';

/** One message of a subscription before its node is read. */
interface Message {
  readonly position: number;
  readonly kind: 'SNAPSHOT' | 'DELTA' | 'HEARTBEAT' | 'RESET';
  readonly changedFields: readonly string[];
  readonly nodeId: string | null;
}

const StreamKind = builder.enumType('StreamKind', {
  description: 'What a message of a subscription tells.',
  values: {
    SNAPSHOT: { description: 'The state at the beginning.' },
    DELTA: { description: 'A change, after it was committed.' },
    HEARTBEAT: { description: 'Nothing has happened; the cursor is current.' },
    RESET: { description: 'The cursor cannot be resumed from: read the state anew.' },
  } as const,
});

const HEARTBEAT_MS = 30_000;

/** What a subscriber follows: which nodes at the beginning, and which facts from then on. */
export interface Followed {
  readonly nodeIds: readonly string[];
  /** The raw id of the node that a fact is about, or null when the subscriber does not follow it. */
  readonly nodeOf: (event: LoggedEvent) => string | null;
}

interface StreamOptions<Args> {
  readonly description: string;
  readonly permission: Permission;
  readonly noun: Noun;
  readonly args: (t: Parameters<Parameters<typeof builder.args>[0]>[0]) => InputFieldMap;
  readonly follow: (args: Args, context: GraphContext) => Promise<Followed>;
}

const encode = (position: number): string =>
  Buffer.from(`log:${position}`, 'utf8').toString('base64url');

function decode(cursor: string): number {
  const match = /^log:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return match ? Number(match[1]) : refuseRead('CURSOR_INVALID', 'This is not a cursor.');
}

/** Declares a subscription that pushes a noun whenever a fact about it is committed. */
export function stream<Args extends object>(name: string, options: StreamOptions<Args>): void {
  const message = messageType(name, options.noun);
  builder.subscriptionField(name, (t) =>
    t.field({
      type: message,
      nullable: false,
      description: options.description,
      extensions: { permission: options.permission },
      args: {
        ...options.args(t.arg as never),
        after: t.arg.string({
          description: 'The cursor of the last message you had: what came since is told first.',
        }),
        snapshot: t.arg.boolean({ description: 'Whether to tell the state at the beginning.' }),
      } as Record<string, ReturnType<typeof t.arg.boolean>>,
      subscribe: async (_root, args, context) => {
        const { after, snapshot, ...rest } = args as { after?: string; snapshot?: boolean };
        const followed = await options.follow(rest as Args, context);
        return messages(followed, after ?? null, snapshot ?? false, context);
      },
      resolve: (told) => told as Message,
    }),
  );
}

async function* messages(
  followed: Followed,
  after: string | null,
  withSnapshot: boolean,
  { feed }: GraphContext,
): AsyncGenerator<Message, void, void> {
  const latest = await feed.latest();
  let position = after === null ? latest : decode(after);
  if (position > latest) {
    position = latest;
    yield { position, kind: 'RESET', changedFields: [], nodeId: null };
  }
  if (withSnapshot) {
    for (const nodeId of followed.nodeIds)
      yield { position, kind: 'SNAPSHOT', changedFields: [], nodeId };
  }
  const stop = new AbortController();
  const match = (event: LoggedEvent) => followed.nodeOf(event) !== null;
  const events = feed.follow({ after: position, match, signal: stop.signal });
  try {
    for await (const event of merged(events, ticks(HEARTBEAT_MS, stop.signal))) {
      if (event === null) {
        yield { position, kind: 'HEARTBEAT', changedFields: [], nodeId: null };
        continue;
      }
      ({ position } = event);
      const { changedFields } = event;
      yield { position, kind: 'DELTA', changedFields, nodeId: followed.nodeOf(event) };
    }
  } finally {
    stop.abort();
  }
}

function messageType(name: string, noun: Noun) {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  return builder.objectRef<Message>(`${typeName}Message`).implement({
    description: `A message of ${name}.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Where the log stands; send it as `after` to go on from here.',
        resolve: ({ position }) => encode(position),
      }),
      kind: t.field({
        type: StreamKind,
        nullable: false,
        description: 'What the message tells.',
        resolve: ({ kind }) => kind,
      }),
      changedFields: t.field({
        type: ['String'],
        nullable: { list: false, items: false },
        description: 'The fields that changed, as they are named in the timeline.',
        resolve: ({ changedFields }) => [...changedFields],
      }),
      node: t.field({
        type: noun.ref,
        description: `The ${noun.name} as it is now; null when you may no longer see it.`,
        resolve: ({ nodeId }, _args, context, info) =>
          nodeId === null ? null : context.reader.load(noun, nodeId, info),
      }),
      deletedId: t.field({
        type: 'ID',
        description: 'The id of what has left your sight; null otherwise.',
        resolve: async ({ nodeId, kind }, _args, context) => {
          if (nodeId === null || kind !== 'DELTA') return null;
          const isSeen = await context.reader.sees(noun, nodeId);
          return isSeen ? null : globalId(noun.name, nodeId);
        },
      }),
    }),
  });
}
