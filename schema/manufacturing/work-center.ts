import { date, decimal, integer, money, text } from '../columns.js';
import { archivable, codeColumn, documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { WorkCalendar } from '../platform/work-calendar.js';
import './errors.js';

export const WorkCenter = noun('WorkCenter', {
  description: 'Where work is done: people, a machine, or a group of them.',
  permission: 'manufacturing.workCenter.read',
  company: 'companyId',
  extensible: 'manufacturing.workCenter.change',
  lookups: { code: true, refs: true },
  columns: {
    ...documented,
    ...archivable,
    code: codeColumn('work center'),
    name: text('The name of the work center.'),
    capacity: integer('How many work there at once.'),
    efficiencyPercent: decimal('How much of an hour is made good there; 100 is as planned.'),
  },
});

export const WorkCenterRate = noun('WorkCenterRate', {
  description: 'What an hour of a work center costs from a day on.',
  permission: 'manufacturing.workCenterRate.read',
  company: 'companyId',
  columns: {
    ...versioned,
    validFrom: date('The first day on which it counts; the next rate ends it.'),
    labourRate: money('What an hour of people costs.', 'currency'),
    machineRate: money('What an hour of machines costs.', 'currency'),
    overheadRate: money('What an hour bears of the overhead.', 'currency'),
  },
});

edge(WorkCenter, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company it belongs to.',
});
edge(Company, 'workCenters', {
  to: WorkCenter,
  many: true,
  by: 'companyId',
  description: 'Where it makes things.',
});
edge(WorkCenter, 'calendar', {
  to: WorkCalendar,
  by: 'calendarId',
  description: "When it works; null means the company's calendar.",
});
edge(WorkCenter, 'rates', {
  to: WorkCenterRate,
  many: true,
  by: 'workCenterId',
  description: 'What its hours cost, by day.',
});
edge(WorkCenterRate, 'workCenter', {
  to: WorkCenter,
  by: 'workCenterId',
  description: 'The work center.',
});
