import type { InputFieldMap } from '@pothos/core';
import type { LoggedEvent } from '../modules/events/index.js';
import type { Permission } from '../modules/permissions.js';
import { globalId } from '../modules/kernel/index.js';
import { refuseRead } from '../prisma/reader/index.js';
import { builder } from '../schema/builder.js';
import type { GraphContext } from '../schema/context.js';
import type { Noun } from '../schema/noun.js';

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
  /**
   * The raw id of the node that a fact is about, or null when the subscriber does not follow it.
   */
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
      resolve: (told) => told,
    }),
  );
}

/** The first messages: that a cursor cannot be resumed from, and the state at the beginning. */
function opening(followed: Followed, position: number, isReset: boolean, withSnapshot: boolean) {
  const told = (kind: Message['kind'], nodeId: string | null): Message => ({
    position,
    kind,
    changedFields: [],
    nodeId,
  });
  const states = withSnapshot || isReset ? followed.nodeIds : [];
  return [
    ...(isReset ? [told('RESET', null)] : []),
    ...states.map((nodeId) => told('SNAPSHOT', nodeId)),
  ];
}

async function messages(
  followed: Followed,
  after: string | null,
  withSnapshot: boolean,
  { feed }: GraphContext,
): Promise<AsyncIterableIterator<Message>> {
  const latest = await feed.latest();
  const asked = after === null ? latest : decode(after);
  const position = Math.min(asked, latest);
  const stop = new AbortController();
  const match = (event: LoggedEvent) => followed.nodeOf(event) !== null;
  const events = feed.follow({ after: position, match, signal: stop.signal });
  const first = opening(followed, position, asked > latest, withSnapshot);
  return paced(first, events[Symbol.asyncIterator](), followed, () => stop.abort(), position);
}

/**
 * Tells the first messages, then each event as it comes, and a heartbeat whenever nothing came for
 * a
 * while. Written by hand, because `return` of a generator waits for the event that it awaits.
 */
function paced(
  first: Message[],
  events: AsyncIterator<LoggedEvent>,
  followed: Followed,
  stop: () => void,
  from: number,
): AsyncIterableIterator<Message> {
  let position = from;
  let coming: Promise<IteratorResult<LoggedEvent>> | null = null;
  const ended = { done: true, value: undefined } as const;
  return {
    async next() {
      const told = first.shift();
      if (told) return { done: false, value: told };
      coming ??= events.next();
      const came = await orBeat(coming);
      if (came === null)
        return {
          done: false,
          value: { position, kind: 'HEARTBEAT', changedFields: [], nodeId: null },
        };
      coming = null;
      if (came.done) return ended;
      ({ position } = came.value);
      const { changedFields } = came.value;
      const nodeId = followed.nodeOf(came.value);
      return { done: false, value: { position, kind: 'DELTA', changedFields, nodeId } };
    },
    return() {
      stop();
      return Promise.resolve(ended);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** What comes first: the event, or null after the time of a heartbeat. */
async function orBeat<T>(coming: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const beat = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), HEARTBEAT_MS);
    timer.unref();
  });
  try {
    return await Promise.race([coming, beat]);
  } finally {
    clearTimeout(timer);
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
