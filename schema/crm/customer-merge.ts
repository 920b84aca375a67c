import type { CustomerField as Field } from '../../modules/crm/index.js';
import { builder } from '../builder.js';
import { edge } from '../noun.js';
import { Customer } from './customer.js';

export const CustomerField = builder.enumType('CustomerField', {
  description: 'What can be taken of the merged customer.',
  values: {
    NAME: { value: 'name', description: 'The name it goes by.' },
    LEGAL_NAME: { value: 'legalName', description: 'The name in the register.' },
    TAX_NUMBER: { value: 'taxNumber', description: 'Its tax number.' },
    EMAIL: { value: 'email', description: 'Its address for e-mail.' },
    PHONE: { value: 'phone', description: 'Its telephone number.' },
    CURRENCY: { value: 'currency', description: 'The currency it is billed in.' },
    PAYMENT_TERMS: { value: 'paymentTermsId', description: 'When it pays.' },
  } as const satisfies Record<string, { value: Field; description: string }>,
});

edge(Customer, 'mergedInto', {
  to: Customer,
  by: 'mergedIntoId',
  description: 'What it turned out to be; null unless it was merged.',
});
edge(Customer, 'merged', {
  to: Customer,
  many: true,
  by: 'mergedIntoId',
  description: 'Those that turned out to be it; their documents stay their own.',
});
