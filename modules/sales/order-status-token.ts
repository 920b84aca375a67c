import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a link's token looks: it is recognised in logs and leaks by its beginning. */
const PREFIX = 'tlo_';
const TOKEN = /^tlo_([0-9a-f]{32})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;
const SECRET_BYTES = 32;

/** What a token says of itself, before anybody has looked whether it is true. */
export interface ClaimedLink {
  readonly id: string;
  readonly expiresAt: Date;
  /** The text that was signed, and its signature. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** A new secret, by which one link is signed. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');

/** Whether a text claims to be the token of a link, and not a key. */
export const isLinkToken = (text: string): boolean => text.startsWith(PREFIX);

const signatureOf = (signed: string, secret: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(signed, 'utf8').digest();

/** The token of a link: its id and its end, in whole seconds, signed by its own secret. */
export function linkToken(link: {
  readonly id: string;
  readonly expiresAt: Date;
  readonly secret: string;
}): string {
  const seconds = Math.floor(link.expiresAt.getTime() / 1000);
  const signed = `${PREFIX}${link.id.replaceAll('-', '')}.${seconds.toString(36)}`;
  return `${signed}.${signatureOf(signed, link.secret).toString('base64url')}`;
}

/** Reads a token; null for what is none. */
export function readLinkToken(token: string): ClaimedLink | null {
  const [, hex, seconds, signature] = TOKEN.exec(token) ?? [];
  if (hex === undefined || seconds === undefined || signature === undefined) return null;
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    expiresAt: new Date(parseInt(seconds, 36) * 1000),
    signed: token.slice(0, token.lastIndexOf('.')),
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether a secret signed a token, in a time that tells nothing of where they differ. */
export function isSignedBy({ signed, signature }: ClaimedLink, secret: string): boolean {
  const own = signatureOf(signed, secret);
  return own.length === signature.length && timingSafeEqual(own, signature);
}
