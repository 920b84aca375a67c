import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Actor } from '../modules/kernel/index.js';
import type { Caller } from './executor.js';

/** Finds the actor of a token, or null for one that is unknown, expired or revoked. */
export type Authenticate = (token: string) => Promise<Actor | null>;

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

/** Who calls over HTTP. Throws UNAUTHENTICATED with status 401. */
export async function callerOf(
  headers: IncomingHttpHeaders,
  requestId: string,
  authenticate: Authenticate,
): Promise<Caller> {
  const token = bearerToken(headers.authorization);
  const actor = token === null ? null : await authenticate(token);
  if (actor === null) throw unauthenticated(requestId);
  return {
    actor,
    requestId,
    locale: localeOf(headers['accept-language']),
    idempotencyKey: idempotencyKeyOf(headers['idempotency-key'], requestId),
  };
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
