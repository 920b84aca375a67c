import {
  InvalidInput,
  type LocalDate,
  minorUnits,
  NotFound,
  optionalDate,
  parseLocalDate,
  type Reasons,
  textOrNone,
} from '../kernel/index.js';

/** What an order says of itself beside its lines. */
export interface SalesOrderHeaderInput {
  readonly companyId: string;
  readonly customerId: string;
  readonly warehouseId: string;
  /** The customer's currency when absent. */
  readonly currency?: string | null;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  readonly requestedOn?: string | null;
  readonly customerReference?: string | null;
  readonly billingAddressId?: string | null;
  readonly shippingAddressId?: string | null;
  /** What was agreed with the customer when absent. */
  readonly paymentTermsId?: string | null;
}

/** What is known of the nodes the header points to; null for what is unknown or hidden. */
export interface HeaderSurroundings {
  readonly company: { readonly archivedAt: Date | null } | null;
  readonly customer: { readonly archivedAt: Date | null; readonly currency: string } | null;
  readonly warehouse: { readonly archivedAt: Date | null; readonly companyId: string } | null;
  readonly addresses: ReadonlyMap<
    string,
    { readonly customerId: string; readonly archivedAt: Date | null }
  >;
  readonly agreedTermsId: string | null;
  readonly knowsTerms: (id: string) => boolean;
  readonly today: LocalDate;
}

/** A header as it is kept, before it has an id and a number. */
export interface SalesOrderHeaderDraft {
  readonly companyId: string;
  readonly customerId: string;
  readonly warehouseId: string;
  readonly billingAddressId: string | null;
  readonly shippingAddressId: string | null;
  readonly paymentTermsId: string | null;
  readonly customerReference: string | null;
  readonly currency: string;
  readonly documentOn: LocalDate;
  readonly requestedOn: LocalDate | null;
}

function refuseArchived(type: string, node: { readonly archivedAt: Date | null }): void {
  if (node.archivedAt === null) return;
  throw new InvalidInput('ARCHIVED', 'The {type} is archived.', { type });
}

function refuseUnknown(type: string, id: string, node: { archivedAt: Date | null } | null): void {
  if (!node) throw new NotFound(type, id);
  refuseArchived(type, node);
}

type Addresses = HeaderSurroundings['addresses'];

/** An address must be one of the customer's own. */
function ownAddress(id: string | null | undefined, customerId: string, known: Addresses) {
  if (id === null || id === undefined) return null;
  const address = known.get(id);
  if (address?.customerId !== customerId) throw new NotFound('CustomerAddress', id);
  refuseArchived('CustomerAddress', address);
  return id;
}

function refuseForeignWarehouse(
  { warehouseId, companyId }: SalesOrderHeaderInput,
  { warehouse }: HeaderSurroundings,
): void {
  const own = warehouse?.companyId === companyId ? warehouse : null;
  refuseUnknown('Warehouse', warehouseId, own);
}

function terms(input: SalesOrderHeaderInput, around: HeaderSurroundings): string | null {
  const { paymentTermsId } = input;
  if (paymentTermsId === null || paymentTermsId === undefined) return around.agreedTermsId;
  if (!around.knowsTerms(paymentTermsId)) throw new NotFound('PaymentTerms', paymentTermsId);
  return paymentTermsId;
}

/** Stands where the currency is unknown because the order is refused anyway. */
const ANY_CURRENCY = 'USD';

/** The currency of an order: the customer's unless another is given; one that can be paid in. */
function currencyOf(given: string | null | undefined, ofCustomer: string | undefined): string {
  const currency = given ?? ofCustomer ?? ANY_CURRENCY;
  minorUnits(currency);
  return currency;
}

/**
 * Makes the header of an order of what a caller wrote. Refusals go to `reasons`, with their field;
 * the answer is then not kept.
 */
export function draftHeader(
  input: SalesOrderHeaderInput,
  around: HeaderSurroundings,
  reasons: Reasons,
): SalesOrderHeaderDraft {
  const { companyId, customerId, warehouseId } = input;
  const { company, customer, today } = around;
  reasons.take(['companyId'], () => refuseUnknown('Company', companyId, company));
  reasons.take(['customerId'], () => refuseUnknown('Customer', customerId, customer));
  reasons.take(['warehouseId'], () => refuseForeignWarehouse(input, around));
  const address = (field: 'billingAddressId' | 'shippingAddressId') =>
    reasons.take([field], () => ownAddress(input[field], customerId, around.addresses)) ?? null;
  return {
    companyId,
    customerId,
    warehouseId,
    billingAddressId: address('billingAddressId'),
    shippingAddressId: address('shippingAddressId'),
    paymentTermsId: reasons.take(['paymentTermsId'], () => terms(input, around)) ?? null,
    customerReference:
      reasons.take(['customerReference'], () => textOrNone(input.customerReference, 100)) ?? null,
    currency:
      reasons.take(['currency'], () => currencyOf(input.currency, customer?.currency)) ??
      ANY_CURRENCY,
    documentOn:
      reasons.take(['documentOn'], () => parseLocalDate(input.documentOn ?? today)) ?? today,
    requestedOn: reasons.take(['requestedOn'], () => optionalDate(input.requestedOn)) ?? null,
  };
}
