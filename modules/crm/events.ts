import { fact } from '../events/index.js';

/** Whose address, contact or terms they are. */
interface OfCustomer {
  readonly customerId: string;
}

export const customerCreated = fact<'Customer'>('crm.customerCreated', 'Customer');
export const customerChanged = fact<'Customer'>('crm.customerChanged', 'Customer');
export const customerArchived = fact<'Customer'>('crm.customerArchived', 'Customer');

/** What a company agreed with a customer, for the first time or anew; `before` tells which. */
export const customerTermsSet = fact<'CustomerCompany', OfCustomer>(
  'crm.customerTermsSet',
  'CustomerCompany',
);

export const addressAdded = fact<'CustomerAddress', OfCustomer>(
  'crm.addressAdded',
  'CustomerAddress',
);
export const addressChanged = fact<'CustomerAddress', OfCustomer>(
  'crm.addressChanged',
  'CustomerAddress',
);
export const addressArchived = fact<'CustomerAddress', OfCustomer>(
  'crm.addressArchived',
  'CustomerAddress',
);

export const contactAdded = fact<'Contact', OfCustomer>('crm.contactAdded', 'Contact');
export const contactChanged = fact<'Contact', OfCustomer>('crm.contactChanged', 'Contact');
export const contactArchived = fact<'Contact', OfCustomer>('crm.contactArchived', 'Contact');
