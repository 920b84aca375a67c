import { bookOf, type CustomBook } from '../../prisma/reader/index.js';
import { builder } from '../builder.js';
import { instant, integer, text } from '../columns.js';
import { addEdge, allNouns, computed, edge, edgeToAny, noun } from '../noun.js';
import { Actor } from '../auth/actor.js';

export const AuditEntry = noun('AuditEntry', {
  description: 'Who changed what, when, from what to what. Kept for ever.',
  permission: 'events.auditEntry.read',
  company: 'companyId',
  columns: {
    type: text('The fact, such as sales.salesOrderConfirmed.'),
    documentType: text('The noun that changed.'),
    version: integer('The version it had from then on.'),
    occurredAt: instant('When it happened.'),
    requestId: text('The request by which it happened.'),
  },
});

const AuditChange = builder
  .objectRef<{ field: string; from: string | null; to: string | null }>('AuditChange')
  .implement({
    description: 'One field that changed.',
    fields: (t) => ({
      field: t.exposeString('field', { nullable: false, description: 'The field.' }),
      from: t.exposeString('from', { description: 'What it was, as text.' }),
      to: t.exposeString('to', { description: 'What it became, as text.' }),
    }),
  });

edge(AuditEntry, 'actor', { to: Actor, by: 'actorId', description: 'Who did it.' });
edgeToAny(AuditEntry, 'document', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'What was changed.',
});

type Changes = Record<string, { from: unknown; to: unknown }>;

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

computed(AuditEntry, 'changes', {
  description: 'The fields that changed, from what to what.',
  type: [AuditChange],
  needs: ['changes', 'documentType'],
  load: (rows, _args, { schema, actor }) => {
    const isTold = tellable(schema && bookOf(schema), actor.permissions);
    return Promise.resolve(
      rows.map((row) =>
        Object.entries(changesOf(row.changes))
          .filter(([field]) => isTold(row.documentType as string, field))
          .map(([field, { from, to }]) => ({ field, from: asText(from), to: asText(to) })),
      ),
    );
  },
});

/** Which changes a reader is told of: not those of custom fields whose values he may not read. */
function tellable(book: CustomBook | undefined, permissions: ReadonlySet<string>) {
  return (table: string, field: string): boolean => {
    if (!field.startsWith('customFields.')) return true;
    const permission = book?.permissions.get(table)?.get(field.slice('customFields.'.length));
    return permission === null || (permission !== undefined && permissions.has(permission));
  };
}

/** JSON columns come parsed or as text, as the connection has it. */
function changesOf(raw: unknown): Changes {
  return (typeof raw === 'string' ? JSON.parse(raw) : (raw ?? {})) as Changes;
}

/** Gives every noun that changes its timeline. */
export function addTimelines(): void {
  for (const one of allNouns().filter(({ declared }) => 'version' in declared)) {
    if (one === AuditEntry || one.table === 'Event') continue;
    addEdge(one, 'timeline', {
      kind: 'many',
      to: () => AuditEntry,
      by: 'documentId',
      from: 'id',
      only: { column: 'documentType', value: one.table },
      description: 'Who changed it, when, from what to what.',
    });
  }
}
