import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a key looks: it is recognised in logs and leaks by its beginning. */
const PREFIX = 'tlk_';
const SECRET_BYTES = 32;
const SHORTEST = 32;
const LONGEST = 256;
/** What an HTTP header can carry; a chosen key may be any such text that is long enough. */
const TOKEN = /^[\x21-\x7e]+$/;

/** How much of a token is kept to recognise it by: its prefix and four characters. */
const HINT_LENGTH = 8;

/** A new token: 32 random bytes, written for a header. */
export function newToken(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
}

/** Tells whether a text could be a token at all. */
export function isToken(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && TOKEN.test(text);
}

/**
 * The SHA-256 of a token, in hexadecimal. The token is random or long, so a slow hash would protect
 * nothing and would cost each request its time.
 */
export function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Compares two hashes in a time that tells nothing of where they differ. */
export function isSameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The beginning of a token, too short to be of use to anybody who reads it. */
export function hintOf(token: string): string {
  return token.slice(0, HINT_LENGTH);
}
