export * as addresses from './address.service.js';
export * as contacts from './contact.service.js';
export * as customers from './customer.service.js';

export type { AddressInput } from './address.rules.js';
export type { ContactInput } from './contact.rules.js';
export type { AgreedTerms, TermsInput } from './customer-terms.rules.js';
export type { CustomerInput } from './customer-upsert.rules.js';
export * from './errors.js';
export * from './events.js';
