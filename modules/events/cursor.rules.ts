/** A place in the log that a subscriber has reached. */
export interface LogCursor {
  /** All of the log up to this position was told. */
  readonly position: number;
  /** Of the event behind it, so many messages were told already. */
  readonly told: number;
  /** While the state at the beginning is being told: the id of the last node that was. */
  readonly snapshotTo: string | null;
}

/** A place in the log between two events. */
export const at = (position: number): LogCursor => ({ position, told: 0, snapshotTo: null });

/** The cursor of the message that is the `place`-th of `count` messages of one event. */
export function afterMessage(position: number, place: number, count: number): LogCursor {
  if (place >= count) return at(position);
  return { position: position - 1, told: place, snapshotTo: null };
}

/** Whether a message is still to be told to whoever has reached a cursor. */
export function isNews(reached: LogCursor, message: LogCursor): boolean {
  if (message.position !== reached.position) return message.position > reached.position;
  return message.told > reached.told;
}

const encoded = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** A cursor as clients keep it: opaque by contract, readable when one debugs. */
export function encodeCursor({ position, told, snapshotTo }: LogCursor): string {
  if (snapshotTo !== null) return encoded(`snap:${position}:${snapshotTo}`);
  return encoded(told === 0 ? `log:${position}` : `log:${position}+${told}`);
}

const LOG = /^log:(\d{1,15})(?:\+(\d{1,6}))?$/;
const SNAPSHOT = /^snap:(\d{1,15}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The place that a cursor names, or null for what is none. */
export function decodeCursor(cursor: string): LogCursor | null {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const log = LOG.exec(text);
  if (log) return { position: Number(log[1]), told: Number(log[2] ?? 0), snapshotTo: null };
  const snapshot = SNAPSHOT.exec(text);
  return snapshot ? { position: Number(snapshot[1]), told: 0, snapshotTo: snapshot[2]! } : null;
}
