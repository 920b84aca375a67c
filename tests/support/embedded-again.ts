import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { openEmbedded, type Embedded } from '../../prisma/embedded.js';
import { SNAPSHOT_VARIABLE } from './prepared-database.js';

/** Emptied again and at hand; a worker that runs one file after the other needs one or two. */
const idle: Embedded[] = [];

/** The archive is read once by each worker. */
let archive: Promise<Blob> | undefined;

/** A blob that answers a copy in one step; Node gathers its own from many small pieces. */
async function readArchive(path: string): Promise<Blob> {
  const bytes = new Uint8Array(await readFile(path));
  return Object.assign(new Blob([]), { arrayBuffer: async () => bytes.slice().buffer });
}

/** What a test may leave behind besides rows: tables, columns, functions and triggers. */
const SHAPE = `select
  (select string_agg(oid::text || relname, ' ' order by oid) from pg_class
   where relnamespace = 'public'::regnamespace and relkind <> 'S')
  || (select count(*) from pg_proc where pronamespace = 'public'::regnamespace)
  || (select string_agg(tgrelid::text || tgname || tgenabled::text, ' ' order by oid)
      from pg_trigger)
  || (select string_agg(attrelid::text || attname || attnotnull::text, ' '
        order by attrelid, attnum)
      from pg_attribute join pg_class c on c.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r')`;

/** What was made last; ids are given in the order of making. */
const NEWEST = `select greatest(max(c.oid), (select max(oid) from pg_trigger)) from pg_class c`;

/** Definitions of custom fields make indexes and triggers; answers how to drop those made since. */
const madeSince = (newest: string): string => `select string_agg(made, '; ') from (
  select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
  where not tgisinternal and tgparentid = 0 and oid > ${newest}
  union all
  select format('drop index %s', oid::regclass) from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'i' and not relispartition
    and oid > ${newest} and not exists (select from pg_constraint where conindid = pg_class.oid)
) as since(made)`;

/** Number series make sequences of their own as they begin. */
const SERIES = `select string_agg(format('%I', relname), ', ') from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'S' and relname like 'number\\_%'`;

const FILLED = `select string_agg(format('%I', relname), ', ') from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
    and relname <> '_prisma_migrations' and pg_relation_size(oid) > 0`;

async function ask(client: pg.Client, text: string): Promise<string | null> {
  const { rows } = await client.query<[string | null]>({ text, rowMode: 'array' });
  return rows[0]?.[0] ?? null;
}

async function withClient<T>(
  { connection }: Embedded,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How a database was when it was opened. */
interface Before {
  readonly shape: string | null;
  readonly newest: string;
}

/** Empties every table. Answers whether the database is as it was, or was given another shape. */
const empty = (embedded: Embedded, { shape, newest }: Before): Promise<boolean> =>
  withClient(embedded, async (client) => {
    const made = await ask(client, madeSince(newest));
    if (made !== null) await client.query(made);
    if ((await ask(client, SHAPE)) !== shape) return false;
    const filled = await ask(client, FILLED);
    if (filled !== null) await client.query(`truncate ${filled} restart identity cascade`);
    const series = await ask(client, SERIES);
    if (series !== null) await client.query(`drop sequence ${series}`);
    await client.query('discard all');
    await client.query("set time zone 'UTC'");
    return true;
  });

/**
 * An embedded database, migrated and otherwise empty. Emptying one takes a fifth of the time of
 * opening another, so closing it makes it ready for the next file of this worker.
 */
export async function takeEmbedded(): Promise<Embedded> {
  const ready = idle.pop();
  if (ready) return ready;
  archive ??= readArchive(process.env[SNAPSHOT_VARIABLE] ?? '');
  const embedded = await openEmbedded({ snapshot: await archive });
  const before = await withClient(embedded, async (client) => ({
    shape: await ask(client, SHAPE),
    newest: String(await ask(client, NEWEST)),
  }));
  const again: Embedded = {
    ...embedded,
    async close() {
      if (await empty(embedded, before)) idle.push(again);
      else await embedded.close();
    },
  };
  return again;
}
