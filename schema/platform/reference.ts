import { boolean, date, decimal, integer, text } from '../columns.js';
import { archivable, codeColumn, versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Company } from './company.js';

export const Currency = noun('Currency', {
  description: 'A currency of ISO 4217.',
  permission: 'platform.currency.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    code: codeColumn('currency, three letters'),
    name: text('The name of the currency.'),
    minorUnits: integer('How many decimals its amounts have.'),
  },
});

export const Unit = noun('Unit', {
  description: 'A unit of measure: by UN/CEFACT Recommendation 20, or added to those.',
  permission: 'platform.unit.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    code: codeColumn('unit'),
    name: text('The name of the unit.'),
    symbol: text('What stands behind a number.'),
    dimension: text('What it measures; units of one dimension convert into one another.'),
    factor: decimal("How many of the dimension's base unit it is."),
    isStandard: boolean('Whether every deployment has it; others were added to this one.'),
  },
});

export const ExchangeRate = noun('ExchangeRate', {
  description: 'What one currency is worth in another from a day on.',
  permission: 'platform.exchangeRate.read',
  company: null,
  columns: {
    ...versioned,
    fromCurrency: text('The currency of which one unit is valued.'),
    toCurrency: text('The currency in which it is valued.'),
    validFrom: date('The first day on which it holds.'),
    rate: decimal('How much of toCurrency one unit of fromCurrency is.'),
  },
});

export const PaymentTerms = noun('PaymentTerms', {
  description: 'When a document is to be paid.',
  permission: 'platform.paymentTerms.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    code: codeColumn('terms'),
    name: text('The name of the terms.'),
    netDays: integer('Days from the document to the due date.'),
  },
});

export const TaxCode = noun('TaxCode', {
  description: 'A rate of value added or sales tax in a company.',
  permission: 'platform.taxCode.read',
  company: 'companyId',
  lookups: { code: true },
  columns: {
    ...versioned,
    ...archivable,
    code: text('The code, unique in its company.'),
    name: text('The name of the tax.'),
    ratePercent: decimal('Percent of the net amount.'),
  },
});

edge(TaxCode, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that charges it.',
});
