/** Orders of one company over three years, in two currencies, written row by row. */

const CUSTOMERS = 1_000;

const id = (range: string, at: string) =>
  `('0190000${range}-0000-7000-8000-' || lpad((${at})::text, 12, '0'))::uuid`;

const company = id('1', '1');

export const COMPANY = 'Company:01900001-0000-7000-8000-000000000001';

/** The statements that fill an empty database with so many orders. */
export const pagingRows = (rows: number): string[] => [
  `insert into "Currency" ("id", "code", "name", "minorUnits", "version", "createdAt")
   values (${id('8', '1')}, 'USD', 'US dollar', 2, 1, now())`,
  `insert into "Company" ("id", "code", "name", "countryCode", "baseCurrency", "timeZone", "version",
     "createdAt", "updatedAt")
   values (${company}, 'BENCH', 'Bench', 'US', 'USD', 'America/New_York', 1, now(), now())`,
  `insert into "Customer" ("id", "code", "name", "kind", "currency", "version", "createdAt",
     "updatedAt", "createdById")
   select ${id('2', 'n')}, 'C-' || n, 'Customer ' || n, 'ORGANISATION', 'USD', 1, now(), now(),
     ${id('f', '1')} from generate_series(1, ${CUSTOMERS}) n`,
  `insert into "SalesOrder" ("id", "companyId", "number", "customerId", "warehouseId", "status",
     "currency", "exchangeRate", "documentOn", "netAmount", "taxAmount", "grossAmount", "version",
     "createdAt", "updatedAt", "createdById")
   select ${id('5', 'n')}, ${company}, 'SO-' || n, ${id('2', `1 + n % ${CUSTOMERS}`)},
     ${id('4', '1')}, 'DRAFT', case when n % 4 = 0 then 'EUR' else 'USD' end, 1,
     date '2024-01-01' + (n::bigint * 1000 / ${rows})::int, n % 997 + 0.25, 0, n % 997 + 0.25,
     1, timestamptz '2024-01-01 00:00:00+00' + n * interval '90 seconds', now(), ${id('f', '1')}
   from generate_series(1, ${rows}) n`,
  'vacuum analyze "SalesOrder"',
  'vacuum analyze "Customer"',
];
