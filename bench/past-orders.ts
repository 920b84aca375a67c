import pg from 'pg';
import { CustomerHistoryDocument } from '../clients/typescript/generated/graphql.js';
import { globalId } from '../modules/kernel/index.js';

/** The customer with the most orders of history, by global id. */
export async function mostOrders(databaseUrl: string): Promise<{ id: string; orders: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; orders: number }>(
      `select "customerId" as id, count(*)::int as orders from "SalesOrder" where "isHistoric"
       group by 1 order by 2 desc, 1 limit 1`,
    );
    const [most] = rows;
    if (!most) throw new Error('There is no history.');
    return { id: globalId('Customer', most.id), orders: most.orders };
  } finally {
    await client.end();
  }
}

/** Asks for all that was ordered by a customer, with everything that became of it. */
export const pastBodies = (id: string): string[] => [
  JSON.stringify({
    query: CustomerHistoryDocument.toString(),
    variables: { id, first: 250 },
  }),
];
