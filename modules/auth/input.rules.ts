import { InvalidInput, QuantityOutOfRange } from '../kernel/index.js';

const ROLE_CODE = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Takes a role's code: 1 to 40 capitals, digits and underscores, the first a capital. */
export function cleanRoleCode(text: string): string {
  const code = text.trim();
  if (ROLE_CODE.test(code)) return code;
  const message = '{code} is not a role code of 1 to 40 capitals, digits and underscores.';
  throw new InvalidInput('CODE_MALFORMED', message, { code });
}

const APP_CODE = /^[a-z][a-z0-9._-]{0,63}$/;

/** Takes an app's code: 1 to 64 small letters, digits, dots, dashes, the first a letter. */
export function cleanAppCode(text: string): string {
  const code = text.trim();
  if (APP_CODE.test(code)) return code;
  const message = '{code} is not an app code of 1 to 64 small letters, digits, dots and dashes.';
  throw new InvalidInput('CODE_MALFORMED', message, { code: code.slice(0, 80) });
}

/** Refuses an end that lies in the past already. */
export function checkExpiry(expiresAt: Date | null, now: Date): Date | null {
  if (expiresAt === null || expiresAt > now) return expiresAt;
  throw new QuantityOutOfRange('EXPIRY_IN_THE_PAST', 'A key cannot end before it begins.');
}
