import { jobCardLifecycle, jobCardVerbs } from '../../modules/manufacturing/index.js';
import {
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  money,
  quantity,
  text,
} from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { WorkOrder } from './work-order.js';

export const JobCardStatus = choices('JobCardStatus', 'What has become of an operation.', {
  PENDING: 'It waits for the operation before it.',
  READY: 'It may begin.',
  SETUP: 'It is being prepared, and the clock runs.',
  RUNNING: 'It is being worked on.',
  STOPPED: 'It stands still for now.',
  DONE: 'It has ended.',
  SKIPPED: 'It was left out.',
});

const COSTS = { permission: 'manufacturing.cost.read' } as const;

export const JobCard = noun('JobCard', {
  description: 'One operation of a work order, frozen from its routing at release.',
  permission: 'manufacturing.jobCard.read',
  company: 'companyId',
  extensible: 'manufacturing.jobCard.report',
  lookups: { number: true },
  document: { lifecycle: jobCardLifecycle, verbs: jobCardVerbs },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(JobCardStatus, 'What has become of it.'),
    position: integer('Its place in the routing: 10, 20, 30 and so on.'),
    name: text('What is done.'),
    stopReason: text('Why it stands still, or was left out.', { isNullable: true }),
    quantity: quantity('How much the work order makes.', 'unit'),
    good: quantity('How much is good.', 'unit'),
    scrap: quantity('How much was thrown away.', 'unit'),
    rework: quantity('How much had to be worked on again.', 'unit'),
    setupMinutes: decimal('The planned minutes of its set-up.'),
    runMinutes: decimal('The planned minutes of one unit.'),
    queueMinutes: decimal('The planned minutes of waiting before it.'),
    moveMinutes: decimal('The planned minutes of moving on after it.'),
    actualSetupMinutes: decimal('The minutes reported of its set-up.'),
    actualRunMinutes: decimal('The minutes reported of its run.'),
    labourRate: money('What an hour of people costs, frozen at release.', 'currency', COSTS),
    machineRate: money('What an hour of the machine costs, frozen at release.', 'currency', COSTS),
    overheadRate: money('What an hour bears of overhead, frozen at release.', 'currency', COSTS),
    labourCost: money('What its time cost of people and machines.', 'currency', COSTS),
    overheadCost: money('What its time bore of overhead.', 'currency', COSTS),
    runningSince: instant('Since when its clock runs; null while it stands still.', {
      isNullable: true,
    }),
    startedAt: instant('When it began.', { isNullable: true }),
    finishedAt: instant('When it ended.', { isNullable: true }),
  },
});

export const JobCardReport = noun('JobCardReport', {
  description: 'What was reported of an operation once: pieces, minutes and why.',
  permission: 'manufacturing.jobCard.read',
  company: 'companyId',
  columns: {
    good: quantity('How much was good.', 'unit'),
    scrap: quantity('How much was thrown away.', 'unit'),
    rework: quantity('How much has to be worked on again.', 'unit'),
    scrapReason: text('Why it was thrown away.', { isNullable: true }),
    reworkReason: text('Why it has to be worked on again.', { isNullable: true }),
    setupMinutes: decimal('The minutes of the set-up.'),
    runMinutes: decimal('The minutes of the run.'),
    labourCost: money('What the minutes cost of people and machines.', 'currency', COSTS),
    overheadCost: money('What the minutes bore of overhead.', 'currency', COSTS),
    postedOn: date('The business day.'),
    createdAt: instant('When it was reported.'),
  },
});

edge(WorkOrder, 'jobCards', {
  to: JobCard,
  many: true,
  by: 'workOrderId',
  description: 'Its operations.',
});
edge(JobCard, 'workOrder', {
  to: WorkOrder,
  by: 'workOrderId',
  description: 'The work order it belongs to.',
});
edge(JobCard, 'reports', {
  to: JobCardReport,
  many: true,
  by: 'jobCardId',
  description: 'What was reported of it.',
});
edge(JobCardReport, 'jobCard', {
  to: JobCard,
  by: 'jobCardId',
  description: 'The operation it tells of.',
});
edge(JobCardReport, 'workOrder', {
  to: WorkOrder,
  by: 'workOrderId',
  description: 'The work order it tells of.',
});
edge(WorkOrder, 'timeReports', {
  to: JobCardReport,
  many: true,
  by: 'workOrderId',
  description: 'What was reported of its operations.',
});
