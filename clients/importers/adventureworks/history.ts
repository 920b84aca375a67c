import type { SalesOrderHistoryBulkRow } from '../../typescript/generated/graphql.js';
import { allocate, cents, Decimal, netOf } from './amounts.js';
import { CURRENCY, SYSTEM, type Ground } from './mapping.js';
import type { SourceIds } from './master-data.js';
import type { SourceOrder } from './source.js';

/**
 * An order of the files as history: shipped and billed in one on its ship date, due and paid on its
 * due date. Prices are kept as they are and lines rounded to cents, half away from zero; the tax is
 * the order's own, in cents, spread over the lines of items by their nets; freight is a charge.
 */
export function pastOrderOf(
  { header, lines }: SourceOrder,
  { companyId, warehouseId }: Ground,
  ids: SourceIds,
): SalesOrderHistoryBulkRow {
  const nets = lines.map(({ OrderQty, UnitPrice, UnitPriceDiscount }) =>
    netOf(OrderQty, UnitPrice, UnitPriceDiscount),
  );
  const taxes = allocate(cents(new Decimal(header.TaxAmt)), nets);
  const freight = cents(new Decimal(header.Freight)).toFixed();
  const charge = { kind: 'CHARGE' as const, description: 'Freight', unitPrice: freight };
  const { ShipDate, DueDate } = header;
  return {
    ...{ companyId, warehouseId, customerId: ids.customerId(header.CustomerID) },
    externalRefs: [{ system: SYSTEM, key: header.SalesOrderID }],
    number: header.SalesOrderNumber,
    documentOn: header.OrderDate,
    requestedOn: DueDate,
    currency: CURRENCY,
    lines: [
      ...lines.map(({ ProductID, OrderQty, UnitPrice, UnitPriceDiscount }, index) => ({
        itemId: ids.itemId(ProductID),
        quantity: OrderQty,
        unitPrice: UnitPrice,
        discountPercent: new Decimal(UnitPriceDiscount).mul(100).toFixed(),
        netAmount: nets[index]?.toFixed() ?? '0',
        taxAmount: taxes[index]?.toFixed() ?? '0',
      })),
      ...(freight === '0' ? [] : [charge]),
    ],
    deliveries: [{ shippedOn: ShipDate }],
    invoices: [{ postedOn: ShipDate, dueOn: DueDate, paidOn: DueDate }],
  };
}
