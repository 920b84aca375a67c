import { jobCards } from '../../modules/manufacturing/index.js';
import { JobCard, JobCardReport } from '../../schema/manufacturing/job-card.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';
import { postedOn, reason } from './work-order-input.js';

reads(JobCard, { one: 'jobCard', many: 'jobCards' });
list(JobCardReport, 'jobCardReports', 'What was reported of all operations.');

/** The job card that a verb moves, as the caller has read it. */
const theCard = (t: InputFields) => ({
  id: idOf(t, JobCard, { required: true, description: 'The job card.' }),
  expectedVersion: versionInput(t),
});

mutation('jobCardSetUp', {
  description: 'Prepares an operation; its clock runs.',
  permission: 'manufacturing.jobCard.setUp',
  needsKey: true,
  input: theCard,
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.setUp(tx, input) }),
});

mutation('jobCardStart', {
  description: 'Starts an operation, or lets it go on; its clock runs.',
  permission: 'manufacturing.jobCard.start',
  needsKey: true,
  input: theCard,
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.start(tx, input) }),
});

mutation('jobCardStop', {
  description: "Stops an operation's clock; the time so far is reported.",
  permission: 'manufacturing.jobCard.stop',
  needsKey: true,
  input: (t) => ({ ...theCard(t), reason: reason(t) }),
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.stop(tx, input) }),
});

const minutes = (t: InputFields, of: string) =>
  t.field({
    type: 'Decimal',
    description: `The minutes of the ${of}: what the clock says when no minutes are told.`,
  });

mutation('jobCardReport', {
  description: 'Reports pieces and minutes of an operation; the minutes cost at the frozen rates.',
  permission: 'manufacturing.jobCard.report',
  needsKey: true,
  input: (t) => ({
    ...theCard(t),
    good: t.field({ type: 'Decimal', description: 'How much is good.' }),
    scrap: t.field({ type: 'Decimal', description: 'How much was thrown away.' }),
    scrapReason: t.string({ description: 'Why it was thrown away; needed with scrap.' }),
    rework: t.field({ type: 'Decimal', description: 'How much has to be worked on again.' }),
    reworkReason: t.string({ description: 'Why it must be worked on again; needed with it.' }),
    setupMinutes: minutes(t, 'set-up'),
    runMinutes: minutes(t, 'run'),
    postedOn: postedOn(t),
  }),
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.report(tx, input) }),
});

mutation('jobCardFinish', {
  description: 'Ends an operation; the time so far is reported.',
  permission: 'manufacturing.jobCard.finish',
  needsKey: true,
  input: theCard,
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.finish(tx, input) }),
});

mutation('jobCardSkip', {
  description: 'Leaves out an operation that has not begun.',
  permission: 'manufacturing.jobCard.skip',
  needsKey: true,
  input: (t) => ({ ...theCard(t), reason: reason(t) }),
  answers: { jobCard: JobCard },
  run: async (tx, input) => ({ jobCard: await jobCards.skip(tx, input) }),
});
