import { requestError, type Refused } from './prepare.js';

/** The documents that clients may name instead of sending them, as the store knows them. */
export interface TrustedDocuments {
  /** The text of this id, or null. */
  textOf(id: string): Promise<string | null>;
  /** Whether an app may ask the document of this hash. */
  isOf(app: string, hash: string): Promise<boolean>;
}

interface Source {
  readonly text: (id: string) => Promise<string | null>;
  readonly isOf: (app: string, hash: string) => Promise<boolean>;
}

export const noTrustedDocuments: TrustedDocuments = {
  textOf: () => Promise.resolve(null),
  isOf: () => Promise.resolve(false),
};

/** How long an answer of the store is taken for good: a withdrawal takes effect within it. */
const KEPT_MS = 1000;
const KEPT = 2000;
/** As generators write it: with the name of the hash, or without. */
const ID = /^(?:sha256:)?([0-9a-f]{64})$/;

/** Asks the store for each document at most once a second, on whichever node it was registered. */
export function createTrustedDocuments(
  source: Source,
  now: () => number = () => performance.now(),
): TrustedDocuments {
  const texts = remembering<string | null>(now);
  const members = remembering<boolean>(now);
  return {
    textOf(id) {
      const hash = ID.exec(id)?.[1];
      return hash === undefined ? Promise.resolve(null) : texts(hash, () => source.text(hash));
    },
    isOf: (app, hash) => members(`${app} ${hash}`, () => source.isOf(app, hash)),
  };
}

function remembering<T>(now: () => number) {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    const at = now();
    if (known && at - known.at < KEPT_MS) return known.answer;
    const answer = ask();
    kept.delete(key);
    kept.set(key, { at, answer });
    const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    answer.catch(() => kept.delete(key));
    return answer;
  };
}

/** Refuses what a key that is locked to an app may not ask; null when it may. */
export async function trustRefusal(
  app: string | null,
  hash: string,
  trusted: TrustedDocuments,
): Promise<Refused | null> {
  if (app === null || (await trusted.isOf(app, hash))) return null;
  const message = 'This key asks only the documents that are registered for its app.';
  return { errors: [requestError('DOCUMENT_NOT_TRUSTED', message, { app })] };
}
