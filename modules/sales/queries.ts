/** Runs one statement, on the pool or on a transaction; rows are lists. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

/** The newest orders of a customer among the companies that are seen, newest first: their ids. */
export async function newestOrders(
  read: Read,
  of: {
    readonly customerId: string;
    readonly companies: 'ALL' | readonly string[];
    readonly limit: number;
  },
): Promise<string[]> {
  const text = `select "id" from "SalesOrder"
    where "customerId" = $1 and ($2::uuid[] is null or "companyId" = any($2::uuid[]))
    order by "id" desc limit $3`;
  const companies = of.companies === 'ALL' ? null : [...of.companies];
  const rows = await read({ text, values: [of.customerId, companies, of.limit] });
  return rows.map(([id]) => String(id));
}
