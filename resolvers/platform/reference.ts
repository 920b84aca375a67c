import {
  calendars,
  exchangeRates,
  paymentTerms,
  taxCodes,
  units,
} from '../../modules/platform/index.js';
import { Company } from '../../schema/platform/company.js';
import {
  Currency,
  ExchangeRate,
  PaymentTerms,
  TaxCode,
  Unit,
} from '../../schema/platform/reference.js';
import { WorkCalendar } from '../../schema/platform/work-calendar.js';
import { builder } from '../../schema/builder.js';
import { choices } from '../../schema/columns.js';
import { bulkMutation } from '../bulk.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Currency, { one: 'currency', many: 'currencies' });
reads(Unit, { one: 'unit', many: 'units' });
reads(PaymentTerms, { one: 'paymentTerms', many: 'paymentTermsList' });
reads(TaxCode, { one: 'taxCode', many: 'taxCodes' });
reads(WorkCalendar, { one: 'workCalendar', many: 'workCalendars' });
list(ExchangeRate, 'exchangeRates', 'The exchange rates: filtered, ordered and paged.');

bulkMutation('exchangeRatesBulk', {
  description: 'Sets exchange rates from days on; a rate that is there for the day is replaced.',
  permission: 'platform.exchangeRate.set',
  field: 'exchangeRate',
  noun: ExchangeRate,
  row: (t) => ({
    from: t.string({ required: true, description: 'The currency of which one unit is valued.' }),
    to: t.string({ required: true, description: 'The currency in which it is valued.' }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description: 'The first day on which it holds.',
    }),
    rate: t.field({
      type: 'Decimal',
      required: true,
      description: 'How much of `to` one unit of `from` is.',
    }),
  }),
  run: (tx, rows) => exchangeRates.set(tx, rows),
});

const UnitDimensionChoice = choices('UnitDimension', 'What a unit measures.', {
  COUNT: 'Pieces; the base unit is one.',
  MASS: 'The base unit is the kilogram.',
  LENGTH: 'The base unit is the metre.',
  AREA: 'The base unit is the square metre.',
  VOLUME: 'The base unit is the litre.',
  TIME: 'The base unit is the second.',
  ENERGY: 'The base unit is the joule.',
  PACKAGE: 'What an item comes in; how much is in it the item says.',
});

bulkMutation('unitsBulk', {
  description: 'Adds up to 250 units to those of the standard by their codes, or renames them.',
  permission: 'platform.unit.create',
  field: 'unit',
  noun: Unit,
  row: (t) => ({
    code: t.string({ required: true, description: 'The code, unique.' }),
    name: t.string({ required: true, description: 'The name of the unit.' }),
    symbol: t.string({ description: 'What stands behind a number: the code unless told.' }),
    dimension: t.field({
      type: UnitDimensionChoice,
      required: true,
      description: 'What it measures; that stays.',
    }),
    factor: t.field({
      type: 'Decimal',
      description: "How many of the dimension's base unit it is: 1 unless told; that stays.",
    }),
  }),
  run: (tx, rows) => units.upsertMany(tx, rows),
});

const paymentTermsFields = (t: InputFields) => ({
  code: t.string({ required: true, description: 'The code, unique.' }),
  name: t.string({ required: true, description: 'The name of the terms.' }),
  netDays: t.int({ required: true, description: 'Days from the document to the due date.' }),
});

bulkMutation('paymentTermsBulk', {
  description: 'Makes or changes up to 250 terms of payment by their codes.',
  permission: 'platform.paymentTerms.create',
  field: 'paymentTerms',
  noun: PaymentTerms,
  row: paymentTermsFields,
  run: (tx, rows) => paymentTerms.upsertMany(tx, rows),
});

mutation('paymentTermsCreate', {
  description: 'Enters terms of payment for the whole group.',
  permission: 'platform.paymentTerms.create',
  input: paymentTermsFields,
  answers: { paymentTerms: PaymentTerms },
  run: async (tx, input) => ({ paymentTerms: await paymentTerms.create(tx, input) }),
});

mutation('paymentTermsChange', {
  description: 'Changes terms of payment; documents keep the due date they have.',
  permission: 'platform.paymentTerms.change',
  input: (t) => ({
    id: idOf(t, PaymentTerms, { required: true, description: 'The terms.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name of the terms.' }),
    netDays: t.int({ description: 'Days from the document to the due date.' }),
  }),
  answers: { paymentTerms: PaymentTerms },
  run: async (tx, input) => ({
    paymentTerms: await paymentTerms.change(tx, notCleared(input, 'name', 'netDays')),
  }),
});

const taxCodeFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that charges it.' }),
  code: t.string({ required: true, description: 'The code, unique in its company.' }),
  name: t.string({ required: true, description: 'The name of the tax.' }),
  ratePercent: t.field({
    type: 'Decimal',
    required: true,
    description: 'Percent of the net amount, such as 19.',
  }),
});

bulkMutation('taxCodesBulk', {
  description: 'Makes or changes up to 250 rates of tax of companies by their codes.',
  permission: 'platform.taxCode.create',
  field: 'taxCode',
  noun: TaxCode,
  row: taxCodeFields,
  run: (tx, rows) => taxCodes.upsertMany(tx, rows),
});

mutation('taxCodeCreate', {
  description: 'Enters a rate of tax that a company charges.',
  permission: 'platform.taxCode.create',
  input: taxCodeFields,
  answers: { taxCode: TaxCode },
  run: async (tx, input) => ({ taxCode: await taxCodes.create(tx, input) }),
});

mutation('taxCodeChange', {
  description: 'Changes a tax; documents keep the tax they have.',
  permission: 'platform.taxCode.change',
  input: (t) => ({
    id: idOf(t, TaxCode, { required: true, description: 'The tax code.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name of the tax.' }),
    ratePercent: t.field({ type: 'Decimal', description: 'Percent of the net amount.' }),
  }),
  answers: { taxCode: TaxCode },
  run: async (tx, input) => ({
    taxCode: await taxCodes.change(tx, notCleared(input, 'name', 'ratePercent')),
  }),
});

mutation('taxCodeArchive', {
  description: 'Takes a tax code out of daily use.',
  permission: 'platform.taxCode.archive',
  input: (t) => ({
    id: idOf(t, TaxCode, { required: true, description: 'The tax code.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { taxCode: TaxCode },
  run: async (tx, input) => ({ taxCode: await taxCodes.archive(tx, input) }),
});

const CalendarExceptionInput = builder.inputType('CalendarExceptionInput', {
  description: 'A day that differs from its weekday.',
  fields: (t) => ({
    on: t.field({ type: 'Date', required: true, description: 'The day.' }),
    minutes: t.int({ required: true, description: 'Minutes worked; 0 for a holiday.' }),
  }),
});

mutation('workCalendarCreate', {
  description: 'Enters a work calendar.',
  permission: 'platform.calendar.create',
  input: (t) => ({
    code: t.string({ required: true, description: 'The code, unique.' }),
    name: t.string({ required: true, description: 'The name of the calendar.' }),
    minutes: t.intList({ required: true, description: 'Minutes worked on Monday to Sunday.' }),
    exceptions: t.field({
      type: [CalendarExceptionInput],
      required: true,
      defaultValue: [],
      description: 'Days that differ.',
    }),
  }),
  answers: { workCalendar: WorkCalendar },
  run: async (tx, input) => ({ workCalendar: await calendars.create(tx, input) }),
});

mutation('workCalendarChange', {
  description: 'Changes a work calendar.',
  permission: 'platform.calendar.change',
  input: (t) => ({
    id: idOf(t, WorkCalendar, { required: true, description: 'The calendar.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name of the calendar.' }),
    minutes: t.intList({ description: 'Minutes worked on Monday to Sunday.' }),
    exceptions: t.field({ type: [CalendarExceptionInput], description: 'Days that differ.' }),
  }),
  answers: { workCalendar: WorkCalendar },
  run: async (tx, input) => ({
    workCalendar: await calendars.change(tx, notCleared(input, 'name', 'minutes', 'exceptions')),
  }),
});
