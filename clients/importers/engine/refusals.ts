/** The import cannot go on, or cannot begin; the message is the line that its user reads. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

/** One row cannot be taken; the others go on. */
export class RowRefused extends Error {
  override readonly name = 'RowRefused';

  constructor(
    readonly code: string,
    message: string,
    readonly path: readonly string[] = [],
  ) {
    super(message);
  }

  /** The same, seen from the field or item that holds what was refused. */
  below(field: string | number): RowRefused {
    return new RowRefused(this.code, this.message, [String(field), ...this.path]);
  }

  /** The same, naming the column that it came of. */
  inColumn(column: string): RowRefused {
    return new RowRefused(this.code, `Column ${column}: ${this.message}`, this.path);
  }
}

/** Runs what stands below a field, so that a refusal tells the way to it. */
export function below<T>(field: string | number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RowRefused ? error.below(field) : error;
  }
}

/** Of some names the one that is most like this one, where one is like it at all. */
export function nearest(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const most = Math.max(2, Math.floor(name.length / 3));
  const ranked = names
    .map((one) => ({ one, distance: distanceOf(wanted, one.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.one ?? null;
}

/** Says that a name is unknown, with the nearest one that is known. */
export function unknown(what: string, name: string, names: readonly string[]): string {
  const like = nearest(name, names);
  return `${what} ${name} is not known${like === null ? '.' : `: did you mean ${like}?`}`;
}

/** How many letters must be put in, left out or changed, by the rows of Levenshtein's table. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
