import { customers } from '../../modules/crm/index.js';
import type { queries } from '../../modules/finance/index.js';
import { warehouses } from '../../modules/inventory/index.js';
import { Decimal } from '../../modules/kernel/index.js';
import { hearings } from '../../modules/listeners.js';
import { companies, exchangeRates, reference } from '../../modules/platform/index.js';
import { salesInvoices, salesOrders } from '../../modules/sales/index.js';
import type { Database } from '../../prisma/database.js';
import { acting, type Acting } from './acting.js';
import { openTestDatabase } from './database.js';

/** Reads `1.5` as the exact number. */
export const amount = (value: string | number): Decimal => new Decimal(value);

export interface Terms {
  readonly currency?: string;
  readonly creditLimit?: Decimal | null;
  readonly isOnCreditHold?: boolean;
}

/** A company in US dollars with everything that selling needs, and another beside it. */
export interface Trade {
  readonly database: Database;
  readonly stage: Acting;
  readonly companyId: string;
  readonly otherId: string;
  readonly warehouseId: string;
  readonly read: queries.Read;
  customer(terms?: Terms): Promise<string>;
  /** An order of installation work: it is invoiced as it is and ships nothing. */
  ordered(customerId: string, price: string, documentOn?: string): Promise<string>;
  confirmed(customerId: string, price: string, documentOn?: string): Promise<string>;
  /** Orders, confirms and posts an invoice of it, all on one day. */
  invoiced(customerId: string, price: string, on?: string): Promise<string>;
  /** What the customer owes and has on order, in base currency. */
  exposure(customerId: string): Promise<string[]>;
  /** Net movement of the accounts by the vouchers of one document, debits above zero. */
  booked(documentId: string): Promise<Record<string, string>>;
}

const founding = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };

async function found(stage: Acting, code: string): Promise<string> {
  return (await stage.act((tx) => companies.create(tx, { ...founding, code, name: code }))).id;
}

async function setRates(stage: Acting): Promise<void> {
  const euro = { from: 'EUR', to: 'USD' };
  await stage.act((tx) =>
    exchangeRates.set(tx, [
      { ...euro, validFrom: '2026-01-01', rate: amount('1.2') },
      { ...euro, validFrom: '2026-02-01', rate: amount('1.1') },
    ]),
  );
}

/** Opens a database of its own with a company that sells. */
export async function openTrade(): Promise<Trade> {
  const database = await openTestDatabase();
  const stage = acting(database, hearings);
  await stage.act(reference.seed);
  const [companyId, otherId] = [await found(stage, 'ACME'), await found(stage, 'OTHER')];
  await setRates(stage);
  const place = { companyId, code: 'MAIN', name: 'Main' };
  const { id: warehouseId } = await stage.act((tx) => warehouses.create(tx, place));
  const read: queries.Read = async (statement) => (await database.query(statement)).rows;
  return {
    ...{ database, stage, companyId, otherId, warehouseId, read },
    ...selling(stage, companyId, warehouseId),
    ...watching(database, read),
  };
}

function selling(stage: Acting, companyId: string, warehouseId: string) {
  async function customer({ currency = 'USD', ...terms }: Terms = {}): Promise<string> {
    const input = { name: 'Blue Yonder', currency, terms: [{ companyId, ...terms }] };
    return (await stage.act((tx) => customers.upsert(tx, input))).id;
  }
  async function ordered(customerId: string, price: string, documentOn = '2026-01-15') {
    const line = { kind: 'CHARGE' as const, description: 'Installation', unitPrice: amount(price) };
    const input = { companyId, customerId, warehouseId, documentOn, lines: [line] };
    return (await stage.act((tx) => salesOrders.create(tx, input))).id;
  }
  async function confirmed(customerId: string, price: string, documentOn?: string) {
    const id = await ordered(customerId, price, documentOn);
    return (await stage.act((tx) => salesOrders.confirm(tx, { id }))).id;
  }
  async function invoiced(customerId: string, price: string, on = '2026-01-15') {
    const draft = { salesOrderId: await confirmed(customerId, price, on), documentOn: on };
    const { id } = await stage.act((tx) => salesInvoices.create(tx, draft));
    await stage.act((tx) => salesInvoices.approve(tx, { id }));
    await stage.act((tx) => salesInvoices.post(tx, { id, postedOn: on }));
    return id;
  }
  return { customer, ordered, confirmed, invoiced };
}

function watching(database: Database, read: queries.Read) {
  async function booked(documentId: string): Promise<Record<string, string>> {
    const text = `select * from (
        select a."code",
          sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end) as net
        from "JournalEntry" j join "LedgerEntry" e on e."journalEntryId" = j."id"
        join "Account" a on a."id" = e."accountId"
        where j."documentId" = $1 group by 1) sums where net <> 0`;
    const rows = (await read({ text, values: [documentId] })) as [string, string][];
    return Object.fromEntries(rows.map(([code, net]) => [code, String(amount(net))]));
  }
  async function exposure(customerId: string): Promise<string[]> {
    const row = await database.db
      .selectFrom('CustomerExposure')
      .selectAll()
      .where('customerId', '=', customerId)
      .executeTakeFirst();
    return row ? [String(row.receivable), String(row.openOrders)] : [];
  }
  return { booked, exposure };
}
