import { at, encodeCursor } from '../../modules/events/index.js';
import { Actor } from '../auth/actor.js';
import { instant, integer, text, texts } from '../columns.js';
import { allNouns, computed, edge, edgeToAny, noun } from '../noun.js';

/** The tables whose nouns these permissions let somebody read. */
const readable = (permissions: ReadonlySet<string>): string[] =>
  allNouns()
    .filter(({ permission }) => permissions.has(permission))
    .map(({ table }) => table);

export const Event = noun('Event', {
  description:
    'A fact of the log: what became true of a document. Facts of nouns that you may not read are ' +
    'not there.',
  permission: 'events.event.read',
  company: 'companyId',
  readBy: (alias, { permissions }, bind) =>
    `${alias}."position" is not null and ${alias}."documentType" = any(${bind(readable(permissions), 'text[]')})`,
  columns: {
    type: text('The fact, such as sales.salesOrderConfirmed.'),
    documentType: text('The noun that it is about.'),
    version: integer('The version that the document had from then on.'),
    changedFields: texts('The fields of the document that changed.'),
    occurredAt: instant('When it happened.'),
    requestId: text('The request by which it happened.'),
  },
});

// By it the log is ordered and resumed. It is told as the cursor, and counts beyond what Int holds.
Event.columns.position = {
  kind: 'integer',
  column: 'position',
  isNullable: false,
  isFilterable: false,
};

edge(Event, 'actor', { to: Actor, by: 'actorId', description: 'Who did it.' });
edgeToAny(Event, 'document', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'The document as it is now.',
});

computed(Event, 'cursor', {
  description: 'Where the log stands behind it; send it as `after` to a subscription or to events.',
  type: 'String',
  needs: ['position'],
  load: (rows) => Promise.resolve(rows.map(({ position }) => encodeCursor(at(Number(position))))),
});
