import { date, decimal, money, quantity, text } from '../columns.js';
import { archivable, documented, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Company } from '../platform/company.js';
import './errors.js';

export const PriceList = noun('PriceList', {
  description: 'What a company asks for its items: of one customer, or of everybody.',
  permission: 'sales.priceList.read',
  company: 'companyId',
  lookups: { code: true },
  columns: {
    ...documented,
    ...archivable,
    code: text('The code of the list, unique in its company.'),
    name: text('The name of the list.'),
    currency: text('The ISO 4217 code of the currency of its prices.'),
    validFrom: date('The first day on which it holds; null means ever since.', {
      isNullable: true,
    }),
    validTo: date('The last day on which it holds; null means for good.', { isNullable: true }),
  },
});

export const PriceListPrice = noun('PriceListPrice', {
  description: 'What one unit of an item costs from a quantity on.',
  permission: 'sales.priceList.read',
  company: 'companyId',
  columns: {
    ...versioned,
    unit: text('The UN/CEFACT code of the unit that is priced.'),
    minQuantity: quantity('From which quantity on it holds.', 'unit'),
    unitPrice: money('What one unit costs.', 'currency'),
    validFrom: date('The first day on which it holds; null means ever since.', {
      isNullable: true,
    }),
    validTo: date('The last day on which it holds; null means for good.', { isNullable: true }),
  },
});

export const SalesSettings = noun('SalesSettings', {
  description: 'What one company allows its sellers without asking.',
  permission: 'sales.settings.read',
  company: 'companyId',
  columns: {
    ...documented,
    minMarginPercent: decimal('A quote that earns less needs approval; null means none does.', {
      isNullable: true,
    }),
    maxDiscountPercent: decimal('More discount needs approval; null means none does.', {
      isNullable: true,
    }),
  },
});

edge(PriceList, 'prices', {
  to: PriceListPrice,
  many: true,
  by: 'priceListId',
  description: 'The prices of the list.',
});
edge(PriceListPrice, 'priceList', {
  to: PriceList,
  by: 'priceListId',
  description: 'The list it belongs to.',
});
edge(SalesSettings, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that allows it.',
});
edge(Company, 'salesSettings', {
  to: SalesSettings,
  many: true,
  by: 'companyId',
  description: 'What it allows its sellers; one at most.',
});
