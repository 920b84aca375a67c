import { fact } from '../events/index.js';

export const companyFounded = fact<'Company'>('platform.companyFounded', 'Company');
export const companyChanged = fact<'Company'>('platform.companyChanged', 'Company');

export const numberSeriesCreated = fact<'NumberSeries'>(
  'platform.numberSeriesCreated',
  'NumberSeries',
);
export const numberSeriesChanged = fact<'NumberSeries'>(
  'platform.numberSeriesChanged',
  'NumberSeries',
);

export const currencyCreated = fact<'Currency'>('platform.currencyCreated', 'Currency');
export const unitCreated = fact<'Unit'>('platform.unitCreated', 'Unit');

/** Said when a rate is new and when it is corrected; `before` tells which. */
export const exchangeRateSet = fact<'ExchangeRate'>('platform.exchangeRateSet', 'ExchangeRate');

export const calendarCreated = fact<'WorkCalendar'>('platform.calendarCreated', 'WorkCalendar');
export const calendarChanged = fact<'WorkCalendar'>('platform.calendarChanged', 'WorkCalendar');

export const paymentTermsCreated = fact<'PaymentTerms'>(
  'platform.paymentTermsCreated',
  'PaymentTerms',
);
export const paymentTermsChanged = fact<'PaymentTerms'>(
  'platform.paymentTermsChanged',
  'PaymentTerms',
);

export const taxCodeCreated = fact<'TaxCode'>('platform.taxCodeCreated', 'TaxCode');
export const taxCodeChanged = fact<'TaxCode'>('platform.taxCodeChanged', 'TaxCode');
export const taxCodeArchived = fact<'TaxCode'>('platform.taxCodeArchived', 'TaxCode');
