import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { KeyHolder } from '../modules/auth/index.js';
import type { Admission } from './admission.js';
import type { Caller } from './executor.js';

/** Finds the actor of a token, or null for one that is unknown, expired or revoked. */
export type Authenticate = (token: string) => Promise<KeyHolder | null>;

/**
 * The token of `Bearer …`, or null. Keys have no spaces, and none is longer than 512 characters.
 */
export function bearerToken(authorization: unknown): string | null {
  if (typeof authorization !== 'string' || authorization.length > 600) return null;
  return /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization)?.[1] ?? null;
}

/** The caller's own id of the request where it is harmless, otherwise a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Whoever asks over HTTP, before it is known who that is. */
export interface Asking {
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
  readonly address: string;
}

/**
 * Who calls over HTTP. Throws UNAUTHENTICATED with status 401, or RATE_LIMITED for an address that
 * has tried too many wrong keys, and for a client whose bucket is empty.
 */
export async function callerOf(
  { headers, requestId, address }: Asking,
  authenticate: Authenticate,
  admission: Admission,
): Promise<Caller> {
  const token = bearerToken(headers.authorization);
  const actor = token === null ? null : await authenticate(token);
  if (actor === null)
    throw withRequest(admission.stranger(address), requestId) ?? unauthenticated(requestId);
  const empty = admission.refusal(actor.id, 1);
  if (empty) throw withRequest(empty, requestId)!;
  return {
    actor,
    requestId,
    locale: localeOf(headers['accept-language']),
    app: actor.app,
    idempotencyKey: idempotencyKeyOf(headers['idempotency-key'], requestId),
  };
}

/** A refusal outside of any operation, told with the request it belongs to. */
function withRequest(refusal: GraphQLError | null, requestId: string): GraphQLError | null {
  if (refusal === null) return null;
  const headers = new HeaderMap([['retry-after', String(refusal.extensions.retryAfter)]]);
  const http = { status: 429, headers };
  return new GraphQLError(refusal.message, {
    extensions: { ...refusal.extensions, requestId, http },
  });
}

/**
 * The address a request comes from: that of the socket, or the one that the outermost of our own
 * proxies saw. What stands before that in the header was written by the client, and tells nothing.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxyHops: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const told = proxyHops > 0 ? forwarded[forwarded.length - proxyHops]?.trim() : undefined;
  return (told || socket.remoteAddress) ?? '';
}

function unauthenticated(requestId: string): GraphQLError {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  return new GraphQLError('An API key is needed: Authorization: Bearer <key>.', {
    extensions: { code: 'UNAUTHENTICATED', requestId, http: { status: 401, headers } },
  });
}

/** The first language asked for; nothing is translated by guesswork. */
export function localeOf(header: unknown): string {
  if (typeof header !== 'string') return 'en';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}/.exec(header)?.[0] ?? 'en';
}

function idempotencyKeyOf(header: string | string[] | undefined, requestId: string): string | null {
  if (header === undefined) return null;
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new GraphQLError('An idempotency key has 1 to 200 printable characters without spaces.', {
    extensions: {
      code: 'BAD_USER_INPUT',
      requestId,
      http: { status: 400, headers: new HeaderMap() },
    },
  });
}
