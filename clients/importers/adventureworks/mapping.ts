import type {
  CustomersBulkRow,
  ItemsBulkRow,
  SalesOrdersBulkRow,
  StockOpeningBulkRow,
} from '../../typescript/generated/graphql.js';
import { allocate, cents, Decimal, netOf } from './amounts.js';
import type { Short } from './shortage.js';
import type { RowOf, Source, SourceOrder } from './source.js';

/** The name under which nodes keep the keys of the files. */
export const SYSTEM = 'adventureworks';

/** All amounts of the files are taken as US dollars, whatever rate an order names. */
export const CURRENCY = 'USD';

/** The files do not say when stock was counted: it is taken on before their first order. */
const OPENED_ON = '2011-05-30';

/** Each is one piece: the files count products, and price by the piece. */
const PIECE = 'C62';

const refs = (key: string) => [{ system: SYSTEM, key }];

/** A product as an item; what is made in house is not bought, and what is finished is sold. */
export function itemOf(product: RowOf<'Production.Product'>): ItemsBulkRow {
  const isMade = product.MakeFlag === '1';
  return {
    code: product.ProductNumber,
    name: product.Name,
    unit: PIECE,
    isMade,
    isBought: !isMade,
    isSold: product.FinishedGoodsFlag === '1',
    externalRefs: refs(product.ProductID),
  };
}

const spoken = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' ');

/**
 * A customer: a store with the person who buys for it as its contact where the files name one, or a
 * person. Its code is its account number.
 */
export function customerOf(
  { CustomerID, AccountNumber, StoreID, PersonID }: Source['customers'][number],
  { stores, persons }: Pick<Source, 'stores' | 'persons'>,
): CustomersBulkRow {
  const person = persons.get(PersonID);
  const store = stores.get(StoreID);
  const shared = { code: AccountNumber, currency: CURRENCY, externalRefs: refs(CustomerID) };
  if (!store) return { ...shared, kind: 'PERSON', name: nameOf(person) };
  const contacts = person
    ? [{ firstName: spoken(person.FirstName, person.MiddleName), lastName: person.LastName }]
    : [];
  return { ...shared, kind: 'ORGANISATION', name: store.Name, contacts };
}

function nameOf(person: RowOf<'Person.Person'> | undefined): string {
  if (!person) return '';
  const { Title, FirstName, MiddleName, LastName, Suffix } = person;
  return spoken(Title, FirstName, MiddleName, LastName, Suffix);
}

/** The bin of a location: `Finished Goods Storage` is `FINISHED-GOODS-STORA`. */
export const binCode = ({ Name }: RowOf<'Production.Location'>): string =>
  Name.toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .slice(0, 20);

/** Ids of what was brought in before, by the keys of the files. */
export interface Ground {
  readonly companyId: string;
  readonly warehouseId: string;
  /** By location. */
  readonly bins: ReadonlyMap<string, string>;
}

/** What lies of a product in a location, at the product's standard cost. */
export function openingOf(
  { ProductID, LocationID, Quantity }: Source['stock'][number],
  { companyId, warehouseId, bins }: Ground,
  { itemId, unitCost }: { readonly itemId: string; readonly unitCost: string },
): StockOpeningBulkRow {
  return {
    ...{ companyId, warehouseId, itemId, unitCost },
    binId: bins.get(LocationID) ?? null,
    quantity: Quantity,
    postedOn: OPENED_ON,
    externalRefs: refs(`${ProductID}/${LocationID}`),
  };
}

/** The opening that lets an order be delivered which the files sold without having the stock. */
export function shortOpeningOf(
  { productId, quantity, orderId, on }: Short,
  { companyId, warehouseId }: Ground,
  { itemId, unitCost }: { readonly itemId: string; readonly unitCost: string },
): StockOpeningBulkRow {
  return {
    ...{ companyId, warehouseId, itemId, unitCost, quantity },
    postedOn: on,
    externalRefs: refs(`${productId}/short/${orderId}`),
  };
}

/**
 * An order: its lines, then its freight as a charge. Prices are kept as they are and lines rounded
 * to cents; the tax is the order's own, in cents, spread over the lines of items by their nets.
 */
export function orderOf(
  { header, lines }: SourceOrder,
  { companyId, warehouseId }: Ground,
  ids: { readonly customerId: string; readonly itemId: (productId: string) => string },
): SalesOrdersBulkRow {
  const nets = lines.map(({ OrderQty, UnitPrice, UnitPriceDiscount }) =>
    netOf(OrderQty, UnitPrice, UnitPriceDiscount),
  );
  const taxes = allocate(cents(new Decimal(header.TaxAmt)), nets);
  const freight = cents(new Decimal(header.Freight));
  const charge = { kind: 'CHARGE' as const, description: 'Freight', unitPrice: freight.toFixed() };
  return {
    ...{ companyId, warehouseId, customerId: ids.customerId, currency: CURRENCY },
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
