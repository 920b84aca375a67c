import { InvalidInput, QuantityOutOfRange } from '../kernel/index.js';

const ROLE_CODE = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Takes a role's code: 1 to 40 capitals, digits and underscores, the first a capital. */
export function cleanRoleCode(text: string): string {
  const code = text.trim();
  if (ROLE_CODE.test(code)) return code;
  const message = '{code} is not a role code of 1 to 40 capitals, digits and underscores.';
  throw new InvalidInput('CODE_MALFORMED', message, { code });
}

/** Refuses an end that lies in the past already. */
export function checkExpiry(expiresAt: Date | null, now: Date): Date | null {
  if (expiresAt === null || expiresAt > now) return expiresAt;
  throw new QuantityOutOfRange('EXPIRY_IN_THE_PAST', 'A key cannot end before it begins.');
}
