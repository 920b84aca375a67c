import { activityLifecycle, queries } from '../../modules/crm/index.js';
import { Actor } from '../auth/actor.js';
import { builder } from '../builder.js';
import { choice, choices, instant, text } from '../columns.js';
import { documented } from '../common.js';
import { addEdge, computed, edge, edgeToAny, noun, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Contact, Customer } from './customer.js';
import { Opportunity } from './opportunity.js';

export const ActivityKind = choices('ActivityKind', 'What is done.', {
  CALL: 'A call.',
  VISIT: 'A visit.',
  EMAIL: 'A letter by e-mail.',
  TASK: 'Anything else that is to be done.',
  NOTE: 'A note; it is done when it is written.',
});

export const ActivityStatus = choices('ActivityStatus', 'What became of an activity.', {
  PLANNED: 'It is to be done.',
  DONE: 'It was done.',
  CANCELLED: 'It was given up.',
});

export const Activity = noun('Activity', {
  description: 'Something that is done about a customer, an opportunity, a quote or an order.',
  permission: 'crm.activity.read',
  company: 'companyId',
  document: { lifecycle: activityLifecycle },
  columns: {
    ...documented,
    documentType: text('The noun it is about.'),
    kind: choice(ActivityKind, 'What is done.'),
    status: choice(ActivityStatus, 'What became of it.'),
    subject: text('What it is, in a line.'),
    body: text('What more is to be said of it.', { isNullable: true }),
    outcome: text('What came of it.', { isNullable: true }),
    dueAt: instant('When it is to be done.', { isNullable: true }),
    doneAt: instant('When it was done.', { isNullable: true }),
  },
});

edge(Activity, 'company', { to: Company, by: 'companyId', description: 'Whose activity it is.' });
edge(Activity, 'owner', { to: Actor, by: 'ownerId', description: 'Who does it.' });
edge(Actor, 'activities', {
  to: Activity,
  many: true,
  by: 'ownerId',
  description: 'What the actor has to do, and did.',
});
edgeToAny(Activity, 'node', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'What it is about.',
});

/** Gives a noun the activities about it. */
export function withActivities(noun: Noun): void {
  addEdge(noun, 'activities', {
    kind: 'many',
    to: () => Activity,
    by: 'documentId',
    from: 'id',
    only: { column: 'documentType', value: noun.name },
    description: 'What is to be done about it, and was.',
  });
}

for (const noun of [Customer, Contact, Opportunity]) withActivities(noun);

const NextActivity = builder.objectRef<{ id: string }>('NextActivity').implement({
  description: 'What is to be done next.',
  fields: (t) => ({
    activity: t.field({
      type: Activity.ref,
      description: 'The planned activity that is due first.',
      resolve: ({ id }, _args, context, info) => context.reader.load(Activity, id, info),
    }),
  }),
});

computed(Opportunity, 'nextActivity', {
  description: 'The planned activity that is due first; null when nothing is planned.',
  permission: 'crm.activity.read',
  type: NextActivity,
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map(({ id }) => String(id));
    const found = await queries.nextActivities(
      async (statement) => (await reader.query(statement)).rows,
      ids,
    );
    return ids.map((id) => {
      const next = found.get(id);
      return next === undefined ? null : { id: next };
    });
  },
});
