import type { InputFieldMap } from '@pothos/core';
import {
  afterMessage,
  decodeCursor,
  encodeCursor,
  type LogCursor,
  type LoggedEvent,
} from '../modules/events/index.js';
import type { Permission } from '../modules/permissions.js';
import { canSee, globalId } from '../modules/kernel/index.js';
import {
  nounUnder,
  refuseRead,
  type ReadNoun,
  type Touched,
  type Touching,
} from '../prisma/reader/index.js';
import { builder } from '../schema/builder.js';
import type { GraphContext } from '../schema/context.js';
import type { Noun } from '../schema/noun.js';
import type { Outside, StreamMessage, StreamSource } from '../schema/stream.js';

const StreamKind = builder.enumType('StreamKind', {
  description: 'What a message of a subscription tells.',
  values: {
    SNAPSHOT: { description: 'The state at the beginning.' },
    DELTA: { description: 'A change, after it was committed.' },
    HEARTBEAT: { description: 'Nothing was to be told; the cursor is current.' },
    RESET: { description: 'The cursor cannot be resumed from: read the state anew.' },
  } as const,
});

/** What a subscriber follows. */
export interface Followed {
  /** As `StreamSource.hears`. */
  readonly hears: readonly string[];
  /** The raw id of the document by which a fact is looked up, or null for a fact of others. */
  readonly documentOf: (event: LoggedEvent) => string | null;
  readonly found?: Touching['found'];
  readonly where?: Touching['where'];
  /** The columns whose change may end a match; null when anything may. */
  readonly filtered: ReadonlySet<string> | null;
  readonly snapshot: StreamSource['snapshot'];
}

interface StreamOptions<Args> {
  readonly description: string;
  readonly permission: Permission;
  readonly noun: Noun;
  readonly args: (t: Parameters<Parameters<typeof builder.args>[0]>[0]) => InputFieldMap;
  /** Given the noun with the fields that users have defined when it is opened. */
  readonly follow: (args: Args, context: GraphContext, noun: ReadNoun) => Promise<Followed>;
}

/** Declares a subscription that pushes a noun whenever a fact about it is committed. */
export function stream<Args extends object>(name: string, options: StreamOptions<Args>): void {
  const message = messageType(name, options.noun);
  builder.subscriptionField(name, (t) =>
    t.field({
      type: message,
      nullable: false,
      description: options.description,
      // What is followed is decided at the opening; the compiled form needs none of the arguments.
      extensions: {
        permission: options.permission,
        planned: true,
        // Rows that are seen by who one is are told to each by himself.
        perActor: options.noun.readBy !== undefined,
      },
      args: {
        ...options.args(t.arg as never),
        after: t.arg.string({
          description: 'The cursor of the last message you had: what came since is told first.',
        }),
        snapshot: t.arg.boolean({
          description:
            'Whether to tell the state at the beginning. After a RESET it is told unless this is ' +
            'false.',
        }),
      } as Record<string, ReturnType<typeof t.arg.boolean>>,
      subscribe: async (_root, args, context, { schema }) => {
        const { after, snapshot, ...rest } = args as {
          after?: string | null;
          snapshot?: boolean | null;
        };
        const beginning = {
          after: after == null ? null : placeOf(after),
          snapshot: snapshot ?? null,
        };
        const noun = nounUnder(options.noun, schema);
        const followed = await options.follow(rest as Args, context, noun);
        return sourceOf(noun, followed, beginning);
      },
      resolve: (told) => told,
    }),
  );
}

const placeOf = (cursor: string): LogCursor =>
  decodeCursor(cursor) ?? refuseRead('CURSOR_INVALID', 'This is not a cursor.');

/** An async iterable by its looks only: the doors hear the log and ask what to tell. */
function sourceOf(
  noun: ReadNoun,
  followed: Followed,
  beginning: StreamSource['beginning'],
): StreamSource {
  return {
    beginning,
    hears: followed.hears,
    snapshot: followed.snapshot,
    likely: (events, context) => likelyOf(followed, events, context),
    tell: (events, outside, context) => tell(noun, followed, events, outside, context),
    [Symbol.asyncIterator]() {
      throw new Error('A stream is told by the doors.');
    },
  };
}

/** Without a filter each document is told that the caller sees, and he sees most of what he asks for. */
function likelyOf(
  { documentOf, found, where }: Followed,
  events: readonly LoggedEvent[],
  { actor }: GraphContext,
): StreamMessage[] {
  if (found !== undefined || where != null) return [];
  return events.flatMap((event) => {
    const nodeId = canSee(actor, event.companyId) ? documentOf(event) : null;
    const { position, changedFields } = event;
    return nodeId === null
      ? []
      : [{ ...delta(position, 1, 1), changedFields, nodeId, leftId: null }];
  });
}

const delta = (position: number, place: number, count: number) => ({
  kind: 'DELTA' as const,
  cursor: afterMessage(position, place, count),
});

async function tell(
  noun: ReadNoun,
  followed: Followed,
  events: readonly LoggedEvent[],
  outside: Outside,
  { actor, reader }: GraphContext,
): Promise<StreamMessage[]> {
  const heard = events.flatMap((event) => {
    // Nothing is looked up of a company that the caller does not see.
    const id = canSee(actor, event.companyId) ? followed.documentOf(event) : null;
    return id === null ? [] : [{ event, id }];
  });
  const documents = heard.map(({ event, id }) => ({ id, at: event.occurredAt }));
  const { found, where } = followed;
  const touched = await reader.touched(noun, { documents, found, where });
  const byDocument = new Map<number, Touched[]>();
  for (const one of touched)
    byDocument.set(one.document, [...(byDocument.get(one.document) ?? []), one]);
  return heard.flatMap(({ event }, place) =>
    messagesOf(event, byDocument.get(place) ?? [], followed, outside),
  );
}

function messagesOf(
  event: LoggedEvent,
  touched: readonly Touched[],
  followed: Followed,
  outside: Outside,
): StreamMessage[] {
  // Places are of what the event touched: what is silent now may be told to who resumes.
  return touched.flatMap((one, place) => {
    if (!isTold(event, one, followed, outside)) return [];
    const { id, isMatch } = one;
    return {
      ...delta(event.position, place + 1, touched.length),
      changedFields: event.changedFields,
      nodeId: isMatch ? id : null,
      leftId: isMatch ? null : id,
    };
  });
}

const OUTSIDE_MAX = 20_000;

/**
 * Whether a node is told: when it matches, and once when it may have matched before. What is known
 * to be outside already, was just made, or was not changed in what the filter looks at, is silent.
 * The last is not known to be outside by that: it is read as it is now, and may be so only by a
 * later event, which then tells it.
 */
function isTold(
  event: LoggedEvent,
  { id, isMatch }: Touched,
  { filtered, found }: Followed,
  outside: Outside,
): boolean {
  if (isMatch) {
    outside.delete(id);
    return true;
  }
  if (outside.has(id)) return false;
  const isNew = found === undefined && event.documentId === id && event.version === 1;
  const isUntouched =
    filtered !== null &&
    found === undefined &&
    !event.changedFields.some((field) => filtered.has(field));
  if (isUntouched) return false;
  if (outside.size >= OUTSIDE_MAX) outside.clear();
  outside.add(id);
  return !isNew;
}

function messageType(name: string, noun: Noun) {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  return builder.objectRef<StreamMessage>(`${typeName}Message`).implement({
    description: `A message of ${name}.`,
    fields: (t) => ({
      cursor: t.string({
        nullable: false,
        description: 'Where the log stands; send it as `after` to go on from here.',
        resolve: ({ cursor }) => encodeCursor(cursor),
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
        description: `The ${noun.name} as it is now; null when you follow it no longer.`,
        resolve: ({ nodeId }, _args, context, info) =>
          nodeId === null ? null : context.reader.load(noun, nodeId, info),
      }),
      deletedId: t.field({
        type: 'ID',
        description:
          'The id of what ceased to match, for you to take away if you had it; null otherwise.',
        resolve: ({ leftId }) => (leftId === null ? null : globalId(noun.name, leftId)),
      }),
    }),
  });
}
