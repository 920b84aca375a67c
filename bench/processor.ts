import { existsSync } from 'node:fs';
import type pg from 'pg';
import { cpuOf } from './audience.js';
import type { Served } from './stage.js';

/** Begins to measure; what is answered ends it, and tells milliseconds of processor time. */
export type Meter = () => Promise<() => Promise<number>>;

const known = (pid: number): boolean => existsSync(`/proc/${pid}/stat`);

/** The processes that serve a database, with what each has used so far. */
async function sessionsOf(client: pg.Client): Promise<Map<number, number>> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const there = rows.filter(({ pid }) => known(pid));
  return new Map(there.map(({ pid }) => [pid, cpuOf({ pid })]));
}

/**
 * What a server uses of the processor, with the sessions of its database, whoever opened them: only
 * one server is asked at a time. A PostgreSQL on another machine counts as nothing.
 */
export const meterOf =
  ({ child }: Served, store: pg.Client): Meter =>
  async () => {
    const before = await sessionsOf(store);
    const began = cpuOf(child);
    return async () => {
      const own = cpuOf(child) - began;
      const after = await sessionsOf(store);
      return [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), own);
    };
  };
