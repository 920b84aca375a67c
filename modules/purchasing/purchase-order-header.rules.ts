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
import { SupplierArchived } from './errors.js';

/** What an order says of itself beside its lines. */
export interface PurchaseOrderHeaderInput {
  readonly companyId: string;
  readonly supplierId: string;
  readonly warehouseId: string;
  /** The supplier's currency when absent. */
  readonly currency?: string | null;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  readonly requestedOn?: string | null;
  readonly supplierReference?: string | null;
  /** The supplier's when absent. */
  readonly paymentTermsId?: string | null;
}

/** What is known of the nodes the header points to; null for what is unknown or hidden. */
export interface HeaderSurroundings {
  readonly company: { readonly archivedAt: Date | null } | null;
  readonly supplier: {
    readonly code: string;
    readonly archivedAt: Date | null;
    readonly currency: string;
    readonly paymentTermsId: string | null;
  } | null;
  readonly warehouse: { readonly archivedAt: Date | null; readonly companyId: string } | null;
  readonly knowsTerms: (id: string) => boolean;
  readonly today: LocalDate;
}

/** A header as it is kept, before it has an id and a number. */
export interface PurchaseOrderHeaderDraft {
  readonly companyId: string;
  readonly supplierId: string;
  readonly warehouseId: string;
  readonly paymentTermsId: string | null;
  readonly supplierReference: string | null;
  readonly currency: string;
  readonly documentOn: LocalDate;
  readonly requestedOn: LocalDate | null;
}

function refuseUnknown(type: string, id: string, node: { archivedAt: Date | null } | null): void {
  if (!node) throw new NotFound(type, id);
  if (node.archivedAt === null) return;
  throw new InvalidInput('ARCHIVED', 'The {type} is archived.', { type });
}

function refuseForeignWarehouse(
  { warehouseId, companyId }: PurchaseOrderHeaderInput,
  { warehouse }: HeaderSurroundings,
): void {
  const own = warehouse?.companyId === companyId ? warehouse : null;
  refuseUnknown('Warehouse', warehouseId, own);
}

function refuseUnusable(id: string, supplier: HeaderSurroundings['supplier']): void {
  if (!supplier) throw new NotFound('Supplier', id);
  if (supplier.archivedAt !== null) throw new SupplierArchived(supplier.code);
}

function terms(input: PurchaseOrderHeaderInput, around: HeaderSurroundings): string | null {
  const { paymentTermsId } = input;
  if (paymentTermsId === null || paymentTermsId === undefined) {
    return around.supplier?.paymentTermsId ?? null;
  }
  if (!around.knowsTerms(paymentTermsId)) throw new NotFound('PaymentTerms', paymentTermsId);
  return paymentTermsId;
}

/** Stands where the currency is unknown because the order is refused anyway. */
const ANY_CURRENCY = 'USD';

/** The currency of an order: the supplier's unless another is given; one that can be paid in. */
function currencyOf(given: string | null | undefined, ofSupplier: string | undefined): string {
  const currency = given ?? ofSupplier ?? ANY_CURRENCY;
  minorUnits(currency);
  return currency;
}

/**
 * Makes the header of an order of what a caller wrote. Refusals go to `reasons`, with their field;
 * the answer is then not kept.
 */
export function draftHeader(
  input: PurchaseOrderHeaderInput,
  around: HeaderSurroundings,
  reasons: Reasons,
): PurchaseOrderHeaderDraft {
  const { companyId, supplierId, warehouseId } = input;
  const { company, supplier, today } = around;
  reasons.take(['companyId'], () => refuseUnknown('Company', companyId, company));
  reasons.take(['supplierId'], () => refuseUnusable(supplierId, supplier));
  reasons.take(['warehouseId'], () => refuseForeignWarehouse(input, around));
  const { supplierReference: reference } = input;
  return {
    companyId,
    supplierId,
    warehouseId,
    paymentTermsId: reasons.take(['paymentTermsId'], () => terms(input, around)) ?? null,
    supplierReference:
      reasons.take(['supplierReference'], () => textOrNone(reference, 100)) ?? null,
    currency:
      reasons.take(['currency'], () => currencyOf(input.currency, supplier?.currency)) ??
      ANY_CURRENCY,
    documentOn:
      reasons.take(['documentOn'], () => parseLocalDate(input.documentOn ?? today)) ?? today,
    requestedOn: reasons.take(['requestedOn'], () => optionalDate(input.requestedOn)) ?? null,
  };
}
