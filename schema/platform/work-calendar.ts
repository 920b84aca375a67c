import { text } from '../columns.js';
import { codeColumn, versioned } from '../common.js';
import { noun } from '../noun.js';

export const WorkCalendar = noun('WorkCalendar', {
  description: 'Which days work, and for how many minutes.',
  permission: 'platform.calendar.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    code: codeColumn('calendar'),
    name: text('The name of the calendar.'),
  },
});
