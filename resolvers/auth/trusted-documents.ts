import { trustedDocuments } from '../../modules/auth/index.js';
import { DocumentManifest } from '../../schema/auth/document-manifest.js';
import { builder } from '../../schema/builder.js';
import { idOf, versionInput } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list } from '../reads.js';

list(DocumentManifest, 'documentManifests', 'The registered documents of apps, by release.');

const TrustedDocumentInput = builder.inputType('TrustedDocumentInput', {
  description: 'A document under its id, as a generator of clients writes both.',
  fields: (t) => ({
    id: t.string({
      required: true,
      description: 'The SHA-256 of the text in UTF-8: `sha256:` and small hexadecimals.',
    }),
    text: t.string({ required: true, description: 'The document with its fragments.' }),
  }),
});

mutation('trustedDocumentsRegister', {
  description: 'Registers the documents of a release of an app; those of before stay.',
  permission: 'auth.trustedDocuments.register',
  input: (t) => ({
    app: t.string({ required: true, description: 'The app, such as `shop-floor`.' }),
    release: t.string({ required: true, description: 'The release of the app.' }),
    documents: t.field({
      type: [TrustedDocumentInput],
      required: true,
      description: 'At most 1,000 documents; a larger manifest is sent in parts.',
    }),
  }),
  answers: { documentManifest: DocumentManifest },
  run: async (tx, input) => ({ documentManifest: await trustedDocuments.register(tx, input) }),
});

mutation('trustedDocumentsWithdraw', {
  description: 'Withdraws a release of an app: nobody names its documents any more.',
  permission: 'auth.trustedDocuments.withdraw',
  input: (t) => ({
    id: idOf(t, DocumentManifest, { required: true, description: 'The manifest.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { documentManifest: DocumentManifest },
  run: async (tx, input) => ({ documentManifest: await trustedDocuments.withdraw(tx, input) }),
});
