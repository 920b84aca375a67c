/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What actorCreate takes. */
export type ActorCreateInput = {
  /** The companies it is limited to; absent or null means all. */
  companyIds?: Array<string> | null | undefined;
  /** A person or a system. */
  kind: NewActorKind;
  /** The name of the actor. */
  name: string;
  /** What it may do. */
  roleIds: Array<string>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What kind of actor it is. */
export type ActorKind =
  /** Another system. */
  | 'INTEGRATION'
  /** A person. */
  | 'PERSON'
  /** This system itself. */
  | 'SYSTEM';

/** Conditions on a ActorKind; all that are given must hold. */
export type ActorKindFilter = {
  /** Equal to. */
  eq?: ActorKind | null | undefined;
  /** One of these. */
  in?: Array<ActorKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: ActorKind | null | undefined;
};

/** Conditions on a Actor; all that are given must hold. */
export type ActorWhere = {
  /** All of these must hold. */
  and?: Array<ActorWhere> | null | undefined;
  /** The keys it acts by. */
  apiKeys?: ApiKeyListWhere | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Whether it may act for every company. */
  isAllCompanies?: BooleanFilter | null | undefined;
  /** A person, an integration or the system. */
  kind?: ActorKindFilter | null | undefined;
  /** The name of the actor. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: ActorWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ActorWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What an address is for. */
export type AddressKind =
  /** Where invoices go. */
  | 'BILLING'
  /** Where goods go. */
  | 'SHIPPING';

/** Conditions on a AddressKind; all that are given must hold. */
export type AddressKindFilter = {
  /** Equal to. */
  eq?: AddressKind | null | undefined;
  /** One of these. */
  in?: Array<AddressKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: AddressKind | null | undefined;
};

/** What apiKeyIssue takes. */
export type ApiKeyIssueInput = {
  /** Who acts by it. */
  actorId: string;
  /** When it ends by itself. */
  expiresAt?: string | null | undefined;
  /** What it is used for. */
  name: string;
  /** The permissions it is narrowed to; none means all of its actor. */
  scopes?: Array<string> | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of ApiKey. */
export type ApiKeyListWhere = {
  /** Every row is so. */
  every?: ApiKeyWhere | null | undefined;
  /** No row is so. */
  none?: ApiKeyWhere | null | undefined;
  /** At least one row is so. */
  some?: ApiKeyWhere | null | undefined;
};

/** What apiKeyRevoke takes. */
export type ApiKeyRevokeInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The key. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a ApiKey; all that are given must hold. */
export type ApiKeyWhere = {
  /** Who acts by it. */
  actor?: ActorWhere | null | undefined;
  /** All of these must hold. */
  and?: Array<ApiKeyWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** When it ends by itself. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** The first characters of the secret, to recognise it by. */
  hint?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What it is used for. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: ApiKeyWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ApiKeyWhere> | null | undefined;
  /** When it was revoked. */
  revokedAt?: DateTimeFilter | null | undefined;
  /** When not empty, it may do no more than these permissions. */
  scopes?: StringListFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a list of AuditEntry. */
export type AuditEntryListWhere = {
  /** Every row is so. */
  every?: AuditEntryWhere | null | undefined;
  /** No row is so. */
  none?: AuditEntryWhere | null | undefined;
  /** At least one row is so. */
  some?: AuditEntryWhere | null | undefined;
};

/** Conditions on a AuditEntry; all that are given must hold. */
export type AuditEntryWhere = {
  /** Who did it. */
  actor?: ActorWhere | null | undefined;
  /** All of these must hold. */
  and?: Array<AuditEntryWhere> | null | undefined;
  /** The noun that changed. */
  documentType?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: AuditEntryWhere | null | undefined;
  /** When it happened. */
  occurredAt?: DateTimeFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<AuditEntryWhere> | null | undefined;
  /** The request by which it happened. */
  requestId?: StringFilter | null | undefined;
  /** The fact, such as sales.salesOrderConfirmed. */
  type?: StringFilter | null | undefined;
  /** The version it had from then on. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a list of Bin. */
export type BinListWhere = {
  /** Every row is so. */
  every?: BinWhere | null | undefined;
  /** No row is so. */
  none?: BinWhere | null | undefined;
  /** At least one row is so. */
  some?: BinWhere | null | undefined;
};

/** Conditions on a Bin; all that are given must hold. */
export type BinWhere = {
  /** All of these must hold. */
  and?: Array<BinWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The code, unique in its warehouse. */
  code?: StringFilter | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: BinWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<BinWhere> | null | undefined;
  /** What lies there. */
  stockLevels?: StockLevelListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** The warehouse. */
  warehouse?: WarehouseWhere | null | undefined;
};

/** Conditions on yes or no. */
export type BooleanFilter = {
  /** Equal to. */
  eq?: boolean | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
};

/** What companyCreate takes. */
export type CompanyCreateInput = {
  /** The ISO 4217 code of its books. */
  baseCurrency: string;
  /** The days on which it works: Monday to Friday unless told. */
  calendarId?: string | null | undefined;
  /** The code, unique in the group. */
  code: string;
  /** The ISO 3166-1 code of its country. */
  countryCode: string;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** The name in the register. */
  legalName?: string | null | undefined;
  /** The name it goes by. */
  name: string;
  /** Its number for value added or sales tax. */
  taxNumber?: string | null | undefined;
  /** The IANA time zone of its dates. */
  timeZone: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a Company; all that are given must hold. */
export type CompanyWhere = {
  /** All of these must hold. */
  and?: Array<CompanyWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The ISO 4217 code of the currency its books are kept in. */
  baseCurrency?: StringFilter | null | undefined;
  /** The days on which it works. */
  calendar?: WorkCalendarWhere | null | undefined;
  /** The code of the company, unique. */
  code?: StringFilter | null | undefined;
  /** The ISO 3166-1 code of its country. */
  countryCode?: StringFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name in the register. */
  legalName?: StringFilter | null | undefined;
  /** The name it goes by. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: CompanyWhere | null | undefined;
  /** How its documents are numbered. */
  numberSeries?: NumberSeriesListWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<CompanyWhere> | null | undefined;
  /** Its number for value added or sales tax. */
  taxNumber?: StringFilter | null | undefined;
  /** The IANA time zone of its business dates. */
  timeZone?: StringFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** Where it keeps its stock. */
  warehouses?: WarehouseListWhere | null | undefined;
};

/** A person at a customer. */
export type ContactInput = {
  /** The address for e-mail. */
  email?: string | null | undefined;
  /** The given name. */
  firstName?: string | null | undefined;
  /** The family name. */
  lastName: string;
  /** The telephone number. */
  phone?: string | null | undefined;
  /** What the person does there. */
  role?: string | null | undefined;
};

/** Conditions on a list of Contact. */
export type ContactListWhere = {
  /** Every row is so. */
  every?: ContactWhere | null | undefined;
  /** No row is so. */
  none?: ContactWhere | null | undefined;
  /** At least one row is so. */
  some?: ContactWhere | null | undefined;
};

/** Conditions on a Contact; all that are given must hold. */
export type ContactWhere = {
  /** All of these must hold. */
  and?: Array<ContactWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Where the person is. */
  customer?: CustomerWhere | null | undefined;
  /** The address for e-mail. */
  email?: StringFilter | null | undefined;
  /** The given name. */
  firstName?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The family name. */
  lastName?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: ContactWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ContactWhere> | null | undefined;
  /** The telephone number. */
  phone?: StringFilter | null | undefined;
  /** What the person does there. */
  role?: StringFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** An address of a customer. */
export type CustomerAddressInput = {
  /** The city. */
  city: string;
  /** The ISO 3166-1 code of the country. */
  countryCode: string;
  /** Whether it is taken when a document says nothing. */
  isDefault?: boolean;
  /** What it is for. */
  kind: AddressKind;
  /** Street and number. */
  line1: string;
  /** What more leads there. */
  line2?: string | null | undefined;
  /** Who is there, when it is not the customer itself. */
  name?: string | null | undefined;
  /** The postal code. */
  postalCode?: string | null | undefined;
  /** The state or province. */
  region?: string | null | undefined;
};

/** Conditions on a list of CustomerAddress. */
export type CustomerAddressListWhere = {
  /** Every row is so. */
  every?: CustomerAddressWhere | null | undefined;
  /** No row is so. */
  none?: CustomerAddressWhere | null | undefined;
  /** At least one row is so. */
  some?: CustomerAddressWhere | null | undefined;
};

/** Conditions on a CustomerAddress; all that are given must hold. */
export type CustomerAddressWhere = {
  /** All of these must hold. */
  and?: Array<CustomerAddressWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The city. */
  city?: StringFilter | null | undefined;
  /** The ISO 3166-1 code of the country. */
  countryCode?: StringFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Whose address it is. */
  customer?: CustomerWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Whether it is taken when a document says nothing. */
  isDefault?: BooleanFilter | null | undefined;
  /** What it is for. */
  kind?: AddressKindFilter | null | undefined;
  /** Street and number. */
  line1?: StringFilter | null | undefined;
  /** What more leads there. */
  line2?: StringFilter | null | undefined;
  /** Who is there, when it is not the customer itself. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: CustomerAddressWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<CustomerAddressWhere> | null | undefined;
  /** The postal code. */
  postalCode?: StringFilter | null | undefined;
  /** The state or province. */
  region?: StringFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** How to look up a Customer: exactly one key. */
export type CustomerBy =
  {   /** By its code. */
  code: string; externalRef?: never; id?: never; }
  |  { code?: never;   /** By the key another system uses. */
  externalRef: ExternalRefKey; id?: never; }
  |  { code?: never; externalRef?: never;   /** By its global id. */
  id: string; };

/** What customerChange takes. */
export type CustomerChangeInput = {
  /** The ISO 4217 code of the currency it is billed in; a new customer needs one. */
  currency?: string | null | undefined;
  /** Its address for e-mail. */
  email?: string | null | undefined;
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The customer. */
  id: string;
  /** ORGANISATION unless told. */
  kind?: CustomerKind | null | undefined;
  /** The name in the register. */
  legalName?: string | null | undefined;
  /** The name it goes by; a new customer needs one. */
  name?: string | null | undefined;
  /** When it pays. */
  paymentTermsId?: string | null | undefined;
  /** Its telephone number. */
  phone?: string | null | undefined;
  /** Its number for value added or sales tax. */
  taxNumber?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What kind of customer it is. */
export type CustomerKind =
  /** A company or another organisation. */
  | 'ORGANISATION'
  /** A private person. */
  | 'PERSON';

/** Conditions on a CustomerKind; all that are given must hold. */
export type CustomerKindFilter = {
  /** Equal to. */
  eq?: CustomerKind | null | undefined;
  /** One of these. */
  in?: Array<CustomerKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: CustomerKind | null | undefined;
};

/** One field that orders a list of Customer; exactly one is given. */
export type CustomerOrderBy =
  {   /** When it left daily use; null while it is in use. */
  archivedAt: Order; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never;   /** The code of the customer, unique. */
  code: Order; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never;   /** When it was entered. */
  createdAt: Order; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never;   /** The ISO 4217 code of the currency it is billed in unless an order says so. */
  currency: Order; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never;   /** Its address for e-mail. */
  email: Order; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never;   /** Its global id: opaque, and the same for ever. */
  id: Order; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never;   /** An organisation or a person. */
  kind: Order; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never;   /** The name in the register. */
  legalName: Order; name?: never; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never;   /** The name it goes by. */
  name: Order; phone?: never; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never;   /** Its telephone number. */
  phone: Order; taxNumber?: never; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never;   /** Its number for value added or sales tax. */
  taxNumber: Order; updatedAt?: never; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never;   /** When it was changed last. */
  updatedAt: Order; version?: never; }
  |  { archivedAt?: never; code?: never; createdAt?: never; currency?: never; email?: never; id?: never; kind?: never; legalName?: never; name?: never; phone?: never; taxNumber?: never; updatedAt?: never;   /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version: Order; };

/** What one company agrees with a customer. */
export type CustomerTermsInput = {
  /** The company that agrees. */
  companyId: string;
  /** In the company's base currency; null means unlimited. */
  creditLimit?: string | number | null | undefined;
  /** Whether no order of the customer is confirmed for now. */
  isOnCreditHold?: boolean | null | undefined;
  /** When the customer pays this company; null means the customer's own terms. */
  paymentTermsId?: string | null | undefined;
};

/** Conditions on a list of CustomerTerms. */
export type CustomerTermsListWhere = {
  /** Every row is so. */
  every?: CustomerTermsWhere | null | undefined;
  /** No row is so. */
  none?: CustomerTermsWhere | null | undefined;
  /** At least one row is so. */
  some?: CustomerTermsWhere | null | undefined;
};

/** What customerTermsSet takes. */
export type CustomerTermsSetInput = {
  /** The company that agrees. */
  companyId: string;
  /** In the company's base currency; null means unlimited. */
  creditLimit?: string | number | null | undefined;
  /** The customer. */
  customerId: string;
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** Whether no order of the customer is confirmed for now. */
  isOnCreditHold?: boolean | null | undefined;
  /** When the customer pays this company; null means the customer's own terms. */
  paymentTermsId?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a CustomerTerms; all that are given must hold. */
export type CustomerTermsWhere = {
  /** All of these must hold. */
  and?: Array<CustomerTermsWhere> | null | undefined;
  /** The company that agreed. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** In the company's base currency; null means unlimited. */
  creditLimit?: DecimalFilter | null | undefined;
  /** The customer they are agreed with. */
  customer?: CustomerWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Whether no order of the customer is confirmed for now. */
  isOnCreditHold?: BooleanFilter | null | undefined;
  /** This must not hold. */
  not?: CustomerTermsWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<CustomerTermsWhere> | null | undefined;
  /** When the customer pays this company. */
  paymentTerms?: PaymentTermsWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What customerUpsert takes. */
export type CustomerUpsertInput = {
  /** Those that it does not have yet are added. */
  addresses?: Array<CustomerAddressInput>;
  /** The code, unique; from the group's series when a new one has none. */
  code?: string | null | undefined;
  /** Those that it does not have yet are added. */
  contacts?: Array<ContactInput>;
  /** The ISO 4217 code of the currency it is billed in; a new customer needs one. */
  currency?: string | null | undefined;
  /** Its address for e-mail. */
  email?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** ORGANISATION unless told. */
  kind?: CustomerKind | null | undefined;
  /** The name in the register. */
  legalName?: string | null | undefined;
  /** The name it goes by; a new customer needs one. */
  name?: string | null | undefined;
  /** When it pays. */
  paymentTermsId?: string | null | undefined;
  /** Its telephone number. */
  phone?: string | null | undefined;
  /** Its number for value added or sales tax. */
  taxNumber?: string | null | undefined;
  /** What companies agree with it, one for each at most. */
  terms?: Array<CustomerTermsInput>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a Customer; all that are given must hold. */
export type CustomerWhere = {
  /** Where it is billed and goods are sent. */
  addresses?: CustomerAddressListWhere | null | undefined;
  /** All of these must hold. */
  and?: Array<CustomerWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The code of the customer, unique. */
  code?: StringFilter | null | undefined;
  /** The people there. */
  contacts?: ContactListWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The ISO 4217 code of the currency it is billed in unless an order says so. */
  currency?: StringFilter | null | undefined;
  /** Its address for e-mail. */
  email?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** An organisation or a person. */
  kind?: CustomerKindFilter | null | undefined;
  /** The name in the register. */
  legalName?: StringFilter | null | undefined;
  /** The name it goes by. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: CustomerWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<CustomerWhere> | null | undefined;
  /** When it pays, unless a company has agreed otherwise. */
  paymentTerms?: PaymentTermsWhere | null | undefined;
  /** Its telephone number. */
  phone?: StringFilter | null | undefined;
  /** Its number for value added or sales tax. */
  taxNumber?: StringFilter | null | undefined;
  /** What each company has agreed with it. */
  terms?: CustomerTermsListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What customersBulk takes. */
export type CustomersBulkInput = {
  /** The rows, at most 250. */
  rows: Array<CustomersBulkRow>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** One row of customersBulk. */
export type CustomersBulkRow = {
  /** Those that it does not have yet are added. */
  addresses?: Array<CustomerAddressInput>;
  /** The code, unique; from the group's series when a new one has none. */
  code?: string | null | undefined;
  /** Those that it does not have yet are added. */
  contacts?: Array<ContactInput>;
  /** The ISO 4217 code of the currency it is billed in; a new customer needs one. */
  currency?: string | null | undefined;
  /** Its address for e-mail. */
  email?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** ORGANISATION unless told. */
  kind?: CustomerKind | null | undefined;
  /** The name in the register. */
  legalName?: string | null | undefined;
  /** The name it goes by; a new customer needs one. */
  name?: string | null | undefined;
  /** When it pays. */
  paymentTermsId?: string | null | undefined;
  /** Its telephone number. */
  phone?: string | null | undefined;
  /** Its number for value added or sales tax. */
  taxNumber?: string | null | undefined;
  /** What companies agree with it, one for each at most. */
  terms?: Array<CustomerTermsInput>;
};

/** Conditions on a date; all that are given must hold. */
export type DateFilter = {
  /** Equal to. */
  eq?: string | null | undefined;
  /** Greater than. */
  gt?: string | null | undefined;
  /** Greater than or equal to. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Less than. */
  lt?: string | null | undefined;
  /** Less than or equal to. */
  lte?: string | null | undefined;
  /** Not equal to. */
  ne?: string | null | undefined;
};

/** Conditions on an instant; all that are given must hold. */
export type DateTimeFilter = {
  /** Equal to. */
  eq?: string | null | undefined;
  /** Greater than. */
  gt?: string | null | undefined;
  /** Greater than or equal to. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Less than. */
  lt?: string | null | undefined;
  /** Less than or equal to. */
  lte?: string | null | undefined;
  /** Not equal to. */
  ne?: string | null | undefined;
};

/** Conditions on an exact number; all that are given must hold. */
export type DecimalFilter = {
  /** Equal to. */
  eq?: string | number | null | undefined;
  /** Greater than. */
  gt?: string | number | null | undefined;
  /** Greater than or equal to. */
  gte?: string | number | null | undefined;
  /** One of these. */
  in?: Array<string | number> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Less than. */
  lt?: string | number | null | undefined;
  /** Less than or equal to. */
  lte?: string | number | null | undefined;
  /** Not equal to. */
  ne?: string | number | null | undefined;
};

/** What exchangeRatesSet takes. */
export type ExchangeRatesSetInput = {
  /** The rows, at most 250. */
  rows: Array<ExchangeRatesSetRow>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** One row of exchangeRatesSet. */
export type ExchangeRatesSetRow = {
  /** The currency of which one unit is valued. */
  from: string;
  /** How much of `to` one unit of `from` is. */
  rate: string | number;
  /** The currency in which it is valued. */
  to: string;
  /** The first day on which it holds. */
  validFrom: string;
};

/** What another system calls it. */
export type ExternalRefInput = {
  /** The key it uses there. */
  key: string;
  /** The other system. */
  system: string;
};

/** What another system calls it. */
export type ExternalRefKey = {
  /** The key it uses there. */
  key: string;
  /** The other system. */
  system: string;
};

/** Conditions on an id; all that are given must hold. */
export type IdFilter = {
  /** This id. */
  eq?: string | null | undefined;
  /** One of these ids. */
  in?: Array<string> | null | undefined;
};

/** Conditions on a whole number; all that are given must hold. */
export type IntFilter = {
  /** Equal to. */
  eq?: number | null | undefined;
  /** Greater than. */
  gt?: number | null | undefined;
  /** Greater than or equal to. */
  gte?: number | null | undefined;
  /** One of these. */
  in?: Array<number> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Less than. */
  lt?: number | null | undefined;
  /** Less than or equal to. */
  lte?: number | null | undefined;
  /** Not equal to. */
  ne?: number | null | undefined;
};

/** Conditions on a list of ItemSettings. */
export type ItemSettingsListWhere = {
  /** Every row is so. */
  every?: ItemSettingsWhere | null | undefined;
  /** No row is so. */
  none?: ItemSettingsWhere | null | undefined;
  /** At least one row is so. */
  some?: ItemSettingsWhere | null | undefined;
};

/** Conditions on a ItemSettings; all that are given must hold. */
export type ItemSettingsWhere = {
  /** All of these must hold. */
  and?: Array<ItemSettingsWhere> | null | undefined;
  /** The company that keeps it so. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: ItemSettingsWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ItemSettingsWhere> | null | undefined;
  /** In the company's base currency for one stock unit. */
  standardCost?: DecimalFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** How its stock is valued. */
  valuationMethod?: ValuationMethodFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Another unit an item comes in. */
export type ItemUnitInput = {
  /** How many stock units one of it is. */
  factor: string | number;
  /** The UN/CEFACT code of the unit. */
  unit: string;
};

/** Conditions on a list of ItemUnit. */
export type ItemUnitListWhere = {
  /** Every row is so. */
  every?: ItemUnitWhere | null | undefined;
  /** No row is so. */
  none?: ItemUnitWhere | null | undefined;
  /** At least one row is so. */
  some?: ItemUnitWhere | null | undefined;
};

/** Conditions on a ItemUnit; all that are given must hold. */
export type ItemUnitWhere = {
  /** All of these must hold. */
  and?: Array<ItemUnitWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** How many stock units one of it is. */
  factor?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item that comes in it. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: ItemUnitWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ItemUnitWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** The UN/CEFACT code of the unit. */
  unit?: StringFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What itemUpsert takes. */
export type ItemUpsertInput = {
  /** The category it is listed under. */
  category?: string | null | undefined;
  /** The code, unique; from the group's series when a new one has none. */
  code?: string | null | undefined;
  /** What more is to be said of it. */
  description?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** Whether it is bought. */
  isBought?: boolean | null | undefined;
  /** Whether it is made in house. */
  isMade?: boolean | null | undefined;
  /** Whether it is sold. */
  isSold?: boolean | null | undefined;
  /** Whether stock of it is kept. */
  isStocked?: boolean | null | undefined;
  /** The name; a new item needs one. */
  name?: string | null | undefined;
  /** The UN/CEFACT code of its stock unit; a new item needs one, and it stays. */
  unit?: string | null | undefined;
  /** All units beside the stock unit; absent keeps those there. */
  units?: Array<ItemUnitInput> | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of ItemValuation. */
export type ItemValuationListWhere = {
  /** Every row is so. */
  every?: ItemValuationWhere | null | undefined;
  /** No row is so. */
  none?: ItemValuationWhere | null | undefined;
  /** At least one row is so. */
  some?: ItemValuationWhere | null | undefined;
};

/** Conditions on a ItemValuation; all that are given must hold. */
export type ItemValuationWhere = {
  /** All of these must hold. */
  and?: Array<ItemValuationWhere> | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: ItemValuationWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ItemValuationWhere> | null | undefined;
  /** How much is there, in the item's stock unit. */
  quantity?: DecimalFilter | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** What it is worth. */
  value?: DecimalFilter | null | undefined;
};

/** Conditions on a Item; all that are given must hold. */
export type ItemWhere = {
  /** All of these must hold. */
  and?: Array<ItemWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The category it is listed under. */
  category?: StringFilter | null | undefined;
  /** The code of the item, unique. */
  code?: StringFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** What more is to be said of it. */
  description?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Whether it is bought. */
  isBought?: BooleanFilter | null | undefined;
  /** Whether it is made in house. */
  isMade?: BooleanFilter | null | undefined;
  /** Whether it is sold. */
  isSold?: BooleanFilter | null | undefined;
  /** Whether stock of it is kept. */
  isStocked?: BooleanFilter | null | undefined;
  /** The name of the item. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: ItemWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ItemWhere> | null | undefined;
  /** To what it is promised. */
  reservations?: ReservationListWhere | null | undefined;
  /** How companies keep and value it. */
  settings?: ItemSettingsListWhere | null | undefined;
  /** Where it lies. */
  stockLevels?: StockLevelListWhere | null | undefined;
  /** How it came and left. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** How it was taken on. */
  stockOpenings?: StockOpeningListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** The UN/CEFACT code of the unit its stock is kept in. */
  unit?: StringFilter | null | undefined;
  /** The other units it comes in. */
  units?: ItemUnitListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** How its value changed. */
  valuationLayers?: ValuationLayerListWhere | null | undefined;
  /** What it is worth in each company. */
  valuations?: ItemValuationListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What itemsBulk takes. */
export type ItemsBulkInput = {
  /** The rows, at most 250. */
  rows: Array<ItemsBulkRow>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** One row of itemsBulk. */
export type ItemsBulkRow = {
  /** The category it is listed under. */
  category?: string | null | undefined;
  /** The code, unique; from the group's series when a new one has none. */
  code?: string | null | undefined;
  /** What more is to be said of it. */
  description?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** Whether it is bought. */
  isBought?: boolean | null | undefined;
  /** Whether it is made in house. */
  isMade?: boolean | null | undefined;
  /** Whether it is sold. */
  isSold?: boolean | null | undefined;
  /** Whether stock of it is kept. */
  isStocked?: boolean | null | undefined;
  /** The name; a new item needs one. */
  name?: string | null | undefined;
  /** The UN/CEFACT code of its stock unit; a new item needs one, and it stays. */
  unit?: string | null | undefined;
  /** All units beside the stock unit; absent keeps those there. */
  units?: Array<ItemUnitInput> | null | undefined;
};

/** What kind of actor can be entered. */
export type NewActorKind =
  /** Another system. */
  | 'INTEGRATION'
  /** A person. */
  | 'PERSON';

/** Where rows without a value stand. */
export type NullsOrder =
  /** Before all others. */
  | 'FIRST'
  /** Behind all others. */
  | 'LAST';

/** Conditions on a list of NumberSeries. */
export type NumberSeriesListWhere = {
  /** Every row is so. */
  every?: NumberSeriesWhere | null | undefined;
  /** No row is so. */
  none?: NumberSeriesWhere | null | undefined;
  /** At least one row is so. */
  some?: NumberSeriesWhere | null | undefined;
};

/** Conditions on a NumberSeries; all that are given must hold. */
export type NumberSeriesWhere = {
  /** All of these must hold. */
  and?: Array<NumberSeriesWhere> | null | undefined;
  /** The kind of document, such as salesOrder. */
  code?: StringFilter | null | undefined;
  /** The company whose documents it numbers. */
  company?: CompanyWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: NumberSeriesWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<NumberSeriesWhere> | null | undefined;
  /** The pattern of a number: {YYYY}, {MM} and {#####} are filled in. */
  pattern?: StringFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes. */
  version?: IntFilter | null | undefined;
};

/** How one field orders a list. */
export type Order = {
  /** Which end comes first. */
  direction?: OrderDirection;
  /** Where nulls stand: last when ascending, first when descending, unless told. */
  nulls?: NullsOrder | null | undefined;
};

/** Which end of an order comes first. */
export type OrderDirection =
  /** The smallest first. */
  | 'ASC'
  /** The greatest first. */
  | 'DESC';

/** What paymentTermsCreate takes. */
export type PaymentTermsCreateInput = {
  /** The code, unique. */
  code: string;
  /** The name of the terms. */
  name: string;
  /** Days from the document to the due date. */
  netDays: number;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a PaymentTerms; all that are given must hold. */
export type PaymentTermsWhere = {
  /** All of these must hold. */
  and?: Array<PaymentTermsWhere> | null | undefined;
  /** The code of the terms, unique. */
  code?: StringFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name of the terms. */
  name?: StringFilter | null | undefined;
  /** Days from the document to the due date. */
  netDays?: IntFilter | null | undefined;
  /** This must not hold. */
  not?: PaymentTermsWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PaymentTermsWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a list of Reservation. */
export type ReservationListWhere = {
  /** Every row is so. */
  every?: ReservationWhere | null | undefined;
  /** No row is so. */
  none?: ReservationWhere | null | undefined;
  /** At least one row is so. */
  some?: ReservationWhere | null | undefined;
};

/** Conditions on a Reservation; all that are given must hold. */
export type ReservationWhere = {
  /** All of these must hold. */
  and?: Array<ReservationWhere> | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was reserved first. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The noun it is promised to. */
  documentType?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: ReservationWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ReservationWhere> | null | undefined;
  /** What is still reserved. */
  quantity?: DecimalFilter | null | undefined;
  /** The stock that is promised. */
  stockLevel?: StockLevelWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** What roleChange takes. */
export type RoleChangeInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The role. */
  id: string;
  /** The name of the role. */
  name?: string | null | undefined;
  /** What it permits. */
  permissions?: Array<string> | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What roleCreate takes. */
export type RoleCreateInput = {
  /** The code, unique. */
  code: string;
  /** The name of the role. */
  name: string;
  /** What it permits. */
  permissions: Array<string>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of StockLevel. */
export type StockLevelListWhere = {
  /** Every row is so. */
  every?: StockLevelWhere | null | undefined;
  /** No row is so. */
  none?: StockLevelWhere | null | undefined;
  /** At least one row is so. */
  some?: StockLevelWhere | null | undefined;
};

/** Conditions on a StockLevel; all that are given must hold. */
export type StockLevelWhere = {
  /** All of these must hold. */
  and?: Array<StockLevelWhere> | null | undefined;
  /** The bin. */
  bin?: BinWhere | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: StockLevelWhere | null | undefined;
  /** What is there. */
  onHand?: DecimalFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockLevelWhere> | null | undefined;
  /** To what it is promised. */
  reservations?: ReservationListWhere | null | undefined;
  /** What of it is promised to documents. */
  reserved?: DecimalFilter | null | undefined;
  /** What it may be used for. */
  status?: StockStatusFilter | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** The warehouse. */
  warehouse?: WarehouseWhere | null | undefined;
};

/** Why stock moved. */
export type StockMoveKind =
  /** A count found another quantity. */
  | 'ADJUSTMENT'
  /** It was taken on when the company began. */
  | 'OPENING'
  /** It was sent to a customer. */
  | 'SHIPMENT'
  /** A shipment was undone. */
  | 'SHIPMENT_REVERSAL';

/** Conditions on a StockMoveKind; all that are given must hold. */
export type StockMoveKindFilter = {
  /** Equal to. */
  eq?: StockMoveKind | null | undefined;
  /** One of these. */
  in?: Array<StockMoveKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: StockMoveKind | null | undefined;
};

/** Conditions on a list of StockMove. */
export type StockMoveListWhere = {
  /** Every row is so. */
  every?: StockMoveWhere | null | undefined;
  /** No row is so. */
  none?: StockMoveWhere | null | undefined;
  /** At least one row is so. */
  some?: StockMoveWhere | null | undefined;
};

/** Conditions on a StockMove; all that are given must hold. */
export type StockMoveWhere = {
  /** All of these must hold. */
  and?: Array<StockMoveWhere> | null | undefined;
  /** The bin. */
  bin?: BinWhere | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The noun by which it moved. */
  documentType?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** Why it moved. */
  kind?: StockMoveKindFilter | null | undefined;
  /** This must not hold. */
  not?: StockMoveWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockMoveWhere> | null | undefined;
  /** The business day of the move. */
  postedOn?: DateFilter | null | undefined;
  /** How much came, or left. */
  quantity?: DecimalFilter | null | undefined;
  /** What it may be used for. */
  status?: StockStatusFilter | null | undefined;
  /** How the move changed the value. */
  valuationLayers?: ValuationLayerListWhere | null | undefined;
  /** What it is worth in the company's base currency. */
  value?: DecimalFilter | null | undefined;
  /** The warehouse. */
  warehouse?: WarehouseWhere | null | undefined;
};

/** What stockOpeningBulk takes. */
export type StockOpeningBulkInput = {
  /** The rows, at most 250. */
  rows: Array<StockOpeningBulkRow>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** One row of stockOpeningBulk. */
export type StockOpeningBulkRow = {
  /** The bin: MAIN unless told. */
  binId?: string | null | undefined;
  /** The company whose stock it is. */
  companyId: string;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** The item. */
  itemId: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** How much is there. */
  quantity: string | number;
  /** The unit of the quantity: the item's stock unit unless told. */
  unit?: string | null | undefined;
  /** What one of the unit cost, in the company's base currency. */
  unitCost: string | number;
  /** The warehouse. */
  warehouseId: string;
};

/** Conditions on a list of StockOpening. */
export type StockOpeningListWhere = {
  /** Every row is so. */
  every?: StockOpeningWhere | null | undefined;
  /** No row is so. */
  none?: StockOpeningWhere | null | undefined;
  /** At least one row is so. */
  some?: StockOpeningWhere | null | undefined;
};

/** Conditions on a StockOpening; all that are given must hold. */
export type StockOpeningWhere = {
  /** All of these must hold. */
  and?: Array<StockOpeningWhere> | null | undefined;
  /** The bin. */
  bin?: BinWhere | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: StockOpeningWhere | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockOpeningWhere> | null | undefined;
  /** The business day of the opening. */
  postedOn?: DateFilter | null | undefined;
  /** How much was taken on. */
  quantity?: DecimalFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** What one stock unit cost. */
  unitCost?: DecimalFilter | null | undefined;
  /** What the whole is worth. */
  value?: DecimalFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** The warehouse. */
  warehouse?: WarehouseWhere | null | undefined;
};

/** What stock may be used for. */
export type StockStatus =
  /** It may be sold and used. */
  | 'AVAILABLE'
  /** It may not be used. */
  | 'BLOCKED'
  /** It lies here and belongs to somebody else. */
  | 'CONSIGNED'
  /** It waits for a decision about its quality. */
  | 'QUALITY_HOLD';

/** Conditions on a StockStatus; all that are given must hold. */
export type StockStatusFilter = {
  /** Equal to. */
  eq?: StockStatus | null | undefined;
  /** One of these. */
  in?: Array<StockStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: StockStatus | null | undefined;
};

/** Conditions on a text; all that are given must hold. */
export type StringFilter = {
  /** Contains this text, in whatever case. */
  contains?: string | null | undefined;
  /** Equal to, letter by letter. */
  eq?: string | null | undefined;
  /** Behind this text in order. */
  gt?: string | null | undefined;
  /** This text or behind it in order. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Before this text in order. */
  lt?: string | null | undefined;
  /** This text or before it in order. */
  lte?: string | null | undefined;
  /** Not equal to. */
  ne?: string | null | undefined;
  /** Starts with this text, in whatever case. */
  startsWith?: string | null | undefined;
};

/** Conditions on a list of texts. */
export type StringListFilter = {
  /** Contains exactly this text. */
  has?: string | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
};

/** What taxCodeCreate takes. */
export type TaxCodeCreateInput = {
  /** The code, unique in its company. */
  code: string;
  /** The company that charges it. */
  companyId: string;
  /** The name of the tax. */
  name: string;
  /** Percent of the net amount, such as 19. */
  ratePercent: string | number;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of ValuationLayer. */
export type ValuationLayerListWhere = {
  /** Every row is so. */
  every?: ValuationLayerWhere | null | undefined;
  /** No row is so. */
  none?: ValuationLayerWhere | null | undefined;
  /** At least one row is so. */
  some?: ValuationLayerWhere | null | undefined;
};

/** Conditions on a ValuationLayer; all that are given must hold. */
export type ValuationLayerWhere = {
  /** All of these must hold. */
  and?: Array<ValuationLayerWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: ValuationLayerWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ValuationLayerWhere> | null | undefined;
  /** The business day of the change. */
  postedOn?: DateFilter | null | undefined;
  /** How much came, or left, in stock units. */
  quantity?: DecimalFilter | null | undefined;
  /** The move that changed the value. */
  stockMove?: StockMoveWhere | null | undefined;
  /** By how much the value changed. */
  value?: DecimalFilter | null | undefined;
};

/** How stock is valued. */
export type ValuationMethod =
  /** What leaves takes its share of the whole value. */
  | 'MOVING_AVERAGE';

/** Conditions on a ValuationMethod; all that are given must hold. */
export type ValuationMethodFilter = {
  /** Equal to. */
  eq?: ValuationMethod | null | undefined;
  /** One of these. */
  in?: Array<ValuationMethod> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: ValuationMethod | null | undefined;
};

/** What warehouseCreate takes. */
export type WarehouseCreateInput = {
  /** The code, unique in the company. */
  code: string;
  /** The company that keeps it. */
  companyId: string;
  /** The name of the warehouse. */
  name: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of Warehouse. */
export type WarehouseListWhere = {
  /** Every row is so. */
  every?: WarehouseWhere | null | undefined;
  /** No row is so. */
  none?: WarehouseWhere | null | undefined;
  /** At least one row is so. */
  some?: WarehouseWhere | null | undefined;
};

/** Conditions on a Warehouse; all that are given must hold. */
export type WarehouseWhere = {
  /** All of these must hold. */
  and?: Array<WarehouseWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The places in it. */
  bins?: BinListWhere | null | undefined;
  /** The code, unique in its company. */
  code?: StringFilter | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name of the warehouse. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: WarehouseWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<WarehouseWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a WorkCalendar; all that are given must hold. */
export type WorkCalendarWhere = {
  /** All of these must hold. */
  and?: Array<WorkCalendarWhere> | null | undefined;
  /** The code of the calendar, unique. */
  code?: StringFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name of the calendar. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: WorkCalendarWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<WorkCalendarWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

export type RoleCreateMutationVariables = Exact<{
  input: RoleCreateInput;
}>;


export type RoleCreateMutation = { roleCreate: { role: { id: string, code: string } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type RoleChangeMutationVariables = Exact<{
  input: RoleChangeInput;
}>;


export type RoleChangeMutation = { roleChange: { role: { id: string, version: number } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ActorCreateMutationVariables = Exact<{
  input: ActorCreateInput;
}>;


export type ActorCreateMutation = { actorCreate: { actor: { id: string, name: string } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ApiKeyIssueMutationVariables = Exact<{
  input: ApiKeyIssueInput;
}>;


export type ApiKeyIssueMutation = { apiKeyIssue: { token: string | null, apiKey: { id: string, hint: string } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke: { apiKey: { id: string, revokedAt: string | null } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerUpsertMutationVariables = Exact<{
  input: CustomerUpsertInput;
}>;


export type CustomerUpsertMutation = { customerUpsert: { customer: { id: string, code: string, name: string, version: number, addresses: { nodes: Array<{ id: string, kind: AddressKind, city: string }> } | null } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomersBulkMutationVariables = Exact<{
  input: CustomersBulkInput;
}>;


export type CustomersBulkMutation = { customersBulk: { results: Array<{ index: number, customer: { id: string, code: string } | null, userErrors: Array<
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerChangeMutationVariables = Exact<{
  input: CustomerChangeInput;
}>;


export type CustomerChangeMutation = { customerChange: { customer: { id: string, name: string, version: number } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerTermsSetMutationVariables = Exact<{
  input: CustomerTermsSetInput;
}>;


export type CustomerTermsSetMutation = { customerTermsSet: { customerTerms: { id: string, creditLimit: string | null, isOnCreditHold: boolean } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomersQueryVariables = Exact<{
  where?: CustomerWhere | null | undefined;
  orderBy?: Array<CustomerOrderBy> | CustomerOrderBy | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { totalCount: number, nodes: Array<{ id: string, code: string, name: string, currency: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type CustomerQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerQuery = { customer: { id: string, code: string, name: string, version: number, currency: string, addresses: { nodes: Array<{ kind: AddressKind, line1: string, city: string, countryCode: string }> } | null, contacts: { nodes: Array<{ firstName: string | null, lastName: string, role: string | null }> } | null, terms: { nodes: Array<{ creditLimit: string | null, isOnCreditHold: boolean, company: { code: string } | null }> } | null } | null };

export type CompanyCreateMutationVariables = Exact<{
  input: CompanyCreateInput;
}>;


export type CompanyCreateMutation = { companyCreate: { company: { id: string, code: string, name: string, baseCurrency: string, timeZone: string, version: number } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type WarehouseCreateMutationVariables = Exact<{
  input: WarehouseCreateInput;
}>;


export type WarehouseCreateMutation = { warehouseCreate: { warehouse: { id: string, code: string, name: string } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type PaymentTermsCreateMutationVariables = Exact<{
  input: PaymentTermsCreateInput;
}>;


export type PaymentTermsCreateMutation = { paymentTermsCreate: { paymentTerms: { id: string, code: string, name: string, netDays: number } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type TaxCodeCreateMutationVariables = Exact<{
  input: TaxCodeCreateInput;
}>;


export type TaxCodeCreateMutation = { taxCodeCreate: { taxCode: { id: string, code: string, name: string, ratePercent: string } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ExchangeRatesSetMutationVariables = Exact<{
  input: ExchangeRatesSetInput;
}>;


export type ExchangeRatesSetMutation = { exchangeRatesSet: { results: Array<{ index: number, exchangeRate: { id: string, fromCurrency: string, toCurrency: string, validFrom: string, rate: string } | null, userErrors: Array<
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CompaniesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { companies: { nodes: Array<{ id: string, code: string, name: string, baseCurrency: string, timeZone: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ItemUpsertMutationVariables = Exact<{
  input: ItemUpsertInput;
}>;


export type ItemUpsertMutation = { itemUpsert: { item: { id: string, code: string, name: string, unit: string, version: number } | null, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ItemsBulkMutationVariables = Exact<{
  input: ItemsBulkInput;
}>;


export type ItemsBulkMutation = { itemsBulk: { results: Array<{ index: number, item: { id: string, code: string } | null, userErrors: Array<
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockOpeningBulkMutationVariables = Exact<{
  input: StockOpeningBulkInput;
}>;


export type StockOpeningBulkMutation = { stockOpeningBulk: { results: Array<{ index: number, stockOpening: { id: string, number: string } | null, userErrors: Array<
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockLevelsQueryVariables = Exact<{
  where?: StockLevelWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockLevelsQuery = { stockLevels: { nodes: Array<{ item: { code: string, name: string } | null, warehouse: { code: string } | null, onHand: { value: string, unit: string }, reserved: { value: string }, available: { value: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

type Refusal_CurrencyMismatch_Fragment = { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CustomerArchived_Fragment = { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_DuplicateKey_Fragment = { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_GrantExceedsGrantor_Fragment = { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_IdempotencyConflict_Fragment = { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InsufficientStock_Fragment = { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ItemArchived_Fragment = { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ItemNotStocked_Fragment = { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_LimitExceeded_Fragment = { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OpeningPosted_Fragment = { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_QuantityOutOfRange_Fragment = { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_RateMissing_Fragment = { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_RuleViolation_Fragment = { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_StaleVersion_Fragment = { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_TransitionRefused_Fragment = { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_UnitMismatch_Fragment = { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean };

export type RefusalFragment =
  | Refusal_CurrencyMismatch_Fragment
  | Refusal_CustomerArchived_Fragment
  | Refusal_DuplicateKey_Fragment
  | Refusal_GrantExceedsGrantor_Fragment
  | Refusal_IdempotencyConflict_Fragment
  | Refusal_InsufficientStock_Fragment
  | Refusal_InvalidInput_Fragment
  | Refusal_ItemArchived_Fragment
  | Refusal_ItemNotStocked_Fragment
  | Refusal_LimitExceeded_Fragment
  | Refusal_NotFound_Fragment
  | Refusal_OpeningPosted_Fragment
  | Refusal_QuantityOutOfRange_Fragment
  | Refusal_RateMissing_Fragment
  | Refusal_RuleViolation_Fragment
  | Refusal_StaleVersion_Fragment
  | Refusal_TransitionRefused_Fragment
  | Refusal_UnitMismatch_Fragment
;

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const RoleCreateDocument = new TypedDocumentString(`
    mutation RoleCreate($input: RoleCreateInput!) {
  roleCreate(input: $input) {
    role {
      id
      code
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<RoleCreateMutation, RoleCreateMutationVariables>;
export const RoleChangeDocument = new TypedDocumentString(`
    mutation RoleChange($input: RoleChangeInput!) {
  roleChange(input: $input) {
    role {
      id
      version
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<RoleChangeMutation, RoleChangeMutationVariables>;
export const ActorCreateDocument = new TypedDocumentString(`
    mutation ActorCreate($input: ActorCreateInput!) {
  actorCreate(input: $input) {
    actor {
      id
      name
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ActorCreateMutation, ActorCreateMutationVariables>;
export const ApiKeyIssueDocument = new TypedDocumentString(`
    mutation ApiKeyIssue($input: ApiKeyIssueInput!) {
  apiKeyIssue(input: $input) {
    apiKey {
      id
      hint
    }
    token
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ApiKeyIssueMutation, ApiKeyIssueMutationVariables>;
export const ApiKeyRevokeDocument = new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    apiKey {
      id
      revokedAt
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const CustomerUpsertDocument = new TypedDocumentString(`
    mutation CustomerUpsert($input: CustomerUpsertInput!) {
  customerUpsert(input: $input) {
    customer {
      id
      code
      name
      version
      addresses(first: 10) {
        nodes {
          id
          kind
          city
        }
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<CustomerUpsertMutation, CustomerUpsertMutationVariables>;
export const CustomersBulkDocument = new TypedDocumentString(`
    mutation CustomersBulk($input: CustomersBulkInput!) {
  customersBulk(input: $input) {
    results {
      index
      customer {
        id
        code
      }
      userErrors {
        ...Refusal
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<CustomersBulkMutation, CustomersBulkMutationVariables>;
export const CustomerChangeDocument = new TypedDocumentString(`
    mutation CustomerChange($input: CustomerChangeInput!) {
  customerChange(input: $input) {
    customer {
      id
      name
      version
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<CustomerChangeMutation, CustomerChangeMutationVariables>;
export const CustomerTermsSetDocument = new TypedDocumentString(`
    mutation CustomerTermsSet($input: CustomerTermsSetInput!) {
  customerTermsSet(input: $input) {
    customerTerms {
      id
      creditLimit
      isOnCreditHold
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<CustomerTermsSetMutation, CustomerTermsSetMutationVariables>;
export const CustomersDocument = new TypedDocumentString(`
    query Customers($where: CustomerWhere, $orderBy: [CustomerOrderBy!], $first: Int, $after: String, $last: Int, $before: String) {
  customers(
    where: $where
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    nodes {
      id
      code
      name
      currency
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CustomersQuery, CustomersQueryVariables>;
export const CustomerDocument = new TypedDocumentString(`
    query Customer($by: CustomerBy!) {
  customer(by: $by) {
    id
    code
    name
    version
    currency
    addresses(first: 20) {
      nodes {
        kind
        line1
        city
        countryCode
      }
    }
    contacts(first: 20) {
      nodes {
        firstName
        lastName
        role
      }
    }
    terms(first: 20) {
      nodes {
        creditLimit
        isOnCreditHold
        company {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerQuery, CustomerQueryVariables>;
export const CompanyCreateDocument = new TypedDocumentString(`
    mutation CompanyCreate($input: CompanyCreateInput!) {
  companyCreate(input: $input) {
    company {
      id
      code
      name
      baseCurrency
      timeZone
      version
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<CompanyCreateMutation, CompanyCreateMutationVariables>;
export const WarehouseCreateDocument = new TypedDocumentString(`
    mutation WarehouseCreate($input: WarehouseCreateInput!) {
  warehouseCreate(input: $input) {
    warehouse {
      id
      code
      name
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<WarehouseCreateMutation, WarehouseCreateMutationVariables>;
export const PaymentTermsCreateDocument = new TypedDocumentString(`
    mutation PaymentTermsCreate($input: PaymentTermsCreateInput!) {
  paymentTermsCreate(input: $input) {
    paymentTerms {
      id
      code
      name
      netDays
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<PaymentTermsCreateMutation, PaymentTermsCreateMutationVariables>;
export const TaxCodeCreateDocument = new TypedDocumentString(`
    mutation TaxCodeCreate($input: TaxCodeCreateInput!) {
  taxCodeCreate(input: $input) {
    taxCode {
      id
      code
      name
      ratePercent
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<TaxCodeCreateMutation, TaxCodeCreateMutationVariables>;
export const ExchangeRatesSetDocument = new TypedDocumentString(`
    mutation ExchangeRatesSet($input: ExchangeRatesSetInput!) {
  exchangeRatesSet(input: $input) {
    results {
      index
      exchangeRate {
        id
        fromCurrency
        toCurrency
        validFrom
        rate
      }
      userErrors {
        ...Refusal
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ExchangeRatesSetMutation, ExchangeRatesSetMutationVariables>;
export const CompaniesDocument = new TypedDocumentString(`
    query Companies($first: Int, $after: String) {
  companies(first: $first, after: $after) {
    nodes {
      id
      code
      name
      baseCurrency
      timeZone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CompaniesQuery, CompaniesQueryVariables>;
export const ItemUpsertDocument = new TypedDocumentString(`
    mutation ItemUpsert($input: ItemUpsertInput!) {
  itemUpsert(input: $input) {
    item {
      id
      code
      name
      unit
      version
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ItemUpsertMutation, ItemUpsertMutationVariables>;
export const ItemsBulkDocument = new TypedDocumentString(`
    mutation ItemsBulk($input: ItemsBulkInput!) {
  itemsBulk(input: $input) {
    results {
      index
      item {
        id
        code
      }
      userErrors {
        ...Refusal
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ItemsBulkMutation, ItemsBulkMutationVariables>;
export const StockOpeningBulkDocument = new TypedDocumentString(`
    mutation StockOpeningBulk($input: StockOpeningBulkInput!) {
  stockOpeningBulk(input: $input) {
    results {
      index
      stockOpening {
        id
        number
      }
      userErrors {
        ...Refusal
      }
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<StockOpeningBulkMutation, StockOpeningBulkMutationVariables>;
export const StockLevelsDocument = new TypedDocumentString(`
    query StockLevels($where: StockLevelWhere, $first: Int, $after: String) {
  stockLevels(where: $where, first: $first, after: $after) {
    nodes {
      item {
        code
        name
      }
      warehouse {
        code
      }
      onHand {
        value
        unit
      }
      reserved {
        value
      }
      available {
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<StockLevelsQuery, StockLevelsQueryVariables>;