import { activities } from '../../modules/crm/index.js';
import { Actor } from '../../schema/auth/actor.js';
import { Activity, ActivityKind } from '../../schema/crm/activity.js';
import { Company } from '../../schema/platform/company.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(Activity, { one: 'activity', many: 'activities' });

const detailFields = (t: InputFields) => ({
  body: t.string({ description: 'What more is to be said of it.' }),
  dueAt: t.field({ type: 'DateTime', description: 'When it is to be done.' }),
  ownerId: idOf(t, Actor, { description: 'Who does it: the caller unless told.' }),
});

const theActivity = (t: InputFields) => ({
  id: idOf(t, Activity, { required: true, description: 'The activity.' }),
  expectedVersion: versionInput(t),
});

mutation('activityCreate', {
  description: 'Plans an activity, or writes down one that is done: a note, or with its outcome.',
  permission: 'crm.activity.create',
  input: (t) => ({
    nodeId: t.id({
      required: true,
      description: 'What it is about: a Customer, Contact, Opportunity, Quote or SalesOrder.',
    }),
    companyId: idOf(t, Company, {
      description: 'Whose activity it is; needed for what belongs to the group.',
    }),
    kind: t.field({ type: ActivityKind, required: true, description: 'What is done.' }),
    subject: t.string({ required: true, description: 'What it is, in a line.' }),
    ...detailFields(t),
    outcome: t.string({ description: 'What came of it, when it is done already.' }),
  }),
  answers: { activity: Activity },
  run: async (tx, input) => ({
    activity: await activities.create(tx, notCleared(input, 'ownerId')),
  }),
});

mutation('activityChange', {
  description: 'Changes a planned activity. Absent keeps, null clears.',
  permission: 'crm.activity.change',
  input: (t) => ({
    ...theActivity(t),
    kind: t.field({ type: ActivityKind, description: 'What is done.' }),
    subject: t.string({ description: 'What it is, in a line.' }),
    ...detailFields(t),
  }),
  answers: { activity: Activity },
  run: async (tx, input) => ({
    activity: await activities.change(tx, notCleared(input, 'kind', 'subject', 'ownerId')),
  }),
});

mutation('activityComplete', {
  description: 'Says that an activity was done.',
  permission: 'crm.activity.complete',
  input: (t) => ({
    ...theActivity(t),
    outcome: t.string({ description: 'What came of it.' }),
  }),
  answers: { activity: Activity },
  run: async (tx, input) => ({ activity: await activities.complete(tx, input) }),
});

mutation('activityCancel', {
  description: 'Gives up a planned activity.',
  permission: 'crm.activity.cancel',
  input: theActivity,
  answers: { activity: Activity },
  run: async (tx, input) => ({ activity: await activities.cancel(tx, input) }),
});
