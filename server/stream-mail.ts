import { encodeCursor, isNews, type LoggedEvent } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import { bareMessage, type StreamMessage } from '../schema/stream.js';
import type { Letter } from './outlet.js';
import type { Shelf } from './shelf.js';
import type { Told } from './stream-desk.js';
import type { StreamProgram } from './stream-group.js';
import type { Subscriber } from './subscriber.js';

/** A message on its way to members. */
interface Sent {
  readonly message: StreamMessage;
  readonly letter: Letter;
}

/** A heartbeat takes nobody back: who joined may be beyond what this group has heard. */
const isFor = ({ reached }: Subscriber, { kind, cursor }: StreamMessage): boolean =>
  kind === 'HEARTBEAT' ? reached.position <= cursor.position : isNews(reached, cursor);

function hand(member: Subscriber, { message, letter }: Sent): void {
  if (isFor(member, message)) member.take(message.cursor, letter);
}

/** The position of the event that a message tells of. */
const eventOf = ({ cursor }: StreamMessage): number =>
  cursor.told === 0 ? cursor.position : cursor.position + 1;

/** What was told lately, for whoever comes back. */
function keepSent(shelf: Shelf, from: number) {
  const sent: Sent[] = [];
  let since = from;
  const keeper = {
    dropOldest() {
      const dropped = sent.shift();
      if (dropped) since = eventOf(dropped.message);
    },
  };
  return {
    since: () => since,
    all: (): readonly Sent[] => sent,
    add(one: Sent): void {
      sent.push(one);
      shelf.add(keeper, one.letter.text.length);
    },
  };
}

/** Whoever was told nothing of so many events that were looked at is told how far that was. */
const SILENT_MAX = 500;

interface MailParts {
  readonly program: StreamProgram;
  readonly shelf: Shelf;
  /** The position after which all is told. */
  readonly from: number;
  readonly members: ReadonlySet<Subscriber>;
}

/** Tells the members of a group, and keeps what was told for whoever comes back. */
export function createMail({ program, shelf, from, members }: MailParts) {
  const kept = keepSent(shelf, from);
  let toldAt = Date.now();
  let silent = 0;

  function deliver({ message, text }: Told): void {
    toldAt = Date.now();
    silent = 0;
    const sent = { message, letter: { text, cursor: encodeCursor(message.cursor) } };
    if (message.kind !== 'HEARTBEAT') kept.add(sent);
    for (const member of members) hand(member, sent);
  }
  async function deliverHeartbeat(position: number, actor: Actor): Promise<void> {
    const message = bareMessage('HEARTBEAT', position);
    deliver({ message, text: await program.perform(message, program.contextOf(actor)) });
  }
  return {
    since: kept.since,
    quietMs: () => Date.now() - toldAt,
    deliverHeartbeat,
    /** Delivers what is told of some events. */
    async deliverAll(all: readonly Told[], events: readonly LoggedEvent[], actor: Actor) {
      silent += events.length;
      all.forEach(deliver);
      if (silent >= SILENT_MAX) await deliverHeartbeat(events.at(-1)!.position, actor);
    },
    /** Tells a member what the others were told and it was not. */
    catchUp(member: Subscriber): void {
      for (const sent of kept.all()) {
        // Whoever does not read leaves again at once.
        if (!members.has(member)) return;
        hand(member, sent);
      }
    },
  };
}
