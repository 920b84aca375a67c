import {
  NotFound,
  QuantityOutOfRange,
  inField,
  canonical,
  cleanText,
  convertQuantity,
  fits,
  parseLocalDate,
  checkedQuantity,
  checkedPrice,
  type Decimal,
  type ItemUnits,
  type LocalDate,
  type UnitDefinition,
} from '../kernel/index.js';
import { ItemArchived, ItemNotStocked, OpeningPosted } from './errors.js';
import { lotOf, type LotColumns, type LotInput } from './lot.rules.js';
import { MAIN_BIN } from './place.rules.js';
import type { ExternalName, Stored } from './stored.js';
import { roundValue } from './valuation.rules.js';

/** Stock that a company takes on. */
export interface StockOpeningInput {
  readonly companyId: string;
  readonly itemId: string;
  readonly warehouseId: string;
  /** The warehouse's bin MAIN when absent. */
  readonly binId?: string | null;
  readonly quantity: Decimal;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  /** In the company's base currency, for one `unit`. */
  readonly unitCost: Decimal;
  /** Today where the company is, when absent. */
  readonly postedOn?: string | null;
  /** For an item that is kept by lots. */
  readonly lot?: LotInput | null;
  /** From the company's series when absent. */
  readonly number?: string | null;
  readonly externalRefs?: readonly ExternalName[];
}

/** What an opening becomes. */
export interface OpeningPlan {
  readonly id: string;
  readonly companyId: string;
  /** Null when the series is to give one. */
  readonly number: string | null;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly binId: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly unitCost: Decimal;
  readonly value: Decimal;
  readonly currency: string;
  readonly postedOn: LocalDate;
  /** The quantity in the unit in which the stock is kept. */
  readonly stockQuantity: Decimal;
  readonly stockUnit: string;
  readonly lot: LotColumns | null;
  readonly refs: readonly ExternalName[];
}

/** What openings are planned from, by id; what is unknown or hidden is missing. */
export interface OpeningSurroundings {
  readonly companies: ReadonlyMap<string, Stored<'Company'>>;
  readonly today: (companyId: string) => LocalDate;
  readonly items: ReadonlyMap<string, Stored<'Item'>>;
  readonly conversions: ReadonlyMap<string, ItemUnits>;
  readonly warehouses: ReadonlyMap<string, Stored<'Warehouse'>>;
  readonly bins: readonly Stored<'Bin'>[];
  readonly definitions: readonly UnitDefinition[];
}

function known<T>(rows: ReadonlyMap<string, T>, type: string, id: string, field: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new NotFound(type, id).at(field);
  return row;
}

function stockedItem({ itemId }: StockOpeningInput, around: OpeningSurroundings): Stored<'Item'> {
  const item = known(around.items, 'Item', itemId, 'itemId');
  if (item.archivedAt) throw new ItemArchived(item.code).at('itemId');
  if (!item.isStocked) throw new ItemNotStocked(item.code).at('itemId');
  return item;
}

function binOf(input: StockOpeningInput, around: OpeningSurroundings): string {
  const { companyId, warehouseId, binId } = input;
  const warehouse = known(around.warehouses, 'Warehouse', warehouseId, 'warehouseId');
  if (warehouse.companyId !== companyId || warehouse.archivedAt) {
    throw new NotFound('Warehouse', warehouseId).at('warehouseId');
  }
  const bin = around.bins.find((one) => {
    const isMeant = binId ? one.id === binId : one.code === MAIN_BIN;
    return isMeant && one.warehouseId === warehouseId && one.archivedAt === null;
  });
  if (!bin) throw new NotFound('Bin', binId ?? MAIN_BIN).at('binId');
  return bin.id;
}

function checkedValue(quantity: Decimal, unitCost: Decimal): Decimal {
  const value = roundValue(quantity.mul(unitCost));
  if (fits(value, 20, 4)) return value;
  const message = 'The value {value} has more than 16 digits before the point.';
  throw new QuantityOutOfRange('AMOUNT_OUT_OF_RANGE', message, { value: canonical(value) });
}

/** Decides what an opening takes on; refuses by field. */
export function planOpening(
  input: StockOpeningInput,
  id: string,
  around: OpeningSurroundings,
): OpeningPlan {
  const { companyId, itemId, warehouseId, number, postedOn } = input;
  const company = known(around.companies, 'Company', companyId, 'companyId');
  const item = stockedItem(input, around);
  const quantity = inField('quantity', () => checkedQuantity(input.quantity));
  const unitCost = inField('unitCost', () => checkedPrice(input.unitCost));
  const unit = input.unit ?? item.unit;
  const kept = inField('unit', () => {
    const { definitions, conversions } = around;
    const own = { item: conversions.get(itemId), definitions };
    return convertQuantity({ value: quantity, unit }, item.unit, own).value;
  });
  return {
    ...{ id, companyId, itemId, warehouseId, quantity, unit, unitCost },
    number: number ? inField('number', () => cleanText(number, { min: 1, max: 40 })) : null,
    binId: binOf(input, around),
    value: inField('unitCost', () => checkedValue(quantity, unitCost)),
    currency: company.baseCurrency,
    postedOn: postedOn
      ? inField('postedOn', () => parseLocalDate(postedOn))
      : around.today(companyId),
    stockQuantity: inField('quantity', () => checkedQuantity(kept)),
    stockUnit: item.unit,
    lot: inField('lot', () => lotOf(item, input.lot ?? {})),
    refs: input.externalRefs ?? [],
  };
}

/** Takes an opening that is there already when it says the same; a posted one does not change. */
export function sameOpening(
  input: StockOpeningInput,
  posted: Stored<'StockOpening'>,
): Stored<'StockOpening'> {
  const isSame =
    posted.companyId === input.companyId &&
    posted.itemId === input.itemId &&
    posted.warehouseId === input.warehouseId &&
    posted.quantity.eq(input.quantity) &&
    posted.unitCost.eq(input.unitCost) &&
    (!input.binId || posted.binId === input.binId) &&
    (!input.unit || posted.unit === input.unit) &&
    (!input.postedOn || posted.postedOn === input.postedOn);
  if (isSame) return posted;
  throw new OpeningPosted(posted.number);
}
