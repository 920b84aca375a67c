import { isToldOf } from '../modules/events/index.js';
import { allNouns, type Noun } from './noun.js';

/** How changes of a noun are found in the log, for nouns whose rows have no facts of their own. */
export interface LiveDeclaration {
  readonly field: string;
  readonly noun: Noun;
  readonly description: string;
  /** The tables whose facts tell of it. */
  readonly toldBy: readonly string[];
  /** Only these facts, when others of the same documents do not change it. */
  readonly facts?: readonly string[];
  /**
   * A sub-select of `n` and `id` that finds its rows by the documents, given a table of documents
   * with `n`, `id` and `at`; without one the rows are the documents themselves.
   */
  readonly found?: (documents: string) => string;
}

const declared = new Map<Noun, LiveDeclaration>();

/** Declares how a noun without facts of its own lives by those of others. */
export function livesBy(noun: Noun, how: Omit<LiveDeclaration, 'noun'>): void {
  declared.set(noun, { ...how, noun });
}

const camel = (name: string): string =>
  name.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());

/** Every noun that can be followed: those that facts are told of, and those declared to live. */
export function liveNouns(): readonly LiveDeclaration[] {
  return allNouns().flatMap((noun) => {
    const known = declared.get(noun);
    if (known) return [known];
    // What is seen by a right of its own, such as a link, is followed in a way of its own.
    if (!isToldOf(noun.table) || noun.readBy) return [];
    const field = `${camel(noun.name)}Changed`;
    const description = `Follows each ${noun.name} that matches: every change is told once it is committed.`;
    return [{ noun, field, description, toldBy: [noun.table] }];
  });
}
