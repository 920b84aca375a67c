import { fact } from '../events/index.js';

/** What the company chose for its books. */
export interface Founding {
  /** The code of a chart of accounts; null leaves the choice to the books. */
  readonly chart: string | null;
}

export const companyFounded = fact<'Company', Founding>('platform.companyFounded', 'Company');
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
export const unitChanged = fact<'Unit'>('platform.unitChanged', 'Unit');

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

/** Which noun, and which two of it, are not the same. */
interface Dismissed {
  readonly noun: string;
  readonly ids: readonly string[];
}

export const duplicateDismissed = fact<'DuplicateDismissal', Dismissed>(
  'platform.duplicateDismissed',
  'DuplicateDismissal',
);

type Definition = 'CustomFieldDefinition';
const DEFINITION = 'CustomFieldDefinition';
export const customFieldDefined = fact<Definition>('platform.customFieldDefined', DEFINITION);
export const customFieldChanged = fact<Definition>('platform.customFieldChanged', DEFINITION);
export const customFieldDeprecated = fact<Definition>('platform.customFieldDeprecated', DEFINITION);
export const customFieldRemoved = fact<Definition>('platform.customFieldRemoved', DEFINITION);

/** Told of a row of any noun on which fields are defined, whenever values of them were set. */
export const customFieldsSet = 'platform.customFieldsSet';
