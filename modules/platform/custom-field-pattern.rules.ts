import { RE2JS } from 're2js';
import { InvalidInput } from '../kernel/index.js';

const PATTERN_MAX = 200;
const KEPT_MAX = 500;
const kept = new Map<string, RE2JS>();

/**
 * Takes a pattern that a user wrote. It is matched by an automaton, so its time grows with the
 * length of the text and never without end, as with the expressions of JavaScript.
 */
export function compilePattern(pattern: string): RE2JS {
  const known = kept.get(pattern);
  if (known) return known;
  const made = compile(pattern);
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(pattern, made);
  return made;
}

function compile(pattern: string): RE2JS {
  const message = 'This is not a pattern of up to 200 characters in the syntax of RE2.';
  if (pattern.length > PATTERN_MAX) throw new InvalidInput('CUSTOM_FIELD_PATTERN', message);
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new InvalidInput('CUSTOM_FIELD_PATTERN', message);
  }
}

/** Whether a whole text is as the pattern says. */
export const matchesPattern = (pattern: string, text: string): boolean =>
  compilePattern(pattern).matches(text);
