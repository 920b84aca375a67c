import { boms } from '../../modules/manufacturing/index.js';
import { builder } from '../../schema/builder.js';
import { Item } from '../../schema/inventory/item.js';
import { Bom, BomLine, BomLineKind, IssueMethod } from '../../schema/manufacturing/bom.js';
import { Company } from '../../schema/platform/company.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Bom, { one: 'bom', many: 'boms' });
list(BomLine, 'bomLines', 'The lines of all BOMs: filtered, ordered and paged.');

const BomLineAlternateInput = builder.inputType('BOMLineAlternateInput', {
  description: 'An item that may stand in for a component.',
  fields: (t) => ({
    itemId: idOf(t, Item, { required: true, description: 'What may stand in.' }),
    priority: t.int({
      description:
        'Which comes first: the lowest, from 1 to 99; its place in the list unless told.',
    }),
    ratio: t.field({
      type: 'Decimal',
      description:
        "How many stock units of it stand in for one stock unit of the line's item: 1 unless told.",
    }),
    validFrom: t.field({ type: 'Date', description: 'The first day on which it counts.' }),
    validTo: t.field({ type: 'Date', description: 'The first day on which it no longer counts.' }),
  }),
});

const BomLineInput = builder.inputType('BOMLineInput', {
  description: 'A line of a BOM: a component or a by-product.',
  fields: (t) => ({
    kind: t.field({ type: BomLineKind, description: 'COMPONENT unless told.' }),
    itemId: idOf(t, Item, { required: true, description: 'The item.' }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: 'How much for the output quantity, or once for a work order when it is fixed.',
    }),
    unit: t.string({ description: "The unit of the quantity: the item's stock unit unless told." }),
    isFixed: t.boolean({ description: 'Whether it is taken once for a work order.' }),
    scrapPercent: t.field({ type: 'Decimal', description: 'How much of it is lost; below 100.' }),
    roundingMultiple: t.field({
      type: 'Decimal',
      description:
        "What is required of it is rounded up to a multiple of this, in the line's unit; any quantity unless told. On a phantom it counts for nothing: the phantom's own lines tell theirs.",
    }),
    costSharePercent: t.field({
      type: 'Decimal',
      description: 'How much of the cost a by-product bears; together below 100.',
    }),
    operation: t.int({ description: 'The position of the operation that takes it.' }),
    issueMethod: t.field({ type: IssueMethod, description: 'PICK unless told.' }),
    validFrom: t.field({ type: 'Date', description: 'The first day on which it counts.' }),
    validTo: t.field({ type: 'Date', description: 'The first day on which it no longer counts.' }),
    alternates: t.field({
      type: [BomLineAlternateInput],
      description:
        'What may stand in for the item of a component, at most 20. Who plans and costs takes the ' +
        "item itself. On a phantom they count for nothing: the phantom's own lines tell theirs.",
    }),
    customFields: customFieldsInput(t, BomLine),
  }),
});

const headerFields = (t: InputFields) => ({
  isPhantom: t.boolean({
    description: 'Whether the product goes through into what it is part of: false unless told.',
  }),
  outputQuantity: t.field({
    type: 'Decimal',
    description: 'How much of the product its lines make, in stock units: 1 unless told.',
  }),
  yieldPercent: t.field({
    type: 'Decimal',
    description: 'How much of what is started comes out good: 100 unless told.',
  }),
  validFrom: t.field({ type: 'Date', description: 'The first day on which it is to count.' }),
  validTo: t.field({ type: 'Date', description: 'The first day on which it no longer counts.' }),
  note: t.string({ description: 'What more is to be said of it.' }),
  customFields: customFieldsInput(t, Bom),
});

const bomFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that makes it.' }),
  itemId: idOf(t, Item, { required: true, description: 'The item that is made.' }),
  revision: t.string({ description: 'The name of the revision: A unless told.' }),
  ...headerFields(t),
  lines: t.field({ type: [BomLineInput], required: true, description: 'What it consists of.' }),
  externalRefs: externalRefsInput(t),
});

const theBom = (t: InputFields) => ({
  id: idOf(t, Bom, { required: true, description: 'The BOM.' }),
  expectedVersion: versionInput(t),
});

/** Where custom fields of a BOM and its lines go. */
const customFields = {
  noun: Bom,
  answer: 'bom',
  lines: { field: 'lines', noun: BomLine, by: 'bomId' },
} as const;

mutation('bomCreate', {
  description: 'Enters a revision of what an item is made of, as a draft.',
  permission: 'manufacturing.bom.create',
  input: bomFields,
  answers: { bom: Bom },
  customFields,
  run: async (tx, input) => ({ bom: await boms.create(tx, input) }),
});

bulkMutation('bomsBulk', {
  description:
    'Enters up to 250 BOMs, or changes the draft that the first external reference names.',
  permission: 'manufacturing.bom.release',
  field: 'bom',
  noun: Bom,
  customFields: { lines: customFields.lines },
  row: (t) => ({
    ...bomFields(t),
    isReleased: t.boolean({ description: 'Releases it at once: false unless told.' }),
  }),
  run: (tx, rows) => boms.upsertMany(tx, rows),
});

mutation('bomChange', {
  description: 'Changes a BOM that is not released. Absent keeps, null takes the default.',
  permission: 'manufacturing.bom.change',
  input: (t) => ({
    ...theBom(t),
    ...headerFields(t),
    lines: t.field({ type: [BomLineInput], description: 'All lines; absent keeps those there.' }),
  }),
  answers: { bom: Bom },
  customFields,
  run: async (tx, input) => ({ bom: await boms.change(tx, input) }),
});

mutation('bomSubmit', {
  description: 'Hands a draft on for review.',
  permission: 'manufacturing.bom.submit',
  input: theBom,
  answers: { bom: Bom },
  run: async (tx, input) => ({ bom: await boms.submit(tx, input) }),
});

mutation('bomRelease', {
  description: 'Lets a BOM count from a day on; the revision that counted then ends.',
  permission: 'manufacturing.bom.release',
  input: (t) => ({
    ...theBom(t),
    validFrom: t.field({
      type: 'Date',
      description: 'The first day: as the BOM says, or else today, unless told.',
    }),
    validTo: t.field({
      type: 'Date',
      description: 'The first day on which it no longer counts: as the BOM says unless told.',
    }),
  }),
  answers: { bom: Bom },
  run: async (tx, input) => ({ bom: await boms.release(tx, input) }),
});

mutation('bomRetire', {
  description: 'Takes a BOM out of use from a day on.',
  permission: 'manufacturing.bom.retire',
  input: (t) => ({
    ...theBom(t),
    on: t.field({ type: 'Date', description: 'The first day without it: today unless told.' }),
  }),
  answers: { bom: Bom },
  run: async (tx, input) => ({ bom: await boms.retire(tx, input) }),
});
