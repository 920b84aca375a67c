import { InvalidInput } from '../kernel/index.js';

/** The bin that every warehouse begins with. */
export const MAIN_BIN = 'MAIN';

const CODE = /^[A-Z0-9][A-Z0-9._-]{0,19}$/;

/**
 * Takes the code of a warehouse or bin: 1 to 20 capitals, digits, dots, hyphens and underscores.
 */
export function placeCode(text: string): string {
  const code = text.trim();
  if (CODE.test(code)) return code;
  const message = '{code} is not a code of 1 to 20 capitals, digits and . - _.';
  throw new InvalidInput('CODE_MALFORMED', message, { code });
}
