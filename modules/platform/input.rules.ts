import { InvalidInput, cleanText } from '../kernel/index.js';

const CODE = /^[A-Z0-9][A-Z0-9._-]{0,19}$/;

/** Takes a code that people type: 1 to 20 capitals, digits, dots, hyphens and underscores. */
export function cleanCode(text: string): string {
  const code = text.trim();
  if (CODE.test(code)) return code;
  const message = '{code} is not a code of 1 to 20 capitals, digits and . - _.';
  throw new InvalidInput('CODE_MALFORMED', message, { code });
}

/** Takes a name of 1 to 200 characters. */
export function cleanName(text: string): string {
  return cleanText(text, { min: 1, max: 200 });
}
