import { integer, text } from '../columns.js';
import { archivable, codeColumn, documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { WorkCalendar } from './work-calendar.js';

export const Company = noun('Company', {
  description:
    'A legal entity with its own ledger, base currency, work calendar and number series.',
  permission: 'platform.company.read',
  company: 'id',
  lookups: { code: true, refs: true },
  columns: {
    ...documented,
    ...archivable,
    code: codeColumn('company'),
    name: text('The name it goes by.'),
    legalName: text('The name in the register.', { isNullable: true }),
    taxNumber: text('Its number for value added or sales tax.', { isNullable: true }),
    countryCode: text('The ISO 3166-1 code of its country.'),
    baseCurrency: text('The ISO 4217 code of the currency its books are kept in.'),
    timeZone: text('The IANA time zone of its business dates.'),
  },
});

edge(Company, 'calendar', {
  to: WorkCalendar,
  by: 'calendarId',
  description: 'The days on which it works.',
});

export const NumberSeries = noun('NumberSeries', {
  description: 'How the documents of one kind are numbered in a company.',
  permission: 'platform.numberSeries.read',
  company: 'companyId',
  columns: {
    version: integer('Counts its changes.'),
    code: text('The kind of document, such as salesOrder.'),
    pattern: text('The pattern of a number: {YYYY}, {MM} and {#####} are filled in.'),
  },
});

edge(NumberSeries, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company whose documents it numbers.',
});
edge(Company, 'numberSeries', {
  to: NumberSeries,
  many: true,
  by: 'companyId',
  description: 'How its documents are numbered.',
});
