import { addresses, contacts } from '../../modules/crm/index.js';
import { AddressKind, Contact, Customer, CustomerAddress } from '../../schema/crm/customer.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';

/** What an address says beside what it is for. */
export const addressFields = (t: InputFields) => ({
  name: t.string({ description: 'Who is there, when it is not the customer itself.' }),
  line1: t.string({ required: true, description: 'Street and number.' }),
  line2: t.string({ description: 'What more leads there.' }),
  city: t.string({ required: true, description: 'The city.' }),
  region: t.string({ description: 'The state or province.' }),
  postalCode: t.string({ description: 'The postal code.' }),
  countryCode: t.string({ required: true, description: 'The ISO 3166-1 code of the country.' }),
  isDefault: t.boolean({
    required: true,
    defaultValue: false,
    description: 'Whether it is taken when a document says nothing.',
  }),
});

export const contactFields = (t: InputFields) => ({
  firstName: t.string({ description: 'The given name.' }),
  lastName: t.string({ required: true, description: 'The family name.' }),
  email: t.string({ description: 'The address for e-mail.' }),
  phone: t.string({ description: 'The telephone number.' }),
  role: t.string({ description: 'What the person does there.' }),
});

const customerField = (t: InputFields) =>
  idOf(t, Customer, { required: true, description: 'The customer.' });

mutation('customerAddressAdd', {
  description: 'Adds an address to a customer.',
  permission: 'crm.address.add',
  input: (t) => ({
    customerId: customerField(t),
    kind: t.field({ type: AddressKind, required: true, description: 'What it is for.' }),
    ...addressFields(t),
  }),
  answers: { customerAddress: CustomerAddress },
  run: async (tx, input) => ({ customerAddress: await addresses.add(tx, input) }),
});

mutation('customerAddressChange', {
  description: 'Changes an address; documents keep what they were written with.',
  permission: 'crm.address.change',
  input: (t) => ({
    id: idOf(t, CustomerAddress, { required: true, description: 'The address.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'Who is there, when it is not the customer itself.' }),
    line1: t.string({ description: 'Street and number.' }),
    line2: t.string({ description: 'What more leads there.' }),
    city: t.string({ description: 'The city.' }),
    region: t.string({ description: 'The state or province.' }),
    postalCode: t.string({ description: 'The postal code.' }),
    countryCode: t.string({ description: 'The ISO 3166-1 code of the country.' }),
    isDefault: t.boolean({ description: 'Whether it is taken when a document says nothing.' }),
  }),
  answers: { customerAddress: CustomerAddress },
  run: async (tx, input) => ({
    customerAddress: await addresses.change(
      tx,
      notCleared(input, 'line1', 'city', 'countryCode', 'isDefault'),
    ),
  }),
});

mutation('customerAddressArchive', {
  description: 'Takes an address out of daily use.',
  permission: 'crm.address.archive',
  input: (t) => ({
    id: idOf(t, CustomerAddress, { required: true, description: 'The address.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { customerAddress: CustomerAddress },
  run: async (tx, input) => ({ customerAddress: await addresses.archive(tx, input) }),
});

mutation('contactAdd', {
  description: 'Adds a person to a customer.',
  permission: 'crm.contact.add',
  input: (t) => ({ customerId: customerField(t), ...contactFields(t) }),
  answers: { contact: Contact },
  run: async (tx, input) => ({ contact: await contacts.add(tx, input) }),
});

mutation('contactChange', {
  description: 'Changes what is told of a person. Absent keeps, null clears.',
  permission: 'crm.contact.change',
  input: (t) => ({
    id: idOf(t, Contact, { required: true, description: 'The person.' }),
    expectedVersion: versionInput(t),
    ...contactFields(t),
    lastName: t.string({ description: 'The family name.' }),
  }),
  answers: { contact: Contact },
  run: async (tx, input) => ({
    contact: await contacts.change(tx, notCleared(input, 'lastName')),
  }),
});

mutation('contactArchive', {
  description: 'Takes a person out of daily use.',
  permission: 'crm.contact.archive',
  input: (t) => ({
    id: idOf(t, Contact, { required: true, description: 'The person.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { contact: Contact },
  run: async (tx, input) => ({ contact: await contacts.archive(tx, input) }),
});
