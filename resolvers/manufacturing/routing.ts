import { routings } from '../../modules/manufacturing/index.js';
import { builder } from '../../schema/builder.js';
import { Item } from '../../schema/inventory/item.js';
import { Routing, RoutingOperation } from '../../schema/manufacturing/routing.js';
import { WorkCenter } from '../../schema/manufacturing/work-center.js';
import { Company } from '../../schema/platform/company.js';
import { bulkMutation } from '../bulk.js';
import { customFieldsInput } from '../custom-fields.js';
import { externalRefsInput, idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Routing, { one: 'routing', many: 'routings' });
list(RoutingOperation, 'routingOperations', 'The operations of all routings.');

const minutes = (t: InputFields, description: string) => t.field({ type: 'Decimal', description });

const RoutingOperationInput = builder.inputType('RoutingOperationInput', {
  description: 'An operation of a routing; minutes that are not told are none.',
  fields: (t) => ({
    position: t.int({ description: 'Its place: 10, 20, 30 … in their order unless told.' }),
    name: t.string({ required: true, description: 'What is done.' }),
    workCenterId: idOf(t, WorkCenter, { required: true, description: 'Where it is done.' }),
    setupMinutes: minutes(t, 'How long it is prepared, once for a work order.'),
    runMinutes: minutes(t, 'How long one good stock unit of the product takes.'),
    queueMinutes: minutes(t, 'How long work waits before it.'),
    moveMinutes: minutes(t, 'How long it takes to the next place.'),
    note: t.string({ description: 'What more is to be said of it.' }),
    customFields: customFieldsInput(t, RoutingOperation),
  }),
});

const dayFields = (t: InputFields) => ({
  validFrom: t.field({ type: 'Date', description: 'The first day on which it is to count.' }),
  validTo: t.field({ type: 'Date', description: 'The first day on which it no longer counts.' }),
});

const fieldsOfIt = (t: InputFields) => ({ customFields: customFieldsInput(t, Routing) });

/** Where custom fields of a routing and its operations go. */
const customFields = {
  noun: Routing,
  answer: 'routing',
  lines: {
    field: 'operations',
    noun: RoutingOperation,
    by: 'routingId',
    positionOf: ({ position }: { readonly position?: unknown }, index: number) =>
      typeof position === 'number' ? position : (index + 1) * 10,
  },
} as const;

const routingFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company that makes it.' }),
  itemId: idOf(t, Item, { required: true, description: 'The item that is made.' }),
  revision: t.string({ description: 'The name of the revision: A unless told.' }),
  ...dayFields(t),
  ...fieldsOfIt(t),
  operations: t.field({
    type: [RoutingOperationInput],
    required: true,
    description: 'What is done, in order.',
  }),
  externalRefs: externalRefsInput(t),
});

const theRouting = (t: InputFields) => ({
  id: idOf(t, Routing, { required: true, description: 'The routing.' }),
  expectedVersion: versionInput(t),
});

mutation('routingCreate', {
  description: 'Enters a revision of how an item is made, as a draft.',
  permission: 'manufacturing.routing.create',
  input: routingFields,
  answers: { routing: Routing },
  customFields,
  run: async (tx, input) => ({ routing: await routings.create(tx, input) }),
});

bulkMutation('routingsBulk', {
  description:
    'Enters up to 250 routings, or changes the draft that the first external reference names.',
  permission: 'manufacturing.routing.release',
  field: 'routing',
  noun: Routing,
  customFields: { lines: customFields.lines },
  row: (t) => ({
    ...routingFields(t),
    isReleased: t.boolean({ description: 'Releases it at once: false unless told.' }),
  }),
  run: (tx, rows) => routings.upsertMany(tx, rows),
});

mutation('routingChange', {
  description: 'Changes a draft. Absent keeps, null clears.',
  permission: 'manufacturing.routing.change',
  input: (t) => ({
    ...theRouting(t),
    ...dayFields(t),
    ...fieldsOfIt(t),
    operations: t.field({
      type: [RoutingOperationInput],
      description: 'All operations; absent keeps those there.',
    }),
  }),
  answers: { routing: Routing },
  customFields,
  run: async (tx, input) => ({ routing: await routings.change(tx, input) }),
});

mutation('routingRelease', {
  description: 'Lets a routing count from a day on; the revision that counted then ends.',
  permission: 'manufacturing.routing.release',
  input: (t) => ({ ...theRouting(t), ...dayFields(t) }),
  answers: { routing: Routing },
  run: async (tx, input) => ({ routing: await routings.release(tx, input) }),
});

mutation('routingRetire', {
  description: 'Takes a routing out of use from a day on.',
  permission: 'manufacturing.routing.retire',
  input: (t) => ({
    ...theRouting(t),
    on: t.field({ type: 'Date', description: 'The first day without it: today unless told.' }),
  }),
  answers: { routing: Routing },
  run: async (tx, input) => ({ routing: await routings.retire(tx, input) }),
});
