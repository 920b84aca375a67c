import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/**
 * The peer of the read benchmark: `node:http`, the same driver with the same settings, and one
 * statement by hand that lets PostgreSQL write the whole answer. It has no graph, no keys, no
 * limits and no choice: it is the floor under every server that reads from this database.
 */
const text = `select json_build_object('data', json_build_object('customers', json_build_object(
    'nodes', coalesce(json_agg(json_build_object('id', 'Customer:' || c."id", 'code', c."code",
      'name', c."name", 'salesOrders', json_build_object('nodes', c.orders)) order by c."code"),
      '[]'::json))))::text
  from (
    select c.*, (
      select coalesce(json_agg(json_build_object('id', 'SalesOrder:' || o."id",
          'number', o."number", 'status', o."status", 'documentOn', o."documentOn",
          'netAmount', json_build_object('amount', trim_scale(o."netAmount")::text,
            'currency', o."currency"),
          'grossAmount', json_build_object('amount', trim_scale(o."grossAmount")::text,
            'currency', o."currency"),
          'lines', json_build_object('nodes', o.lines)) order by o."id"), '[]'::json)
      from (
        select o.*, (
          select coalesce(json_agg(json_build_object('id', 'SalesOrderLine:' || l."id",
              'position', l."position", 'description', l."description",
              'quantity', json_build_object('value', trim_scale(l."quantity")::text,
                'unit', l."unit"),
              'netAmount', json_build_object('amount', trim_scale(l."netAmount")::text,
                'currency', l."currency")) order by l."id"), '[]'::json)
          from (select * from "SalesOrderLine" l where l."salesOrderId" = o."id"
            order by l."id" limit 3) l
        ) as lines
        from (select * from "SalesOrder" o where o."customerId" = c."id"
          order by o."id" limit 20) o
      ) o
    ) as orders
    from (select * from "Customer" c where c."code" >= $1 order by c."code", c."id" limit $2) c
  ) c`;

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  keepAlive: true,
  options: '-c TimeZone=UTC',
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
});

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    variables: { from: string; first: number };
  };
  const values = [variables.from, variables.first];
  const { rows } = await pool.query<[string]>({ name: 'all', text, values, rowMode: 'array' });
  return rows[0]![0];
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.setHeader('content-length', Buffer.byteLength(body));
      response.end(body);
    },
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
process.once('SIGTERM', () => process.exit(0));
