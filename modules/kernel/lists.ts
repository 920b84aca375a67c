/** Groups a list by a key, in the order of first appearance. */
export function groupBy<T>(list: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}

/** Each value once, in the order of first appearance; what is absent is left out. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  const given = values.filter((value): value is string => value !== null && value !== undefined);
  return [...new Set(given)];
}

/** What must be there: were it missing, that would be a bug and not a caller's mistake. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('Something that must exist is missing.');
  return value;
}
