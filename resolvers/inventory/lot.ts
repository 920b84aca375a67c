import { lots } from '../../modules/inventory/index.js';
import { builder } from '../../schema/builder.js';
import { Lot } from '../../schema/inventory/lot.js';
import { idOf, versionInput } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, one } from '../reads.js';

one(Lot, 'lot', 'One Lot, or null when there is none that you may see.');
list(Lot, 'lots', 'The lots in which goods were made or bought.');

/** The lot of goods that come in: the one with its code, or a new one. */
export const LotInput = builder.inputType('LotInput', {
  description: 'The lot of goods that come in: the one with its code, or a new one.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The code, unique for the company and item.' }),
    supplierLotCode: t.string({ description: 'What the supplier calls it.' }),
    madeOn: t.field({ type: 'Date', description: 'The day on which it was made.' }),
    expiresOn: t.field({ type: 'Date', description: 'The day on which it goes off.' }),
  }),
});

mutation('lotChange', {
  description: 'Changes what is told of a lot. Absent keeps, null clears.',
  permission: 'inventory.lot.change',
  input: (t) => ({
    id: idOf(t, Lot, { required: true, description: 'The lot.' }),
    expectedVersion: versionInput(t),
    supplierLotCode: t.string({ description: 'What the supplier calls it.' }),
    madeOn: t.field({ type: 'Date', description: 'The day on which it was made.' }),
    expiresOn: t.field({ type: 'Date', description: 'The day on which it goes off.' }),
  }),
  answers: { lot: Lot },
  run: async (tx, input) => ({ lot: await lots.change(tx, input) }),
});
