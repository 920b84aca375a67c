import { customers } from '../../modules/crm/index.js';
import { Customer } from '../../schema/crm/customer.js';
import { CustomerField } from '../../schema/crm/customer-merge.js';
import { duplicates, mergeInput } from '../duplicates.js';
import { mutation } from '../mutation.js';

duplicates({
  noun: Customer,
  table: 'Customer',
  name: 'customer',
  read: 'crm.customerDuplicate.read',
  dismiss: 'crm.customerDuplicate.dismiss',
  judge: customers.duplicates,
});

mutation('customerMerge', {
  description:
    'Merges one customer into another that is the same; codes and references lead to the survivor.',
  permission: 'crm.customer.merge',
  needsKey: true,
  input: (t) => ({
    ...mergeInput(t, Customer),
    take: t.field({
      type: [CustomerField],
      description: 'What is taken of the merged although the survivor says something else.',
    }),
  }),
  answers: { customer: Customer, merged: Customer },
  run: async (tx, input) => {
    const { survivor, merged } = await customers.merge(tx, input);
    return { customer: survivor, merged };
  },
});
