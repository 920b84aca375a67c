import type { IncomingMessage } from 'node:http';

export const BODY_MAX_BYTES = 1024 * 1024;

/** A request that is refused before GraphQL sees it, with its HTTP status. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads a JSON body of at most `max` bytes. Other content types give undefined, for Apollo to
 * refuse.
 */
export async function readBody(request: IncomingMessage, max = BODY_MAX_BYTES): Promise<unknown> {
  const { headers } = request;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw new RequestRefused(415, 'UNSUPPORTED_ENCODING', 'Compressed requests are not taken.');
  if (Number(headers['content-length'] ?? 0) > max) throw tooLarge(max);
  const text = await readText(request, max);
  if (!/^application\/(json|graphql\+json)\b/i.test(headers['content-type'] ?? ''))
    return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RequestRefused(400, 'BAD_REQUEST', 'The body is not JSON.');
  }
}

/** Refuses what is no UTF-8; a byte order mark is left out. */
const decoder = new TextDecoder('utf-8', { fatal: true });

async function readText(request: IncomingMessage, max: number): Promise<string> {
  const body = await readBytes(request, max);
  try {
    return decoder.decode(body);
  } catch {
    throw new RequestRefused(400, 'BAD_REQUEST', 'The body is not UTF-8.');
  }
}

/** By events: the iterator of a stream costs more than all else that is done with a small body. */
function readBytes(request: IncomingMessage, max: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= max) return;
      reject(tooLarge(max));
      request.destroy();
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => {
      // Each request closes; an error of one that came to its end would cost more than its body.
      if (!request.readableEnded) reject(new Error('The client ended the request before its end.'));
    });
  });
}

const tooLarge = (max: number) =>
  new RequestRefused(413, 'BODY_TOO_LARGE', `A body has at most ${max} bytes.`);
