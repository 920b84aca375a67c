import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another living process works in the data folder. */
export class DataFolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}; stop it or set DATA_DIR.`);
    this.name = 'DataFolderInUse';
  }
}

export interface FolderLock {
  release(): void;
}

interface Owner {
  readonly pid: number;
  /** When that process started, in the kernel's own words; tells it from one that reused its id. */
  readonly started: string;
}

/** Folders this process holds: a lock with our own id is not stale while it is among them. */
const held = new Set<string>();

/** How long a half-written lock or an interrupted takeover is respected, in milliseconds. */
const PATIENCE_MS = 5_000;

/** The boot and the clock tick at which a process started; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${afterName[19] ?? ''}`;
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the owner still runs; a lock that cannot be read yet counts as owned for a while. */
function livingOwner(file: string): number | null {
  let owner: Owner;
  try {
    owner = JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age < PATIENCE_MS ? 0 : null;
  }
  if (owner.pid === process.pid) return held.has(file) ? owner.pid : null;
  if (!isAlive(owner.pid)) return null;
  const started = startOf(owner.pid);
  return started !== '' && started !== owner.started ? null : owner.pid;
}

function tryCreate(file: string): boolean {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid) };
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock; only one process at a time may, or two could each remove the other's. */
function takeOver(folder: string, file: string): boolean {
  const marker = join(folder, 'lock.takeover');
  try {
    mkdirSync(marker);
  } catch {
    const age = Date.now() - (statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > PATIENCE_MS) rmSync(marker, { recursive: true, force: true });
    return false;
  }
  try {
    if (livingOwner(file) !== null) return false;
    rmSync(file, { force: true });
    return tryCreate(file);
  } finally {
    rmSync(marker, { recursive: true, force: true });
  }
}

/**
 * Makes this process the only one in a data folder; the folder is created for its owner alone.
 * A lock left by a killed process is taken over. Throws DataFolderInUse.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock');
  if (!tryCreate(file)) {
    const owner = livingOwner(file);
    if (owner !== null || !takeOver(folder, file)) throw new DataFolderInUse(folder, owner ?? 0);
  }
  held.add(file);
  return {
    release() {
      held.delete(file);
      rmSync(file, { force: true });
    },
  };
}
