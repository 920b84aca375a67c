import { DuplicateKey, InvalidInput, type RuleViolation } from './refusals.js';

/** A node that exists already. */
export interface Known {
  readonly id: string;
  readonly code: string;
}

/** What a row that is to be created or changed says of its identity. */
export interface Sought {
  readonly code: string | null;
  /** The nodes that the row's external references name already. */
  readonly named: readonly string[];
}

/** The node a row means; null when it is a new one. */
export type Match<K extends Known> = { readonly known: K | null };

function identify<K extends Known>(
  { code, named }: Sought,
  byId: ReadonlyMap<string, K>,
  byCode: ReadonlyMap<string, K>,
  noun: string,
): K | null | RuleViolation {
  const [id, ...others] = new Set(named);
  const found = id === undefined ? undefined : byId.get(id);
  if (others.length > 0) {
    const message = 'The external references name more than one {noun}.';
    return new InvalidInput('REFERENCES_DISAGREE', message, { noun }).at('externalRefs');
  }
  if (found && code !== null && found.code !== code) {
    const message = 'The {noun} has the code {code}, which does not change.';
    return new InvalidInput('CODE_FIXED', message, { noun, code: found.code }).at('code');
  }
  return found ?? (code === null ? undefined : byCode.get(code)) ?? null;
}

/**
 * Which node each row of a list means: by its external references first, then by its code. A row
 * that names two nodes, another code, or what an earlier row of the list named already is refused.
 */
export function matchRows<K extends Known>(
  rows: readonly Sought[],
  known: readonly K[],
  noun: string,
): (Match<K> | RuleViolation)[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  const byCode = new Map(known.map((one) => [one.code, one]));
  const taken = new Set<string>();
  return rows.map((row) => {
    const match = identify(row, byId, byCode, noun);
    if (match instanceof Error) return match;
    const mark = match?.code ?? row.code;
    if (mark !== null && taken.has(mark)) return new DuplicateKey(noun, 'code', mark).at('code');
    if (mark !== null) taken.add(mark);
    return { known: match };
  });
}

/**
 * Which rows of a list mean what an earlier row means already, by their marks: each of those is
 * refused as a DuplicateKey of the field, and of the others and of rows without a mark it is null.
 */
export function repeatedRows(
  marks: readonly (string | null)[],
  told: {
    readonly noun: string;
    readonly field: string;
    readonly value: (index: number) => string;
  },
): (DuplicateKey | null)[] {
  const taken = new Set<string>();
  return marks.map((mark, index) => {
    if (mark === null) return null;
    if (taken.has(mark))
      return new DuplicateKey(told.noun, told.field, told.value(index)).at(told.field);
    taken.add(mark);
    return null;
  });
}
