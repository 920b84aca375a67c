import { InvalidInput } from '../kernel/index.js';

const DAY_MS = 86_400_000;
const VALID_DAYS = 90;
const LONGEST_DAYS = 366;

/** When a link ends that is made now: 90 days later when nobody says otherwise. VALID_DAYS. */
export function expiryOf(now: Date, validDays: number | null): Date {
  const days = validDays ?? VALID_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    const message = 'A link is valid for 1 to {most} days.';
    throw new InvalidInput('VALID_DAYS', message, { most: LONGEST_DAYS });
  }
  // Whole seconds, as the token tells them.
  return new Date(Math.floor((now.getTime() + days * DAY_MS) / 1000) * 1000);
}
