export * as activities from './activity.service.js';
export * as addresses from './address.service.js';
export * as contacts from './contact.service.js';
export * as customers from './customer.service.js';
export * as opportunities from './opportunity.service.js';
export * as opportunityStages from './opportunity-stage.service.js';
export * as queries from './opportunity-queries.js';

export type { AddressInput } from './address.rules.js';
export type { ContactInput } from './contact.rules.js';
export type { AgreedTerms, TermsInput } from './customer-terms.rules.js';
export type { CustomerField } from './customer-merge.rules.js';
export type { CustomerInput } from './customer-upsert.rules.js';
export type { OpportunityLineInput, WantedItem } from './opportunity.rules.js';
export { activityLifecycle } from './activity.rules.js';
export {
  daysBetweenInstants,
  opportunityLifecycle,
  probability,
  weightedAmount,
} from './opportunity.rules.js';
export * from './errors.js';
export * from './events.js';
