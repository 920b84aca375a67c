import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLSchema } from 'graphql';
import {
  authenticate,
  forgetKeys,
  hasTrustedDocument,
  trustedDocumentText,
} from '../modules/auth/index.js';
import { purgeBulk } from '../modules/bulk/index.js';
import {
  createFeed,
  createSequencer,
  createTogether,
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
import type { Pace } from '../modules/outbound/index.js';
import { openDatabase, type Database } from '../prisma/database.js';
import { migrate } from '../prisma/migrate.js';
import { createReadRouter } from '../prisma/replica.js';
import { createReader } from '../prisma/reader/index.js';
import { subgraph } from '../resolvers/federation.js';
import { graph } from '../resolvers/graph.js';
import { nounOfDocument } from '../schema/noun.js';
import { bulkDoor } from './bulk-http.js';
import { keepCustomFields, thenLook } from './custom-fields.js';
import { metricsOf, openBeside, tracesOf } from './beside.js';
import { openDoors, type Doors } from './doors.js';
import type { ReaderRequest } from './executor.js';
import { keepKey, keptKey, makeFirstKey } from './first-key.js';
import { createLog, type Log } from './log.js';
import type { Execution } from './prepare.js';
import { seldom } from './seldom.js';
import type { Settings } from './settings.js';
import type { Patience } from './subscriber.js';
import { createTrustedDocuments } from './trusted-documents.js';

export interface StartOptions {
  readonly settings: Settings;
  readonly log?: Log;
  readonly execution?: Execution;
  /** After how many quiet milliseconds a subscription is told a heartbeat. */
  readonly heartbeatMs?: number;
  /** How much a subscriber may leave unread, and for how long. */
  readonly patience?: Patience;
  /** A database that is open already; it is migrated, and closed with the server. */
  readonly database?: Database;
  /** How fast webhooks are tried again; as documented when not said. */
  readonly webhookPace?: Partial<Pace>;
}

export interface RunningServer {
  /** Of the graph, over HTTP; sockets connect to the same path with `ws:`. */
  readonly url: string;
  /** Of the metrics; null when none are served. */
  readonly metricsUrl: string | null;
  /** True when this start found the database empty. */
  readonly isFounded: boolean;
  /** A key that may be shown, or null when none is known in clear. */
  readonly issuedKey: string | null;
  readonly database: Database;
  /** What queries read from when it has caught up; null for none. */
  readonly replica: Database | null;
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

const parseNumeric = (text: string) => new Decimal(text);

/** The wire is for the one connection of the embedded database, where forgetting it would wait. */
function openFrom(settings: Settings): Promise<Database> {
  const { databaseUrl: url, poolSize, dataDir, statementTimeout } = settings;
  return openDatabase(
    url === null
      ? { dataDir, parseNumeric }
      : { url, poolSize, statementTimeout, isWired: false, parseNumeric },
  );
}

async function openOn(
  database: Database,
  options: StartOptions & { readonly log: Log },
): Promise<RunningServer> {
  const { settings, log } = options;
  const applied = await migrate(database);
  if (applied.length > 0) log.info({ applied }, 'migrated');
  const clock = () => new Date();
  const onError = seldom(
    (error, keptBack) => log.error({ err: error, keptBack }, 'the event log stumbled'),
    { now: Date.now },
  );
  const { eventsKeptDays: keptDays } = settings;
  const written = await openLog({
    ...{ database, base: baseOf(settings), keptDays, clock, onError },
  });
  const replica = await replicaOf(settings);
  const common = { ...options, database, replica, written, clock, onError };
  try {
    return await openTo(common);
  } catch (error) {
    await written.close();
    await replica?.close();
    throw error;
  }
}

interface Opened extends StartOptions {
  readonly log: Log;
  readonly database: Database;
  readonly replica: Database | null;
  readonly written: Awaited<ReturnType<typeof openLog>>;
  readonly clock: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Lets callers in to what is open, and looks after what follows the log beside them. */
async function openTo(opened: Opened): Promise<RunningServer> {
  const { settings, log, database, replica, written, clock, onError } = opened;
  const { transact, feed } = written;
  const { isFounded, issuedKey } = await firstKey(database, transact, settings);
  const metrics = await metricsOf(settings);
  const traces = await tracesOf(settings, log, [database, replica]);
  try {
    const state = { isDraining: false };
    const doors = await openDoors({ ...partsOf(opened, state), ...metrics, traces });
    written.fields.serve((schema) => doors.live.replace(schema));
    const following = { database, transact, feed, clock, onError };
    const pace = opened.webhookPace;
    const beside = await openBeside({ ...following, settings, doors, metrics, pace, log });
    const close = async (grace?: number) => {
      // Whoever shares out requests sees this first, and sends no more of them here.
      state.isDraining = true;
      if (grace === undefined) await sleep(settings.drainSeconds * 1_000);
      await doors.close(grace);
      await beside.close();
      await traces?.close();
      await written.close();
      await replica?.close();
      await database.close();
    };
    const running = { database, replica, transact, feed, doors, close };
    return { url: doors.url, metricsUrl: beside.metricsUrl, isFounded, issuedKey, ...running };
  } catch (error) {
    await traces?.close();
    throw error;
  }
}

/** What the doors are opened with, save what is measured behind them. */
function partsOf(
  { settings, log, execution, heartbeatMs, patience, database, replica, ...opened }: Opened,
  state: { readonly isDraining: boolean },
) {
  const { transact, together, feed, fields } = opened.written;
  const { clock, onError } = opened;
  return {
    ...{ database, feed, clock, log, execution, heartbeatMs, patience },
    ...thenLook({ transact, together }, fields, onError),
    trustedDocuments: trustedIn(database),
    schema: fields.schema,
    bulk: bulkDoor(database),
    readerOf: (request: ReaderRequest) => createReader({ ...request, nounNamed: nounOfDocument }),
    reading: replica ? createReadRouter({ primary: database, replica }) : undefined,
    authenticate: (token: string) =>
      (isLinkToken(token) ? linkHolder : authenticate)(database, token, clock()),
    forgetKeys() {
      forgetKeys(database);
      forgetLinks(database);
    },
    ready: () => (state.isDraining ? Promise.reject(new Error('Stopping.')) : checkReady(database)),
    costLimits: settings.costs,
    ...{ proxyHops: settings.proxyHops, host: settings.host, port: settings.port },
  };
}

/** The graph as it is built, or as a subgraph. */
const baseOf = ({ federation }: Settings): GraphQLSchema =>
  federation ? subgraph(graph()) : graph();

interface LogParts {
  readonly database: Database;
  /** The graph without the fields that users define. */
  readonly base: GraphQLSchema;
  readonly keptDays: number | null;
  readonly clock: () => Date;
  readonly onError: (error: unknown) => void;
}

/** The one way to write and the log of it, with what looks after both. */
async function openLog({ database, base, keptDays, clock, onError }: LogParts) {
  const sequencer = createSequencer(database, { onError });
  const feed = createFeed(database, { onError });
  const afterCommit = () => sequencer.wake();
  const parts = { database, hearings, clock, afterCommit };
  const [transact, together] = [createTransact(parts), createTogether(parts)];
  const stopPurging = purgeDaily(database, keptDays, clock, onError);
  const fields = await keepCustomFields({ database, base, onError });
  const close = async () => {
    stopPurging();
    await fields.close();
    await feed.close();
    await sequencer.close();
  };
  return { transact, together, feed, fields, close };
}

const trustedIn = (database: Database) =>
  createTrustedDocuments({
    text: (id) => trustedDocumentText(database, id),
    isOf: (app, hash) => hasTrustedDocument(database, app, hash),
  });

async function replicaOf(settings: Settings): Promise<Database | null> {
  const { databaseReadUrl: url, poolSize, statementTimeout } = settings;
  if (url === null) return null;
  return openDatabase({ url, poolSize, statementTimeout, isWired: false, parseNumeric });
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
    await purgeBulk(database, clock());
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
