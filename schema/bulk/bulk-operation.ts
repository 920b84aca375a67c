import { bulkOperationLifecycle } from '../../modules/bulk/index.js';
import { choice, choices, instant, integer, text } from '../columns.js';
import { versioned } from '../common.js';
import { livesBy } from '../live.js';
import { computed, edge, noun } from '../noun.js';
import { Actor } from '../auth/actor.js';

export const BulkKind = choices('BulkOperationKind', 'What a bulk operation does.', {
  QUERY: 'It reads all rows of one list, from one snapshot.',
  MUTATION: 'It does one mutation for each line that was uploaded.',
});

export const BulkFormat = choices('BulkOperationFormat', 'How the result is written.', {
  JSONL: 'One JSON object a line.',
  CSV: 'A line of column names, then one row a line, as RFC 4180 has it.',
});

export const BulkStatus = choices('BulkOperationStatus', 'How far a bulk operation is.', {
  QUEUED: 'It waits for its turn.',
  RUNNING: 'It runs; its counts rise.',
  DONE: 'It has come to its end, and its result is whole.',
  FAILED: 'It could not go on; errorCode tells why.',
  CANCELLED: 'It was stopped.',
});

export const BulkOperation = noun('BulkOperation', {
  description:
    'A query or a mutation that runs beside requests, for as many rows as there are. Everybody sees but his own.',
  permission: 'bulk.operation.read',
  company: null,
  readBy: (alias, { id }, bind) =>
    `${alias}."actorId" = any(${bind(id === undefined ? [] : [id], 'uuid[]')})`,
  columns: {
    ...versioned,
    kind: choice(BulkKind, 'What it does.'),
    status: choice(BulkStatus, 'How far it is.'),
    format: choice(BulkFormat, 'How the result is written.'),
    document: text('The operation that is run.', { isFilterable: false }),
    rowCount: integer('Rows that were written, or lines that were done, until now.'),
    refusedCount: integer('Lines that were refused, or ended in an error.'),
    errorCode: text('Why it failed: a stable code.', { isNullable: true }),
    errorMessage: text('Why it failed, in words.', { isNullable: true }),
    startedAt: instant('When it began to run.', { isNullable: true }),
    finishedAt: instant('When it ended.', { isNullable: true }),
    expiresAt: instant('Until when its result is kept.'),
  },
  document: { lifecycle: bulkOperationLifecycle, verbs: ['cancel'] },
});

livesBy(BulkOperation, {
  field: 'bulkOperationChanged',
  description: "Follows one's own bulk operations: how far they are is told about once a second.",
  toldBy: ['BulkOperation'],
});

edge(BulkOperation, 'actor', { to: Actor, by: 'actorId', description: 'Who asked for it.' });

computed(BulkOperation, 'byteCount', {
  description: 'Bytes of the result until now, as text: it may be beyond 32 bits.',
  type: 'String',
  needs: ['byteCount'],
  load: (rows) => Promise.resolve(rows.map(({ byteCount }) => String(byteCount))),
});

computed(BulkOperation, 'resultPath', {
  description:
    'Where the result is fetched, under the address of the server and with the same key; ranges are answered. Null until there is one, and once it has expired.',
  type: 'String',
  needs: ['id', 'kind', 'status', 'byteCount', 'expiresAt'],
  load: (rows, _args, { now }) =>
    Promise.resolve(
      rows.map(({ id, kind, status, byteCount, expiresAt }) => {
        const isWhole = status === 'DONE' || kind === 'MUTATION';
        const isThere = isWhole && Number(byteCount) > 0 && new Date(String(expiresAt)) > now;
        return isThere ? `/bulk/results/${String(id)}` : null;
      }),
    ),
});
