export type { Companies, Day, Read, Span } from './read.js';
export * from './aging-queries.js';
export * from './balance-queries.js';
export * from './cost-queries.js';
export * from './profit-queries.js';
import { decimal, type Decimal } from '../kernel/index.js';
import { listed, type Companies, type Read } from './read.js';

/** What a customer owes a company and has on order there, in the company's base currency. */
export interface Exposure {
  readonly customerId: string;
  readonly companyId: string;
  readonly receivable: Decimal;
  readonly openOrders: Decimal;
}

/** The exposures of customers in the companies; in one statement. */
export async function exposures(
  read: Read,
  customerIds: readonly string[],
  companies: Companies,
): Promise<Exposure[]> {
  const text = `select "customerId", "companyId", "receivable", "openOrders"
    from "CustomerExposure" where "customerId" = any($1::uuid[])
      and ($2::uuid[] is null or "companyId" = any($2::uuid[])) order by 1, 2`;
  const values = [[...customerIds], listed(companies)];
  const rows = (await read({ text, values })) as string[][];
  return rows.map(([customerId = '', companyId = '', receivable = '', openOrders = '']) => ({
    ...{ customerId, companyId },
    receivable: decimal(receivable),
    openOrders: decimal(openOrders),
  }));
}

/** What a company owes a supplier, in its base currency. */
export interface SupplierExposure {
  readonly supplierId: string;
  readonly companyId: string;
  readonly payable: Decimal;
}

/** What companies owe suppliers; in one statement. */
export async function supplierExposures(
  read: Read,
  supplierIds: readonly string[],
  companies: Companies,
): Promise<SupplierExposure[]> {
  const text = `select "supplierId", "companyId", "payable"
    from "SupplierExposure" where "supplierId" = any($1::uuid[])
      and ($2::uuid[] is null or "companyId" = any($2::uuid[])) order by 1, 2`;
  const rows = (await read({ text, values: [[...supplierIds], listed(companies)] })) as string[][];
  return rows.map(([supplierId = '', companyId = '', payable = '']) => {
    return { supplierId, companyId, payable: decimal(payable) };
  });
}

/** The charts that companies began with, by company. */
export async function chartsOf(
  read: Read,
  companyIds: readonly string[],
): Promise<Map<string, string>> {
  const text = `select "companyId", "chart" from "CompanyBooks" where "companyId" = any($1::uuid[])`;
  const rows = (await read({ text, values: [[...companyIds]] })) as [string, string][];
  return new Map(rows);
}

/** The roles that accounts play, by account; one that plays none is missing. */
export async function rolesOf(
  read: Read,
  accountIds: readonly string[],
): Promise<Map<string, string[]>> {
  const text = `select "accountId", "role" from "AccountRole"
    where "accountId" = any($1::uuid[]) order by 1, 2`;
  const rows = (await read({ text, values: [[...accountIds]] })) as string[][];
  const roles = new Map<string, string[]>();
  for (const [id = '', role = ''] of rows) roles.set(id, [...(roles.get(id) ?? []), role]);
  return roles;
}
