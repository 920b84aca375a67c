export * as calendars from './calendar.service.js';
export * as companies from './company.service.js';
export * as currencies from './currency.service.js';
export * as exchangeRates from './exchange-rate.service.js';
export * as externalRefs from './external-ref.service.js';
export * as numberSeries from './number-series.service.js';
export * as paymentTerms from './payment-terms.service.js';
export * as reference from './reference.service.js';
export * as taxCodes from './tax-code.service.js';
export * as units from './unit.service.js';
export * as upserts from './upsert.service.js';
export { countryCodes } from './countries.js';
export type { Upserted, UpsertPlan } from './upsert.service.js';

export type { ExternalKey } from './external-ref.rules.js';
export { GROUP_ID } from './number-series.rules.js';
export { dueOn } from './payment-terms.rules.js';
export * from './errors.js';
export * from './events.js';
