import { purchasingSettings, supplierPrices, suppliers } from '../../modules/purchasing/index.js';
import { Item } from '../../schema/inventory/item.js';
import { Company } from '../../schema/platform/company.js';
import { PaymentTerms } from '../../schema/platform/reference.js';
import { PurchasingSettings, Supplier, SupplierPrice } from '../../schema/purchasing/supplier.js';
import { bulkMutation } from '../bulk.js';
import { externalRefsInput, idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Supplier, { one: 'supplier', many: 'suppliers' });
list(SupplierPrice, 'supplierPrices', 'The prices of all suppliers: filtered, ordered and paged.');

const detailFields = (t: InputFields) => ({
  name: t.string({ description: 'The name it goes by; a new supplier needs one.' }),
  legalName: t.string({ description: 'The name in the register.' }),
  taxNumber: t.string({ description: 'Its number for value added or sales tax.' }),
  email: t.string({ description: 'Its address for e-mail.' }),
  phone: t.string({ description: 'Its telephone number.' }),
  countryCode: t.string({ description: 'The ISO 3166-1 code of its country.' }),
  currency: t.string({
    description: 'The ISO 4217 code of the currency it bills in; a new supplier needs one.',
  }),
  paymentTermsId: idOf(t, PaymentTerms, { description: 'When it is to be paid.' }),
  customFields: customFieldsInput(t, Supplier),
});

const supplierFields = (t: InputFields) => ({
  code: t.string({
    description: "The code, unique; from the group's series when a new one has none.",
  }),
  ...detailFields(t),
  externalRefs: externalRefsInput(t),
});

const priceFields = (t: InputFields) => ({
  supplierId: idOf(t, Supplier, { required: true, description: 'Who asks for it.' }),
  itemId: idOf(t, Item, { required: true, description: 'The item that is sold.' }),
  supplierItemCode: t.string({ description: 'What the supplier calls the item.' }),
  unit: t.string({ description: "The unit that is sold: the item's stock unit unless told." }),
  minQuantity: t.field({
    type: 'Decimal',
    description: 'From how many units on the price holds: 1 unless told.',
  }),
  unitPrice: t.field({
    type: 'Decimal',
    required: true,
    description: 'What one unit costs before tax.',
  }),
  currency: t.string({
    description: "The ISO 4217 code of its currency: the supplier's unless told.",
  }),
  leadTimeDays: t.int({
    required: true,
    description: 'Working days from the order until the goods are there.',
  }),
  priority: t.int({
    description: 'Lower comes first among the suppliers of an item: 1 unless told.',
  }),
  validFrom: t.field({ type: 'Date', description: 'The first day on which it holds.' }),
  validTo: t.field({ type: 'Date', description: 'The last day on which it holds.' }),
});

mutation('supplierUpsert', {
  description: 'Makes a supplier, or changes the one with its code or external reference.',
  permission: 'purchasing.supplier.create',
  input: supplierFields,
  answers: { supplier: Supplier },
  customFields: { noun: Supplier, answer: 'supplier' },
  run: async (tx, input) => ({
    supplier: await suppliers.upsert(tx, notCleared(input, 'name', 'currency')),
  }),
});

bulkMutation('suppliersBulk', {
  description: 'Makes or changes up to 250 suppliers by code or external reference.',
  permission: 'purchasing.supplier.create',
  field: 'supplier',
  noun: Supplier,
  row: supplierFields,
  customFields: {},
  run: (tx, rows) =>
    suppliers.upsertMany(
      tx,
      rows.map((row) => notCleared(row, 'name', 'currency')),
    ),
});

mutation('supplierChange', {
  description: 'Changes what a supplier says of itself. Absent keeps, null clears.',
  permission: 'purchasing.supplier.change',
  input: (t) => ({
    id: idOf(t, Supplier, { required: true, description: 'The supplier.' }),
    expectedVersion: versionInput(t),
    ...detailFields(t),
  }),
  answers: { supplier: Supplier },
  customFields: { noun: Supplier, answer: 'supplier' },
  run: async (tx, input) => ({
    supplier: await suppliers.change(tx, notCleared(input, 'name', 'currency')),
  }),
});

mutation('supplierArchive', {
  description: 'Takes a supplier out of daily use; nothing of it is deleted.',
  permission: 'purchasing.supplier.archive',
  input: (t) => ({
    id: idOf(t, Supplier, { required: true, description: 'The supplier.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { supplier: Supplier },
  run: async (tx, input) => ({ supplier: await suppliers.archive(tx, input) }),
});

mutation('supplierPriceSet', {
  description:
    'Sets what a supplier asks for an item; the same unit, currency, break and first day replace.',
  permission: 'purchasing.supplierPrice.set',
  input: priceFields,
  answers: { supplierPrice: SupplierPrice },
  run: async (tx, input) => ({ supplierPrice: await supplierPrices.set(tx, input) }),
});

bulkMutation('supplierPricesBulk', {
  description: 'Sets up to 250 prices of suppliers.',
  permission: 'purchasing.supplierPrice.set',
  field: 'supplierPrice',
  noun: SupplierPrice,
  row: priceFields,
  run: (tx, rows) => supplierPrices.setMany(tx, rows),
});

mutation('supplierPriceArchive', {
  description: 'Takes a price out of use; what was ordered at it stays.',
  permission: 'purchasing.supplierPrice.archive',
  input: (t) => ({
    id: idOf(t, SupplierPrice, { required: true, description: 'The price.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { supplierPrice: SupplierPrice },
  run: async (tx, input) => ({ supplierPrice: await supplierPrices.archive(tx, input) }),
});

mutation('purchasingSettingsSet', {
  description: 'Says how a company buys. Absent keeps, null clears.',
  permission: 'purchasing.settings.set',
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'The company.' }),
    expectedVersion: versionInput(t),
    approvalLimit: t.field({
      type: 'Decimal',
      description: 'Above which net amount an order needs an approval; null means never.',
    }),
    priceTolerancePercent: t.field({
      type: 'Decimal',
      description: 'By how many percent a bill may differ without an approval: 0 unless told.',
    }),
  }),
  answers: { purchasingSettings: PurchasingSettings },
  run: async (tx, input) => ({
    purchasingSettings: await purchasingSettings.set(
      tx,
      notCleared(input, 'priceTolerancePercent'),
    ),
  }),
});
