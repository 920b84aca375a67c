import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { migrate, storeFolder } from '../../../prisma/migrate.js';
import { onPostgres } from '../../support/database.js';
import { administer, urlOf } from '../../support/prepared-database.js';

/** The first migration that meets the data of a program that was already in use. */
const FIRST_LATER = '20261124172612_sales_history';

/** The shipped store as it was before a migration. */
function storeBefore(name: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-before-'));
  cpSync(join(storeFolder(), 'schema'), join(copy, 'schema'), { recursive: true });
  const from = join(storeFolder(), 'migrations');
  for (const each of readdirSync(from))
    if (each < name || each.endsWith('.toml'))
      cpSync(join(from, each), join(copy, 'migrations', each), { recursive: true });
  return copy;
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

/** A number as the store writes it, with all the decimals of its column. */
const NUMERIC = /^\d+\.\d+$/;

/** Something of each type, for columns that must have a value and of which a test says nothing. */
const ANYTHING: Values = {
  uuid: '01900000-0000-7000-8000-000000000000',
  text: 'X',
  numeric: 1,
  integer: 1,
  boolean: false,
  date: '2026-03-02',
  'timestamp with time zone': '2026-03-02T10:00:00Z',
};

onPostgres('a database with data of an earlier program', () => {
  const name = `throughline_before_${randomBytes(6).toString('hex')}`;
  let folder: string;
  let database: Database;
  /** Writes single rows without all that they point to; every CHECK counts. */
  let writer: pg.Client;

  /** Writes a row as the earlier program had it; what is not told is anything that is allowed. */
  async function insert(table: string, told: Values): Promise<string> {
    const id = randomUUID();
    const { rows } = await database.query({
      text: `select column_name::text, data_type::text from information_schema.columns
        where table_schema = 'public' and table_name = $1 and is_nullable = 'NO'
          and column_default is null`,
      values: [table],
    });
    const must = (rows as [string, string][]).map(([column, type]) => ({
      [column]: ANYTHING[type] ?? null,
    }));
    const row: Values = Object.assign({}, ...must, { id }, told) as Values;
    const columns = Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ');
    await writer.query(
      `insert into "${table}" (${columns}) select ${columns}
        from json_populate_record(null::"${table}", $1::json)`,
      [JSON.stringify(row)],
    );
    return id;
  }

  const all = async (text: string): Promise<unknown[][]> => {
    const { rows } = await database.query({ text, values: [] });
    const told = (value: unknown) =>
      typeof value === 'string' && NUMERIC.test(value) ? canonical(decimal(value)) : value;
    return rows.map((row) => row.map(told));
  };

  beforeAll(async () => {
    folder = storeBefore(FIRST_LATER);
    await administer(`create database ${name}`);
    database = await openDatabase({ url: urlOf(name), parseNumeric: decimal });
    await migrate(database, folder);
    writer = new pg.Client(urlOf(name));
    await writer.connect();
    await writer.query('set session_replication_role = replica');
  });
  afterAll(async () => {
    await writer.end();
    await database.close();
    await administer(`drop database ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is converted by the migrations that follow, and keeps what they do not mean', async () => {
    const companyId = await insert('Company', {
      ...{ code: 'ACME', countryCode: 'DE', timeZone: 'Europe/Berlin', baseCurrency: 'EUR' },
    });
    await insert('NumberSeries', { companyId, code: 'salesOrder', pattern: 'SO-{#####}' });
    const priced = { netAmount: 0, taxAmount: 0, currency: 'EUR' };
    const money = { ...priced, grossAmount: 0 };
    // Ten for stock at 23:30 UTC, which is the next day where the company is.
    const cost = { valuationMethod: 'STANDARD', standardCost: '12.5' };
    const updatedAt = '2026-03-02T23:30:00Z';
    const itemId = await insert('Item', { code: 'FRAME', unit: 'C62' });
    await insert('ItemCompany', { companyId, itemId, ...cost, updatedAt });

    // Of twelve boxes of two, a work order makes 24 and has thrown 5 away: 19 are planned, 9.5 boxes.
    const salesOrderId = await insert('SalesOrder', { companyId, status: 'CONFIRMED', ...money });
    const line = { companyId, salesOrderId, kind: 'ITEM', status: 'OPEN', itemId, ...priced };
    const sold = { ...line, quantity: 12, stockFactor: 2, discountPercent: 0, unitPrice: 0 };
    const scrapped = await insert('SalesOrderLine', { ...sold, position: 1, planned: 12 });
    const untouched = await insert('SalesOrderLine', { ...sold, position: 2, planned: 7 });
    const made = { companyId, itemId, parentWorkOrderId: null, currency: 'EUR' };
    const frozen = { bomId: itemId, plannedUnitCost: 1, releasedAt: updatedAt, backflush: 'NONE' };
    await insert('WorkOrder', {
      ...{ ...made, ...frozen, salesOrderId, salesOrderLineId: scrapped, number: 'WO-1' },
      ...{ status: 'IN_PROGRESS', quantity: 24, completed: 2, scrapped: 5 },
    });

    // Ten received for 100.00, of which four are billed.
    const purchaseOrderId = await insert('PurchaseOrder', {
      ...{ companyId, status: 'RECEIVED', ...money },
    });
    const purchaseOrderLineId = await insert('PurchaseOrderLine', {
      ...{ companyId, purchaseOrderId, kind: 'ITEM', itemId, status: 'RECEIVED', ...priced },
      ...{ quantity: 10, received: 10, invoiced: 4, receivedValue: 60, discountPercent: 0 },
    });
    const goodsReceiptId = await insert('GoodsReceipt', {
      ...{ companyId, purchaseOrderId, status: 'POSTED', postedOn: '2026-03-03' },
    });
    await insert('GoodsReceiptLine', {
      ...{ companyId, goodsReceiptId, purchaseOrderLineId, itemId, quantity: 10, value: 100 },
      ...{ invoiced: 4, invoicedValue: 40, currency: 'EUR' },
    });

    // A work order that is frozen with a material of which any quantity is taken.
    const material = { companyId, itemId, kind: 'COMPONENT', issueMethod: 'PICK', unit: 'C62' };
    await insert('WorkOrderMaterial', { ...material, required: 24, perUnit: 1, currency: 'EUR' });
    await insert('BomLine', { ...material, quantity: 1, stockFactor: 1 });

    const applied = await migrate(database);
    expect(applied[0]).toBe(FIRST_LATER);
    expect(await migrate(database)).toEqual([]);

    expect(await all(`select "id", "planned", "version" from "SalesOrderLine" order by "position"`))
      // The one that changed counts its version.
      .toEqual([
        [scrapped, '9.5', 2],
        [untouched, '7', 1],
      ]);
    expect(await all(`select "isHistoric" from "SalesOrder"`)).toEqual([[false]]);
    expect(
      await all(`select "itemId", "validFrom"::text, "standardCost", "currency"
        from "StandardCost"`),
    ).toEqual([[itemId, '2026-03-03', '12.5', 'EUR']]);
    expect(
      await all(`select "received", "returned", "withdrawn", "credited", "receivedValue",
        "returnedValue", "expectedOn" from "PurchaseOrderLine"`),
    ).toEqual([['10', '0', '0', '0', '60', '0', null]]);
    expect(
      await all(`select "invoiced", "returned", "withdrawn", "withdrawnValue"
        from "GoodsReceiptLine"`),
    ).toEqual([['4', '0', '0', '0']]);
    expect(await all(`select "code", "pattern" from "NumberSeries" order by 1`)).toEqual([
      ['purchaseCreditNote', 'PCN-{YYYY}-{#####}'],
      ['purchaseReturn', 'RS-{YYYY}-{#####}'],
      ['salesOrder', 'SO-{#####}'],
    ]);
    for (const table of ['BomLine', 'WorkOrderMaterial'])
      expect(await all(`select "roundingMultiple" from "${table}"`)).toEqual([[null]]);
    // What holds from now on holds of what there was: no more goes back than came.
    await expect(all(`update "PurchaseOrderLine" set "returned" = 11`)).rejects.toThrow(
      'PurchaseOrderLine_returned',
    );
    await expect(all(`update "GoodsReceiptLine" set "withdrawn" = 7`)).rejects.toThrow(
      'GoodsReceiptLine_numbers',
    );
  });
});
