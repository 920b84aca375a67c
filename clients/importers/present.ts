/** What a done mutation or a complete file must hold; its absence is a bug and not a refusal. */
export function present<T>(value: T | null | undefined, what = 'An answer'): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing.`);
  return value;
}
