import pg from 'pg';
import type { Runner } from 'graphile-worker';
import type { Database, Session } from '../../prisma/database.js';

/** All of one document for one endpoint: what must arrive in order. */
export interface Chain {
  readonly endpointId: string;
  readonly documentId: string;
}

/** Works on one chain; answers when to go on with it, or null when there is nothing left to do. */
export type WorkChain = (chain: Chain) => Promise<Date | null>;

/** Jobs, one for each chain that has something to send, in the same database. */
export interface JobQueue {
  /** Adds jobs for chains, in the transaction of the session. */
  add(session: Pick<Session, 'query'>, chains: readonly Chain[]): Promise<void>;
  /** Takes up work. */
  start(work: WorkChain): Promise<void>;
  /** Frees the jobs that were held for so long that whoever holds them must have ended. */
  freeLost(): Promise<void>;
  /** Lets the jobs under way finish. */
  stop(): Promise<void>;
}

export interface JobQueueOptions {
  readonly concurrency: number;
  /** No job is worked on for nearly so long. */
  readonly lostAfterMs: number;
  /** How often jobs are looked for that nobody was told of, or whose time has come. */
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

const TASK = 'webhook';

/**
 * The jobs of a chain are of one queue, so that one at a time is worked on. They are added without
 * a key: a job with the key could be taken up between the look at it and the commit, and would end
 * before it sees what was added with it.
 */
const ADD = `select count(*) from graphile_worker.add_jobs((
  select array_agg(('${TASK}', json_build_object('endpointId', c.e, 'documentId', c.d),
    c.e || ':' || c.d, null, null, null, null, null
  )::graphile_worker.job_spec order by c.e, c.d)
  from unnest($1::text[], $2::text[]) as c(e, d)))`;

const LOST = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker.jobs
  where locked_at < now() - make_interval(secs => $1::float8 / 1000)`;

const keyOf = ({ endpointId, documentId }: Chain): string => `${endpointId}:${documentId}`;

/**
 * A pool of the library's own. The embedded database has one session, in which names of prepared
 * statements would meet: there none are prepared.
 */
function poolFor({ connection }: Database, concurrency: number): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: concurrency + 2 });
  pool.on('error', () => undefined);
  return pool;
}

/** The library is loaded when the first endpoint is there: who has none pays nothing. */
export function createJobQueue(database: Database, options: JobQueueOptions): JobQueue {
  const { concurrency, lostAfterMs, pollMs, onError } = options;
  const library = () => import('graphile-worker');
  let opened: Promise<{ pool: pg.Pool; shared: object }> | null = null;
  let runner: Runner | null = null;

  async function open() {
    const { Logger, runMigrations } = await library();
    const pool = poolFor(database, concurrency);
    const logger = new Logger(() => (level, message) => {
      if (level === 'error') onError(new Error(message));
    });
    const shared = {
      pgPool: pool,
      logger,
      noPreparedStatements: database.kind === 'embedded',
    };
    await runMigrations(shared);
    return { pool, shared };
  }
  const ensure = () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async add(session, chains) {
      if (chains.length === 0) return;
      const values = [
        chains.map(({ endpointId }) => endpointId),
        chains.map(({ documentId }) => documentId),
      ];
      await session.query({ text: ADD, values });
    },
    async start(work) {
      const { shared } = await ensure();
      const { run } = await library();
      runner ??= await run({
        ...shared,
        concurrency,
        pollInterval: pollMs,
        noHandleSignals: true,
        taskList: {
          async [TASK](payload, { addJob }) {
            const chain = payload as Chain;
            const runAt = await work(chain);
            if (runAt === null) return;
            // Only the jobs of the chain's queue use the key, so nobody else looks at it now.
            const key = keyOf(chain);
            await addJob(TASK, chain, { runAt, jobKey: key, queueName: key });
          },
        },
      });
    },
    async freeLost() {
      await ensure();
      await database.query({ text: LOST, values: [lostAfterMs] });
    },
    async stop() {
      await runner?.stop();
      const { pool } = (await opened?.catch(() => null)) ?? {};
      await pool?.end();
    },
  };
}
