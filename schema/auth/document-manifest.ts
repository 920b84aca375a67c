import { instant, integer, text } from '../columns.js';
import { versioned } from '../common.js';
import { noun } from '../noun.js';

export const DocumentManifest = noun('DocumentManifest', {
  description: 'The documents of one release of an app, which its locked keys may ask.',
  permission: 'auth.trustedDocuments.read',
  company: null,
  columns: {
    ...versioned,
    app: text('The app.'),
    release: text('The release of the app.'),
    documentCount: integer('How many documents it has.'),
    withdrawnAt: instant('When it was withdrawn; its documents are asked no more.', {
      isNullable: true,
    }),
  },
});
