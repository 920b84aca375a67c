import { builder } from '../../schema/builder.js';
import { WorkOrder } from '../../schema/manufacturing/work-order.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';

/** The work order that a verb moves, as the caller has read it. */
export const theWorkOrder = (t: InputFields) => ({
  id: idOf(t, WorkOrder, { required: true, description: 'The work order.' }),
  expectedVersion: versionInput(t),
});

export const WorkOrderRefInput = builder.inputType('WorkOrderRefInput', {
  description: 'A work order, as the caller has read it.',
  fields: theWorkOrder,
});

export const reason = (t: InputFields) =>
  t.string({ required: true, description: 'Why, in a few words.' });

export const postedOn = (t: InputFields) =>
  t.field({ type: 'Date', description: 'The business day: today unless told.' });
