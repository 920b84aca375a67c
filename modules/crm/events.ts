import { fact } from '../events/index.js';

/** Whose address, contact or terms they are. */
interface OfCustomer {
  readonly customerId: string;
}

export const customerCreated = fact<'Customer'>('crm.customerCreated', 'Customer');
export const customerChanged = fact<'Customer'>('crm.customerChanged', 'Customer');
export const customerArchived = fact<'Customer'>('crm.customerArchived', 'Customer');

/** Whom it turned out to be, and what of it was moved or added there. */
interface MergedCustomer {
  readonly survivorId: string;
  readonly externalRefs: readonly { readonly system: string; readonly key: string }[];
  readonly addresses: number;
  readonly contacts: number;
  readonly terms: number;
}

export const customerMerged = fact<'Customer', MergedCustomer>('crm.customerMerged', 'Customer');

/** What a company agreed with a customer, for the first time or anew; `before` tells which. */
export const customerTermsSet = fact<'CustomerCompany', OfCustomer>(
  'crm.customerTermsSet',
  'CustomerCompany',
);

export const addressAdded = fact<'CustomerAddress', OfCustomer>(
  'crm.addressAdded',
  'CustomerAddress',
);
export const addressChanged = fact<'CustomerAddress', OfCustomer>(
  'crm.addressChanged',
  'CustomerAddress',
);
export const addressArchived = fact<'CustomerAddress', OfCustomer>(
  'crm.addressArchived',
  'CustomerAddress',
);

export const contactAdded = fact<'Contact', OfCustomer>('crm.contactAdded', 'Contact');
export const contactChanged = fact<'Contact', OfCustomer>('crm.contactChanged', 'Contact');
export const contactArchived = fact<'Contact', OfCustomer>('crm.contactArchived', 'Contact');

const ofStage = (verb: string) =>
  fact<'OpportunityStage'>(`crm.opportunityStage${verb}`, 'OpportunityStage');
const ofOpportunity = (verb: string) =>
  fact<'Opportunity', OfCustomer>(`crm.opportunity${verb}`, 'Opportunity');

export const opportunityStageCreated = ofStage('Created');
export const opportunityStageChanged = ofStage('Changed');
export const opportunityStageArchived = ofStage('Archived');

export const opportunityCreated = ofOpportunity('Created');
export const opportunityChanged = ofOpportunity('Changed');
export const opportunityStageMoved = ofOpportunity('StageMoved');
export const opportunityWon = ofOpportunity('Won');
export const opportunityLost = ofOpportunity('Lost');
export const opportunityReopened = ofOpportunity('Reopened');

/** What an activity is about. */
interface AboutNode {
  readonly documentType: string;
  readonly documentId: string;
}

const ofActivity = (verb: string) => fact<'Activity', AboutNode>(`crm.activity${verb}`, 'Activity');

export const activityCreated = ofActivity('Created');
export const activityChanged = ofActivity('Changed');
export const activityCompleted = ofActivity('Completed');
export const activityCancelled = ofActivity('Cancelled');
