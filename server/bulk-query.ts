import { bulkParts } from '../modules/bulk/index.js';
import type { Session } from '../prisma/database.js';
import { bulkQueryOf, type BulkQuery } from '../resolvers/bulk/bulk-document.js';
import { headOf, linesOf, type BulkPage } from './bulk-rows.js';
import { BulkRefused, isDue, type BulkRun } from './bulk-run.js';

const nothing = Buffer.alloc(0);

/** What was read and is not kept yet. */
interface Pending {
  text: string;
  rows: number;
  since: number;
}

/**
 * Reads a list from its first row to its last in one snapshot, page after page, and keeps the rows
 * piece by piece. On PostgreSQL pieces are kept beside the snapshot, and a reader sees them come;
 * the embedded database has one session, which keeps them itself.
 */
export async function runBulkQuery(run: BulkRun): Promise<void> {
  const { database, operation } = run;
  const { prepared } = await run.prepare('query { __typename }');
  const query = bulkQueryOf(prepared.schema, operation.document);
  const reading = { query, ready: await run.prepare(query.text) };
  const isBeside = database.kind === 'postgres';
  const left = await database.session(async (session) => {
    await session.execute(isBeside ? 'begin isolation level repeatable read read only' : 'begin');
    const keeping = isBeside ? besides(run, reading) : within(run, session);
    const rest = await pages(run, reading, session, keeping);
    await session.execute(isBeside ? 'rollback' : 'commit');
    return rest;
  });
  if (left) await run.finish(left);
}

/** What is read, and by whom as he is now. */
interface Reading {
  readonly query: BulkQuery;
  ready: Awaited<ReturnType<BulkRun['prepare']>>;
}

/** Keeps a piece; false when the run must stop. */
type Keep = (pending: Pending) => Promise<boolean>;
type Kept = Parameters<BulkRun['finish']>[0];

interface Keeping {
  readonly keep: Keep;
  /** What `finish` is told when all pieces but the last are kept. */
  readonly rest: (pending: Pending) => Promise<Kept>;
}

const besides = (run: BulkRun, reading: Reading): Keeping => ({
  async keep({ text, rows }) {
    // Rights may have been taken away meanwhile.
    reading.ready = await run.prepare(reading.query.text);
    return run.progress({ rows, refused: 0, bytes: Buffer.from(text) });
  },
  rest: ({ text, rows }) => Promise.resolve({ rows, refused: 0, bytes: Buffer.from(text) }),
});

function within({ operation }: BulkRun, session: Session): Keeping {
  let [written, counted] = [0, 0];
  const keep: Keep = async ({ text, rows }) => {
    const bytes = Buffer.from(text);
    if (bytes.length > 0)
      await bulkParts.addToResult(session, operation.id, { startByte: written, bytes });
    written += bytes.length;
    counted += rows;
    return true;
  };
  return {
    keep,
    async rest(pending) {
      await keep(pending);
      return { rows: counted, refused: 0, bytes: nothing, written };
    },
  };
}

/** Answers what is left to be kept with the end; null when the run was stopped. */
async function pages(
  { operation, executor, isStopping }: BulkRun,
  reading: Reading,
  session: Session,
  { keep, rest }: Keeping,
): Promise<Kept | null> {
  const { variables, format } = operation;
  const { query } = reading;
  const pending: Pending = { text: headOf(query, format), rows: 0, since: Date.now() };
  for (let after: string | null = null; ;) {
    const { prepared, caller } = reading.ready;
    const asked = { ...(variables as object), bulkAfter: after };
    const { data, errors } = await executor.runBeside(prepared, caller, asked, session);
    if (errors?.[0]) throw new BulkRefused(String(errors[0].extensions.code), errors[0].message);
    const page = (data as Record<string, BulkPage | null>)[query.key];
    if (!page) throw new BulkRefused('FORBIDDEN', 'The list may not be read.');
    pending.text += linesOf(page, query, format);
    pending.rows += page.nodes.length;
    if (!page.bulkPage.hasNextPage) return rest(pending);
    after = page.bulkPage.endCursor;
    if (isStopping()) return null;
    if (!isDue(pending)) continue;
    if (!(await keep(pending))) return null;
    Object.assign(pending, { text: '', rows: 0, since: Date.now() });
  }
}
