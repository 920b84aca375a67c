import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { readCases } from './read-cases.js';

/**
 * The limit of the read benchmark: `node:http`, the same driver with the same settings, and for
 * each case one statement by hand that lets PostgreSQL write the whole answer. It has no graph, no
 * keys, no limits and no choice: it is the floor under every server that reads from this database.
 */
const texts = new Map(readCases.map(({ name, sql }) => [name, sql]));

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
  idleTimeoutMillis: 600_000,
  keepAlive: true,
  options: '-c TimeZone=UTC',
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
});

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as { case: string; values: unknown[] };
  const query = { name: asked.case, text: texts.get(asked.case)!, values: asked.values };
  const { rows } = await pool.query<[string]>({ ...query, rowMode: 'array' });
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
