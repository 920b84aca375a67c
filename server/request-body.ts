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

async function readText(request: IncomingMessage, max: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > max) throw tooLarge(max);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new RequestRefused(400, 'BAD_REQUEST', 'The body is not UTF-8.');
  }
}

const tooLarge = (max: number) =>
  new RequestRefused(413, 'BODY_TOO_LARGE', `A body has at most ${max} bytes.`);
