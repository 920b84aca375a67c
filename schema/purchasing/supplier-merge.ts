import type { SupplierField as Field } from '../../modules/purchasing/index.js';
import { builder } from '../builder.js';
import { edge } from '../noun.js';
import { Supplier } from './supplier.js';

export const SupplierField = builder.enumType('SupplierField', {
  description: 'What can be taken of the merged supplier.',
  values: {
    NAME: { value: 'name', description: 'The name it goes by.' },
    LEGAL_NAME: { value: 'legalName', description: 'The name in the register.' },
    TAX_NUMBER: { value: 'taxNumber', description: 'Its tax number.' },
    EMAIL: { value: 'email', description: 'Its address for e-mail.' },
    PHONE: { value: 'phone', description: 'Its telephone number.' },
    COUNTRY_CODE: { value: 'countryCode', description: 'Its country.' },
    CURRENCY: { value: 'currency', description: 'The currency it bills in.' },
    PAYMENT_TERMS: { value: 'paymentTermsId', description: 'When it is to be paid.' },
  } as const satisfies Record<string, { value: Field; description: string }>,
});

edge(Supplier, 'mergedInto', {
  to: Supplier,
  by: 'mergedIntoId',
  description: 'What it turned out to be; null unless it was merged.',
});
edge(Supplier, 'merged', {
  to: Supplier,
  many: true,
  by: 'mergedIntoId',
  description: 'Those that turned out to be it; their documents stay their own.',
});
