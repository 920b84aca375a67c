/** Rows of a company that sells, written by set-based SQL: fast, and the same for every run. */

/** A UUID whose text rises with the number, within a range of its own for each table. */
const uuid = (range: number, number: string): string =>
  `('019${range.toString(16)}0000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const COMPANY = uuid(0, '1');
const WAREHOUSE = uuid(1, '1');
const ITEMS = 500;
const actor = uuid(15, '1');
const now = `'2026-03-02 08:00:00+00'::timestamptz`;

/** One company with one warehouse and 500 items. */
export const companyRows: readonly string[] = [
  `insert into "Currency" ("id", "code", "name", "minorUnits", "createdAt")
   values (${uuid(2, '1')}, 'USD', 'US dollar', 2, ${now})`,
  `insert into "Company" ("id", "code", "name", "countryCode", "baseCurrency", "timeZone",
     "createdAt", "updatedAt")
   values (${COMPANY}, 'BENCH', 'Bench', 'US', 'USD', 'America/New_York', ${now}, ${now})`,
  `insert into "Warehouse" ("id", "companyId", "code", "name", "createdAt")
   values (${WAREHOUSE}, ${COMPANY}, 'MAIN', 'Main', ${now})`,
  `insert into "Item" ("id", "code", "name", "unit", "createdAt", "createdById", "updatedAt")
   select ${uuid(3, 'n')}, 'ITEM-' || lpad(n::text, 6, '0'), 'Item ' || n, 'C62', ${now}, ${actor},
     ${now} from generate_series(1, ${ITEMS}) n`,
];

const order = `(c.n - 1) * 20 + o.n`;
const line = `((c.n - 1) * 20 + o.n - 1) * 3 + l.n`;

/** Customers from `first` to `last`, each with 20 orders of 3 lines, each made by a work order. */
export const sellingRows = (first: number, last: number): readonly string[] => [
  `insert into "Customer" ("id", "code", "name", "kind", "currency", "createdAt", "createdById",
     "updatedAt")
   select ${uuid(4, 'n')}, 'CUST-' || lpad(n::text, 6, '0'), 'Customer ' || n, 'ORGANISATION',
     'USD', ${now}, ${actor}, ${now} from generate_series(${first}, ${last}) n`,
  `insert into "SalesOrder" ("id", "companyId", "number", "customerId", "warehouseId", "status",
     "currency", "exchangeRate", "documentOn", "netAmount", "taxAmount", "grossAmount",
     "createdAt", "createdById", "updatedAt")
   select ${uuid(5, order)}, ${COMPANY}, 'SO-2026-' || lpad((${order})::text, 7, '0'),
     ${uuid(4, 'c.n')}, ${WAREHOUSE}, 'CONFIRMED', 'USD', 1, date '2026-01-01' + o.n,
     300.5, 24.04, 324.54, ${now}, ${actor}, ${now}
   from generate_series(${first}, ${last}) c(n), generate_series(1, 20) o(n)`,
  `insert into "SalesOrderLine" ("id", "companyId", "salesOrderId", "position", "kind", "itemId",
     "description", "unit", "quantity", "unitPrice", "currency", "netAmount", "taxAmount",
     "stockFactor", "createdAt")
   select ${uuid(6, line)}, ${COMPANY}, ${uuid(5, order)}, l.n, 'ITEM',
     ${uuid(3, `1 + (${line}) % ${ITEMS}`)}, 'Something that was ordered', 'C62', 2.5 * l.n, 10.25,
     'USD', 25.625 * l.n, 2.05 * l.n, 1, ${now}
   from generate_series(${first}, ${last}) c(n), generate_series(1, 20) o(n),
     generate_series(1, 3) l(n)`,
  `insert into "WorkOrder" ("id", "companyId", "number", "itemId", "warehouseId", "status",
     "quantity", "unit", "startOn", "dueOn", "customerId", "salesOrderId", "salesOrderLineId",
     "currency", "createdAt", "createdById", "updatedAt")
   select ${uuid(7, line)}, ${COMPANY}, 'WO-2026-' || lpad((${line})::text, 7, '0'),
     ${uuid(3, `1 + (${line}) % ${ITEMS}`)}, ${WAREHOUSE}, 'PLANNED', 2.5 * l.n, 'C62',
     date '2026-01-02' + o.n, date '2026-01-09' + o.n, ${uuid(4, 'c.n')}, ${uuid(5, order)},
     ${uuid(6, line)}, 'USD', ${now}, ${actor}, ${now}
   from generate_series(${first}, ${last}) c(n), generate_series(1, 20) o(n),
     generate_series(1, 3) l(n)`,
  'vacuum analyze',
];
