import { globalId } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';

/** Two companies with customers, items and stock in common or apart, written row by row. */

const uuid = (range: number, number: number): string =>
  `0190000${range.toString(16)}-0000-7000-8000-${String(number).padStart(12, '0')}`;

const DAY = '2026-03-02 08:00:00+00';

export const companyId = (which: number) => uuid(1, which);
export const customerId = (number: number) => uuid(2, number);
export const itemId = (number: number) => uuid(3, number);
export const warehouseId = (number: number) => uuid(4, number);
export const orderId = (number: number) => uuid(5, number);
export const openingId = (number: number) => uuid(6, number);
const binId = (number: number) => uuid(7, number);
const rowId = (range: number, number: number) => uuid(range, number);

/** The global id of a fixture's row. */
export const idOf = globalId;

/** Beyond what a float can hold. */
export const EXACT = '12345678901234567.123456';

type Row = Readonly<Record<string, unknown>>;

async function insert(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const text = `insert into "${table}" (${names})
    select ${names} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`;
  await database.query({ text, values: [JSON.stringify(rows)] });
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const changed = { version: 1, createdAt: DAY };
const kept = { ...changed, updatedAt: DAY, createdById: uuid(15, 1), customFields: {} };

async function insertGroup(database: Database): Promise<void> {
  await insert(database, 'Currency', [
    { id: uuid(8, 1), ...changed, code: 'USD', name: 'US dollar', minorUnits: 2 },
  ]);
  const company = { ...changed, updatedAt: DAY, countryCode: 'US', baseCurrency: 'USD' };
  await insert(
    database,
    'Company',
    ['ALPHA', 'BETA'].map((code, at) => ({
      ...{ id: companyId(at + 1), code, name: code, timeZone: 'UTC', customFields: {} },
      ...company,
    })),
  );
  await insert(
    database,
    'Customer',
    numbers(12).map((at) => ({
      ...{ id: customerId(at), ...kept, code: `C${at}`, name: `Customer ${at % 4}` },
      ...{ kind: 'ORGANISATION', currency: 'USD', email: at % 3 === 0 ? null : `${at % 2}@x.test` },
    })),
  );
  await insert(
    database,
    'Item',
    numbers(9).map((at) => ({
      ...{ id: itemId(at), ...kept, code: `I${at}`, name: `Item ${at % 2}`, unit: 'C62' },
      ...{ category: at % 3 === 0 ? null : `Group ${at % 2}`, description: null },
      ...{ isMade: false, isBought: true, isSold: true, isStocked: true },
    })),
  );
}

async function insertPlaces(database: Database): Promise<void> {
  const place = { createdAt: DAY };
  // Odd numbers belong to the first company, even ones to the second.
  const of = (at: number) => ({ companyId: companyId(2 - (at % 2)) });
  await insert(
    database,
    'Warehouse',
    numbers(4).map((at) => ({
      ...{ id: warehouseId(at), ...changed, ...of(at), customFields: {} },
      ...{ code: `W${at}`, name: `Warehouse ${at}` },
    })),
  );
  await insert(
    database,
    'Bin',
    numbers(8).map((at) => ({
      ...{ id: binId(at), ...place, ...of(at), code: `B${at}` },
      warehouseId: warehouseId(1 + ((at - 1) % 4)),
    })),
  );
  await insert(
    database,
    'StockLevel',
    numbers(24).map((at) => ({
      ...{ id: rowId(9, at), ...of(at), itemId: itemId(1 + (at % 9)), unit: 'C62' },
      ...{ warehouseId: warehouseId(1 + ((at - 1) % 4)), binId: binId(1 + ((at - 1) % 8)) },
      ...{ onHand: at === 1 ? EXACT : `${at}.5`, reserved: '0', updatedAt: DAY },
      status: at % 5 === 0 ? 'BLOCKED' : 'AVAILABLE',
    })),
  );
}

/**
 * Moves of three kinds of document: one of each company, one that is no noun, and one that is gone.
 */
async function insertMoves(database: Database): Promise<void> {
  const of = (at: number) => ({ companyId: companyId(2 - (at % 2)) });
  const worth = { quantity: '1.5', unit: 'C62', value: '3.25', currency: 'USD' };
  await insert(
    database,
    'StockOpening',
    numbers(2).map((at) => ({
      ...{ id: openingId(at), ...changed, ...of(at), ...worth, number: `OP-${at}` },
      ...{ itemId: itemId(at), warehouseId: warehouseId(at), binId: binId(at), unitCost: '2' },
      ...{ postedOn: '2026-01-02', createdById: uuid(15, 1) },
    })),
  );
  const documents: [string, string][] = [
    ['StockOpening', openingId(1)],
    ['StockOpening', openingId(2)],
    ['SalesOrder', orderId(1)],
    ['Nothing', uuid(14, 1)],
    ['StockOpening', uuid(14, 2)],
  ];
  await insert(
    database,
    'StockMove',
    documents.map(([documentType, documentId], at) => ({
      ...{ id: rowId(10, at + 1), ...of(1), ...worth, itemId: itemId(1), createdAt: DAY },
      ...{ warehouseId: warehouseId(1), binId: binId(1), kind: 'OPENING', status: 'AVAILABLE' },
      ...{ postedOn: '2026-01-02', documentType, documentId },
    })),
  );
}

async function insertDealings(database: Database): Promise<void> {
  await insert(
    database,
    'CustomerAddress',
    numbers(30).map((at) => ({
      ...{ id: rowId(11, at), ...changed, customerId: customerId(1 + (at % 5)), kind: 'BILLING' },
      ...{ line1: `${at} Road`, city: `City ${at % 2}`, countryCode: 'US', isDefault: false },
      region: at % 3 === 0 ? null : `R${at % 4}`,
    })),
  );
  await insert(
    database,
    'CustomerCompany',
    numbers(12).map((at) => ({
      ...{ id: rowId(12, at), ...changed, updatedAt: DAY, companyId: companyId(2 - (at % 2)) },
      ...{ customerId: customerId(Math.ceil(at / 2)), isOnCreditHold: at % 4 === 0 },
      creditLimit: at % 3 === 0 ? null : `${at}000.5`,
    })),
  );
  const amounts = { netAmount: '10.5', taxAmount: '1', grossAmount: '11.5', paidAmount: '0' };
  await insert(
    database,
    'SalesOrder',
    numbers(16).map((at) => ({
      ...{ id: orderId(at), ...kept, ...amounts, companyId: companyId(2 - (at % 2)) },
      ...{ number: `SO-${at}`, customerId: customerId(1 + (at % 6)), exchangeRate: '1' },
      ...{ warehouseId: warehouseId(2 - (at % 2)), status: 'DRAFT' },
      currency: at % 5 === 0 ? 'EUR' : 'USD',
      createdAt: at === 1 ? DAY : `2026-03-${at + 10} ${at % 2 === 0 ? '23:30' : '04:15'}:00+00`,
      ...{ documentOn: `2026-01-${String(1 + (at % 4)).padStart(2, '0')}` },
      requestedOn: at % 3 === 0 ? null : `2026-02-0${1 + (at % 3)}`,
    })),
  );
  await insert(
    database,
    'SalesOrderLine',
    numbers(40).map((at) => ({
      ...{ id: rowId(13, at), ...changed, customFields: {}, position: Math.ceil(at / 16) },
      ...{ companyId: companyId(2 - (at % 2)), salesOrderId: orderId(1 + ((at - 1) % 16)) },
      ...{
        kind: 'ITEM',
        itemId: itemId(1 + (at % 9)),
        description: `Line ${at}`,
        unit: at % 4 === 0 ? 'KGM' : 'C62',
      },
      ...{ quantity: EXACT, unitPrice: '0.1', currency: 'USD', netAmount: '1', taxAmount: '0' },
      ...{ discountPercent: '0', stockFactor: '1', reserved: '0', shipped: '0', invoiced: '0' },
      status: 'OPEN',
    })),
  );
}

/** Fills an empty database. */
export async function fill(database: Database): Promise<void> {
  await insertGroup(database);
  await insertPlaces(database);
  await insertDealings(database);
  await insertMoves(database);
}
