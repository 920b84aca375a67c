import { currencies } from './currencies.js';
import { InvalidInput } from './refusals.js';

export interface TextLimits {
  /** Most characters after trimming, counted as Unicode code points. */
  readonly max: number;
  /** Fewest characters after trimming; 0 when absent. */
  readonly min?: number;
}

/**
 * Control characters except tab and line ends: the store refuses NUL, terminals obey the others.
 */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** Characters that turn the direction of writing and so show another text than is stored. */
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** A half of a character beyond the basic plane, which no encoding can write. */
const LONE_SURROGATE = /\p{Cs}/u;

function refuseCharacter(text: string): void {
  for (const forbidden of [CONTROL, BIDIRECTIONAL, LONE_SURROGATE]) {
    const found = forbidden.exec(text)?.[0];
    if (found === undefined) continue;
    const point = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = 'The text holds the character {character}, which is not allowed.';
    throw new InvalidInput('TEXT_CHARACTER', message, { character: `U+${point}` });
  }
}

/**
 * Trims a text that a caller wrote; refuses lengths outside the limits and characters that deceive.
 */
export function cleanText(text: string, { max, min = 0 }: TextLimits): string {
  const trimmed = text.trim();
  // No code point takes more than two units: a longer text needs no counting.
  const length = trimmed.length > 2 * max ? Infinity : Array.from(trimmed).length;
  if (length > max) {
    throw new InvalidInput('TEXT_TOO_LONG', 'The text is longer than {max} characters.', { max });
  }
  if (length < min) {
    throw new InvalidInput('TEXT_TOO_SHORT', 'The text has fewer than {min} characters.', { min });
  }
  refuseCharacter(trimmed);
  return trimmed;
}

const MAIL_LOCAL = /^[^\s@<>()[\],;:\\"]{1,64}$/u;
const MAIL_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * Tells whether a text has the form of an e-mail address; only a message sent there proves more.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false;
  const [local = '', domain = '', ...rest] = text.split('@');
  const labels = domain.split('.');
  const isLocal = MAIL_LOCAL.test(local) && !/^\.|\.$|\.\./.test(local);
  return (
    rest.length === 0 && isLocal && labels.length > 1 && labels.every((l) => MAIL_LABEL.test(l))
  );
}

/**
 * Tells whether a text has the form of a telephone number: 5 to 15 digits as in E.164, with
 * separators.
 */
export function isPhone(text: string): boolean {
  if (!/^\+?[0-9 ()./-]{5,32}$/.test(text)) return false;
  const digits = text.replace(/[^0-9]/g, '').length;
  return digits >= 5 && digits <= 15;
}

/** Tells whether a text has the form of a country code of ISO 3166-1 alpha-2. */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text);
}

const currencyCodes = new Set(currencies.map(({ code }) => code));

/** Tells whether a text is an active currency code of ISO 4217. */
export function isCurrencyCode(text: string): boolean {
  return currencyCodes.has(text);
}
