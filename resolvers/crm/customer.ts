import { customers } from '../../modules/crm/index.js';
import { builder } from '../../schema/builder.js';
import { AddressKind, Customer, CustomerKind, CustomerTerms } from '../../schema/crm/customer.js';
import { Company } from '../../schema/platform/company.js';
import { PaymentTerms } from '../../schema/platform/reference.js';
import { bulkMutation } from '../bulk.js';
import { customFieldsInput } from '../custom-fields.js';
import { externalRefsInput, idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { addressFields, contactFields } from './customer-parts.js';

reads(Customer, { one: 'customer', many: 'customers' });

const CustomerAddressInput = builder.inputType('CustomerAddressInput', {
  description: 'An address of a customer.',
  fields: (t) => ({
    kind: t.field({ type: AddressKind, required: true, description: 'What it is for.' }),
    ...addressFields(t),
  }),
});

const ContactInput = builder.inputType('ContactInput', {
  description: 'A person at a customer.',
  fields: contactFields,
});

const CustomerTermsInput = builder.inputType('CustomerTermsInput', {
  description: 'What one company agrees with a customer.',
  fields: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company that agrees.' }),
    ...termsFields(t),
  }),
});

function termsFields(t: InputFields) {
  return {
    creditLimit: t.field({
      type: 'Decimal',
      description: "In the company's base currency; null means unlimited.",
    }),
    isOnCreditHold: t.boolean({
      description: 'Whether no order of the customer is confirmed for now.',
    }),
    paymentTermsId: idOf(t, PaymentTerms, {
      description: "When the customer pays this company; null means the customer's own terms.",
    }),
  };
}

const detailFields = (t: InputFields) => ({
  name: t.string({ description: 'The name it goes by; a new customer needs one.' }),
  legalName: t.string({ description: 'The name in the register.' }),
  kind: t.field({ type: CustomerKind, description: 'ORGANISATION unless told.' }),
  taxNumber: t.string({ description: 'Its number for value added or sales tax.' }),
  email: t.string({ description: 'Its address for e-mail.' }),
  phone: t.string({ description: 'Its telephone number.' }),
  currency: t.string({
    description: 'The ISO 4217 code of the currency it is billed in; a new customer needs one.',
  }),
  paymentTermsId: idOf(t, PaymentTerms, { description: 'When it pays.' }),
  customFields: customFieldsInput(t, Customer),
});

const customerFields = (t: InputFields) => ({
  code: t.string({
    description: "The code, unique; from the group's series when a new one has none.",
  }),
  ...detailFields(t),
  addresses: t.field({
    type: [CustomerAddressInput],
    required: true,
    defaultValue: [],
    description: 'Those that it does not have yet are added.',
  }),
  contacts: t.field({
    type: [ContactInput],
    required: true,
    defaultValue: [],
    description: 'Those that it does not have yet are added.',
  }),
  terms: t.field({
    type: [CustomerTermsInput],
    required: true,
    defaultValue: [],
    description: 'What companies agree with it, one for each at most.',
  }),
  externalRefs: externalRefsInput(t),
});

/** What a customer must have is never cleared. */
function filled<
  Terms extends { readonly isOnCreditHold?: boolean | null },
  Row extends { name?: string | null; kind?: string | null; currency?: string | null },
>(row: Row & { readonly terms: readonly Terms[] }) {
  const terms = row.terms.map((one) => notCleared(one, 'isOnCreditHold'));
  return { ...notCleared(row, 'name', 'kind', 'currency'), terms };
}

mutation('customerUpsert', {
  description: 'Makes a customer, or changes the one with its code or external reference.',
  permission: 'crm.customer.create',
  input: customerFields,
  answers: { customer: Customer },
  customFields: { noun: Customer, answer: 'customer' },
  run: async (tx, input) => ({ customer: await customers.upsert(tx, filled(input)) }),
});

bulkMutation('customersBulk', {
  description: 'Makes or changes up to 250 customers by code or external reference.',
  permission: 'crm.customer.create',
  field: 'customer',
  noun: Customer,
  row: customerFields,
  customFields: {},
  run: (tx, rows) => customers.upsertMany(tx, rows.map(filled)),
});

mutation('customerChange', {
  description: 'Changes what a customer says of itself. Absent keeps, null clears.',
  permission: 'crm.customer.change',
  input: (t) => ({
    id: idOf(t, Customer, { required: true, description: 'The customer.' }),
    expectedVersion: versionInput(t),
    ...detailFields(t),
  }),
  answers: { customer: Customer },
  customFields: { noun: Customer, answer: 'customer' },
  run: async (tx, input) => ({
    customer: await customers.change(tx, notCleared(input, 'name', 'kind', 'currency')),
  }),
});

mutation('customerArchive', {
  description: 'Takes a customer out of daily use; nothing of it is deleted.',
  permission: 'crm.customer.archive',
  input: (t) => ({
    id: idOf(t, Customer, { required: true, description: 'The customer.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { customer: Customer },
  run: async (tx, input) => ({ customer: await customers.archive(tx, input) }),
});

mutation('customerTermsSet', {
  description: 'Agrees terms between a company and a customer. Absent keeps, null clears.',
  permission: 'crm.customerTerms.set',
  input: (t) => ({
    customerId: idOf(t, Customer, { required: true, description: 'The customer.' }),
    companyId: idOf(t, Company, { required: true, description: 'The company that agrees.' }),
    expectedVersion: versionInput(t),
    ...termsFields(t),
  }),
  answers: { customerTerms: CustomerTerms },
  run: async (tx, input) => ({
    customerTerms: await customers.setTerms(tx, notCleared(input, 'isOnCreditHold')),
  }),
});
