import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from './clients.js';
import { orderOf, type Shop } from './shop.js';

/**
 * The floor under salesOrderCreate: the rows that it leaves behind (an order, three lines, a fact
 * and its audit entry), inserted by hand in one transaction with prepared statements. Nothing is
 * checked, computed, numbered or answered.
 */
export function rawOrders(url: string, shop: Shop): { insertOrder: Act; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  let place = 0;
  const insertOrder = async () => {
    const at = place++;
    const client = await pool.connect();
    const send = (name: string, text: string, values: unknown[]) =>
      client.query({ name, text, values });
    try {
      const { companyId, warehouseId, customerId, documentOn, lines } = orderOf(shop, at);
      const [id, now] = [uuidv7(), new Date()];
      await client.query('begin');
      const order = [id, companyId, `RAW-${at}`, customerId, warehouseId, documentOn, id, now];
      await send('order', orderSql, order);
      for (const [line, { itemId }] of lines.entries())
        await send('line', lineSql, [uuidv7(), companyId, id, line + 1, itemId, now]);
      await send('fact', factSql, [uuidv7(), companyId, id, now, uuidv7()]);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  return { insertOrder, close: () => pool.end() };
}

const orderSql = `insert into "SalesOrder" ("id", "companyId", "number", "customerId",
    "warehouseId", "status", "currency", "exchangeRate", "documentOn", "netAmount", "taxAmount",
    "grossAmount", "createdAt", "createdById", "updatedAt")
  values ($1, $2, $3, $4, $5, 'DRAFT', 'USD', 1, $6, 61.5, 0, 61.5, $8, $7, $8)`;

const lineSql = `insert into "SalesOrderLine" ("id", "companyId", "salesOrderId", "position",
    "kind", "itemId", "description", "unit", "quantity", "unitPrice", "currency", "netAmount",
    "taxAmount", "stockFactor", "createdAt")
  values ($1, $2, $3, $4, 'ITEM', $5, 'Item', 'C62', 2, 10.25, 'USD', 20.5, 0, 1, $6)`;

const factSql = `with fact as (
    insert into "Event" ("id", "transactionId", "place", "type", "companyId", "documentType",
      "documentId", "version", "changedFields", "data", "actorId", "requestId", "occurredAt")
    values ($1, nextval('event_transaction'), 1, 'bench.raw', $2, 'SalesOrder', $3, 1, '{}', '{}',
      $3, 'bench-raw', $4))
  insert into "AuditEntry" ("id", "eventId", "type", "companyId", "documentType", "documentId",
    "version", "changes", "actorId", "requestId", "occurredAt")
  values ($5, $1, 'bench.raw', $2, 'SalesOrder', $3, 1, '{}', $3, 'bench-raw', $4)`;
