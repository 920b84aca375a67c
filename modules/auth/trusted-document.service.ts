import { InvalidInput, inField } from '../kernel/index.js';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { trustedDocumentsRegistered, trustedDocumentsWithdrawn } from './events.js';
import { cleanAppCode } from './input.rules.js';
import { cleanDocuments, cleanRelease, type NamedDocument } from './trusted-document.rules.js';

type Manifest = Row<'DocumentManifest'>;

export interface Registration {
  readonly app: string;
  readonly release: string;
  readonly documents: readonly NamedDocument[];
}

/**
 * Registers documents of a release of an app, beside those that are registered for it already; the
 * same ones again change nothing. CODE_MALFORMED, DOCUMENT_ID_MISMATCH, DOCUMENT_LENGTH,
 * LimitExceeded, MANIFEST_WITHDRAWN.
 */
export async function register(tx: Tx, input: Registration): Promise<Manifest> {
  const app = inField('app', () => cleanAppCode(input.app));
  const release = inField('release', () => cleanRelease(input.release));
  const documents = inField('documents', () => cleanDocuments(input.documents));
  const { before, manifest } = await manifestOf(tx, app, release);
  if (manifest.withdrawnAt !== null) throw withdrawn(manifest);
  const added = await addDocuments(tx, manifest.id, documents);
  if (added === 0 && before !== null) return before;
  const after = await tx.db
    .updateTable('DocumentManifest')
    .set({
      documentCount: manifest.documentCount + added,
      version: before === null ? manifest.version : manifest.version + 1,
    })
    .where('id', '=', manifest.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(trustedDocumentsRegistered({ before, after, data: { added } }));
  return after;
}

/** The manifest of a release, made empty where there is none; `before` is null then. */
async function manifestOf(tx: Tx, app: string, release: string) {
  const made = await tx.db
    .insertInto('DocumentManifest')
    .values({ id: tx.newId(), app, release, documentCount: 0, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['app', 'release']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made) return { before: null, manifest: made };
  const { id } = await tx.db
    .selectFrom('DocumentManifest')
    .select('id')
    .where('app', '=', app)
    .where('release', '=', release)
    .executeTakeFirstOrThrow();
  const manifest = await tx.lock('DocumentManifest', id);
  return { before: manifest, manifest };
}

/** Writes what is new, and answers how many documents the manifest has more. */
async function addDocuments(
  tx: Tx,
  manifestId: string,
  documents: readonly NamedDocument[],
): Promise<number> {
  if (documents.length === 0) return 0;
  await tx.db
    .insertInto('TrustedDocument')
    .values([...documents].sort((one, other) => (one.id < other.id ? -1 : 1)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const added = await tx.db
    .insertInto('ManifestDocument')
    .values(documents.map(({ id }) => ({ manifestId, documentId: id })))
    .onConflict((conflict) => conflict.columns(['manifestId', 'documentId']).doNothing())
    .returning('documentId')
    .execute();
  return added.length;
}

const withdrawn = ({ app, release }: Manifest): InvalidInput =>
  new InvalidInput('MANIFEST_WITHDRAWN', 'The release {release} of {app} is withdrawn.', {
    app,
    release,
  });

/** Withdraws a release: keys that are locked to its app ask its documents no more. */
export async function withdraw(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Manifest> {
  const before = await tx.lock('DocumentManifest', input.id, input.expectedVersion);
  if (before.withdrawnAt !== null) throw withdrawn(before).at('id');
  const after = await nextVersion(tx, 'DocumentManifest', before, { withdrawnAt: tx.now });
  tx.emit(trustedDocumentsWithdrawn({ before, after, data: {} }));
  return after;
}
