/** A document as the caller has read it. */
export interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface WithReason extends Versioned {
  readonly reason: string;
}

/** Whose document it is, as each fact of an order tells. */
export function ofSupplier({ supplierId }: { readonly supplierId: string }) {
  return { supplierId };
}

/** Which order a receipt or an invoice belongs to, as each of its facts tells. */
export function ofOrder<Order extends string | null>(document: {
  readonly supplierId: string;
  readonly purchaseOrderId: Order;
}) {
  const { supplierId, purchaseOrderId } = document;
  return { supplierId, purchaseOrderId };
}
