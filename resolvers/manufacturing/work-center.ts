import { workCenters } from '../../modules/manufacturing/index.js';
import { WorkCenter, WorkCenterRate } from '../../schema/manufacturing/work-center.js';
import { Company } from '../../schema/platform/company.js';
import { WorkCalendar } from '../../schema/platform/work-calendar.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(WorkCenter, { one: 'workCenter', many: 'workCenters' });
list(WorkCenterRate, 'workCenterRates', 'What hours of work centers cost, by day.');

const detailFields = (t: InputFields) => ({
  calendarId: idOf(t, WorkCalendar, {
    description: 'When it works: as the company unless told.',
  }),
  capacity: t.int({ description: 'How many work there at once: 1 unless told.' }),
  efficiencyPercent: t.field({
    type: 'Decimal',
    description: 'How much of an hour is made good there: 100 unless told.',
  }),
  customFields: customFieldsInput(t, WorkCenter),
});

const centerFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company it belongs to.' }),
  code: t.string({ required: true, description: 'The code, unique in the company.' }),
  name: t.string({ required: true, description: 'The name of the work center.' }),
  ...detailFields(t),
  externalRefs: externalRefsInput(t),
});

const theCenter = (t: InputFields) => ({
  id: idOf(t, WorkCenter, { required: true, description: 'The work center.' }),
  expectedVersion: versionInput(t),
});

mutation('workCenterCreate', {
  description: 'Makes a work center.',
  permission: 'manufacturing.workCenter.create',
  input: centerFields,
  answers: { workCenter: WorkCenter },
  customFields: { noun: WorkCenter, answer: 'workCenter' },
  run: async (tx, input) => ({ workCenter: await workCenters.create(tx, input) }),
});

bulkMutation('workCentersBulk', {
  description: 'Makes or changes up to 250 work centers by external reference or code.',
  permission: 'manufacturing.workCenter.create',
  field: 'workCenter',
  noun: WorkCenter,
  row: centerFields,
  customFields: {},
  run: (tx, rows) => workCenters.upsertMany(tx, rows),
});

mutation('workCenterChange', {
  description: 'Changes what is told of a work center. Absent keeps, null takes the default.',
  permission: 'manufacturing.workCenter.change',
  input: (t) => ({
    ...theCenter(t),
    name: t.string({ description: 'The name of the work center.' }),
    ...detailFields(t),
  }),
  answers: { workCenter: WorkCenter },
  customFields: { noun: WorkCenter, answer: 'workCenter' },
  run: async (tx, input) => ({ workCenter: await workCenters.change(tx, input) }),
});

mutation('workCenterArchive', {
  description: 'Takes a work center out of daily use; nothing of it is deleted.',
  permission: 'manufacturing.workCenter.archive',
  input: theCenter,
  answers: { workCenter: WorkCenter },
  run: async (tx, input) => ({ workCenter: await workCenters.archive(tx, input) }),
});

const rateFields = (t: InputFields) => ({
  workCenterId: idOf(t, WorkCenter, { required: true, description: 'The work center.' }),
  validFrom: t.field({
    type: 'Date',
    required: true,
    description: 'The first day; a rate of the same day is replaced.',
  }),
  labourRate: t.field({
    type: 'Decimal',
    description: "What an hour of people costs, in the company's base currency: 0 unless told.",
  }),
  machineRate: t.field({
    type: 'Decimal',
    description: "What an hour of machines costs, in the company's base currency: 0 unless told.",
  }),
  overheadRate: t.field({
    type: 'Decimal',
    description: 'What an hour bears of the overhead, in base currency: 0 unless told.',
  }),
});

mutation('workCenterRateSet', {
  description: 'Sets what an hour of a work center costs from a day on.',
  permission: 'manufacturing.workCenterRate.set',
  input: rateFields,
  answers: { workCenterRate: WorkCenterRate },
  run: async (tx, input) => ({ workCenterRate: await workCenters.setRate(tx, input) }),
});

bulkMutation('workCenterRatesBulk', {
  description: 'Sets up to 250 rates of work centers, each from a day on.',
  permission: 'manufacturing.workCenterRate.set',
  field: 'workCenterRate',
  noun: WorkCenterRate,
  row: rateFields,
  run: (tx, rows) => workCenters.setRates(tx, rows),
});
