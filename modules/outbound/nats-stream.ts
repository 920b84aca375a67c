import type { LoggedEvent } from '../events/index.js';
import { cloudEvent, subjectOf } from './cloud-event.rules.js';

export interface NatsOptions {
  /** As `nats://host:4222`; a user and a password, or a token, may stand in it. */
  readonly url: string;
  /** The name of the stream; it is made when it is missing. */
  readonly stream: string;
  /** The first part of every subject. */
  readonly prefix: string;
}

/** A stream that takes events in their order. */
export interface NatsStream {
  /** The position of the last event that is in it; 0 for none. */
  readonly lastPosition: () => number;
  /** Sends an event behind the last one; it is refused when that one did not arrive. */
  send(event: LoggedEvent): void;
  /** Waits until all that was sent has arrived. Throws when one did not. */
  landed(): Promise<void>;
  close(): Promise<void>;
}

const SECOND_NS = 1_000_000_000;
/** Messages of one id within this time are one. */
const SAME_WITHIN_NS = 600 * SECOND_NS;
const NOT_FOUND = 404;

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  [NOT_FOUND, 10_037, 10_059].includes(Number(error.code));

/** Connects, and makes the stream if need be. The library is loaded only where it is used. */
export async function openStream({ url, stream, prefix }: NatsOptions): Promise<NatsStream> {
  const { connect } = await import('@nats-io/transport-node');
  const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  const { servers, ...access } = accessOf(url);
  const connection = await connect({ servers, ...access, timeout: 5_000, name: 'throughline' });
  try {
    const manager = await jetstreamManager(connection);
    const known = await manager.streams.info(stream).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (known === null)
      await manager.streams.add({
        name: stream,
        subjects: [`${prefix}.>`],
        duplicate_window: SAME_WITHIN_NS,
      });
    const last = known?.state.last_seq
      ? await manager.streams.getMessage(stream, { seq: known.state.last_seq })
      : null;
    const said = last?.json<{ id: string; data: { position: number } }>();
    let lastId = said?.id ?? null;
    let lastPosition = said?.data.position ?? 0;
    let sent: Promise<unknown>[] = [];
    const client = jetstream(connection);
    return {
      lastPosition: () => lastPosition,
      send(event) {
        const expect = { streamName: stream, ...(lastId !== null && { lastMsgID: lastId }) };
        const text = JSON.stringify(cloudEvent(event));
        const options = { msgID: event.id, expect };
        sent.push(client.publish(subjectOf(prefix, event), text, options));
        lastId = event.id;
        lastPosition = event.position;
      },
      async landed() {
        const waiting = sent;
        sent = [];
        const failed = (await Promise.allSettled(waiting)).find((one) => one.status === 'rejected');
        if (failed?.status === 'rejected') throw failed.reason;
      },
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** What stands in the address for the server, and what for whoever connects. */
function accessOf(address: string) {
  const url = new URL(address);
  const { username, password } = url;
  const servers = `${url.hostname}:${url.port || '4222'}`;
  if (username === '') return { servers };
  if (password === '') return { servers, token: decodeURIComponent(username) };
  return { servers, user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}
