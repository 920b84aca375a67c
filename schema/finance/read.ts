import type { queries } from '../../modules/finance/index.js';
import type { ReaderScope } from '../../prisma/reader/index.js';

/** The reader's statements in the form in which the reports of the books take them. */
export const readOf =
  ({ query }: Pick<ReaderScope, 'query'>): queries.Read =>
  async (statement) =>
    (await query(statement)).rows;

/** The base currencies of companies, by their ids; a company that does not exist has none. */
export async function baseCurrencies(
  { query }: Pick<ReaderScope, 'query'>,
  companyIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await query({
    text: 'select id, "baseCurrency" from "Company" where id = any($1::uuid[])',
    values: [[...new Set(companyIds)]],
  });
  return new Map(rows.map(([id, currency]) => [String(id), String(currency)]));
}
