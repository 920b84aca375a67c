import { suppliers } from '../../modules/purchasing/index.js';
import { Supplier } from '../../schema/purchasing/supplier.js';
import { SupplierField } from '../../schema/purchasing/supplier-merge.js';
import { duplicates, mergeInput } from '../duplicates.js';
import { mutation } from '../mutation.js';

duplicates({
  noun: Supplier,
  table: 'Supplier',
  name: 'supplier',
  read: 'purchasing.supplierDuplicate.read',
  dismiss: 'purchasing.supplierDuplicate.dismiss',
  judge: suppliers.duplicates,
});

mutation('supplierMerge', {
  description:
    'Merges one supplier into another that is the same; codes and references lead to the survivor.',
  permission: 'purchasing.supplier.merge',
  needsKey: true,
  input: (t) => ({
    ...mergeInput(t, Supplier),
    take: t.field({
      type: [SupplierField],
      description: 'What is taken of the merged although the survivor says something else.',
    }),
  }),
  answers: { supplier: Supplier, merged: Supplier },
  run: async (tx, input) => {
    const { survivor, merged } = await suppliers.merge(tx, input);
    return { supplier: survivor, merged };
  },
});
