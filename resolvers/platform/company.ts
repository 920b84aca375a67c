import { companies, numberSeries } from '../../modules/platform/index.js';
import { Chart } from '../../schema/finance/chart.js';
import { Company, NumberSeries } from '../../schema/platform/company.js';
import { WorkCalendar } from '../../schema/platform/work-calendar.js';
import { externalRefsInput, idOf, notCleared, versionInput } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Company, { one: 'company', many: 'companies' });
list(NumberSeries, 'numberSeriesList', 'How documents are numbered.');

mutation('companyCreate', {
  description:
    'Founds a company: its number series, chart of accounts and fiscal periods are made with it.',
  permission: 'platform.company.create',
  input: (t) => ({
    code: t.string({ required: true, description: 'The code, unique in the group.' }),
    name: t.string({ required: true, description: 'The name it goes by.' }),
    legalName: t.string({ description: 'The name in the register.' }),
    taxNumber: t.string({ description: 'Its number for value added or sales tax.' }),
    countryCode: t.string({ required: true, description: 'The ISO 3166-1 code of its country.' }),
    baseCurrency: t.string({ required: true, description: 'The ISO 4217 code of its books.' }),
    timeZone: t.string({ required: true, description: 'The IANA time zone of its dates.' }),
    calendarId: idOf(t, WorkCalendar, {
      description: 'The days on which it works: Monday to Friday unless told.',
    }),
    chart: t.field({
      type: Chart,
      description: 'The chart of accounts that its books begin with: INTERNATIONAL unless told.',
    }),
    externalRefs: externalRefsInput(t),
  }),
  answers: { company: Company },
  run: async (tx, input) => ({ company: await companies.create(tx, input) }),
});

mutation('companyChange', {
  description: 'Changes what is told of a company. Absent keeps, null clears.',
  permission: 'platform.company.change',
  input: (t) => ({
    id: idOf(t, Company, { required: true, description: 'The company.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name it goes by.' }),
    legalName: t.string({ description: 'The name in the register.' }),
    taxNumber: t.string({ description: 'Its number for value added or sales tax.' }),
    timeZone: t.string({ description: 'The IANA time zone of its dates.' }),
    calendarId: idOf(t, WorkCalendar, { description: 'The days on which it works.' }),
  }),
  answers: { company: Company },
  run: async (tx, input) => ({
    company: await companies.change(tx, notCleared(input, 'name', 'timeZone', 'calendarId')),
  }),
});

mutation('numberSeriesChange', {
  description: 'Changes how documents are numbered from now on.',
  permission: 'platform.numberSeries.change',
  input: (t) => ({
    id: idOf(t, NumberSeries, { required: true, description: 'The series.' }),
    expectedVersion: versionInput(t),
    pattern: t.string({
      required: true,
      description: 'Such as SO-{YYYY}-{#####}; the counter restarts with the year or month in it.',
    }),
  }),
  answers: { numberSeries: NumberSeries },
  run: async (tx, input) => ({ numberSeries: await numberSeries.change(tx, input) }),
});
