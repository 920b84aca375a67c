import { authenticate, forgetKeys } from '../modules/auth/index.js';
import {
  createFeed,
  createSequencer,
  createTransact,
  makeEventMonths,
  purgeEvents,
  purgeIdempotencyKeys,
  type Feed,
  type Transact,
} from '../modules/events/index.js';
import { Decimal } from '../modules/kernel/index.js';
import { forgetLinks, isLinkToken, linkHolder } from '../modules/sales/index.js';
import { hearings } from '../modules/listeners.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { migrate } from '../prisma/migrate.js';
import { createReader } from '../prisma/reader/index.js';
import { graph } from '../resolvers/graph.js';
import { nounOfDocument } from '../schema/noun.js';
import { openDoors, type Doors } from './doors.js';
import { keepKey, keptKey, makeFirstKey } from './first-key.js';
import { createLog, type Log } from './log.js';
import type { Execution } from './prepare.js';
import { seldom } from './seldom.js';
import type { Settings } from './settings.js';

export interface StartOptions {
  readonly settings: Settings;
  readonly log?: Log;
  readonly execution?: Execution;
  readonly trustedDocuments?: ReadonlyMap<string, string>;
  /** After how many quiet milliseconds a subscription is told a heartbeat. */
  readonly heartbeatMs?: number;
  /** A database that is open already; it is migrated, and closed with the server. */
  readonly database?: Database;
}

export interface RunningServer {
  /** Of the graph, over HTTP; sockets connect to the same path with `ws:`. */
  readonly url: string;
  /** True when this start found the database empty. */
  readonly isFounded: boolean;
  /** A key that may be shown, or null when none is known in clear. */
  readonly issuedKey: string | null;
  readonly database: Database;
  readonly transact: Transact;
  readonly feed: Feed;
  readonly doors: Doors;
  /** Lets what is under way finish for at most `grace` milliseconds, then closes the database. */
  close(grace?: number): Promise<void>;
}

/** Opens everything in order: database, migrations, the log, the first key, the doors. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { settings, log = createLog(settings.logLevel) } = options;
  const database = options.database ?? (await openFrom(settings));
  try {
    return await openOn(database, { ...options, log });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openFrom({ databaseUrl, dataDir }: Settings): Promise<Database> {
  const parseNumeric = (text: string) => new Decimal(text);
  return openDatabase(
    databaseUrl === null ? { dataDir, parseNumeric } : { url: databaseUrl, parseNumeric },
  );
}

async function openOn(
  database: Database,
  { settings, log, execution, trustedDocuments, heartbeatMs }: StartOptions & { readonly log: Log },
): Promise<RunningServer> {
  const applied = await migrate(database);
  if (applied.length > 0) log.info({ applied }, 'migrated');
  const clock = () => new Date();
  const onError = seldom(
    (error, keptBack) => log.error({ err: error, keptBack }, 'the event log stumbled'),
    { now: Date.now },
  );
  const sequencer = createSequencer(database, { onError });
  const feed = createFeed(database, { onError });
  const transact = createTransact({
    database,
    hearings,
    clock,
    afterCommit: () => sequencer.wake(),
  });
  const stopPurging = purgeDaily(database, settings.eventsKeptDays, clock, onError);
  const closeLog = async () => {
    stopPurging();
    await feed.close();
    await sequencer.close();
  };
  try {
    const { isFounded, issuedKey } = await firstKey(database, transact, settings);
    const doors = await openDoors({
      database,
      transact,
      feed,
      clock,
      log,
      execution,
      trustedDocuments,
      heartbeatMs,
      schema: graph(),
      readerOf: (request) => createReader({ ...request, nounNamed: nounOfDocument }),
      authenticate: (token) =>
        (isLinkToken(token) ? linkHolder : authenticate)(database, token, clock()),
      forgetKeys() {
        forgetKeys(database);
        forgetLinks(database);
      },
      ready: () => checkReady(database),
      host: settings.host,
      port: settings.port,
    });
    const close = async (grace?: number) => {
      await doors.close(grace);
      await closeLog();
      await database.close();
    };
    return { url: doors.url, isFounded, issuedKey, database, transact, feed, doors, close };
  } catch (error) {
    await closeLog();
    throw error;
  }
}

const DAY_MS = 86_400_000;

/**
 * Outcomes of keys are kept for 7 days, and events as long as the settings say; looked after at the
 * start and once a day.
 */
function purgeDaily(
  database: Database,
  keptDays: number | null,
  clock: () => Date,
  onError: (error: unknown) => void,
): () => void {
  const purge = async (): Promise<void> => {
    await purgeIdempotencyKeys(database, clock());
    await makeEventMonths(database);
    if (keptDays === null) return;
    await purgeEvents(database, new Date(clock().getTime() - keptDays * DAY_MS));
  };
  const look = () => void purge().catch(onError);
  look();
  const timer = setInterval(look, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** A generated key is kept beside the embedded database; on a PostgreSQL it is shown once. */
async function firstKey(database: Database, transact: Transact, settings: Settings) {
  const { bootstrapApiKey, dataDir } = settings;
  const { isFounded, token } = await makeFirstKey(transact, bootstrapApiKey);
  const isKept = database.kind === 'embedded' && bootstrapApiKey === null;
  if (isKept && token !== null) await keepKey(dataDir, token);
  const issuedKey = token ?? (isKept ? await keptKey(dataDir) : null);
  return { isFounded, issuedKey };
}

const READY_SQL = `select not exists (
  select 1 from "_prisma_migrations" where finished_at is null and rolled_back_at is null)`;

async function checkReady(database: Database): Promise<void> {
  const { rows } = await database.query({ text: READY_SQL, values: [] });
  if (rows[0]?.[0] !== true) throw new Error('A migration is not finished.');
}
