import { boolean, choice, choices, decimal, text } from '../columns.js';
import { archivable, codeColumn, documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { PaymentTerms } from '../platform/reference.js';
import { Company } from '../platform/company.js';
import './errors.js';

export const CustomerKind = choices('CustomerKind', 'What kind of customer it is.', {
  ORGANISATION: 'A company or another organisation.',
  PERSON: 'A private person.',
});

export const Customer = noun('Customer', {
  description: 'Whoever buys. Belongs to the group; terms and limits are agreed per company.',
  permission: 'crm.customer.read',
  company: null,
  extensible: 'crm.customer.change',
  lookups: { code: true, refs: true },
  leadsTo: 'mergedIntoId',
  columns: {
    ...documented,
    ...archivable,
    code: codeColumn('customer'),
    name: text('The name it goes by.'),
    legalName: text('The name in the register.', { isNullable: true }),
    kind: choice(CustomerKind, 'An organisation or a person.'),
    taxNumber: text('Its number for value added or sales tax.', { isNullable: true }),
    email: text('Its address for e-mail.', { isNullable: true }),
    phone: text('Its telephone number.', { isNullable: true }),
    currency: text('The ISO 4217 code of the currency it is billed in unless an order says so.'),
  },
});

export const AddressKind = choices('AddressKind', 'What an address is for.', {
  BILLING: 'Where invoices go.',
  SHIPPING: 'Where goods go.',
});

export const CustomerAddress = noun('CustomerAddress', {
  description: 'Where a customer is billed, or goods are sent.',
  permission: 'crm.address.read',
  company: null,
  columns: {
    ...versioned,
    ...archivable,
    kind: choice(AddressKind, 'What it is for.'),
    name: text('Who is there, when it is not the customer itself.', { isNullable: true }),
    line1: text('Street and number.'),
    line2: text('What more leads there.', { isNullable: true }),
    city: text('The city.'),
    region: text('The state or province.', { isNullable: true }),
    postalCode: text('The postal code.', { isNullable: true }),
    countryCode: text('The ISO 3166-1 code of the country.'),
    isDefault: boolean('Whether it is taken when a document says nothing.'),
  },
});

export const Contact = noun('Contact', {
  description: 'A person at a customer.',
  permission: 'crm.contact.read',
  company: null,
  columns: {
    ...versioned,
    ...archivable,
    firstName: text('The given name.', { isNullable: true }),
    lastName: text('The family name.'),
    email: text('The address for e-mail.', { isNullable: true }),
    phone: text('The telephone number.', { isNullable: true }),
    role: text('What the person does there.', { isNullable: true }),
  },
});

export const CustomerTerms = noun('CustomerTerms', {
  description: 'What one company has agreed with a customer.',
  permission: 'crm.customerTerms.read',
  company: 'companyId',
  table: 'CustomerCompany',
  columns: {
    ...documented,
    creditLimit: decimal("In the company's base currency; null means unlimited.", {
      isNullable: true,
    }),
    isOnCreditHold: boolean('Whether no order of the customer is confirmed for now.'),
  },
});

edge(Customer, 'paymentTerms', {
  to: PaymentTerms,
  by: 'paymentTermsId',
  description: 'When it pays, unless a company has agreed otherwise.',
});
edge(Customer, 'addresses', {
  to: CustomerAddress,
  many: true,
  by: 'customerId',
  description: 'Where it is billed and goods are sent.',
});
edge(Customer, 'contacts', {
  to: Contact,
  many: true,
  by: 'customerId',
  description: 'The people there.',
});
edge(Customer, 'terms', {
  to: CustomerTerms,
  many: true,
  by: 'customerId',
  description: 'What each company has agreed with it.',
});
edge(CustomerAddress, 'customer', {
  to: Customer,
  by: 'customerId',
  description: 'Whose address it is.',
});
edge(Contact, 'customer', { to: Customer, by: 'customerId', description: 'Where the person is.' });
edge(CustomerTerms, 'customer', {
  to: Customer,
  by: 'customerId',
  description: 'The customer they are agreed with.',
});
edge(CustomerTerms, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that agreed.',
});
edge(CustomerTerms, 'paymentTerms', {
  to: PaymentTerms,
  by: 'paymentTermsId',
  description: 'When the customer pays this company.',
});
