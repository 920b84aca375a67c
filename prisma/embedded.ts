import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { ClientConfig } from 'pg';
import { embeddedWire } from './embedded-wire.js';
import { lockFolder, type FolderLock } from './folder-lock.js';

/** PostgreSQL inside this process, in a folder or in memory. */
export interface Embedded {
  readonly kind: 'embedded';
  /** How `pg` reaches it; connections take turns, so a pool of one is as fast as any. */
  readonly connection: ClientConfig;
  /** The data folder as an archive, from which others open in a fraction of the time. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder of the data; without one the database lives in memory. */
  readonly dataDir?: string;
  /** An archive made by `dump`, to start from. */
  readonly snapshot?: Blob;
}

/**
 * In memory the pages lie at hand as it is, and clearing the usual 128 MB of buffers takes most of
 * the time in which a database opens.
 */
const SMALL_BUFFERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** Opens the embedded database. Throws DataFolderInUse when another process works in the folder. */
export async function openEmbedded({ dataDir, snapshot }: EmbeddedOptions): Promise<Embedded> {
  const folder = dataDir === undefined ? null : resolve(dataDir);
  const lock: FolderLock | null = folder === null ? null : lockFolder(folder);
  try {
    const db = await PGlite.create({
      ...(folder === null
        ? { dataDir: 'memory://', startParams: SMALL_BUFFERS }
        : { dataDir: resolve(folder, 'database') }),
      ...(snapshot ? { loadDataDir: snapshot } : {}),
    });
    await db.exec("set time zone 'UTC'");
    return opened(db, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function opened(db: PGlite, lock: FolderLock | null): Embedded {
  const wire = embeddedWire(db);
  return {
    kind: 'embedded',
    connection: { stream: () => wire.connect(), user: 'postgres', database: 'postgres' },
    dump: () => db.dumpDataDir('none'),
    async close() {
      try {
        await db.close();
      } finally {
        lock?.release();
      }
    },
  };
}
