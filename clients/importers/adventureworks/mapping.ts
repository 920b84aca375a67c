import type {
  SalesOrdersBulkRow,
  StockOpeningBulkRow,
} from '../../typescript/generated/graphql.js';
import { allocate, cents, Decimal, netOf } from './amounts.js';
import type { SourceIds } from './master-data.js';
import type { Short } from './shortage.js';
import type { SourceOrder } from './source.js';

/** The name under which nodes keep the keys of the files. */
export const SYSTEM = 'adventureworks';

/** All amounts of the files are taken as US dollars, whatever rate an order names. */
export const CURRENCY = 'USD';

const refs = (key: string) => [{ system: SYSTEM, key }];

/** The company of the files and its one warehouse. */
export interface Ground {
  readonly companyId: string;
  readonly warehouseId: string;
}

/** The opening of what orders are short of and nobody sells or makes, on the day it is needed. */
export function shortOpeningOf(
  { item: { id: itemId, code }, quantity }: Short,
  { companyId, warehouseId }: Ground,
  told: { readonly unitCost: string; readonly on: string; readonly orderId: string },
): StockOpeningBulkRow {
  const { unitCost, on: postedOn, orderId } = told;
  return {
    ...{ companyId, warehouseId, itemId, unitCost, quantity, postedOn },
    externalRefs: refs(`${code}/short/${orderId}`),
  };
}

/**
 * An order: its lines, then its freight as a charge. Prices are kept as they are and lines rounded
 * to cents; the tax is the order's own, in cents, spread over the lines of items by their nets.
 */
export function orderOf(
  { header, lines }: SourceOrder,
  { companyId, warehouseId }: Ground,
  ids: SourceIds,
): SalesOrdersBulkRow {
  const nets = lines.map(({ OrderQty, UnitPrice, UnitPriceDiscount }) =>
    netOf(OrderQty, UnitPrice, UnitPriceDiscount),
  );
  const taxes = allocate(cents(new Decimal(header.TaxAmt)), nets);
  const freight = cents(new Decimal(header.Freight));
  const charge = { kind: 'CHARGE' as const, description: 'Freight', unitPrice: freight.toFixed() };
  return {
    ...{
      companyId,
      warehouseId,
      customerId: ids.customerId(header.CustomerID),
      currency: CURRENCY,
    },
    documentOn: header.OrderDate,
    requestedOn: header.DueDate,
    customerReference: header.SalesOrderNumber,
    lines: [
      ...lines.map(({ ProductID, OrderQty, UnitPrice, UnitPriceDiscount }, index) => ({
        kind: 'ITEM' as const,
        itemId: ids.itemId(ProductID),
        quantity: OrderQty,
        unitPrice: UnitPrice,
        discountPercent: new Decimal(UnitPriceDiscount).mul(100).toFixed(),
        taxAmount: taxes[index]?.toFixed(2) ?? '0',
      })),
      ...(freight.isZero() ? [] : [charge]),
    ],
    externalRefs: refs(header.SalesOrderID),
  };
}
