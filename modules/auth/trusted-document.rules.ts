import { createHash } from 'node:crypto';
import { InvalidInput, LimitExceeded, cleanText } from '../kernel/index.js';

/** A document as a generator of clients writes it: its text under the SHA-256 of the text. */
export interface NamedDocument {
  readonly id: string;
  readonly text: string;
}

export const DOCUMENTS_MAX = 1000;
const TEXT_MAX = 100_000;

/** Generators write the name of the hash before it; it is stored without. */
const ALGORITHM = 'sha256:';

/** The name of a text: its SHA-256 in small hexadecimals. */
export const documentIdOf = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');

/** Takes the name of a release, such as `2026.11` or `1.4.0-rc.1`. */
export const cleanRelease = (text: string): string => cleanText(text, { min: 1, max: 64 });

/**
 * Takes the documents of a manifest, each once. Refuses too many (LimitExceeded), a text that is
 * empty or too long, and a name that is not its text's: DOCUMENT_ID_MISMATCH.
 */
export function cleanDocuments(given: readonly NamedDocument[]): NamedDocument[] {
  if (given.length > DOCUMENTS_MAX)
    throw new LimitExceeded('documents', DOCUMENTS_MAX, given.length);
  const taken = new Map<string, NamedDocument>();
  given.forEach(({ id: named, text }, place) => {
    const id = named.startsWith(ALGORITHM) ? named.slice(ALGORITHM.length) : named;
    if (text.trim() === '' || text.length > TEXT_MAX) {
      const message = 'A document has 1 to {max} characters.';
      throw new InvalidInput('DOCUMENT_LENGTH', message, { max: TEXT_MAX }).at(place, 'text');
    }
    if (documentIdOf(text) !== id) {
      const message =
        'The id of a document is the SHA-256 of its text: sha256: and small hexadecimals.';
      throw new InvalidInput('DOCUMENT_ID_MISMATCH', message).at(place, 'id');
    }
    taken.set(id, { id, text });
  });
  return [...taken.values()];
}
