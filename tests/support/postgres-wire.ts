/** One message of PostgreSQL's protocol, version 3. */
export interface WireMessage {
  /** Its letter; empty for the first one, which has none. */
  readonly kind: string;
  readonly body: Buffer;
  readonly bytes: Buffer;
}

/**
 * Splits what one side sends into whole messages, however it was cut into packets. The first one of
 * a client has no letter before its length.
 */
export function wireMessages(startsWithoutLetter: boolean): (data: Buffer) => WireMessage[] {
  let rest: Buffer = Buffer.alloc(0);
  let lettered = startsWithoutLetter ? 0 : 1;

  function next(): WireMessage | null {
    if (rest.length < lettered + 4) return null;
    const end = lettered + rest.readInt32BE(lettered);
    if (rest.length < end) return null;
    const bytes = rest.subarray(0, end);
    rest = rest.subarray(end);
    const kind = bytes.toString('latin1', 0, lettered);
    const body = bytes.subarray(lettered + 4);
    lettered = 1;
    return { kind, body, bytes };
  }
  return (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    const messages: WireMessage[] = [];
    for (let message = next(); message; message = next()) messages.push(message);
    return messages;
  };
}

/** Whether a client's message asks to commit: a simple query, or a statement to be parsed. */
export const asksToCommit = ({ kind, body }: WireMessage): boolean =>
  (kind === 'Q' || kind === 'P') && /(^|\0)commit\0/i.test(body.toString('latin1'));

/** What a server says to have done with the end of a transaction, or null for any other message. */
export function endOf({ kind, body }: WireMessage): 'COMMIT' | 'ROLLBACK' | null {
  if (kind !== 'C') return null;
  const told = body.toString('latin1', 0, body.length - 1);
  return told === 'COMMIT' || told === 'ROLLBACK' ? told : null;
}
