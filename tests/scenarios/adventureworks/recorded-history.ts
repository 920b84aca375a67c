import type { Database } from '../../../prisma/database.js';
import type { ExpectedHistory } from './expected-history.js';

/** Rows of a statement, as text. */
async function rows(database: Pick<Database, 'query'>, text: string): Promise<string[][]> {
  return (await database.query({ text, values: [] })).rows as string[][];
}

const pairs = (list: readonly string[][]): Record<string, string> =>
  Object.fromEntries(list.map(([key = '', value = '']) => [key, value]));

const KEY = `(select "key" from "ExternalRef" where "nodeId" = %ID% and "system" = 'adventureworks')`;
const keyOf = (id: string): string => KEY.replace('%ID%', id);

/** What a database holds of the history, in the shape of what the files come to. */
export async function recordedHistory(database: Pick<Database, 'query'>): Promise<ExpectedHistory> {
  const [orders] = await rows(
    database,
    `select count(*)::text, count(distinct "customerId")::text, trim_scale(sum("taxAmount"))::text,
       trim_scale(sum("grossAmount"))::text from "SalesOrder" where "isHistoric"`,
  );
  const [lines] = await rows(
    database,
    `select count(*) filter (where "kind" = 'ITEM')::text,
       count(*) filter (where "kind" = 'CHARGE')::text,
       trim_scale(sum("quantity") filter (where "kind" = 'ITEM'))::text,
       trim_scale(sum("netAmount") filter (where "kind" = 'ITEM'))::text,
       trim_scale(coalesce(sum("netAmount") filter (where "kind" = 'CHARGE'), 0))::text
     from "SalesOrderLine" l
     where exists (select from "SalesOrder" o where o."id" = l."salesOrderId" and o."isHistoric")`,
  );
  const byMonth = await rows(
    database,
    `select to_char("documentOn", 'YYYY-MM'), trim_scale(sum("grossAmount"))::text
     from "SalesOrder" where "isHistoric" group by 1`,
  );
  const byProduct = await rows(
    database,
    `select ${keyOf('d."itemId"')}, trim_scale(sum(d."quantity"))::text from "DeliveryLine" d
     join "Delivery" h on h."id" = d."deliveryId" and h."isHistoric" group by d."itemId"`,
  );
  const [most] = await rows(
    database,
    `select ${keyOf('m."customerId"')} as key, m.orders::text from (
       select "customerId", count(*) as orders from "SalesOrder" where "isHistoric" group by 1
     ) m order by m.orders desc, ${keyOf('m."customerId"')}::int limit 1`,
  );
  return {
    ...{ orders: Number(orders?.[0]), customers: Number(orders?.[1]) },
    ...{ itemLines: Number(lines?.[0]), charges: Number(lines?.[1]) },
    ...{ pieces: lines?.[2] ?? '', net: lines?.[3] ?? '', freight: lines?.[4] ?? '' },
    ...{ tax: orders?.[2] ?? '', gross: orders?.[3] ?? '' },
    grossByMonth: pairs(byMonth),
    piecesByProduct: pairs(byProduct),
    most: { customer: most?.[0] ?? '', orders: Number(most?.[1]) },
  };
}
