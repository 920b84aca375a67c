/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an account holds. */
export type AccountKind =
  /** What the company has. */
  | 'ASSET'
  /** What is left for its owners. */
  | 'EQUITY'
  /** What that cost. */
  | 'EXPENSE'
  /** What it owes. */
  | 'LIABILITY'
  /** What it earned. */
  | 'REVENUE';

/** Conditions on a AccountKind; all that are given must hold. */
export type AccountKindFilter = {
  /** Equal to. */
  eq?: AccountKind | null | undefined;
  /** One of these. */
  in?: Array<AccountKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: AccountKind | null | undefined;
};

/** Conditions on a list of Account. */
export type AccountListWhere = {
  /** Every row is so. */
  every?: AccountWhere | null | undefined;
  /** No row is so. */
  none?: AccountWhere | null | undefined;
  /** At least one row is so. */
  some?: AccountWhere | null | undefined;
};

/** Conditions on a Account; all that are given must hold. */
export type AccountWhere = {
  /** All of these must hold. */
  and?: Array<AccountWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The code, unique in its company. */
  code?: StringFilter | null | undefined;
  /** Whose books it is in. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What it holds. */
  kind?: AccountKindFilter | null | undefined;
  /** What moved it. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
  /** The name of the account. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: AccountWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<AccountWhere> | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

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

/** How long something is due. */
export type AgeBucket =
  /** It was due 1 to 30 days before. */
  | 'DAYS_1_30'
  /** It was due 31 to 60 days before. */
  | 'DAYS_31_60'
  /** It was due 61 to 90 days before. */
  | 'DAYS_61_90'
  /** It was due more than 90 days before. */
  | 'DAYS_OVER_90'
  /** It is not due yet. */
  | 'NOT_DUE'
  /** Money that no invoice has taken yet; it is below zero. */
  | 'ON_ACCOUNT';

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

/** What binCreate takes. */
export type BinCreateInput = {
  /** The code, unique in the warehouse. */
  code: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
  /** The warehouse. */
  warehouseId: string;
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
  /** How goods came there and left. */
  stockMoves?: StockMoveListWhere | null | undefined;
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

/** A document by its number in a company. */
export type CompanyNumber = {
  /** The company whose series gave the number. */
  company: string;
  /** The number. */
  number: string;
};

/** Conditions on a Company; all that are given must hold. */
export type CompanyWhere = {
  /** Its chart of accounts. */
  accounts?: AccountListWhere | null | undefined;
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
  /** What was delivered. */
  deliveries?: DeliveryListWhere | null | undefined;
  /** The months of its books. */
  fiscalPeriods?: FiscalPeriodListWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Its vouchers. */
  journalEntries?: JournalEntryListWhere | null | undefined;
  /** Its ledger. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
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
  /** What it was paid. */
  payments?: PaymentListWhere | null | undefined;
  /** What was billed. */
  salesInvoices?: SalesInvoiceListWhere | null | undefined;
  /** What was ordered. */
  salesOrders?: SalesOrderListWhere | null | undefined;
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
  /** What was delivered. */
  deliveries?: DeliveryListWhere | null | undefined;
  /** Its address for e-mail. */
  email?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** An organisation or a person. */
  kind?: CustomerKindFilter | null | undefined;
  /** What the ledger says of it. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
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
  /** What it paid. */
  payments?: PaymentListWhere | null | undefined;
  /** Its telephone number. */
  phone?: StringFilter | null | undefined;
  /** What was billed. */
  salesInvoices?: SalesInvoiceListWhere | null | undefined;
  /** What was ordered. */
  salesOrders?: SalesOrderListWhere | null | undefined;
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

/** What deliveryCancel takes. */
export type DeliveryCancelInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The delivery. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What deliveryCreate takes. */
export type DeliveryCreateInput = {
  /** The day of the delivery note: today unless told. */
  documentOn?: string | null | undefined;
  /** What is delivered: all that is open unless told. */
  lines?: Array<LineQuantityInput> | null | undefined;
  /** The order to deliver. */
  salesOrderId: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What deliveryDeliver takes. */
export type DeliveryDeliverInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The delivery. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of DeliveryLine. */
export type DeliveryLineListWhere = {
  /** Every row is so. */
  every?: DeliveryLineWhere | null | undefined;
  /** No row is so. */
  none?: DeliveryLineWhere | null | undefined;
  /** At least one row is so. */
  some?: DeliveryLineWhere | null | undefined;
};

/** Conditions on a DeliveryLine; all that are given must hold. */
export type DeliveryLineWhere = {
  /** All of these must hold. */
  and?: Array<DeliveryLineWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The delivery it belongs to. */
  delivery?: DeliveryWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item; null for a charge. */
  item?: ItemWhere | null | undefined;
  /** This must not hold. */
  not?: DeliveryLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<DeliveryLineWhere> | null | undefined;
  /** Its place in the delivery, from 1. */
  position?: IntFilter | null | undefined;
  /** How much is delivered. */
  quantity?: DecimalFilter | null | undefined;
  /** The line of the order that it delivers. */
  salesOrderLine?: SalesOrderLineWhere | null | undefined;
  /** How the goods left the warehouse. */
  stockMoves?: StockMoveListWhere | null | undefined;
};

/** Conditions on a list of Delivery. */
export type DeliveryListWhere = {
  /** Every row is so. */
  every?: DeliveryWhere | null | undefined;
  /** No row is so. */
  none?: DeliveryWhere | null | undefined;
  /** At least one row is so. */
  some?: DeliveryWhere | null | undefined;
};

/** What deliveryPack takes. */
export type DeliveryPackInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The delivery. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What deliveryPick takes. */
export type DeliveryPickInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The delivery. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What deliveryShip takes. */
export type DeliveryShipInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The delivery. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** The carrier's number for it. */
  trackingNumber?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of a delivery. */
export type DeliveryStatus =
  /** It was given up before the goods left. */
  | 'CANCELLED'
  /** The customer has the goods. */
  | 'DELIVERED'
  /** It is planned. */
  | 'DRAFT'
  /** The goods are packed. */
  | 'PACKED'
  /** The goods are being fetched. */
  | 'PICKING'
  /** The goods have left. */
  | 'SHIPPED';

/** Conditions on a DeliveryStatus; all that are given must hold. */
export type DeliveryStatusFilter = {
  /** Equal to. */
  eq?: DeliveryStatus | null | undefined;
  /** One of these. */
  in?: Array<DeliveryStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: DeliveryStatus | null | undefined;
};

/** Conditions on a Delivery; all that are given must hold. */
export type DeliveryWhere = {
  /** All of these must hold. */
  and?: Array<DeliveryWhere> | null | undefined;
  /** The company that sells. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Who buys. */
  customer?: CustomerWhere | null | undefined;
  /** The day of the delivery note. */
  documentOn?: DateFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What the books made of it. */
  journalEntries?: JournalEntryListWhere | null | undefined;
  /** What it brings. */
  lines?: DeliveryLineListWhere | null | undefined;
  /** This must not hold. */
  not?: DeliveryWhere | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<DeliveryWhere> | null | undefined;
  /** The business day on which the goods left. */
  postedOn?: DateFilter | null | undefined;
  /** The order it delivers. */
  salesOrder?: SalesOrderWhere | null | undefined;
  /** What has become of it. */
  status?: DeliveryStatusFilter | null | undefined;
  /** How the goods left the warehouse. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** The carrier's number for it. */
  trackingNumber?: StringFilter | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** The warehouse the goods leave from. */
  warehouse?: WarehouseWhere | null | undefined;
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

/** What fiscalPeriodClose takes. */
export type FiscalPeriodCloseInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The fiscal period. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of FiscalPeriod. */
export type FiscalPeriodListWhere = {
  /** Every row is so. */
  every?: FiscalPeriodWhere | null | undefined;
  /** No row is so. */
  none?: FiscalPeriodWhere | null | undefined;
  /** At least one row is so. */
  some?: FiscalPeriodWhere | null | undefined;
};

/** One field that orders a list of FiscalPeriod; exactly one is given. */
export type FiscalPeriodOrderBy =
  {   /** The month, such as 2026-11. */
  code: Order; createdAt?: never; endsOn?: never; id?: never; reopenReason?: never; startsOn?: never; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never;   /** When it was entered. */
  createdAt: Order; endsOn?: never; id?: never; reopenReason?: never; startsOn?: never; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never;   /** Its last day. */
  endsOn: Order; id?: never; reopenReason?: never; startsOn?: never; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never;   /** Its global id: opaque, and the same for ever. */
  id: Order; reopenReason?: never; startsOn?: never; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never; id?: never;   /** Why it was opened again. */
  reopenReason: Order; startsOn?: never; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never; id?: never; reopenReason?: never;   /** Its first day. */
  startsOn: Order; status?: never; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never; id?: never; reopenReason?: never; startsOn?: never;   /** What it still takes. */
  status: Order; updatedAt?: never; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never; id?: never; reopenReason?: never; startsOn?: never; status?: never;   /** When it was changed last. */
  updatedAt: Order; version?: never; }
  |  { code?: never; createdAt?: never; endsOn?: never; id?: never; reopenReason?: never; startsOn?: never; status?: never; updatedAt?: never;   /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version: Order; };

/** What fiscalPeriodReopen takes. */
export type FiscalPeriodReopenInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The fiscal period. */
  id: string;
  /** Why; whoever audits the books asks for it. */
  reason: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What fiscalPeriodSoftClose takes. */
export type FiscalPeriodSoftCloseInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The fiscal period. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What a period still takes. */
export type FiscalPeriodStatus =
  /** Nothing is posted into it any more. */
  | 'CLOSED'
  /** Documents and vouchers are posted into it. */
  | 'OPEN'
  /** Only manual vouchers are posted into it. */
  | 'SOFT_CLOSED';

/** Conditions on a FiscalPeriodStatus; all that are given must hold. */
export type FiscalPeriodStatusFilter = {
  /** Equal to. */
  eq?: FiscalPeriodStatus | null | undefined;
  /** One of these. */
  in?: Array<FiscalPeriodStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: FiscalPeriodStatus | null | undefined;
};

/** Conditions on a FiscalPeriod; all that are given must hold. */
export type FiscalPeriodWhere = {
  /** All of these must hold. */
  and?: Array<FiscalPeriodWhere> | null | undefined;
  /** The month, such as 2026-11. */
  code?: StringFilter | null | undefined;
  /** Whose books it is in. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its last day. */
  endsOn?: DateFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: FiscalPeriodWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<FiscalPeriodWhere> | null | undefined;
  /** Why it was opened again. */
  reopenReason?: StringFilter | null | undefined;
  /** Its first day. */
  startsOn?: DateFilter | null | undefined;
  /** What it still takes. */
  status?: FiscalPeriodStatusFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
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

/** What itemSettingsSet takes. */
export type ItemSettingsSetInput = {
  /** The company that keeps it so. */
  companyId: string;
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The item. */
  itemId: string;
  /** In the company's base currency for one stock unit. */
  standardCost?: string | number | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
  /** How its stock is valued. */
  valuationMethod?: ValuationMethod | null | undefined;
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
  /** Whether it is kept by lots; settled before its first stock. */
  isLotTracked?: boolean | null | undefined;
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
  /** How it is valued. */
  method?: ValuationMethodFilter | null | undefined;
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
  /** Where it is delivered. */
  deliveryLines?: DeliveryLineListWhere | null | undefined;
  /** What more is to be said of it. */
  description?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** Whether it is bought. */
  isBought?: BooleanFilter | null | undefined;
  /** Whether it is kept by lots: each receipt and issue names one. */
  isLotTracked?: BooleanFilter | null | undefined;
  /** Whether it is made in house. */
  isMade?: BooleanFilter | null | undefined;
  /** Whether it is sold. */
  isSold?: BooleanFilter | null | undefined;
  /** Whether stock of it is kept. */
  isStocked?: BooleanFilter | null | undefined;
  /** What the ledger says of it. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
  /** Its lots. */
  lots?: LotListWhere | null | undefined;
  /** The name of the item. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: ItemWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ItemWhere> | null | undefined;
  /** To what it is promised. */
  reservations?: ReservationListWhere | null | undefined;
  /** Where it is billed. */
  salesInvoiceLines?: SalesInvoiceLineListWhere | null | undefined;
  /** Where it is ordered. */
  salesOrderLines?: SalesOrderLineListWhere | null | undefined;
  /** How companies keep and value it. */
  settings?: ItemSettingsListWhere | null | undefined;
  /** How it was counted. */
  stockCountLines?: StockCountLineListWhere | null | undefined;
  /** Where it lies. */
  stockLevels?: StockLevelListWhere | null | undefined;
  /** How it came and left. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** How it was taken on. */
  stockOpenings?: StockOpeningListWhere | null | undefined;
  /** How it was carried. */
  stockTransferLines?: StockTransferLineListWhere | null | undefined;
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
  /** Whether it is kept by lots; settled before its first stock. */
  isLotTracked?: boolean | null | undefined;
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

/** Conditions on a list of JournalEntryLine. */
export type JournalEntryLineListWhere = {
  /** Every row is so. */
  every?: JournalEntryLineWhere | null | undefined;
  /** No row is so. */
  none?: JournalEntryLineWhere | null | undefined;
  /** At least one row is so. */
  some?: JournalEntryLineWhere | null | undefined;
};

/** Conditions on a JournalEntryLine; all that are given must hold. */
export type JournalEntryLineWhere = {
  /** The account it moves. */
  account?: AccountWhere | null | undefined;
  /** By how much, in the currency of the voucher. */
  amount?: DecimalFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<JournalEntryLineWhere> | null | undefined;
  /** By how much, in the company's base currency. */
  baseAmount?: DecimalFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The department it is told of. */
  department?: StringFilter | null | undefined;
  /** What one unit of that currency is in the company's base currency. */
  exchangeRate?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The voucher it belongs to. */
  journalEntry?: JournalEntryWhere | null | undefined;
  /** This must not hold. */
  not?: JournalEntryLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<JournalEntryLineWhere> | null | undefined;
  /** Its place in the voucher, from 1. */
  position?: IntFilter | null | undefined;
  /** The project it is told of. */
  project?: StringFilter | null | undefined;
  /** Which side of the account it moves. */
  side?: LedgerSideFilter | null | undefined;
};

/** Conditions on a list of JournalEntry. */
export type JournalEntryListWhere = {
  /** Every row is so. */
  every?: JournalEntryWhere | null | undefined;
  /** No row is so. */
  none?: JournalEntryWhere | null | undefined;
  /** At least one row is so. */
  some?: JournalEntryWhere | null | undefined;
};

/** What has become of a voucher. */
export type JournalEntryStatus =
  /** A second person has checked it. */
  | 'CHECKED'
  /** It is being written. */
  | 'DRAFT'
  /** It is in the ledger. */
  | 'POSTED'
  /** Another voucher has undone it. */
  | 'REVERSED';

/** Conditions on a JournalEntryStatus; all that are given must hold. */
export type JournalEntryStatusFilter = {
  /** Equal to. */
  eq?: JournalEntryStatus | null | undefined;
  /** One of these. */
  in?: Array<JournalEntryStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: JournalEntryStatus | null | undefined;
};

/** Conditions on a JournalEntry; all that are given must hold. */
export type JournalEntryWhere = {
  /** All of these must hold. */
  and?: Array<JournalEntryWhere> | null | undefined;
  /** Who checked it; null for what documents post. */
  checkedBy?: ActorWhere | null | undefined;
  /** Whose books it is in. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Who made it, or by whose action it was posted. */
  createdBy?: ActorWhere | null | undefined;
  /** What it is for. */
  description?: StringFilter | null | undefined;
  /** The day of the voucher. */
  documentOn?: DateFilter | null | undefined;
  /** The noun that posted it; null for a manual voucher. */
  documentType?: StringFilter | null | undefined;
  /** What it posted. */
  entries?: LedgerEntryListWhere | null | undefined;
  /** The month it belongs to. */
  fiscalPeriod?: FiscalPeriodWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What it will post when it is a manual voucher. */
  lines?: JournalEntryLineListWhere | null | undefined;
  /** This must not hold. */
  not?: JournalEntryWhere | null | undefined;
  /** The number, given at posting without gaps; null before. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<JournalEntryWhere> | null | undefined;
  /** The business day on which it went into the ledger. */
  postedOn?: DateFilter | null | undefined;
  /** The fact that posted it; null for a manual voucher. */
  postingRule?: StringFilter | null | undefined;
  /** The voucher that it undoes. */
  reversalOf?: JournalEntryWhere | null | undefined;
  /** What has become of it. */
  status?: JournalEntryStatusFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a list of LayerConsumption. */
export type LayerConsumptionListWhere = {
  /** Every row is so. */
  every?: LayerConsumptionWhere | null | undefined;
  /** No row is so. */
  none?: LayerConsumptionWhere | null | undefined;
  /** At least one row is so. */
  some?: LayerConsumptionWhere | null | undefined;
};

/** Conditions on a LayerConsumption; all that are given must hold. */
export type LayerConsumptionWhere = {
  /** All of these must hold. */
  and?: Array<LayerConsumptionWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The issue that took it. */
  issueLayer?: ValuationLayerWhere | null | undefined;
  /** This must not hold. */
  not?: LayerConsumptionWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<LayerConsumptionWhere> | null | undefined;
  /** How much it took, in stock units. */
  quantity?: DecimalFilter | null | undefined;
  /** The receipt it was taken of. */
  receiptLayer?: ValuationLayerWhere | null | undefined;
  /** What that was worth, in the company's base currency. */
  value?: DecimalFilter | null | undefined;
};

/** Conditions on a list of LedgerEntry. */
export type LedgerEntryListWhere = {
  /** Every row is so. */
  every?: LedgerEntryWhere | null | undefined;
  /** No row is so. */
  none?: LedgerEntryWhere | null | undefined;
  /** At least one row is so. */
  some?: LedgerEntryWhere | null | undefined;
};

/** Conditions on a LedgerEntry; all that are given must hold. */
export type LedgerEntryWhere = {
  /** The account it moves. */
  account?: AccountWhere | null | undefined;
  /** By how much, in the currency of the voucher. */
  amount?: DecimalFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<LedgerEntryWhere> | null | undefined;
  /** By how much, in the company's base currency. */
  baseAmount?: DecimalFilter | null | undefined;
  /** Whose books it is in. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The customer it is told of. */
  customer?: CustomerWhere | null | undefined;
  /** The department it is told of. */
  department?: StringFilter | null | undefined;
  /** What one unit of that currency is in the company's base currency. */
  exchangeRate?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item it is told of. */
  item?: ItemWhere | null | undefined;
  /** The voucher it belongs to. */
  journalEntry?: JournalEntryWhere | null | undefined;
  /** This must not hold. */
  not?: LedgerEntryWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<LedgerEntryWhere> | null | undefined;
  /** Its place in the voucher, from 1. */
  position?: IntFilter | null | undefined;
  /** The business day of the posting. */
  postedOn?: DateFilter | null | undefined;
  /** The project it is told of. */
  project?: StringFilter | null | undefined;
  /** The role by which the account was named; null in a manual voucher. */
  role?: StringFilter | null | undefined;
  /** The invoice it is told of. */
  salesInvoice?: SalesInvoiceWhere | null | undefined;
  /** The order it is told of. */
  salesOrder?: SalesOrderWhere | null | undefined;
  /** The line of an order it is told of. */
  salesOrderLine?: SalesOrderLineWhere | null | undefined;
  /** Which side of the account it moves. */
  side?: LedgerSideFilter | null | undefined;
};

/** Which side of an account is moved. */
export type LedgerSide =
  /** The credit side. */
  | 'CREDIT'
  /** The debit side. */
  | 'DEBIT';

/** Conditions on a LedgerSide; all that are given must hold. */
export type LedgerSideFilter = {
  /** Equal to. */
  eq?: LedgerSide | null | undefined;
  /** One of these. */
  in?: Array<LedgerSide> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: LedgerSide | null | undefined;
};

/** A part of a line of the order, in the line's unit. */
export type LineQuantityInput = {
  /** How much of it, in the line's unit. */
  quantity: string | number;
  /** The line of the order. */
  salesOrderLineId: string;
};

/** What lotChange takes. */
export type LotChangeInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The day on which it goes off. */
  expiresOn?: string | null | undefined;
  /** The lot. */
  id: string;
  /** The day on which it was made. */
  madeOn?: string | null | undefined;
  /** What the supplier calls it. */
  supplierLotCode?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of LotGenealogy. */
export type LotGenealogyListWhere = {
  /** Every row is so. */
  every?: LotGenealogyWhere | null | undefined;
  /** No row is so. */
  none?: LotGenealogyWhere | null | undefined;
  /** At least one row is so. */
  some?: LotGenealogyWhere | null | undefined;
};

/** Conditions on a LotGenealogy; all that are given must hold. */
export type LotGenealogyWhere = {
  /** All of these must hold. */
  and?: Array<LotGenealogyWhere> | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** The lot that went in. */
  componentLot?: LotWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The noun by which it went in. */
  documentType?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: LotGenealogyWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<LotGenealogyWhere> | null | undefined;
  /** The lot it went into. */
  productLot?: LotWhere | null | undefined;
  /** How much of the component went in. */
  quantity?: DecimalFilter | null | undefined;
};

/** The lot of goods that come in: the one with its code, or a new one. */
export type LotInput = {
  /** The code, unique for the company and item. */
  code: string;
  /** The day on which it goes off. */
  expiresOn?: string | null | undefined;
  /** The day on which it was made. */
  madeOn?: string | null | undefined;
  /** What the supplier calls it. */
  supplierLotCode?: string | null | undefined;
};

/** Conditions on a list of Lot. */
export type LotListWhere = {
  /** Every row is so. */
  every?: LotWhere | null | undefined;
  /** No row is so. */
  none?: LotWhere | null | undefined;
  /** At least one row is so. */
  some?: LotWhere | null | undefined;
};

/** Conditions on a Lot; all that are given must hold. */
export type LotWhere = {
  /** All of these must hold. */
  and?: Array<LotWhere> | null | undefined;
  /** The code, unique for the company and item. */
  code?: StringFilter | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** What went into it. */
  components?: LotGenealogyListWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The day on which it goes off. */
  expiresOn?: DateFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** The day on which it was made. */
  madeOn?: DateFilter | null | undefined;
  /** This must not hold. */
  not?: LotWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<LotWhere> | null | undefined;
  /** What it went into. */
  products?: LotGenealogyListWhere | null | undefined;
  /** How it was counted. */
  stockCountLines?: StockCountLineListWhere | null | undefined;
  /** Where it lies. */
  stockLevels?: StockLevelListWhere | null | undefined;
  /** How it came and left. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** How it was carried. */
  stockTransferLines?: StockTransferLineListWhere | null | undefined;
  /** What the supplier calls it. */
  supplierLotCode?: StringFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
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

/** What paymentAllocate takes. */
export type PaymentAllocateInput = {
  /** What it settles. */
  allocations: Array<PaymentAllocationInput>;
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The payment. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** How much of a payment settles an invoice. */
export type PaymentAllocationInput = {
  /** How much, in the payment's currency. */
  amount: string | number;
  /** The invoice. */
  salesInvoiceId: string;
};

/** Conditions on a list of PaymentAllocation. */
export type PaymentAllocationListWhere = {
  /** Every row is so. */
  every?: PaymentAllocationWhere | null | undefined;
  /** No row is so. */
  none?: PaymentAllocationWhere | null | undefined;
  /** At least one row is so. */
  some?: PaymentAllocationWhere | null | undefined;
};

/** Conditions on a PaymentAllocation; all that are given must hold. */
export type PaymentAllocationWhere = {
  /** How much of the invoice it settles. */
  amount?: DecimalFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<PaymentAllocationWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Gain, or loss below zero, against the invoice's rate. */
  exchangeDifference?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** This must not hold. */
  not?: PaymentAllocationWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PaymentAllocationWhere> | null | undefined;
  /** The payment that settles. */
  payment?: PaymentWhere | null | undefined;
  /** The business day of the settlement. */
  postedOn?: DateFilter | null | undefined;
  /** The invoice that is settled. */
  salesInvoice?: SalesInvoiceWhere | null | undefined;
};

/** Which way the money went. */
export type PaymentDirection =
  /** A supplier was paid. */
  | 'PAID'
  /** A customer paid. */
  | 'RECEIVED';

/** Conditions on a PaymentDirection; all that are given must hold. */
export type PaymentDirectionFilter = {
  /** Equal to. */
  eq?: PaymentDirection | null | undefined;
  /** One of these. */
  in?: Array<PaymentDirection> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: PaymentDirection | null | undefined;
};

/** Conditions on a list of Payment. */
export type PaymentListWhere = {
  /** Every row is so. */
  every?: PaymentWhere | null | undefined;
  /** No row is so. */
  none?: PaymentWhere | null | undefined;
  /** At least one row is so. */
  some?: PaymentWhere | null | undefined;
};

/** What paymentReceive takes. */
export type PaymentReceiveInput = {
  /** What it settles; the rest stays on account. */
  allocations?: Array<PaymentAllocationInput> | null | undefined;
  /** How much came; above zero. */
  amount: string | number;
  /** The company that is paid. */
  companyId: string;
  /** The ISO 4217 code of its currency. */
  currency: string;
  /** Who pays. */
  customerId: string;
  /** The day the money came. */
  documentOn: string;
  /** What one unit of it is in base currency: the day's rate unless told. */
  exchangeRate?: string | number | null | undefined;
  /** The business day: that on which the money came unless told. */
  postedOn?: string | null | undefined;
  /** The payer's words or number. */
  reference?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What paymentReverse takes. */
export type PaymentReverseInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The payment. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** Why; it is kept with the vouchers. */
  reason: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of a payment. */
export type PaymentStatus =
  /** All of it settles invoices. */
  | 'APPLIED'
  /** It is noted and not in the books. */
  | 'DRAFT'
  /** It is in the books, and something of it is on account. */
  | 'POSTED'
  /** It is found on the statement of the bank. */
  | 'RECONCILED'
  /** It is undone; its invoices are open again. */
  | 'REVERSED';

/** Conditions on a PaymentStatus; all that are given must hold. */
export type PaymentStatusFilter = {
  /** Equal to. */
  eq?: PaymentStatus | null | undefined;
  /** One of these. */
  in?: Array<PaymentStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: PaymentStatus | null | undefined;
};

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

/** Conditions on a Payment; all that are given must hold. */
export type PaymentWhere = {
  /** How much of it settles invoices. */
  allocated?: DecimalFilter | null | undefined;
  /** What it settles. */
  allocations?: PaymentAllocationListWhere | null | undefined;
  /** How much came. */
  amount?: DecimalFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<PaymentWhere> | null | undefined;
  /** Whose books it is in. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The ISO 4217 code of its currency. */
  currency?: StringFilter | null | undefined;
  /** Who paid. */
  customer?: CustomerWhere | null | undefined;
  /** Which way the money went. */
  direction?: PaymentDirectionFilter | null | undefined;
  /** The day the money came. */
  documentOn?: DateFilter | null | undefined;
  /** What one unit of its currency is in the company's base currency. */
  exchangeRate?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What the books made of it. */
  journalEntries?: JournalEntryListWhere | null | undefined;
  /** This must not hold. */
  not?: PaymentWhere | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PaymentWhere> | null | undefined;
  /** The business day on which it went into the books. */
  postedOn?: DateFilter | null | undefined;
  /** The payer's words or number. */
  reference?: StringFilter | null | undefined;
  /** What has become of it. */
  status?: PaymentStatusFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
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

/** What is done when stock is short. */
export type ReservationPolicy =
  /** The confirmation is refused. */
  | 'ALL_OR_NOTHING'
  /** What there is is reserved. */
  | 'AVAILABLE';

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
  /** The line of an order that the stock is promised to. */
  salesOrderLine?: SalesOrderLineWhere | null | undefined;
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

/** What salesInvoiceApprove takes. */
export type SalesInvoiceApproveInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales invoice. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** How to look up a SalesInvoice: exactly one key. */
export type SalesInvoiceBy =
  {   /** By its global id. */
  id: string; number?: never; }
  |  { id?: never;   /** By its number in a company. */
  number: CompanyNumber; };

/** What salesInvoiceCancel takes. */
export type SalesInvoiceCancelInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales invoice. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What salesInvoiceCreate takes. */
export type SalesInvoiceCreateInput = {
  /** The day of the invoice: today unless told. */
  documentOn?: string | null | undefined;
  /** What is billed: all that can be unless told. */
  lines?: Array<LineQuantityInput> | null | undefined;
  /** The order to bill. */
  salesOrderId: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** Conditions on a list of SalesInvoiceLine. */
export type SalesInvoiceLineListWhere = {
  /** Every row is so. */
  every?: SalesInvoiceLineWhere | null | undefined;
  /** No row is so. */
  none?: SalesInvoiceLineWhere | null | undefined;
  /** At least one row is so. */
  some?: SalesInvoiceLineWhere | null | undefined;
};

/** Conditions on a SalesInvoiceLine; all that are given must hold. */
export type SalesInvoiceLineWhere = {
  /** All of these must hold. */
  and?: Array<SalesInvoiceLineWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** What is billed, as it is printed. */
  description?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item; null for a charge. */
  item?: ItemWhere | null | undefined;
  /** What it bills. */
  kind?: SalesLineKindFilter | null | undefined;
  /** What the line costs before tax. */
  netAmount?: DecimalFilter | null | undefined;
  /** This must not hold. */
  not?: SalesInvoiceLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<SalesInvoiceLineWhere> | null | undefined;
  /** Its place on the invoice, from 1. */
  position?: IntFilter | null | undefined;
  /** How much is billed. */
  quantity?: DecimalFilter | null | undefined;
  /** The invoice it belongs to. */
  salesInvoice?: SalesInvoiceWhere | null | undefined;
  /** The line of the order that it bills. */
  salesOrderLine?: SalesOrderLineWhere | null | undefined;
  /** The tax on it. */
  taxAmount?: DecimalFilter | null | undefined;
  /** The tax that is charged on it. */
  taxCode?: TaxCodeWhere | null | undefined;
  /** What one unit costs before discount and tax. */
  unitPrice?: DecimalFilter | null | undefined;
};

/** Conditions on a list of SalesInvoice. */
export type SalesInvoiceListWhere = {
  /** Every row is so. */
  every?: SalesInvoiceWhere | null | undefined;
  /** No row is so. */
  none?: SalesInvoiceWhere | null | undefined;
  /** At least one row is so. */
  some?: SalesInvoiceWhere | null | undefined;
};

/** What salesInvoicePost takes. */
export type SalesInvoicePostInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales invoice. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of an invoice. */
export type SalesInvoiceStatus =
  /** It may be posted. */
  | 'APPROVED'
  /** It was given up before it was posted. */
  | 'CANCELLED'
  /** It is being written. */
  | 'DRAFT'
  /** It is in the books and with the customer. */
  | 'POSTED';

/** Conditions on a SalesInvoiceStatus; all that are given must hold. */
export type SalesInvoiceStatusFilter = {
  /** Equal to. */
  eq?: SalesInvoiceStatus | null | undefined;
  /** One of these. */
  in?: Array<SalesInvoiceStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: SalesInvoiceStatus | null | undefined;
};

/** Conditions on a SalesInvoice; all that are given must hold. */
export type SalesInvoiceWhere = {
  /** All of these must hold. */
  and?: Array<SalesInvoiceWhere> | null | undefined;
  /** The company that sells. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The ISO 4217 code of its currency. */
  currency?: StringFilter | null | undefined;
  /** Who buys. */
  customer?: CustomerWhere | null | undefined;
  /** The day of the invoice. */
  documentOn?: DateFilter | null | undefined;
  /** By when it is to be paid; null before it is posted. */
  dueOn?: DateFilter | null | undefined;
  /** What one unit of its currency is in the company's base currency. */
  exchangeRate?: DecimalFilter | null | undefined;
  /** What the customer has to pay. */
  grossAmount?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What the books made of it. */
  journalEntries?: JournalEntryListWhere | null | undefined;
  /** What the ledger says of it. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
  /** What is billed. */
  lines?: SalesInvoiceLineListWhere | null | undefined;
  /** The sum of its lines before tax. */
  netAmount?: DecimalFilter | null | undefined;
  /** This must not hold. */
  not?: SalesInvoiceWhere | null | undefined;
  /** The number, given at posting without gaps; null before. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<SalesInvoiceWhere> | null | undefined;
  /** What is paid. */
  paidAmount?: DecimalFilter | null | undefined;
  /** What settled it. */
  paymentAllocations?: PaymentAllocationListWhere | null | undefined;
  /** When the customer has to pay. */
  paymentTerms?: PaymentTermsWhere | null | undefined;
  /** The business day on which it went into the books. */
  postedOn?: DateFilter | null | undefined;
  /** The order it bills. */
  salesOrder?: SalesOrderWhere | null | undefined;
  /** How far it is paid, whatever day it is. */
  settlement?: SettlementFilter | null | undefined;
  /** What has become of it. */
  status?: SalesInvoiceStatusFilter | null | undefined;
  /** The tax on its lines. */
  taxAmount?: DecimalFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What a line sells. */
export type SalesLineKind =
  /** Something billed beside the goods, such as freight. */
  | 'CHARGE'
  /** An item, which is shipped and billed. */
  | 'ITEM';

/** Conditions on a SalesLineKind; all that are given must hold. */
export type SalesLineKindFilter = {
  /** Equal to. */
  eq?: SalesLineKind | null | undefined;
  /** One of these. */
  in?: Array<SalesLineKind> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: SalesLineKind | null | undefined;
};

/** How to look up a SalesOrder: exactly one key. */
export type SalesOrderBy =
  {   /** By the key another system uses. */
  externalRef: ExternalRefKey; id?: never; number?: never; }
  |  { externalRef?: never;   /** By its global id. */
  id: string; number?: never; }
  |  { externalRef?: never; id?: never;   /** By its number in a company. */
  number: CompanyNumber; };

/** What salesOrderCancel takes. */
export type SalesOrderCancelInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** Why; it is kept with the order. */
  reason: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What salesOrderChange takes. */
export type SalesOrderChangeInput = {
  /** Where the invoice goes. */
  billingAddressId?: string | null | undefined;
  /** The customer's own number for it. */
  customerReference?: string | null | undefined;
  /** The day of the order: today unless told. */
  documentOn?: string | null | undefined;
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** Lines that are replaced or added; others stay as they are. */
  lines?: Array<SalesOrderLinePutInput> | null | undefined;
  /** When the customer has to pay: as agreed with it unless told. */
  paymentTermsId?: string | null | undefined;
  /** Lines that are taken out. */
  removedLineIds?: Array<string> | null | undefined;
  /** When the customer wants it. */
  requestedOn?: string | null | undefined;
  /** Where the goods go. */
  shippingAddressId?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
  /** The warehouse the goods leave from. */
  warehouseId?: string | null | undefined;
};

/** What salesOrderClose takes. */
export type SalesOrderCloseInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What salesOrderConfirm takes. */
export type SalesOrderConfirmInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** AVAILABLE unless told. */
  policy?: ReservationPolicy | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What salesOrderCreate takes. */
export type SalesOrderCreateInput = {
  /** Where the invoice goes. */
  billingAddressId?: string | null | undefined;
  /** The company that sells. */
  companyId: string;
  /** The ISO 4217 code of the currency it is billed in: the customer's unless told. */
  currency?: string | null | undefined;
  /** Who buys. */
  customerId: string;
  /** The customer's own number for it. */
  customerReference?: string | null | undefined;
  /** The day of the order: today unless told. */
  documentOn?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** What is ordered, in the order of the document. */
  lines: Array<SalesOrderLineInput>;
  /** When the customer has to pay: as agreed with it unless told. */
  paymentTermsId?: string | null | undefined;
  /** When the customer wants it. */
  requestedOn?: string | null | undefined;
  /** Where the goods go. */
  shippingAddressId?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
  /** The warehouse the goods leave from. */
  warehouseId: string;
};

/** What salesOrderHold takes. */
export type SalesOrderHoldInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** Why; it is kept with the order. */
  reason: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** A line of a new order: so much of an item, or a charge. */
export type SalesOrderLineInput = {
  /** What is printed: the item's name unless told. */
  description?: string | null | undefined;
  /** Percent taken off the price. */
  discountPercent?: string | number | null | undefined;
  /** The item; none for a charge. */
  itemId?: string | null | undefined;
  /** ITEM unless told. */
  kind?: SalesLineKind | null | undefined;
  /** How much, above zero; 1 for a charge unless told. */
  quantity?: string | number | null | undefined;
  /** When the customer wants it. */
  requestedOn?: string | null | undefined;
  /** The tax on the line, when it is not what the tax code says. */
  taxAmount?: string | number | null | undefined;
  /** The tax that is charged. */
  taxCodeId?: string | null | undefined;
  /** The unit of the quantity: the item's stock unit unless told. */
  unit?: string | null | undefined;
  /** What one unit costs before discount and tax, in the order's currency. */
  unitPrice: string | number;
};

/** Conditions on a list of SalesOrderLine. */
export type SalesOrderLineListWhere = {
  /** Every row is so. */
  every?: SalesOrderLineWhere | null | undefined;
  /** No row is so. */
  none?: SalesOrderLineWhere | null | undefined;
  /** At least one row is so. */
  some?: SalesOrderLineWhere | null | undefined;
};

/** A line that replaces the one with its id, or is added when it has none. */
export type SalesOrderLinePutInput = {
  /** What is printed: the item's name unless told. */
  description?: string | null | undefined;
  /** Percent taken off the price. */
  discountPercent?: string | number | null | undefined;
  /** The line that is replaced. */
  id?: string | null | undefined;
  /** The item; none for a charge. */
  itemId?: string | null | undefined;
  /** ITEM unless told. */
  kind?: SalesLineKind | null | undefined;
  /** How much, above zero; 1 for a charge unless told. */
  quantity?: string | number | null | undefined;
  /** When the customer wants it. */
  requestedOn?: string | null | undefined;
  /** The tax on the line, when it is not what the tax code says. */
  taxAmount?: string | number | null | undefined;
  /** The tax that is charged. */
  taxCodeId?: string | null | undefined;
  /** The unit of the quantity: the item's stock unit unless told. */
  unit?: string | null | undefined;
  /** What one unit costs before discount and tax, in the order's currency. */
  unitPrice: string | number;
};

/** How far a line has come. */
export type SalesOrderLineStatus =
  /** It was given up with its order. */
  | 'CANCELLED'
  /** All of it is shipped and invoiced. */
  | 'INVOICED'
  /** Nothing of it is shipped. */
  | 'OPEN'
  /** Some of it is shipped. */
  | 'PARTIALLY_SHIPPED'
  /** All of it is shipped. */
  | 'SHIPPED';

/** Conditions on a SalesOrderLineStatus; all that are given must hold. */
export type SalesOrderLineStatusFilter = {
  /** Equal to. */
  eq?: SalesOrderLineStatus | null | undefined;
  /** One of these. */
  in?: Array<SalesOrderLineStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: SalesOrderLineStatus | null | undefined;
};

/** Conditions on a SalesOrderLine; all that are given must hold. */
export type SalesOrderLineWhere = {
  /** All of these must hold. */
  and?: Array<SalesOrderLineWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** How it is delivered. */
  deliveryLines?: DeliveryLineListWhere | null | undefined;
  /** What is sold, as it is printed. */
  description?: StringFilter | null | undefined;
  /** Percent taken off the price. */
  discountPercent?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** How much of it is invoiced. */
  invoiced?: DecimalFilter | null | undefined;
  /** The item; null for a charge. */
  item?: ItemWhere | null | undefined;
  /** What it sells. */
  kind?: SalesLineKindFilter | null | undefined;
  /** What the line costs before tax. */
  netAmount?: DecimalFilter | null | undefined;
  /** This must not hold. */
  not?: SalesOrderLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<SalesOrderLineWhere> | null | undefined;
  /** Its place in the order, from 1. */
  position?: IntFilter | null | undefined;
  /** When it is promised. */
  promisedOn?: DateFilter | null | undefined;
  /** How much is ordered. */
  quantity?: DecimalFilter | null | undefined;
  /** When the customer wants it. */
  requestedOn?: DateFilter | null | undefined;
  /** The stock that is promised to it. */
  reservations?: ReservationListWhere | null | undefined;
  /** How much of it lies ready in stock. */
  reserved?: DecimalFilter | null | undefined;
  /** How it is billed. */
  salesInvoiceLines?: SalesInvoiceLineListWhere | null | undefined;
  /** The order it belongs to. */
  salesOrder?: SalesOrderWhere | null | undefined;
  /** How much of it is shipped. */
  shipped?: DecimalFilter | null | undefined;
  /** How far it has come. */
  status?: SalesOrderLineStatusFilter | null | undefined;
  /** The tax on it. */
  taxAmount?: DecimalFilter | null | undefined;
  /** The tax that is charged on it. */
  taxCode?: TaxCodeWhere | null | undefined;
  /** What one unit costs before discount and tax. */
  unitPrice?: DecimalFilter | null | undefined;
};

/** Conditions on a list of SalesOrder. */
export type SalesOrderListWhere = {
  /** Every row is so. */
  every?: SalesOrderWhere | null | undefined;
  /** No row is so. */
  none?: SalesOrderWhere | null | undefined;
  /** At least one row is so. */
  some?: SalesOrderWhere | null | undefined;
};

/** One field that orders a list of SalesOrder; exactly one is given. */
export type SalesOrderOrderBy =
  {   /** Why it was cancelled. */
  cancelReason: Order; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never;   /** When it was entered. */
  createdAt: Order; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never;   /** The ISO 4217 code of the currency it is billed in. */
  currency: Order; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never;   /** The customer's own number for it. */
  customerReference: Order; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never;   /** The day of the order. */
  documentOn: Order; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never;   /** What one unit of its currency is in the company's base currency. */
  exchangeRate: Order; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never;   /** What the customer has to pay for all of it. */
  grossAmount: Order; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never;   /** Why it is on hold. */
  holdReason: Order; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never;   /** Its global id: opaque, and the same for ever. */
  id: Order; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never;   /** The sum of its lines before tax. */
  netAmount: Order; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never;   /** The number, from the series of its company. */
  number: Order; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never;   /** What is paid of its invoices. */
  paidAmount: Order; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never;   /** When the last of it is promised; null before it is confirmed. */
  promisedOn: Order; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never;   /** When the customer wants it. */
  requestedOn: Order; status?: never; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never;   /** What has become of it. */
  status: Order; taxAmount?: never; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never;   /** The tax on its lines. */
  taxAmount: Order; updatedAt?: never; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never;   /** When it was changed last. */
  updatedAt: Order; version?: never; }
  |  { cancelReason?: never; createdAt?: never; currency?: never; customerReference?: never; documentOn?: never; exchangeRate?: never; grossAmount?: never; holdReason?: never; id?: never; netAmount?: never; number?: never; paidAmount?: never; promisedOn?: never; requestedOn?: never; status?: never; taxAmount?: never; updatedAt?: never;   /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version: Order; };

/** What salesOrderResume takes. */
export type SalesOrderResumeInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The sales order. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of a sales order. */
export type SalesOrderStatus =
  /** It was given up before anything was shipped. */
  | 'CANCELLED'
  /** It has ended; what was not delivered is given up. */
  | 'CLOSED'
  /** It is promised to the customer. */
  | 'CONFIRMED'
  /** It is being written and promises nothing yet. */
  | 'DRAFT'
  /** All of it is shipped and invoiced. */
  | 'INVOICED'
  /** Some of it is shipped. */
  | 'IN_FULFILMENT'
  /** Its deliveries are stopped for now. */
  | 'ON_HOLD'
  /** All of it is shipped. */
  | 'SHIPPED';

/** Conditions on a SalesOrderStatus; all that are given must hold. */
export type SalesOrderStatusFilter = {
  /** Equal to. */
  eq?: SalesOrderStatus | null | undefined;
  /** One of these. */
  in?: Array<SalesOrderStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: SalesOrderStatus | null | undefined;
};

/** Conditions on a SalesOrder; all that are given must hold. */
export type SalesOrderWhere = {
  /** All of these must hold. */
  and?: Array<SalesOrderWhere> | null | undefined;
  /** Where the invoice goes. */
  billingAddress?: CustomerAddressWhere | null | undefined;
  /** Why it was cancelled. */
  cancelReason?: StringFilter | null | undefined;
  /** The company that sells. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The ISO 4217 code of the currency it is billed in. */
  currency?: StringFilter | null | undefined;
  /** Who buys. */
  customer?: CustomerWhere | null | undefined;
  /** The customer's own number for it. */
  customerReference?: StringFilter | null | undefined;
  /** What is delivered of it. */
  deliveries?: DeliveryListWhere | null | undefined;
  /** The day of the order. */
  documentOn?: DateFilter | null | undefined;
  /** What one unit of its currency is in the company's base currency. */
  exchangeRate?: DecimalFilter | null | undefined;
  /** What the customer has to pay for all of it. */
  grossAmount?: DecimalFilter | null | undefined;
  /** Why it is on hold. */
  holdReason?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What the ledger says of it. */
  ledgerEntries?: LedgerEntryListWhere | null | undefined;
  /** What is ordered. */
  lines?: SalesOrderLineListWhere | null | undefined;
  /** The sum of its lines before tax. */
  netAmount?: DecimalFilter | null | undefined;
  /** This must not hold. */
  not?: SalesOrderWhere | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<SalesOrderWhere> | null | undefined;
  /** What is paid of its invoices. */
  paidAmount?: DecimalFilter | null | undefined;
  /** When the customer has to pay. */
  paymentTerms?: PaymentTermsWhere | null | undefined;
  /** When the last of it is promised; null before it is confirmed. */
  promisedOn?: DateFilter | null | undefined;
  /** When the customer wants it. */
  requestedOn?: DateFilter | null | undefined;
  /** The stock that is promised to it. */
  reservations?: ReservationListWhere | null | undefined;
  /** What is billed of it. */
  salesInvoices?: SalesInvoiceListWhere | null | undefined;
  /** Where the goods go. */
  shippingAddress?: CustomerAddressWhere | null | undefined;
  /** What has become of it. */
  status?: SalesOrderStatusFilter | null | undefined;
  /** The tax on its lines. */
  taxAmount?: DecimalFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** The warehouse the goods leave from. */
  warehouse?: WarehouseWhere | null | undefined;
};

/** What salesOrdersBulk takes. */
export type SalesOrdersBulkInput = {
  /** The rows, at most 250. */
  rows: Array<SalesOrdersBulkRow>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** One row of salesOrdersBulk. */
export type SalesOrdersBulkRow = {
  /** Where the invoice goes. */
  billingAddressId?: string | null | undefined;
  /** The company that sells. */
  companyId: string;
  /** The ISO 4217 code of the currency it is billed in: the customer's unless told. */
  currency?: string | null | undefined;
  /** Who buys. */
  customerId: string;
  /** The customer's own number for it. */
  customerReference?: string | null | undefined;
  /** The day of the order: today unless told. */
  documentOn?: string | null | undefined;
  /** What other systems call it; unique by noun, company and system. */
  externalRefs?: Array<ExternalRefInput>;
  /** What is ordered, in the order of the document. */
  lines: Array<SalesOrderLineInput>;
  /** When the customer has to pay: as agreed with it unless told. */
  paymentTermsId?: string | null | undefined;
  /** When the customer wants it. */
  requestedOn?: string | null | undefined;
  /** Where the goods go. */
  shippingAddressId?: string | null | undefined;
  /** The warehouse the goods leave from. */
  warehouseId: string;
};

/** How far an invoice is paid, as it is kept. */
export type Settlement =
  /** All of it is paid. */
  | 'PAID'
  /** Some of it is paid. */
  | 'PARTIALLY_PAID'
  /** Nothing of it is paid. */
  | 'UNPAID';

/** Conditions on a Settlement; all that are given must hold. */
export type SettlementFilter = {
  /** Equal to. */
  eq?: Settlement | null | undefined;
  /** One of these. */
  in?: Array<Settlement> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: Settlement | null | undefined;
};

/** How far an invoice is paid today. */
export type SettlementStatus =
  /** Not all of it is paid, and the day it was due has passed. */
  | 'OVERDUE'
  /** All of it is paid. */
  | 'PAID'
  /** Some of it is paid. */
  | 'PARTIALLY_PAID'
  /** Nothing of it is paid. */
  | 'UNPAID';

/** What stockCountCancel takes. */
export type StockCountCancelInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The count. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What stockCountCreate takes. */
export type StockCountCreateInput = {
  /** Only these bins, where no line is told. */
  binIds?: Array<string> | null | undefined;
  /** The day it is dated: today unless told. */
  documentOn?: string | null | undefined;
  /** Only places of these items, where no line is told. */
  itemIds?: Array<string> | null | undefined;
  /** The places, at most 1,000; all in which something lies unless told. */
  lines?: Array<StockCountLineInput> | null | undefined;
  /** Posts it at once, when all is counted; needs the permission to post. */
  post?: boolean | null | undefined;
  /** Why it is counted. */
  reason?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
  /** The warehouse that is counted. */
  warehouseId: string;
};

/** What stockCountEnter takes. */
export type StockCountEnterInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** What was found in places that are not on the list. */
  found?: Array<StockCountLineInput>;
  /** The count. */
  id: string;
  /** What was found on lines of the count. */
  lines?: Array<StockCountEntryInput>;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What was found on a line of a count. */
export type StockCountEntryInput = {
  /** What was found. */
  counted: string | number;
  /** The line. */
  id: string;
  /** The unit of the count: the item's stock unit unless told. */
  unit?: string | null | undefined;
};

/** A place that is to be counted, or what was found there. */
export type StockCountLineInput = {
  /** The bin: MAIN unless told. */
  binId?: string | null | undefined;
  /** What was found, when that is known. */
  counted?: string | number | null | undefined;
  /** The item. */
  itemId: string;
  /** The lot; an item that is kept by lots needs one. */
  lotId?: string | null | undefined;
  /** What the stock there may be used for: AVAILABLE unless told. */
  status?: StockStatus | null | undefined;
  /** The unit of the count: the item's stock unit unless told. */
  unit?: string | null | undefined;
};

/** Conditions on a list of StockCountLine. */
export type StockCountLineListWhere = {
  /** Every row is so. */
  every?: StockCountLineWhere | null | undefined;
  /** No row is so. */
  none?: StockCountLineWhere | null | undefined;
  /** At least one row is so. */
  some?: StockCountLineWhere | null | undefined;
};

/** Conditions on a StockCountLine; all that are given must hold. */
export type StockCountLineWhere = {
  /** All of these must hold. */
  and?: Array<StockCountLineWhere> | null | undefined;
  /** The bin. */
  bin?: BinWhere | null | undefined;
  /** What was found; null while nobody counted. */
  counted?: DecimalFilter | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** What was found more or, when negative, less; null before posting. */
  difference?: DecimalFilter | null | undefined;
  /** What the books said when the line was opened, or counted. */
  expected?: DecimalFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** The lot; null for an item that is not kept by lots. */
  lot?: LotWhere | null | undefined;
  /** This must not hold. */
  not?: StockCountLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockCountLineWhere> | null | undefined;
  /** Its place in the count, from 1. */
  position?: IntFilter | null | undefined;
  /** What the stock there may be used for. */
  status?: StockStatusFilter | null | undefined;
  /** The count it belongs to. */
  stockCount?: StockCountWhere | null | undefined;
  /** How stock moved by it. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** What the difference is worth; null before posting. */
  value?: DecimalFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** Conditions on a list of StockCount. */
export type StockCountListWhere = {
  /** Every row is so. */
  every?: StockCountWhere | null | undefined;
  /** No row is so. */
  none?: StockCountWhere | null | undefined;
  /** At least one row is so. */
  some?: StockCountWhere | null | undefined;
};

/** What stockCountPost takes. */
export type StockCountPostInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The count. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of a stock count. */
export type StockCountStatus =
  /** It was given up. */
  | 'CANCELLED'
  /** It is being counted. */
  | 'DRAFT'
  /** Stock is as it was counted. */
  | 'POSTED';

/** Conditions on a StockCountStatus; all that are given must hold. */
export type StockCountStatusFilter = {
  /** Equal to. */
  eq?: StockCountStatus | null | undefined;
  /** One of these. */
  in?: Array<StockCountStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: StockCountStatus | null | undefined;
};

/** Conditions on a StockCount; all that are given must hold. */
export type StockCountWhere = {
  /** All of these must hold. */
  and?: Array<StockCountWhere> | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The day it is dated. */
  documentOn?: DateFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The places that are counted. */
  lines?: StockCountLineListWhere | null | undefined;
  /** This must not hold. */
  not?: StockCountWhere | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockCountWhere> | null | undefined;
  /** The business day on which stock was put right. */
  postedOn?: DateFilter | null | undefined;
  /** Why it was counted. */
  reason?: StringFilter | null | undefined;
  /** What has become of it. */
  status?: StockCountStatusFilter | null | undefined;
  /** How stock moved by it. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
  /** The warehouse that is counted. */
  warehouse?: WarehouseWhere | null | undefined;
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
  /** The lot; null for an item that is not kept by lots. */
  lot?: LotWhere | null | undefined;
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
  /** It was put right by hand. */
  | 'ADJUSTMENT'
  /** It was made. */
  | 'COMPLETION'
  /** A completion was undone. */
  | 'COMPLETION_REVERSAL'
  /** A count found another quantity. */
  | 'COUNT'
  /** A customer sent it back. */
  | 'CUSTOMER_RETURN'
  /** It went into a work order. */
  | 'ISSUE'
  /** It came back out of a work order. */
  | 'ISSUE_RETURN'
  /** It was taken on when the company began. */
  | 'OPENING'
  /** It came from a supplier. */
  | 'RECEIPT'
  /** A receipt was undone. */
  | 'RECEIPT_REVERSAL'
  /** It was sent to a customer. */
  | 'SHIPMENT'
  /** A shipment was undone. */
  | 'SHIPMENT_REVERSAL'
  /** It was carried from place to place. */
  | 'TRANSFER';

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
  /** The line of a delivery by which the goods left. */
  deliveryLine?: DeliveryLineWhere | null | undefined;
  /** The noun by which it moved. */
  documentType?: StringFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** Why it moved. */
  kind?: StockMoveKindFilter | null | undefined;
  /** The lot; null for an item that is not kept by lots. */
  lot?: LotWhere | null | undefined;
  /** This must not hold. */
  not?: StockMoveWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockMoveWhere> | null | undefined;
  /** The business day of the move. */
  postedOn?: DateFilter | null | undefined;
  /** How much came, or left. */
  quantity?: DecimalFilter | null | undefined;
  /** The move that it undoes; null for any other. */
  reversalOf?: StockMoveWhere | null | undefined;
  /** The move that undid it. */
  reversedBy?: StockMoveListWhere | null | undefined;
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
  /** The lot, for an item that is kept by lots. */
  lot?: LotInput | null | undefined;
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
  /** What the books made of it. */
  journalEntries?: JournalEntryListWhere | null | undefined;
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

/** What stockTransferCancel takes. */
export type StockTransferCancelInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The transfer. */
  id: string;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What stockTransferCreate takes. */
export type StockTransferCreateInput = {
  /** The day it is dated: today unless told. */
  documentOn?: string | null | undefined;
  /** The warehouse the goods are taken from. */
  fromWarehouseId: string;
  /** What is carried, at most 1,000 lines. */
  lines: Array<StockTransferLineInput>;
  /** What is to be said of it. */
  note?: string | null | undefined;
  /** Carries the goods at once; needs the permission to post. */
  post?: boolean | null | undefined;
  /** The warehouse they are brought to: the same unless told. */
  toWarehouseId?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** So much of one item that is carried. */
export type StockTransferLineInput = {
  /** The bin it is taken from: MAIN unless told. */
  fromBinId?: string | null | undefined;
  /** What it may be used for before: AVAILABLE unless told. */
  fromStatus?: StockStatus | null | undefined;
  /** The item. */
  itemId: string;
  /** The lot; an item that is kept by lots needs one. */
  lotId?: string | null | undefined;
  /** How much is carried. */
  quantity: string | number;
  /** The bin it is brought to: MAIN unless told. */
  toBinId?: string | null | undefined;
  /** What it may be used for after: as before unless told. */
  toStatus?: StockStatus | null | undefined;
  /** The unit of the quantity: the item's stock unit unless told. */
  unit?: string | null | undefined;
};

/** Conditions on a list of StockTransferLine. */
export type StockTransferLineListWhere = {
  /** Every row is so. */
  every?: StockTransferLineWhere | null | undefined;
  /** No row is so. */
  none?: StockTransferLineWhere | null | undefined;
  /** At least one row is so. */
  some?: StockTransferLineWhere | null | undefined;
};

/** Conditions on a StockTransferLine; all that are given must hold. */
export type StockTransferLineWhere = {
  /** All of these must hold. */
  and?: Array<StockTransferLineWhere> | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The bin it is taken from. */
  fromBin?: BinWhere | null | undefined;
  /** What it may be used for before. */
  fromStatus?: StockStatusFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The item. */
  item?: ItemWhere | null | undefined;
  /** The lot; null for an item that is not kept by lots. */
  lot?: LotWhere | null | undefined;
  /** This must not hold. */
  not?: StockTransferLineWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockTransferLineWhere> | null | undefined;
  /** Its place in the transfer, from 1. */
  position?: IntFilter | null | undefined;
  /** How much is carried. */
  quantity?: DecimalFilter | null | undefined;
  /** How stock moved by it. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** The transfer it belongs to. */
  stockTransfer?: StockTransferWhere | null | undefined;
  /** The bin it is brought to. */
  toBin?: BinWhere | null | undefined;
  /** What it may be used for after. */
  toStatus?: StockStatusFilter | null | undefined;
};

/** Conditions on a list of StockTransfer. */
export type StockTransferListWhere = {
  /** Every row is so. */
  every?: StockTransferWhere | null | undefined;
  /** No row is so. */
  none?: StockTransferWhere | null | undefined;
  /** At least one row is so. */
  some?: StockTransferWhere | null | undefined;
};

/** What stockTransferPost takes. */
export type StockTransferPostInput = {
  /** The version you have read; when it is stale the mutation is refused. */
  expectedVersion?: number | null | undefined;
  /** The transfer. */
  id: string;
  /** The business day: today unless told. */
  postedOn?: string | null | undefined;
  /** Tries it: everything is checked and answered, then rolled back. Alone in its operation. */
  validateOnly?: boolean | null | undefined;
};

/** What has become of a stock transfer. */
export type StockTransferStatus =
  /** It was given up. */
  | 'CANCELLED'
  /** It is planned. */
  | 'DRAFT'
  /** The goods were carried. */
  | 'POSTED';

/** Conditions on a StockTransferStatus; all that are given must hold. */
export type StockTransferStatusFilter = {
  /** Equal to. */
  eq?: StockTransferStatus | null | undefined;
  /** One of these. */
  in?: Array<StockTransferStatus> | null | undefined;
  /** Whether the value is null. */
  isNull?: boolean | null | undefined;
  /** Not equal to. */
  ne?: StockTransferStatus | null | undefined;
};

/** Conditions on a StockTransfer; all that are given must hold. */
export type StockTransferWhere = {
  /** All of these must hold. */
  and?: Array<StockTransferWhere> | null | undefined;
  /** The company. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The day it is dated. */
  documentOn?: DateFilter | null | undefined;
  /** Where the goods are taken from. */
  fromWarehouse?: WarehouseWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** What it carries. */
  lines?: StockTransferLineListWhere | null | undefined;
  /** This must not hold. */
  not?: StockTransferWhere | null | undefined;
  /** What is to be said of it. */
  note?: StringFilter | null | undefined;
  /** The number, from the series of its company. */
  number?: StringFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<StockTransferWhere> | null | undefined;
  /** The business day on which the goods were carried. */
  postedOn?: DateFilter | null | undefined;
  /** What has become of it. */
  status?: StockTransferStatusFilter | null | undefined;
  /** How stock moved by it. */
  stockMoves?: StockMoveListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Where the goods are brought to. */
  toWarehouse?: WarehouseWhere | null | undefined;
  /** When it was changed last. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
};

/** What a message of a subscription tells. */
export type StreamKind =
  /** A change, after it was committed. */
  | 'DELTA'
  /** Nothing has happened; the cursor is current. */
  | 'HEARTBEAT'
  /** The cursor cannot be resumed from: read the state anew. */
  | 'RESET'
  /** The state at the beginning. */
  | 'SNAPSHOT';

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

/** Conditions on a TaxCode; all that are given must hold. */
export type TaxCodeWhere = {
  /** All of these must hold. */
  and?: Array<TaxCodeWhere> | null | undefined;
  /** When it left daily use; null while it is in use. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** The code, unique in its company. */
  code?: StringFilter | null | undefined;
  /** The company that charges it. */
  company?: CompanyWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name of the tax. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: TaxCodeWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<TaxCodeWhere> | null | undefined;
  /** Percent of the net amount. */
  ratePercent?: DecimalFilter | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** Counts its changes; send it as expectedVersion so as not to overwrite others. */
  version?: IntFilter | null | undefined;
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
  /** What issues took of it. */
  consumedBy?: LayerConsumptionListWhere | null | undefined;
  /** Which receipts it took its cost from. */
  consumes?: LayerConsumptionListWhere | null | undefined;
  /** When it was entered. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The noun that changed the value alone. */
  documentType?: StringFilter | null | undefined;
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
  /** How much came, or left, in stock units; zero where only the value changed. */
  quantity?: DecimalFilter | null | undefined;
  /** How much of it is there still, by first in, first out. */
  remainingQuantity?: DecimalFilter | null | undefined;
  /** What is left of its value, by first in, first out. */
  remainingValue?: DecimalFilter | null | undefined;
  /** The move that changed the value; null where only the value changed. */
  stockMove?: StockMoveWhere | null | undefined;
  /** By how much the value changed. */
  value?: DecimalFilter | null | undefined;
};

/** How stock is valued. */
export type ValuationMethod =
  /** What was received first leaves first, at what it cost. */
  | 'FIFO'
  /** What leaves takes its share of the whole value. */
  | 'MOVING_AVERAGE'
  /** It is worth what was agreed; what it cost more or less is a variance. */
  | 'STANDARD';

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
  /** What leaves from it. */
  deliveries?: DeliveryListWhere | null | undefined;
  /** Its global id: opaque, and the same for ever. */
  id?: IdFilter | null | undefined;
  /** The name of the warehouse. */
  name?: StringFilter | null | undefined;
  /** This must not hold. */
  not?: WarehouseWhere | null | undefined;
  /** At least one of these must hold. */
  or?: Array<WarehouseWhere> | null | undefined;
  /** What leaves from it. */
  salesOrders?: SalesOrderListWhere | null | undefined;
  /** How it was counted. */
  stockCounts?: StockCountListWhere | null | undefined;
  /** Who changed it, when, from what to what. */
  timeline?: AuditEntryListWhere | null | undefined;
  /** What is carried into it, or within it. */
  transfersIn?: StockTransferListWhere | null | undefined;
  /** What is carried out of it, or within it. */
  transfersOut?: StockTransferListWhere | null | undefined;
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
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type RoleChangeMutationVariables = Exact<{
  input: RoleChangeInput;
}>;


export type RoleChangeMutation = { roleChange: { role: { id: string, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ActorCreateMutationVariables = Exact<{
  input: ActorCreateInput;
}>;


export type ActorCreateMutation = { actorCreate: { actor: { id: string, name: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ApiKeyIssueMutationVariables = Exact<{
  input: ApiKeyIssueInput;
}>;


export type ApiKeyIssueMutation = { apiKeyIssue: { token: string | null, apiKey: { id: string, hint: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { apiKeyRevoke: { apiKey: { id: string, revokedAt: string | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerUpsertMutationVariables = Exact<{
  input: CustomerUpsertInput;
}>;


export type CustomerUpsertMutation = { customerUpsert: { customer: { id: string, code: string, name: string, version: number, addresses: { nodes: Array<{ id: string, kind: AddressKind, city: string }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomersBulkMutationVariables = Exact<{
  input: CustomersBulkInput;
}>;


export type CustomersBulkMutation = { customersBulk: { results: Array<{ index: number, customer: { id: string, code: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerChangeMutationVariables = Exact<{
  input: CustomerChangeInput;
}>;


export type CustomerChangeMutation = { customerChange: { customer: { id: string, name: string, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CustomerTermsSetMutationVariables = Exact<{
  input: CustomerTermsSetInput;
}>;


export type CustomerTermsSetMutation = { customerTermsSet: { customerTerms: { id: string, creditLimit: string | null, isOnCreditHold: boolean } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
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

export type DeliveryCreateMutationVariables = Exact<{
  input: DeliveryCreateInput;
}>;


export type DeliveryCreateMutation = { deliveryCreate: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryPickMutationVariables = Exact<{
  input: DeliveryPickInput;
}>;


export type DeliveryPickMutation = { deliveryPick: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryPackMutationVariables = Exact<{
  input: DeliveryPackInput;
}>;


export type DeliveryPackMutation = { deliveryPack: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryShipMutationVariables = Exact<{
  input: DeliveryShipInput;
}>;


export type DeliveryShipMutation = { deliveryShip: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryDeliverMutationVariables = Exact<{
  input: DeliveryDeliverInput;
}>;


export type DeliveryDeliverMutation = { deliveryDeliver: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryCancelMutationVariables = Exact<{
  input: DeliveryCancelInput;
}>;


export type DeliveryCancelMutation = { deliveryCancel: { delivery: { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type DeliveryStateFragment = { id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null };

export type SalesOrderStatusSubscriptionVariables = Exact<{
  salesOrder?: string | null | undefined;
  customer?: string | null | undefined;
  after?: string | null | undefined;
  snapshot?: boolean | null | undefined;
}>;


export type SalesOrderStatusSubscription = { salesOrderStatus: { cursor: string, kind: StreamKind, changedFields: Array<string>, deletedId: string | null, node: { id: string, number: string, status: SalesOrderStatus, version: number, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, lines: { nodes: Array<{ position: number, kind: SalesLineKind, description: string, status: SalesOrderLineStatus, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string } }> } | null } | null } };

export type CompanyCreateMutationVariables = Exact<{
  input: CompanyCreateInput;
}>;


export type CompanyCreateMutation = { companyCreate: { company: { id: string, code: string, name: string, baseCurrency: string, timeZone: string, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type WarehouseCreateMutationVariables = Exact<{
  input: WarehouseCreateInput;
}>;


export type WarehouseCreateMutation = { warehouseCreate: { warehouse: { id: string, code: string, name: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type PaymentTermsCreateMutationVariables = Exact<{
  input: PaymentTermsCreateInput;
}>;


export type PaymentTermsCreateMutation = { paymentTermsCreate: { paymentTerms: { id: string, code: string, name: string, netDays: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type TaxCodeCreateMutationVariables = Exact<{
  input: TaxCodeCreateInput;
}>;


export type TaxCodeCreateMutation = { taxCodeCreate: { taxCode: { id: string, code: string, name: string, ratePercent: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ExchangeRatesSetMutationVariables = Exact<{
  input: ExchangeRatesSetInput;
}>;


export type ExchangeRatesSetMutation = { exchangeRatesSet: { results: Array<{ index: number, exchangeRate: { id: string, fromCurrency: string, toCurrency: string, validFrom: string, rate: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type CompaniesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { companies: { nodes: Array<{ id: string, code: string, name: string, baseCurrency: string, timeZone: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ImportGroundQueryVariables = Exact<{
  code: string;
  warehouse: string;
}>;


export type ImportGroundQuery = { company: { id: string, warehouses: { nodes: Array<{ id: string, bins: { nodes: Array<{ id: string, code: string }> } | null }> } | null } | null };

export type BinCreateMutationVariables = Exact<{
  input: BinCreateInput;
}>;


export type BinCreateMutation = { binCreate: { bin: { id: string, code: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportItemsMutationVariables = Exact<{
  input: ItemsBulkInput;
}>;


export type ImportItemsMutation = { itemsBulk: { results: Array<{ index: number, item: { id: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportCustomersMutationVariables = Exact<{
  input: CustomersBulkInput;
}>;


export type ImportCustomersMutation = { customersBulk: { results: Array<{ index: number, customer: { id: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportOpeningsMutationVariables = Exact<{
  input: StockOpeningBulkInput;
}>;


export type ImportOpeningsMutation = { stockOpeningBulk: { results: Array<{ index: number, stockOpening: { id: string, value: { amount: string } } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportOrdersMutationVariables = Exact<{
  input: SalesOrdersBulkInput;
}>;


export type ImportOrdersMutation = { salesOrdersBulk: { results: Array<{ index: number, salesOrder: { id: string, status: SalesOrderStatus, deliveries: { nodes: Array<{ id: string, status: DeliveryStatus }> } | null, salesInvoices: { nodes: Array<{ id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null }> } | null } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportedOrderFragment = { id: string, status: SalesOrderStatus, deliveries: { nodes: Array<{ id: string, status: DeliveryStatus }> } | null, salesInvoices: { nodes: Array<{ id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null }> } | null };

export type ImportStockQueryVariables = Exact<{
  items: Array<string> | string;
  warehouse: string;
  after?: string | null | undefined;
}>;


export type ImportStockQuery = { stockLevels: { nodes: Array<{ available: { value: string } | null, item: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ImportConfirmMutationVariables = Exact<{
  input: SalesOrderConfirmInput;
}>;


export type ImportConfirmMutation = { salesOrderConfirm: { salesOrder: { id: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportDeliveryMutationVariables = Exact<{
  input: DeliveryCreateInput;
}>;


export type ImportDeliveryMutation = { deliveryCreate: { delivery: { id: string, status: DeliveryStatus } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportShipMutationVariables = Exact<{
  input: DeliveryShipInput;
}>;


export type ImportShipMutation = { deliveryShip: { delivery: { id: string, status: DeliveryStatus } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportDeliverMutationVariables = Exact<{
  input: DeliveryDeliverInput;
}>;


export type ImportDeliverMutation = { deliveryDeliver: { delivery: { id: string, status: DeliveryStatus } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportInvoiceMutationVariables = Exact<{
  input: SalesInvoiceCreateInput;
}>;


export type ImportInvoiceMutation = { salesInvoiceCreate: { salesInvoice: { id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportApproveMutationVariables = Exact<{
  input: SalesInvoiceApproveInput;
}>;


export type ImportApproveMutation = { salesInvoiceApprove: { salesInvoice: { id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportPostMutationVariables = Exact<{
  input: SalesInvoicePostInput;
}>;


export type ImportPostMutation = { salesInvoicePost: { salesInvoice: { id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportedInvoiceFragment = { id: string, status: SalesInvoiceStatus, openAmount: { amount: string } | null };

export type ImportPayMutationVariables = Exact<{
  input: PaymentReceiveInput;
}>;


export type ImportPayMutation = { paymentReceive: { payment: { id: string } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ImportFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportFactsQuery = { auditEntries: { totalCount: number } | null };

export type ImportMarginsQueryVariables = Exact<{
  company: string;
  after?: string | null | undefined;
}>;


export type ImportMarginsQuery = { salesOrders: { nodes: Array<{ id: string, status: SalesOrderStatus, taxAmount: { amount: string }, grossAmount: { amount: string }, paidAmount: { amount: string }, profitability: { revenue: { amount: string }, chargesRevenue: { amount: string }, costOfSales: { amount: string }, margin: { amount: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ImportBooksQueryVariables = Exact<{
  company: string;
  from: string;
  to: string;
}>;


export type ImportBooksQuery = { incomeStatement: { revenue: { amount: string }, chargesRevenue: { amount: string }, costOfSales: { amount: string }, grossProfit: { amount: string }, netProfit: { amount: string } } | null, booksCheck: Array<{ name: string, broken: number }> | null };

export type SalesInvoiceCreateMutationVariables = Exact<{
  input: SalesInvoiceCreateInput;
}>;


export type SalesInvoiceCreateMutation = { salesInvoiceCreate: { salesInvoice: { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesInvoiceApproveMutationVariables = Exact<{
  input: SalesInvoiceApproveInput;
}>;


export type SalesInvoiceApproveMutation = { salesInvoiceApprove: { salesInvoice: { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesInvoicePostMutationVariables = Exact<{
  input: SalesInvoicePostInput;
}>;


export type SalesInvoicePostMutation = { salesInvoicePost: { salesInvoice: { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesInvoiceCancelMutationVariables = Exact<{
  input: SalesInvoiceCancelInput;
}>;


export type SalesInvoiceCancelMutation = { salesInvoiceCancel: { salesInvoice: { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesInvoiceQueryVariables = Exact<{
  by: SalesInvoiceBy;
}>;


export type SalesInvoiceQuery = { salesInvoice: { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null } | null };

export type InvoiceStateFragment = { id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null };

export type ItemUpsertMutationVariables = Exact<{
  input: ItemUpsertInput;
}>;


export type ItemUpsertMutation = { itemUpsert: { item: { id: string, code: string, name: string, unit: string, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type ItemsBulkMutationVariables = Exact<{
  input: ItemsBulkInput;
}>;


export type ItemsBulkMutation = { itemsBulk: { results: Array<{ index: number, item: { id: string, code: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockOpeningBulkMutationVariables = Exact<{
  input: StockOpeningBulkInput;
}>;


export type StockOpeningBulkMutation = { stockOpeningBulk: { results: Array<{ index: number, stockOpening: { id: string, number: string } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockLevelsQueryVariables = Exact<{
  where?: StockLevelWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockLevelsQuery = { stockLevels: { nodes: Array<{ item: { code: string, name: string } | null, warehouse: { code: string } | null, onHand: { value: string, unit: string }, reserved: { value: string }, available: { value: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type OrderMarginQueryVariables = Exact<{
  salesOrder: string;
}>;


export type OrderMarginQuery = { salesOrder: { id: string, number: string, profitability: { marginPercent: string | null, revenue: { amount: string, currency: string }, chargesRevenue: { amount: string, currency: string }, costOfSales: { amount: string, currency: string }, margin: { amount: string, currency: string } } | null, ledgerEntries: { totalCount: number, nodes: Array<{ role: string | null, side: LedgerSide, postedOn: string, baseAmount: { amount: string, currency: string }, account: { code: string, name: string } | null, journalEntry: { number: string | null, description: string } | null }> } | null } | null };

export type MarginFragment = { marginPercent: string | null, revenue: { amount: string, currency: string }, chargesRevenue: { amount: string, currency: string }, costOfSales: { amount: string, currency: string }, margin: { amount: string, currency: string } };

export type TrialBalanceQueryVariables = Exact<{
  company: string;
  from: string;
  to: string;
}>;


export type TrialBalanceQuery = { trialBalance: { rows: Array<{ code: string, name: string, opening: { amount: string, currency: string }, debit: { amount: string, currency: string }, credit: { amount: string, currency: string }, closing: { amount: string, currency: string } }>, debit: { amount: string, currency: string }, credit: { amount: string, currency: string }, closing: { amount: string, currency: string } } | null };

export type IncomeStatementQueryVariables = Exact<{
  company: string;
  from: string;
  to: string;
}>;


export type IncomeStatementQuery = { incomeStatement: { revenue: { amount: string, currency: string }, chargesRevenue: { amount: string, currency: string }, costOfSales: { amount: string, currency: string }, grossProfit: { amount: string, currency: string }, netProfit: { amount: string, currency: string } } | null };

export type OpenReceivablesQueryVariables = Exact<{
  company: string;
  asOf: string;
}>;


export type OpenReceivablesQuery = { openReceivables: { total: { amount: string, currency: string }, rows: Array<{ bucket: AgeBucket, customer: { code: string, name: string } | null, amount: { amount: string, currency: string } }> } | null };

export type BooksCheckQueryVariables = Exact<{
  company?: string | null | undefined;
}>;


export type BooksCheckQuery = { booksCheck: Array<{ name: string, broken: number, holds: boolean }> | null };

export type FiscalPeriodsQueryVariables = Exact<{
  where?: FiscalPeriodWhere | null | undefined;
  orderBy?: Array<FiscalPeriodOrderBy> | FiscalPeriodOrderBy | null | undefined;
  first?: number | null | undefined;
}>;


export type FiscalPeriodsQuery = { fiscalPeriods: { nodes: Array<{ id: string, code: string, status: FiscalPeriodStatus, version: number }> } | null };

export type FiscalPeriodCloseMutationVariables = Exact<{
  input: FiscalPeriodCloseInput;
}>;


export type FiscalPeriodCloseMutation = { fiscalPeriodClose: { fiscalPeriod: { id: string, status: FiscalPeriodStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type FiscalPeriodReopenMutationVariables = Exact<{
  input: FiscalPeriodReopenInput;
}>;


export type FiscalPeriodReopenMutation = { fiscalPeriodReopen: { fiscalPeriod: { id: string, status: FiscalPeriodStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type FiscalPeriodSoftCloseMutationVariables = Exact<{
  input: FiscalPeriodSoftCloseInput;
}>;


export type FiscalPeriodSoftCloseMutation = { fiscalPeriodSoftClose: { fiscalPeriod: { id: string, status: FiscalPeriodStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type OrderStateFragment = { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } };

export type AmountFragment = { amount: string, currency: string };

export type OrderLinesFragment = { lines: { nodes: Array<{ id: string, position: number, kind: SalesLineKind, status: SalesOrderLineStatus, description: string, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string }, netAmount: { amount: string, currency: string } }> } | null };

export type SalesOrderCreateMutationVariables = Exact<{
  input: SalesOrderCreateInput;
}>;


export type SalesOrderCreateMutation = { salesOrderCreate: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, lines: { nodes: Array<{ id: string, position: number, kind: SalesLineKind, status: SalesOrderLineStatus, description: string, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string }, netAmount: { amount: string, currency: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderChangeMutationVariables = Exact<{
  input: SalesOrderChangeInput;
}>;


export type SalesOrderChangeMutation = { salesOrderChange: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, lines: { nodes: Array<{ id: string, position: number, kind: SalesLineKind, status: SalesOrderLineStatus, description: string, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string }, netAmount: { amount: string, currency: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderConfirmMutationVariables = Exact<{
  input: SalesOrderConfirmInput;
}>;


export type SalesOrderConfirmMutation = { salesOrderConfirm: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, lines: { nodes: Array<{ id: string, position: number, kind: SalesLineKind, status: SalesOrderLineStatus, description: string, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string }, netAmount: { amount: string, currency: string } }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderHoldMutationVariables = Exact<{
  input: SalesOrderHoldInput;
}>;


export type SalesOrderHoldMutation = { salesOrderHold: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderResumeMutationVariables = Exact<{
  input: SalesOrderResumeInput;
}>;


export type SalesOrderResumeMutation = { salesOrderResume: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderCancelMutationVariables = Exact<{
  input: SalesOrderCancelInput;
}>;


export type SalesOrderCancelMutation = { salesOrderCancel: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderCloseMutationVariables = Exact<{
  input: SalesOrderCloseInput;
}>;


export type SalesOrderCloseMutation = { salesOrderClose: { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrdersBulkMutationVariables = Exact<{
  input: SalesOrdersBulkInput;
}>;


export type SalesOrdersBulkMutation = { salesOrdersBulk: { results: Array<{ index: number, salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null, userErrors: Array<
        | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
        | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      > }>, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type SalesOrderQueryVariables = Exact<{
  by: SalesOrderBy;
}>;


export type SalesOrderQuery = { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, availableActions: Array<{ action: string, allowed: boolean, reason: string | null }> | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, lines: { nodes: Array<{ id: string, position: number, kind: SalesLineKind, status: SalesOrderLineStatus, description: string, quantity: { value: string, unit: string }, reserved: { value: string }, shipped: { value: string }, invoiced: { value: string }, netAmount: { amount: string, currency: string } }> } | null } | null };

export type SalesOrdersQueryVariables = Exact<{
  where?: SalesOrderWhere | null | undefined;
  orderBy?: Array<SalesOrderOrderBy> | SalesOrderOrderBy | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SalesOrdersQuery = { salesOrders: { totalCount: number, nodes: Array<{ id: string, number: string, status: SalesOrderStatus, version: number, currency: string, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PaymentReceiveMutationVariables = Exact<{
  input: PaymentReceiveInput;
}>;


export type PaymentReceiveMutation = { paymentReceive: { payment: { id: string, number: string, status: PaymentStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type PaymentAllocateMutationVariables = Exact<{
  input: PaymentAllocateInput;
}>;


export type PaymentAllocateMutation = { paymentAllocate: { payment: { id: string, number: string, status: PaymentStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type PaymentReverseMutationVariables = Exact<{
  input: PaymentReverseInput;
}>;


export type PaymentReverseMutation = { paymentReverse: { payment: { id: string, number: string, status: PaymentStatus, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type PaymentStateFragment = { id: string, number: string, status: PaymentStatus, version: number };

type Refusal_AllocationExceedsInvoice_Fragment = { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_AllocationExceedsPayment_Fragment = { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_AutomaticEntryRefused_Fragment = { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ControlAccountRefused_Fragment = { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CountBelowReserved_Fragment = { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CountIncomplete_Fragment = { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CreditLimitExceeded_Fragment = { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CurrencyMismatch_Fragment = { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CustomerArchived_Fragment = { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_CustomerOnCreditHold_Fragment = { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_DeliveryExceedsOpen_Fragment = { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_DuplicateKey_Fragment = { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_EntryUnbalanced_Fragment = { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_GrantExceedsGrantor_Fragment = { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_IdempotencyConflict_Fragment = { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InsufficientStock_Fragment = { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InvoiceExceedsShipped_Fragment = { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InvoiceNotPayable_Fragment = { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_InvoiceNotPosted_Fragment = { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ItemArchived_Fragment = { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ItemNotStocked_Fragment = { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_LimitExceeded_Fragment = { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_LotNotTracked_Fragment = { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_LotRequired_Fragment = { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_LotTrackingInUse_Fragment = { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_MakerIsChecker_Fragment = { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_NotFound_Fragment = { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_NothingToDeliver_Fragment = { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_NothingToInvoice_Fragment = { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OpeningPosted_Fragment = { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OrderAlreadyFulfilled_Fragment = { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OrderHasOpenDocuments_Fragment = { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OrderNotInFulfilment_Fragment = { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_OrderWithoutLines_Fragment = { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_PeriodClosed_Fragment = { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_PeriodNotReady_Fragment = { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_PeriodTooFarAhead_Fragment = { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_QuantityOutOfRange_Fragment = { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_RateMissing_Fragment = { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_RuleViolation_Fragment = { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_SettlementOutOfRange_Fragment = { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ShippedNotInvoiced_Fragment = { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_StaleCount_Fragment = { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_StaleVersion_Fragment = { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_TransitionRefused_Fragment = { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_UnitMismatch_Fragment = { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean };

type Refusal_ValuationMethodInUse_Fragment = { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean };

export type RefusalFragment =
  | Refusal_AllocationExceedsInvoice_Fragment
  | Refusal_AllocationExceedsPayment_Fragment
  | Refusal_AutomaticEntryRefused_Fragment
  | Refusal_ControlAccountRefused_Fragment
  | Refusal_CountBelowReserved_Fragment
  | Refusal_CountIncomplete_Fragment
  | Refusal_CreditLimitExceeded_Fragment
  | Refusal_CurrencyMismatch_Fragment
  | Refusal_CustomerArchived_Fragment
  | Refusal_CustomerOnCreditHold_Fragment
  | Refusal_DeliveryExceedsOpen_Fragment
  | Refusal_DuplicateKey_Fragment
  | Refusal_EntryUnbalanced_Fragment
  | Refusal_GrantExceedsGrantor_Fragment
  | Refusal_IdempotencyConflict_Fragment
  | Refusal_InsufficientStock_Fragment
  | Refusal_InvalidInput_Fragment
  | Refusal_InvoiceExceedsShipped_Fragment
  | Refusal_InvoiceNotPayable_Fragment
  | Refusal_InvoiceNotPosted_Fragment
  | Refusal_ItemArchived_Fragment
  | Refusal_ItemNotStocked_Fragment
  | Refusal_LimitExceeded_Fragment
  | Refusal_LotNotTracked_Fragment
  | Refusal_LotRequired_Fragment
  | Refusal_LotTrackingInUse_Fragment
  | Refusal_MakerIsChecker_Fragment
  | Refusal_NotFound_Fragment
  | Refusal_NothingToDeliver_Fragment
  | Refusal_NothingToInvoice_Fragment
  | Refusal_OpeningPosted_Fragment
  | Refusal_OrderAlreadyFulfilled_Fragment
  | Refusal_OrderHasOpenDocuments_Fragment
  | Refusal_OrderNotInFulfilment_Fragment
  | Refusal_OrderWithoutLines_Fragment
  | Refusal_PeriodClosed_Fragment
  | Refusal_PeriodNotReady_Fragment
  | Refusal_PeriodTooFarAhead_Fragment
  | Refusal_QuantityOutOfRange_Fragment
  | Refusal_RateMissing_Fragment
  | Refusal_RuleViolation_Fragment
  | Refusal_SettlementOutOfRange_Fragment
  | Refusal_ShippedNotInvoiced_Fragment
  | Refusal_StaleCount_Fragment
  | Refusal_StaleVersion_Fragment
  | Refusal_TransitionRefused_Fragment
  | Refusal_UnitMismatch_Fragment
  | Refusal_ValuationMethodInUse_Fragment
;

export type TransferStateFragment = { id: string, number: string, status: StockTransferStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null };

export type CountStateFragment = { id: string, number: string, status: StockCountStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null, lines: { nodes: Array<{ id: string, item: { code: string } | null, bin: { code: string } | null, lot: { code: string } | null, expected: { value: string, unit: string }, counted: { value: string } | null, difference: { value: string } | null, value: { amount: string, currency: string } | null }> } | null };

export type ItemSettingsSetMutationVariables = Exact<{
  input: ItemSettingsSetInput;
}>;


export type ItemSettingsSetMutation = { itemSettingsSet: { itemSettings: { id: string, valuationMethod: ValuationMethod, standardCost: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockTransferCreateMutationVariables = Exact<{
  input: StockTransferCreateInput;
}>;


export type StockTransferCreateMutation = { stockTransferCreate: { stockTransfer: { id: string, number: string, status: StockTransferStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockTransferPostMutationVariables = Exact<{
  input: StockTransferPostInput;
}>;


export type StockTransferPostMutation = { stockTransferPost: { stockTransfer: { id: string, number: string, status: StockTransferStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockTransferCancelMutationVariables = Exact<{
  input: StockTransferCancelInput;
}>;


export type StockTransferCancelMutation = { stockTransferCancel: { stockTransfer: { id: string, number: string, status: StockTransferStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockCountCreateMutationVariables = Exact<{
  input: StockCountCreateInput;
}>;


export type StockCountCreateMutation = { stockCountCreate: { stockCount: { id: string, number: string, status: StockCountStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null, lines: { nodes: Array<{ id: string, item: { code: string } | null, bin: { code: string } | null, lot: { code: string } | null, expected: { value: string, unit: string }, counted: { value: string } | null, difference: { value: string } | null, value: { amount: string, currency: string } | null }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockCountEnterMutationVariables = Exact<{
  input: StockCountEnterInput;
}>;


export type StockCountEnterMutation = { stockCountEnter: { stockCount: { id: string, number: string, status: StockCountStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null, lines: { nodes: Array<{ id: string, item: { code: string } | null, bin: { code: string } | null, lot: { code: string } | null, expected: { value: string, unit: string }, counted: { value: string } | null, difference: { value: string } | null, value: { amount: string, currency: string } | null }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockCountPostMutationVariables = Exact<{
  input: StockCountPostInput;
}>;


export type StockCountPostMutation = { stockCountPost: { stockCount: { id: string, number: string, status: StockCountStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null, lines: { nodes: Array<{ id: string, item: { code: string } | null, bin: { code: string } | null, lot: { code: string } | null, expected: { value: string, unit: string }, counted: { value: string } | null, difference: { value: string } | null, value: { amount: string, currency: string } | null }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type StockCountCancelMutationVariables = Exact<{
  input: StockCountCancelInput;
}>;


export type StockCountCancelMutation = { stockCountCancel: { stockCount: { id: string, number: string, status: StockCountStatus, postedOn: string | null, version: number, availableActions: Array<{ action: string, allowed: boolean }> | null, lines: { nodes: Array<{ id: string, item: { code: string } | null, bin: { code: string } | null, lot: { code: string } | null, expected: { value: string, unit: string }, counted: { value: string } | null, difference: { value: string } | null, value: { amount: string, currency: string } | null }> } | null } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type LotChangeMutationVariables = Exact<{
  input: LotChangeInput;
}>;


export type LotChangeMutation = { lotChange: { lot: { id: string, code: string, supplierLotCode: string | null, madeOn: string | null, expiresOn: string | null, version: number } | null, userErrors: Array<
      | { __typename: 'AllocationExceedsInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AllocationExceedsPayment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'AutomaticEntryRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ControlAccountRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountBelowReserved', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CountIncomplete', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CreditLimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CurrencyMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'CustomerOnCreditHold', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DeliveryExceedsOpen', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'DuplicateKey', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'EntryUnbalanced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'GrantExceedsGrantor', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'IdempotencyConflict', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InsufficientStock', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceExceedsShipped', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPayable', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'InvoiceNotPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemArchived', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ItemNotStocked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LimitExceeded', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotNotTracked', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotRequired', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'LotTrackingInUse', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'MakerIsChecker', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NotFound', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToDeliver', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'NothingToInvoice', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OpeningPosted', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderAlreadyFulfilled', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderHasOpenDocuments', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderNotInFulfilment', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'OrderWithoutLines', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodClosed', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodNotReady', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'PeriodTooFarAhead', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'QuantityOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RateMissing', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'RuleViolation', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'SettlementOutOfRange', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ShippedNotInvoiced', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleCount', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'StaleVersion', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'TransitionRefused', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'UnitMismatch', code: string, message: string, path: Array<string>, retryable: boolean }
      | { __typename: 'ValuationMethodInUse', code: string, message: string, path: Array<string>, retryable: boolean }
    > } | null };

export type LotsQueryVariables = Exact<{
  where?: LotWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LotsQuery = { lots: { nodes: Array<{ id: string, code: string, supplierLotCode: string | null, expiresOn: string | null, version: number, item: { code: string } | null, stockLevels: { nodes: Array<{ bin: { code: string } | null, onHand: { value: string, unit: string } }> } | null, components: { nodes: Array<{ componentLot: { code: string } | null, quantity: { value: string, unit: string } }> } | null, products: { nodes: Array<{ productLot: { code: string } | null, quantity: { value: string, unit: string } }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StockByBinQueryVariables = Exact<{
  where?: StockLevelWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockByBinQuery = { stockLevels: { nodes: Array<{ status: StockStatus, item: { code: string } | null, warehouse: { code: string } | null, bin: { code: string } | null, lot: { code: string, expiresOn: string | null } | null, onHand: { value: string, unit: string }, reserved: { value: string }, available: { value: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StockWorthQueryVariables = Exact<{
  where?: ItemValuationWhere | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StockWorthQuery = { itemValuations: { nodes: Array<{ method: ValuationMethod, quantity: string, item: { code: string } | null, value: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WholeChainQueryVariables = Exact<{
  by: SalesOrderBy;
}>;


export type WholeChainQuery = { salesOrder: { id: string, number: string, status: SalesOrderStatus, version: number, currency: string, company: { code: string, baseCurrency: string } | null, customer: { code: string, name: string, contacts: { nodes: Array<{ lastName: string }> } | null } | null, lines: { nodes: Array<{ position: number, status: SalesOrderLineStatus, item: { code: string } | null, quantity: { value: string, unit: string }, reservations: { nodes: Array<{ quantity: { value: string } }> } | null, deliveryLines: { nodes: Array<{ quantity: { value: string }, delivery: { number: string, status: DeliveryStatus } | null, stockMoves: { nodes: Array<{ quantity: { value: string } }> } | null }> } | null, salesInvoiceLines: { nodes: Array<{ netAmount: { amount: string, currency: string } }> } | null }> } | null, deliveries: { nodes: Array<{ id: string, number: string, status: DeliveryStatus, version: number, postedOn: string | null, journalEntries: { nodes: Array<{ number: string | null }> } | null, lines: { nodes: Array<{ id: string, quantity: { value: string, unit: string } }> } | null }> } | null, salesInvoices: { nodes: Array<{ id: string, number: string | null, status: SalesInvoiceStatus, version: number, settlementStatus: SettlementStatus | null, postedOn: string | null, dueOn: string | null, journalEntries: { nodes: Array<{ number: string | null, entries: { nodes: Array<{ side: LedgerSide, account: { code: string } | null, baseAmount: { amount: string, currency: string } }> } | null }> } | null, paymentAllocations: { nodes: Array<{ amount: { amount: string, currency: string }, payment: { id: string, number: string, status: PaymentStatus, version: number } | null }> } | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string }, openAmount: { amount: string, currency: string } | null }> } | null, profitability: { marginPercent: string | null, revenue: { amount: string, currency: string }, chargesRevenue: { amount: string, currency: string }, costOfSales: { amount: string, currency: string }, margin: { amount: string, currency: string } } | null, timeline: { nodes: Array<{ type: string, occurredAt: string, actor: { name: string } | null }> } | null, netAmount: { amount: string, currency: string }, taxAmount: { amount: string, currency: string }, grossAmount: { amount: string, currency: string }, paidAmount: { amount: string, currency: string } } | null };

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
export const DeliveryStateFragmentDoc = new TypedDocumentString(`
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
    `, {"fragmentName":"DeliveryState"}) as unknown as TypedDocumentString<DeliveryStateFragment, unknown>;
export const ImportedInvoiceFragmentDoc = new TypedDocumentString(`
    fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}
    `, {"fragmentName":"ImportedInvoice"}) as unknown as TypedDocumentString<ImportedInvoiceFragment, unknown>;
export const ImportedOrderFragmentDoc = new TypedDocumentString(`
    fragment ImportedOrder on SalesOrder {
  id
  status
  deliveries(first: 5) {
    nodes {
      id
      status
    }
  }
  salesInvoices(first: 5) {
    nodes {
      ...ImportedInvoice
    }
  }
}
    fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}`, {"fragmentName":"ImportedOrder"}) as unknown as TypedDocumentString<ImportedOrderFragment, unknown>;
export const AmountFragmentDoc = new TypedDocumentString(`
    fragment Amount on Money {
  amount
  currency
}
    `, {"fragmentName":"Amount"}) as unknown as TypedDocumentString<AmountFragment, unknown>;
export const InvoiceStateFragmentDoc = new TypedDocumentString(`
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
    fragment Amount on Money {
  amount
  currency
}`, {"fragmentName":"InvoiceState"}) as unknown as TypedDocumentString<InvoiceStateFragment, unknown>;
export const MarginFragmentDoc = new TypedDocumentString(`
    fragment Margin on Profitability {
  revenue {
    ...Amount
  }
  chargesRevenue {
    ...Amount
  }
  costOfSales {
    ...Amount
  }
  margin {
    ...Amount
  }
  marginPercent
}
    fragment Amount on Money {
  amount
  currency
}`, {"fragmentName":"Margin"}) as unknown as TypedDocumentString<MarginFragment, unknown>;
export const OrderStateFragmentDoc = new TypedDocumentString(`
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
    fragment Amount on Money {
  amount
  currency
}`, {"fragmentName":"OrderState"}) as unknown as TypedDocumentString<OrderStateFragment, unknown>;
export const OrderLinesFragmentDoc = new TypedDocumentString(`
    fragment OrderLines on SalesOrder {
  lines(first: 250, orderBy: [{position: {direction: ASC}}]) {
    nodes {
      id
      position
      kind
      status
      description
      quantity {
        value
        unit
      }
      reserved {
        value
      }
      shipped {
        value
      }
      invoiced {
        value
      }
      netAmount {
        ...Amount
      }
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`, {"fragmentName":"OrderLines"}) as unknown as TypedDocumentString<OrderLinesFragment, unknown>;
export const PaymentStateFragmentDoc = new TypedDocumentString(`
    fragment PaymentState on Payment {
  id
  number
  status
  version
}
    `, {"fragmentName":"PaymentState"}) as unknown as TypedDocumentString<PaymentStateFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const TransferStateFragmentDoc = new TypedDocumentString(`
    fragment TransferState on StockTransfer {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
}
    `, {"fragmentName":"TransferState"}) as unknown as TypedDocumentString<TransferStateFragment, unknown>;
export const CountStateFragmentDoc = new TypedDocumentString(`
    fragment CountState on StockCount {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
  lines(orderBy: [{position: {}}]) {
    nodes {
      id
      item {
        code
      }
      bin {
        code
      }
      lot {
        code
      }
      expected {
        value
        unit
      }
      counted {
        value
      }
      difference {
        value
      }
      value {
        amount
        currency
      }
    }
  }
}
    `, {"fragmentName":"CountState"}) as unknown as TypedDocumentString<CountStateFragment, unknown>;
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
export const DeliveryCreateDocument = new TypedDocumentString(`
    mutation DeliveryCreate($input: DeliveryCreateInput!) {
  deliveryCreate(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryCreateMutation, DeliveryCreateMutationVariables>;
export const DeliveryPickDocument = new TypedDocumentString(`
    mutation DeliveryPick($input: DeliveryPickInput!) {
  deliveryPick(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryPickMutation, DeliveryPickMutationVariables>;
export const DeliveryPackDocument = new TypedDocumentString(`
    mutation DeliveryPack($input: DeliveryPackInput!) {
  deliveryPack(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryPackMutation, DeliveryPackMutationVariables>;
export const DeliveryShipDocument = new TypedDocumentString(`
    mutation DeliveryShip($input: DeliveryShipInput!) {
  deliveryShip(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryShipMutation, DeliveryShipMutationVariables>;
export const DeliveryDeliverDocument = new TypedDocumentString(`
    mutation DeliveryDeliver($input: DeliveryDeliverInput!) {
  deliveryDeliver(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryDeliverMutation, DeliveryDeliverMutationVariables>;
export const DeliveryCancelDocument = new TypedDocumentString(`
    mutation DeliveryCancel($input: DeliveryCancelInput!) {
  deliveryCancel(input: $input) {
    delivery {
      ...DeliveryState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<DeliveryCancelMutation, DeliveryCancelMutationVariables>;
export const SalesOrderStatusDocument = new TypedDocumentString(`
    subscription SalesOrderStatus($salesOrder: ID, $customer: ID, $after: String, $snapshot: Boolean) {
  salesOrderStatus(
    salesOrder: $salesOrder
    customer: $customer
    after: $after
    snapshot: $snapshot
  ) {
    cursor
    kind
    changedFields
    deletedId
    node {
      id
      number
      status
      version
      grossAmount {
        ...Amount
      }
      paidAmount {
        ...Amount
      }
      lines(first: 50, orderBy: [{position: {direction: ASC}}]) {
        nodes {
          position
          kind
          description
          status
          quantity {
            value
            unit
          }
          reserved {
            value
          }
          shipped {
            value
          }
          invoiced {
            value
          }
        }
      }
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SalesOrderStatusSubscription, SalesOrderStatusSubscriptionVariables>;
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
export const ImportGroundDocument = new TypedDocumentString(`
    query ImportGround($code: String!, $warehouse: String!) {
  company(by: {code: $code}) {
    id
    warehouses(where: {code: {eq: $warehouse}}, first: 1) {
      nodes {
        id
        bins(first: 250) {
          nodes {
            id
            code
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportGroundQuery, ImportGroundQueryVariables>;
export const BinCreateDocument = new TypedDocumentString(`
    mutation BinCreate($input: BinCreateInput!) {
  binCreate(input: $input) {
    bin {
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
}`) as unknown as TypedDocumentString<BinCreateMutation, BinCreateMutationVariables>;
export const ImportItemsDocument = new TypedDocumentString(`
    mutation ImportItems($input: ItemsBulkInput!) {
  itemsBulk(input: $input) {
    results {
      index
      item {
        id
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
}`) as unknown as TypedDocumentString<ImportItemsMutation, ImportItemsMutationVariables>;
export const ImportCustomersDocument = new TypedDocumentString(`
    mutation ImportCustomers($input: CustomersBulkInput!) {
  customersBulk(input: $input) {
    results {
      index
      customer {
        id
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
}`) as unknown as TypedDocumentString<ImportCustomersMutation, ImportCustomersMutationVariables>;
export const ImportOpeningsDocument = new TypedDocumentString(`
    mutation ImportOpenings($input: StockOpeningBulkInput!) {
  stockOpeningBulk(input: $input) {
    results {
      index
      stockOpening {
        id
        value {
          amount
        }
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
}`) as unknown as TypedDocumentString<ImportOpeningsMutation, ImportOpeningsMutationVariables>;
export const ImportOrdersDocument = new TypedDocumentString(`
    mutation ImportOrders($input: SalesOrdersBulkInput!) {
  salesOrdersBulk(input: $input) {
    results {
      index
      salesOrder {
        ...ImportedOrder
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
    fragment ImportedOrder on SalesOrder {
  id
  status
  deliveries(first: 5) {
    nodes {
      id
      status
    }
  }
  salesInvoices(first: 5) {
    nodes {
      ...ImportedInvoice
    }
  }
}
fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ImportOrdersMutation, ImportOrdersMutationVariables>;
export const ImportStockDocument = new TypedDocumentString(`
    query ImportStock($items: [ID!]!, $warehouse: ID!, $after: String) {
  stockLevels(
    where: {item: {id: {in: $items}}, warehouse: {id: {eq: $warehouse}}}
    first: 250
    after: $after
  ) {
    nodes {
      available {
        value
      }
      item {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportStockQuery, ImportStockQueryVariables>;
export const ImportConfirmDocument = new TypedDocumentString(`
    mutation ImportConfirm($input: SalesOrderConfirmInput!) {
  salesOrderConfirm(input: $input) {
    salesOrder {
      id
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
}`) as unknown as TypedDocumentString<ImportConfirmMutation, ImportConfirmMutationVariables>;
export const ImportDeliveryDocument = new TypedDocumentString(`
    mutation ImportDelivery($input: DeliveryCreateInput!) {
  deliveryCreate(input: $input) {
    delivery {
      id
      status
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
}`) as unknown as TypedDocumentString<ImportDeliveryMutation, ImportDeliveryMutationVariables>;
export const ImportShipDocument = new TypedDocumentString(`
    mutation ImportShip($input: DeliveryShipInput!) {
  deliveryShip(input: $input) {
    delivery {
      id
      status
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
}`) as unknown as TypedDocumentString<ImportShipMutation, ImportShipMutationVariables>;
export const ImportDeliverDocument = new TypedDocumentString(`
    mutation ImportDeliver($input: DeliveryDeliverInput!) {
  deliveryDeliver(input: $input) {
    delivery {
      id
      status
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
}`) as unknown as TypedDocumentString<ImportDeliverMutation, ImportDeliverMutationVariables>;
export const ImportInvoiceDocument = new TypedDocumentString(`
    mutation ImportInvoice($input: SalesInvoiceCreateInput!) {
  salesInvoiceCreate(input: $input) {
    salesInvoice {
      ...ImportedInvoice
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ImportInvoiceMutation, ImportInvoiceMutationVariables>;
export const ImportApproveDocument = new TypedDocumentString(`
    mutation ImportApprove($input: SalesInvoiceApproveInput!) {
  salesInvoiceApprove(input: $input) {
    salesInvoice {
      ...ImportedInvoice
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ImportApproveMutation, ImportApproveMutationVariables>;
export const ImportPostDocument = new TypedDocumentString(`
    mutation ImportPost($input: SalesInvoicePostInput!) {
  salesInvoicePost(input: $input) {
    salesInvoice {
      ...ImportedInvoice
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment ImportedInvoice on SalesInvoice {
  id
  status
  openAmount {
    amount
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<ImportPostMutation, ImportPostMutationVariables>;
export const ImportPayDocument = new TypedDocumentString(`
    mutation ImportPay($input: PaymentReceiveInput!) {
  paymentReceive(input: $input) {
    payment {
      id
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
}`) as unknown as TypedDocumentString<ImportPayMutation, ImportPayMutationVariables>;
export const ImportFactsDocument = new TypedDocumentString(`
    query ImportFacts {
  auditEntries(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ImportFactsQuery, ImportFactsQueryVariables>;
export const ImportMarginsDocument = new TypedDocumentString(`
    query ImportMargins($company: ID!, $after: String) {
  salesOrders(where: {company: {id: {eq: $company}}}, first: 250, after: $after) {
    nodes {
      id
      status
      taxAmount {
        amount
      }
      grossAmount {
        amount
      }
      paidAmount {
        amount
      }
      profitability {
        revenue {
          amount
        }
        chargesRevenue {
          amount
        }
        costOfSales {
          amount
        }
        margin {
          amount
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMarginsQuery, ImportMarginsQueryVariables>;
export const ImportBooksDocument = new TypedDocumentString(`
    query ImportBooks($company: ID!, $from: Date!, $to: Date!) {
  incomeStatement(company: $company, from: $from, to: $to) {
    revenue {
      amount
    }
    chargesRevenue {
      amount
    }
    costOfSales {
      amount
    }
    grossProfit {
      amount
    }
    netProfit {
      amount
    }
  }
  booksCheck(company: $company) {
    name
    broken
  }
}
    `) as unknown as TypedDocumentString<ImportBooksQuery, ImportBooksQueryVariables>;
export const SalesInvoiceCreateDocument = new TypedDocumentString(`
    mutation SalesInvoiceCreate($input: SalesInvoiceCreateInput!) {
  salesInvoiceCreate(input: $input) {
    salesInvoice {
      ...InvoiceState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesInvoiceCreateMutation, SalesInvoiceCreateMutationVariables>;
export const SalesInvoiceApproveDocument = new TypedDocumentString(`
    mutation SalesInvoiceApprove($input: SalesInvoiceApproveInput!) {
  salesInvoiceApprove(input: $input) {
    salesInvoice {
      ...InvoiceState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesInvoiceApproveMutation, SalesInvoiceApproveMutationVariables>;
export const SalesInvoicePostDocument = new TypedDocumentString(`
    mutation SalesInvoicePost($input: SalesInvoicePostInput!) {
  salesInvoicePost(input: $input) {
    salesInvoice {
      ...InvoiceState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesInvoicePostMutation, SalesInvoicePostMutationVariables>;
export const SalesInvoiceCancelDocument = new TypedDocumentString(`
    mutation SalesInvoiceCancel($input: SalesInvoiceCancelInput!) {
  salesInvoiceCancel(input: $input) {
    salesInvoice {
      ...InvoiceState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesInvoiceCancelMutation, SalesInvoiceCancelMutationVariables>;
export const SalesInvoiceDocument = new TypedDocumentString(`
    query SalesInvoice($by: SalesInvoiceBy!) {
  salesInvoice(by: $by) {
    ...InvoiceState
  }
}
    fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SalesInvoiceQuery, SalesInvoiceQueryVariables>;
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
export const OrderMarginDocument = new TypedDocumentString(`
    query OrderMargin($salesOrder: ID!) {
  salesOrder(by: {id: $salesOrder}) {
    id
    number
    profitability {
      ...Margin
    }
    ledgerEntries(first: 250) {
      totalCount
      nodes {
        role
        side
        postedOn
        baseAmount {
          ...Amount
        }
        account {
          code
          name
        }
        journalEntry {
          number
          description
        }
      }
    }
  }
}
    fragment Margin on Profitability {
  revenue {
    ...Amount
  }
  chargesRevenue {
    ...Amount
  }
  costOfSales {
    ...Amount
  }
  margin {
    ...Amount
  }
  marginPercent
}
fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OrderMarginQuery, OrderMarginQueryVariables>;
export const TrialBalanceDocument = new TypedDocumentString(`
    query TrialBalance($company: ID!, $from: Date!, $to: Date!) {
  trialBalance(company: $company, from: $from, to: $to) {
    rows {
      code
      name
      opening {
        ...Amount
      }
      debit {
        ...Amount
      }
      credit {
        ...Amount
      }
      closing {
        ...Amount
      }
    }
    debit {
      ...Amount
    }
    credit {
      ...Amount
    }
    closing {
      ...Amount
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<TrialBalanceQuery, TrialBalanceQueryVariables>;
export const IncomeStatementDocument = new TypedDocumentString(`
    query IncomeStatement($company: ID!, $from: Date!, $to: Date!) {
  incomeStatement(company: $company, from: $from, to: $to) {
    revenue {
      ...Amount
    }
    chargesRevenue {
      ...Amount
    }
    costOfSales {
      ...Amount
    }
    grossProfit {
      ...Amount
    }
    netProfit {
      ...Amount
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<IncomeStatementQuery, IncomeStatementQueryVariables>;
export const OpenReceivablesDocument = new TypedDocumentString(`
    query OpenReceivables($company: ID!, $asOf: Date!) {
  openReceivables(company: $company, asOf: $asOf) {
    total {
      ...Amount
    }
    rows(first: 250) {
      bucket
      customer {
        code
        name
      }
      amount {
        ...Amount
      }
    }
  }
}
    fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OpenReceivablesQuery, OpenReceivablesQueryVariables>;
export const BooksCheckDocument = new TypedDocumentString(`
    query BooksCheck($company: ID) {
  booksCheck(company: $company) {
    name
    broken
    holds
  }
}
    `) as unknown as TypedDocumentString<BooksCheckQuery, BooksCheckQueryVariables>;
export const FiscalPeriodsDocument = new TypedDocumentString(`
    query FiscalPeriods($where: FiscalPeriodWhere, $orderBy: [FiscalPeriodOrderBy!], $first: Int) {
  fiscalPeriods(where: $where, orderBy: $orderBy, first: $first) {
    nodes {
      id
      code
      status
      version
    }
  }
}
    `) as unknown as TypedDocumentString<FiscalPeriodsQuery, FiscalPeriodsQueryVariables>;
export const FiscalPeriodCloseDocument = new TypedDocumentString(`
    mutation FiscalPeriodClose($input: FiscalPeriodCloseInput!) {
  fiscalPeriodClose(input: $input) {
    fiscalPeriod {
      id
      status
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
}`) as unknown as TypedDocumentString<FiscalPeriodCloseMutation, FiscalPeriodCloseMutationVariables>;
export const FiscalPeriodReopenDocument = new TypedDocumentString(`
    mutation FiscalPeriodReopen($input: FiscalPeriodReopenInput!) {
  fiscalPeriodReopen(input: $input) {
    fiscalPeriod {
      id
      status
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
}`) as unknown as TypedDocumentString<FiscalPeriodReopenMutation, FiscalPeriodReopenMutationVariables>;
export const FiscalPeriodSoftCloseDocument = new TypedDocumentString(`
    mutation FiscalPeriodSoftClose($input: FiscalPeriodSoftCloseInput!) {
  fiscalPeriodSoftClose(input: $input) {
    fiscalPeriod {
      id
      status
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
}`) as unknown as TypedDocumentString<FiscalPeriodSoftCloseMutation, FiscalPeriodSoftCloseMutationVariables>;
export const SalesOrderCreateDocument = new TypedDocumentString(`
    mutation SalesOrderCreate($input: SalesOrderCreateInput!) {
  salesOrderCreate(input: $input) {
    salesOrder {
      ...OrderState
      ...OrderLines
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment OrderLines on SalesOrder {
  lines(first: 250, orderBy: [{position: {direction: ASC}}]) {
    nodes {
      id
      position
      kind
      status
      description
      quantity {
        value
        unit
      }
      reserved {
        value
      }
      shipped {
        value
      }
      invoiced {
        value
      }
      netAmount {
        ...Amount
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderCreateMutation, SalesOrderCreateMutationVariables>;
export const SalesOrderChangeDocument = new TypedDocumentString(`
    mutation SalesOrderChange($input: SalesOrderChangeInput!) {
  salesOrderChange(input: $input) {
    salesOrder {
      ...OrderState
      ...OrderLines
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment OrderLines on SalesOrder {
  lines(first: 250, orderBy: [{position: {direction: ASC}}]) {
    nodes {
      id
      position
      kind
      status
      description
      quantity {
        value
        unit
      }
      reserved {
        value
      }
      shipped {
        value
      }
      invoiced {
        value
      }
      netAmount {
        ...Amount
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderChangeMutation, SalesOrderChangeMutationVariables>;
export const SalesOrderConfirmDocument = new TypedDocumentString(`
    mutation SalesOrderConfirm($input: SalesOrderConfirmInput!) {
  salesOrderConfirm(input: $input) {
    salesOrder {
      ...OrderState
      ...OrderLines
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment OrderLines on SalesOrder {
  lines(first: 250, orderBy: [{position: {direction: ASC}}]) {
    nodes {
      id
      position
      kind
      status
      description
      quantity {
        value
        unit
      }
      reserved {
        value
      }
      shipped {
        value
      }
      invoiced {
        value
      }
      netAmount {
        ...Amount
      }
    }
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderConfirmMutation, SalesOrderConfirmMutationVariables>;
export const SalesOrderHoldDocument = new TypedDocumentString(`
    mutation SalesOrderHold($input: SalesOrderHoldInput!) {
  salesOrderHold(input: $input) {
    salesOrder {
      ...OrderState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderHoldMutation, SalesOrderHoldMutationVariables>;
export const SalesOrderResumeDocument = new TypedDocumentString(`
    mutation SalesOrderResume($input: SalesOrderResumeInput!) {
  salesOrderResume(input: $input) {
    salesOrder {
      ...OrderState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderResumeMutation, SalesOrderResumeMutationVariables>;
export const SalesOrderCancelDocument = new TypedDocumentString(`
    mutation SalesOrderCancel($input: SalesOrderCancelInput!) {
  salesOrderCancel(input: $input) {
    salesOrder {
      ...OrderState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderCancelMutation, SalesOrderCancelMutationVariables>;
export const SalesOrderCloseDocument = new TypedDocumentString(`
    mutation SalesOrderClose($input: SalesOrderCloseInput!) {
  salesOrderClose(input: $input) {
    salesOrder {
      ...OrderState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrderCloseMutation, SalesOrderCloseMutationVariables>;
export const SalesOrdersBulkDocument = new TypedDocumentString(`
    mutation SalesOrdersBulk($input: SalesOrdersBulkInput!) {
  salesOrdersBulk(input: $input) {
    results {
      index
      salesOrder {
        ...OrderState
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
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<SalesOrdersBulkMutation, SalesOrdersBulkMutationVariables>;
export const SalesOrderDocument = new TypedDocumentString(`
    query SalesOrder($by: SalesOrderBy!) {
  salesOrder(by: $by) {
    ...OrderState
    ...OrderLines
    availableActions {
      action
      allowed
      reason
    }
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment OrderLines on SalesOrder {
  lines(first: 250, orderBy: [{position: {direction: ASC}}]) {
    nodes {
      id
      position
      kind
      status
      description
      quantity {
        value
        unit
      }
      reserved {
        value
      }
      shipped {
        value
      }
      invoiced {
        value
      }
      netAmount {
        ...Amount
      }
    }
  }
}`) as unknown as TypedDocumentString<SalesOrderQuery, SalesOrderQueryVariables>;
export const SalesOrdersDocument = new TypedDocumentString(`
    query SalesOrders($where: SalesOrderWhere, $orderBy: [SalesOrderOrderBy!], $first: Int, $after: String) {
  salesOrders(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    nodes {
      ...OrderState
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SalesOrdersQuery, SalesOrdersQueryVariables>;
export const PaymentReceiveDocument = new TypedDocumentString(`
    mutation PaymentReceive($input: PaymentReceiveInput!) {
  paymentReceive(input: $input) {
    payment {
      ...PaymentState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment PaymentState on Payment {
  id
  number
  status
  version
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<PaymentReceiveMutation, PaymentReceiveMutationVariables>;
export const PaymentAllocateDocument = new TypedDocumentString(`
    mutation PaymentAllocate($input: PaymentAllocateInput!) {
  paymentAllocate(input: $input) {
    payment {
      ...PaymentState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment PaymentState on Payment {
  id
  number
  status
  version
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<PaymentAllocateMutation, PaymentAllocateMutationVariables>;
export const PaymentReverseDocument = new TypedDocumentString(`
    mutation PaymentReverse($input: PaymentReverseInput!) {
  paymentReverse(input: $input) {
    payment {
      ...PaymentState
    }
    userErrors {
      ...Refusal
    }
  }
}
    fragment PaymentState on Payment {
  id
  number
  status
  version
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
  retryable
}`) as unknown as TypedDocumentString<PaymentReverseMutation, PaymentReverseMutationVariables>;
export const ItemSettingsSetDocument = new TypedDocumentString(`
    mutation ItemSettingsSet($input: ItemSettingsSetInput!) {
  itemSettingsSet(input: $input) {
    itemSettings {
      id
      valuationMethod
      standardCost
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
}`) as unknown as TypedDocumentString<ItemSettingsSetMutation, ItemSettingsSetMutationVariables>;
export const StockTransferCreateDocument = new TypedDocumentString(`
    mutation StockTransferCreate($input: StockTransferCreateInput!) {
  stockTransferCreate(input: $input) {
    stockTransfer {
      ...TransferState
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
}
fragment TransferState on StockTransfer {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
}`) as unknown as TypedDocumentString<StockTransferCreateMutation, StockTransferCreateMutationVariables>;
export const StockTransferPostDocument = new TypedDocumentString(`
    mutation StockTransferPost($input: StockTransferPostInput!) {
  stockTransferPost(input: $input) {
    stockTransfer {
      ...TransferState
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
}
fragment TransferState on StockTransfer {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
}`) as unknown as TypedDocumentString<StockTransferPostMutation, StockTransferPostMutationVariables>;
export const StockTransferCancelDocument = new TypedDocumentString(`
    mutation StockTransferCancel($input: StockTransferCancelInput!) {
  stockTransferCancel(input: $input) {
    stockTransfer {
      ...TransferState
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
}
fragment TransferState on StockTransfer {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
}`) as unknown as TypedDocumentString<StockTransferCancelMutation, StockTransferCancelMutationVariables>;
export const StockCountCreateDocument = new TypedDocumentString(`
    mutation StockCountCreate($input: StockCountCreateInput!) {
  stockCountCreate(input: $input) {
    stockCount {
      ...CountState
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
}
fragment CountState on StockCount {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
  lines(orderBy: [{position: {}}]) {
    nodes {
      id
      item {
        code
      }
      bin {
        code
      }
      lot {
        code
      }
      expected {
        value
        unit
      }
      counted {
        value
      }
      difference {
        value
      }
      value {
        amount
        currency
      }
    }
  }
}`) as unknown as TypedDocumentString<StockCountCreateMutation, StockCountCreateMutationVariables>;
export const StockCountEnterDocument = new TypedDocumentString(`
    mutation StockCountEnter($input: StockCountEnterInput!) {
  stockCountEnter(input: $input) {
    stockCount {
      ...CountState
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
}
fragment CountState on StockCount {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
  lines(orderBy: [{position: {}}]) {
    nodes {
      id
      item {
        code
      }
      bin {
        code
      }
      lot {
        code
      }
      expected {
        value
        unit
      }
      counted {
        value
      }
      difference {
        value
      }
      value {
        amount
        currency
      }
    }
  }
}`) as unknown as TypedDocumentString<StockCountEnterMutation, StockCountEnterMutationVariables>;
export const StockCountPostDocument = new TypedDocumentString(`
    mutation StockCountPost($input: StockCountPostInput!) {
  stockCountPost(input: $input) {
    stockCount {
      ...CountState
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
}
fragment CountState on StockCount {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
  lines(orderBy: [{position: {}}]) {
    nodes {
      id
      item {
        code
      }
      bin {
        code
      }
      lot {
        code
      }
      expected {
        value
        unit
      }
      counted {
        value
      }
      difference {
        value
      }
      value {
        amount
        currency
      }
    }
  }
}`) as unknown as TypedDocumentString<StockCountPostMutation, StockCountPostMutationVariables>;
export const StockCountCancelDocument = new TypedDocumentString(`
    mutation StockCountCancel($input: StockCountCancelInput!) {
  stockCountCancel(input: $input) {
    stockCount {
      ...CountState
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
}
fragment CountState on StockCount {
  id
  number
  status
  postedOn
  version
  availableActions {
    action
    allowed
  }
  lines(orderBy: [{position: {}}]) {
    nodes {
      id
      item {
        code
      }
      bin {
        code
      }
      lot {
        code
      }
      expected {
        value
        unit
      }
      counted {
        value
      }
      difference {
        value
      }
      value {
        amount
        currency
      }
    }
  }
}`) as unknown as TypedDocumentString<StockCountCancelMutation, StockCountCancelMutationVariables>;
export const LotChangeDocument = new TypedDocumentString(`
    mutation LotChange($input: LotChangeInput!) {
  lotChange(input: $input) {
    lot {
      id
      code
      supplierLotCode
      madeOn
      expiresOn
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
}`) as unknown as TypedDocumentString<LotChangeMutation, LotChangeMutationVariables>;
export const LotsDocument = new TypedDocumentString(`
    query Lots($where: LotWhere, $first: Int, $after: String) {
  lots(where: $where, first: $first, after: $after, orderBy: [{code: {}}]) {
    nodes {
      id
      code
      supplierLotCode
      expiresOn
      version
      item {
        code
      }
      stockLevels {
        nodes {
          bin {
            code
          }
          onHand {
            value
            unit
          }
        }
      }
      components {
        nodes {
          componentLot {
            code
          }
          quantity {
            value
            unit
          }
        }
      }
      products {
        nodes {
          productLot {
            code
          }
          quantity {
            value
            unit
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<LotsQuery, LotsQueryVariables>;
export const StockByBinDocument = new TypedDocumentString(`
    query StockByBin($where: StockLevelWhere, $first: Int, $after: String) {
  stockLevels(where: $where, first: $first, after: $after) {
    nodes {
      status
      item {
        code
      }
      warehouse {
        code
      }
      bin {
        code
      }
      lot {
        code
        expiresOn
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
    `) as unknown as TypedDocumentString<StockByBinQuery, StockByBinQueryVariables>;
export const StockWorthDocument = new TypedDocumentString(`
    query StockWorth($where: ItemValuationWhere, $first: Int, $after: String) {
  itemValuations(where: $where, first: $first, after: $after) {
    nodes {
      item {
        code
      }
      method
      quantity
      value {
        amount
        currency
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<StockWorthQuery, StockWorthQueryVariables>;
export const WholeChainDocument = new TypedDocumentString(`
    query WholeChain($by: SalesOrderBy!) {
  salesOrder(by: $by) {
    ...OrderState
    company {
      code
      baseCurrency
    }
    customer {
      code
      name
      contacts(first: 5) {
        nodes {
          lastName
        }
      }
    }
    lines(first: 50, orderBy: [{position: {direction: ASC}}]) {
      nodes {
        position
        status
        item {
          code
        }
        quantity {
          value
          unit
        }
        reservations(first: 10) {
          nodes {
            quantity {
              value
            }
          }
        }
        deliveryLines(first: 10) {
          nodes {
            quantity {
              value
            }
            delivery {
              number
              status
            }
            stockMoves(first: 10) {
              nodes {
                quantity {
                  value
                }
              }
            }
          }
        }
        salesInvoiceLines(first: 10) {
          nodes {
            netAmount {
              ...Amount
            }
          }
        }
      }
    }
    deliveries(first: 20) {
      nodes {
        ...DeliveryState
        journalEntries(first: 5) {
          nodes {
            number
          }
        }
      }
    }
    salesInvoices(first: 20) {
      nodes {
        ...InvoiceState
        journalEntries(first: 5) {
          nodes {
            number
            entries(first: 20) {
              nodes {
                side
                account {
                  code
                }
                baseAmount {
                  ...Amount
                }
              }
            }
          }
        }
        paymentAllocations(first: 10) {
          nodes {
            amount {
              ...Amount
            }
            payment {
              ...PaymentState
            }
          }
        }
      }
    }
    profitability {
      ...Margin
    }
    timeline(first: 50) {
      nodes {
        type
        occurredAt
        actor {
          name
        }
      }
    }
  }
}
    fragment DeliveryState on Delivery {
  id
  number
  status
  version
  postedOn
  lines(first: 250) {
    nodes {
      id
      quantity {
        value
        unit
      }
    }
  }
}
fragment InvoiceState on SalesInvoice {
  id
  number
  status
  version
  settlementStatus
  postedOn
  dueOn
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
  openAmount {
    ...Amount
  }
}
fragment Margin on Profitability {
  revenue {
    ...Amount
  }
  chargesRevenue {
    ...Amount
  }
  costOfSales {
    ...Amount
  }
  margin {
    ...Amount
  }
  marginPercent
}
fragment OrderState on SalesOrder {
  id
  number
  status
  version
  currency
  netAmount {
    ...Amount
  }
  taxAmount {
    ...Amount
  }
  grossAmount {
    ...Amount
  }
  paidAmount {
    ...Amount
  }
}
fragment Amount on Money {
  amount
  currency
}
fragment PaymentState on Payment {
  id
  number
  status
  version
}`) as unknown as TypedDocumentString<WholeChainQuery, WholeChainQueryVariables>;