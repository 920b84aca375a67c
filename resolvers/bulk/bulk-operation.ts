import { bulkOperations } from '../../modules/bulk/index.js';
import { InvalidInput } from '../../modules/kernel/index.js';
import type { JsonObject } from '../../modules/events/index.js';
import { BulkFormat, BulkOperation } from '../../schema/bulk/bulk-operation.js';
import { idOf, versionInput } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { checkBulkMutation, checkBulkQuery, variablesOf } from './bulk-document.js';

reads(BulkOperation, { one: 'bulkOperation', many: 'bulkOperations' });

/** A key that is locked to an app's documents brings none of its own by this way either. */
function checkFree(isLockedToApp: boolean, field: string): void {
  if (isLockedToApp)
    throw new InvalidInput(
      'DOCUMENT_NOT_TRUSTED',
      'This key may ask the registered documents of its app alone.',
    ).at(field);
}

const variablesText = 'The variables of the operation, as a JSON object in text.';

mutation('bulkQueryRun', {
  description:
    'Reads all rows of one list beside requests, from one snapshot, with what the caller may see. Its result is fetched from resultPath.',
  permission: 'bulk.operation.run',
  input: (t) => ({
    query: t.string({
      required: true,
      description:
        'A query of one list with `nodes` and without paging arguments; nested lists give their page and must not have more.',
    }),
    variables: t.string({ description: variablesText }),
    format: t.field({
      type: BulkFormat,
      defaultValue: 'JSONL',
      description: 'How the result is written; CSV takes queries without nested lists.',
    }),
  }),
  answers: { bulkOperation: BulkOperation },
  run: async (tx, { query, variables, format }, { schema, locale, isLockedToApp }) => {
    checkFree(isLockedToApp, 'query');
    const kept = format ?? 'JSONL';
    checkBulkQuery(schema, query, kept);
    const run = { document: query, variables: variablesOf(variables) as JsonObject, locale };
    return {
      bulkOperation: await bulkOperations.queue(tx, {
        ...{ ...run, kind: 'QUERY', format: kept, uploadId: null },
      }),
    };
  },
});

mutation('bulkMutationRun', {
  description:
    'Does one mutation for each line of an upload, beside requests: a line holds the variables as a JSON object. Each line has a transaction of its own, and one effect however often the server stops.',
  permission: 'bulk.operation.run',
  input: (t) => ({
    mutation: t.string({
      required: true,
      description: 'A mutation of one field, whose variables a line gives.',
    }),
    uploadId: t.string({ required: true, description: 'The id of the upload with the lines.' }),
  }),
  answers: { bulkOperation: BulkOperation },
  run: async (tx, { mutation: document, uploadId }, { schema, locale, isLockedToApp }) => {
    checkFree(isLockedToApp, 'mutation');
    checkBulkMutation(schema, document);
    const run = { document, variables: {}, uploadId, locale };
    return {
      bulkOperation: await bulkOperations.queue(tx, { ...run, kind: 'MUTATION', format: 'JSONL' }),
    };
  },
});

mutation('bulkOperationCancel', {
  description: "Stops one's own bulk operation; what was done stays done.",
  permission: 'bulk.operation.cancel',
  input: (t) => ({
    id: idOf(t, BulkOperation, { required: true, description: 'The bulk operation.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { bulkOperation: BulkOperation },
  run: async (tx, input) => ({ bulkOperation: await bulkOperations.cancel(tx, input) }),
});
