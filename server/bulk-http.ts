import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GraphQLError } from 'graphql';
import { bulkOperations, bulkParts, bulkUploads } from '../modules/bulk/index.js';
import { InvalidInput, NotFound, type Actor } from '../modules/kernel/index.js';
import type { Database } from '../prisma/database.js';
import { byteRange } from './byte-range.js';
import type { Caller } from './executor.js';
import { RequestRefused } from './request-body.js';

/** What is behind `/bulk/`: results are fetched here, and lines for mutations are sent here. */
export interface BulkDoor {
  /** Answers a request for its path; false when it is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse, asked: BulkAsked): Promise<boolean>;
}

interface BulkAsked {
  readonly url: URL;
  readonly caller: () => Promise<Caller>;
  readonly now: Date;
}

const RESULT = /^\/bulk\/results\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const UPLOADS = '/bulk/uploads';
/** What one request may bring; an upload goes on with the next. */
const MOST_SENT = 64 * 1_048_576;
const PIECE_BYTES = 262_144;

function may(actor: Actor, permission: string): void {
  if (!actor.permissions.has(permission))
    throw new RequestRefused(403, 'FORBIDDEN', `This needs the permission ${permission}.`);
}

/** Who asks, as this door tells it. */
async function known(asked: BulkAsked): Promise<Actor> {
  try {
    return (await asked.caller()).actor;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, http } = error.extensions as { code: string; http?: { status: number } };
    throw new RequestRefused(http?.status ?? 401, code, error.message);
  }
}

export function bulkDoor(database: Database): BulkDoor {
  return {
    async answer(request, response, asked) {
      const { pathname } = asked.url;
      const id = RESULT.exec(pathname)?.[1];
      if (id === undefined && pathname !== UPLOADS) return false;
      const actor = await known(asked);
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (id !== undefined && isRead)
        await sendResult(database, id, actor, request, response, asked);
      else if (id === undefined && request.method === 'POST')
        await takeLines(database, actor, request, response, asked);
      else throw new RequestRefused(405, 'METHOD_NOT_ALLOWED', 'This is not done here.');
      return true;
    },
  };
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';

const TYPES = {
  JSONL: 'application/jsonl; charset=utf-8',
  CSV: 'text/csv; charset=utf-8',
} as const;

/** Sends a result or a range of it, a piece at a time and no faster than it is taken. */
async function sendResult(
  database: Database,
  id: string,
  actor: Actor,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { now }: BulkAsked,
): Promise<void> {
  may(actor, 'bulk.operation.read');
  const result = await bulkOperations.resultOf(database, id, actor.id, now);
  if (!result) throw new RequestRefused(404, 'NOT_FOUND', 'There is no such result.');
  const { byteCount, format, version } = result;
  const tag = `"${id}-${version}"`;
  const asked = headers['if-range'] === undefined || headers['if-range'] === tag;
  const range = byteRange(asked ? headers.range : undefined, byteCount);
  response.setHeader('etag', tag);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('cache-control', 'private, no-cache');
  if (range === 'OUTSIDE') {
    response.writeHead(416, { 'content-range': `bytes */${byteCount}` });
    response.end();
    return;
  }
  const { from, to } = range ?? { from: 0, to: byteCount - 1 };
  response.writeHead(range ? 206 : 200, {
    'content-type': TYPES[format],
    'content-length': to - from + 1,
    'content-disposition': `attachment; filename="${id}.${format.toLowerCase()}"`,
    ...(range && { 'content-range': `bytes ${from}-${to}/${byteCount}` }),
  });
  if (method === 'HEAD') return void response.end();
  try {
    await pipeline(Readable.from(bytesOf(database, id, from, to)), response);
  } catch (error) {
    // Who goes away comes back for the rest.
    if (!isGone(error)) throw error;
  }
}

/** The bytes of a result, piece by piece. Throws when it is removed meanwhile. */
async function* bytesOf(database: Database, id: string, from: number, to: number) {
  for (let byte = from; byte <= to;) {
    const part = await bulkParts.at(database, id, byte);
    // What has come is not whole, and must not look so.
    if (!part) throw new Error('A result was removed while it was sent.');
    const bytes = part.bytes.subarray(byte - part.startByte, to + 1 - part.startByte);
    byte += bytes.length;
    yield bytes;
  }
}

/** The upload that a request goes on with, or a new one. */
async function uploadOf(database: Database, { id }: Actor, { url, now }: BulkAsked) {
  const asked = url.searchParams.get('id');
  if (asked === null) return bulkUploads.begin(database, id, now);
  if (!/^[0-9a-f-]{36}$/.test(asked)) throw new NotFound('BulkUpload', asked);
  const upload = await bulkUploads.find(database, asked, id);
  if (url.searchParams.get('offset') !== String(upload.byteCount))
    throw new InvalidInput('UPLOAD_OFFSET', `The upload ends at ${upload.byteCount}.`, {
      byteCount: upload.byteCount,
    });
  return upload;
}

/** Takes lines as they come; what has come is kept even when the rest of it does not. */
async function takeLines(
  database: Database,
  actor: Actor,
  request: IncomingMessage,
  response: ServerResponse,
  asked: BulkAsked,
): Promise<void> {
  may(actor, 'bulk.operation.run');
  if (Number(request.headers['content-length'] ?? 0) > MOST_SENT)
    throw new RequestRefused(413, 'BODY_TOO_LARGE', `A request brings at most ${MOST_SENT} bytes.`);
  try {
    let upload = await uploadOf(database, actor, asked);
    let pieces: Buffer[] = [];
    let size = 0;
    const keep = async () => {
      if (size > 0) upload = await bulkUploads.append(database, upload, Buffer.concat(pieces));
      [pieces, size] = [[], 0];
    };
    let sent = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      sent += chunk.length;
      if (sent > MOST_SENT)
        throw new RequestRefused(413, 'BODY_TOO_LARGE', `At most ${MOST_SENT} bytes at a time.`);
      pieces.push(chunk);
      size += chunk.length;
      if (size >= PIECE_BYTES) await keep();
    }
    await keep();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ uploadId: upload.id, byteCount: upload.byteCount }));
  } catch (error) {
    if (error instanceof NotFound) throw new RequestRefused(404, error.code, error.message);
    if (error instanceof InvalidInput) throw new RequestRefused(409, error.code, error.message);
    throw error;
  }
}
