import { date, decimal, instant, integer, money, quantity, text } from '../columns.js';
import { archivable, codeColumn, documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import './errors.js';

export const Supplier = noun('Supplier', {
  description: 'Whoever sells to us. Belongs to the group.',
  permission: 'purchasing.supplier.read',
  company: null,
  extensible: 'purchasing.supplier.change',
  lookups: { code: true, refs: true },
  leadsTo: 'mergedIntoId',
  columns: {
    ...documented,
    ...archivable,
    code: codeColumn('supplier'),
    name: text('The name it goes by.'),
    legalName: text('The name in the register.', { isNullable: true }),
    taxNumber: text('Its number for value added or sales tax.', { isNullable: true }),
    email: text('Its address for e-mail.', { isNullable: true }),
    phone: text('Its telephone number.', { isNullable: true }),
    countryCode: text('The ISO 3166-1 code of its country.', { isNullable: true }),
    currency: text('The ISO 4217 code of the currency it bills in unless an order says so.'),
  },
});

export const SupplierPrice = noun('SupplierPrice', {
  description: 'What a supplier asks for an item from a quantity on, and how long it takes.',
  permission: 'purchasing.supplierPrice.read',
  company: null,
  columns: {
    ...versioned,
    ...archivable,
    supplierItemCode: text('What the supplier calls the item.', { isNullable: true }),
    unit: text('The UN/CEFACT code of the unit that is sold.'),
    minQuantity: quantity('From how much on the price holds.', 'unit'),
    unitPrice: money('What one unit costs before tax.', 'currency'),
    currency: text('The ISO 4217 code of the currency of the price.'),
    leadTimeDays: integer('Working days from the order until the goods are there.'),
    priority: integer('Lower comes first among the suppliers of an item.'),
    validFrom: date('The first day on which it holds; null for always.', { isNullable: true }),
    validTo: date('The last day on which it holds; null for ever.', { isNullable: true }),
  },
});

export const PurchasingSettings = noun('PurchasingSettings', {
  description: 'How a company buys.',
  permission: 'purchasing.settings.read',
  company: 'companyId',
  columns: {
    version: versioned.version,
    createdAt: instant('When it was said first.'),
    updatedAt: instant('When it was changed last.'),
    approvalLimit: decimal(
      "Above which net amount an order needs an approval, in the company's base currency; null means never.",
      { isNullable: true },
    ),
    priceTolerancePercent: decimal(
      'By how many percent a bill may differ from what was ordered without an approval.',
    ),
  },
});

edge(Supplier, 'prices', {
  to: SupplierPrice,
  many: true,
  by: 'supplierId',
  description: 'What it asks for items.',
});
edge(SupplierPrice, 'supplier', {
  to: Supplier,
  by: 'supplierId',
  description: 'Who asks for it.',
});
