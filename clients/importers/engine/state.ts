import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { RefusedRow } from './refused.js';

/** What a run was of; where any of it is another, a run is not taken up again. */
export interface Identity {
  readonly mapping: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly server: string;
  readonly steps: readonly string[];
}

/** What became of some consecutive rows of a step. */
export interface ChunkDone {
  readonly step: string;
  readonly chunk: number;
  readonly taken: number;
  readonly kept: number;
  readonly refused: readonly RefusedRow[];
  /** By key, of steps in which later ones look up. */
  readonly ids: readonly (readonly [string, string])[];
}

/** The diary of a run, written line by line, so that a run that was cut off is taken up again. */
export interface State {
  readonly run: string;
  /** What an earlier attempt has done, by step and chunk. */
  readonly done: ReadonlyMap<string, ChunkDone>;
  /** Why the run begins anew although there was a diary, or null. */
  readonly whyAnew: string | null;
  write(done: ChunkDone): void;
  end(): void;
  close(): void;
}

export const chunkName = (step: string, chunk: number): string => `${step}\u0000${chunk}`;

interface Read {
  readonly run: string;
  readonly identity: Identity;
  readonly chunks: readonly ChunkDone[];
  readonly isEnded: boolean;
  /** What stands there up to the last whole line. */
  readonly whole: string;
}

function readState(path: string): Read | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [head, ...lines] = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  if (typeof head?.run !== 'string') return null;
  const chunks = lines.filter((line) => 'chunk' in line) as unknown as ChunkDone[];
  const isEnded = lines.some((line) => 'end' in line);
  return { run: head.run, identity: head.identity as Identity, chunks, isEnded, whole };
}

/** What has changed since, as its user reads it; null when nothing has. */
function changedSince(was: Identity, is: Identity): string | null {
  if (was.server !== is.server) return 'the server is another';
  if (was.mapping !== is.mapping) return 'the mapping has changed';
  if (JSON.stringify(was.steps) !== JSON.stringify(is.steps)) return 'other steps are asked for';
  const files = [...new Set([...Object.keys(was.inputs), ...Object.keys(is.inputs)])];
  const changed = files.find((file) => was.inputs[file] !== is.inputs[file]);
  return changed === undefined ? null : `the file ${changed} has changed`;
}

/**
 * Opens the diary of a run: one that was cut off is gone on with under the same name, so that what
 * was sent last is answered from the keys. Whatever else there is begins anew, which is safe, since
 * rows are known by their keys.
 */
export function openState(path: string, identity: Identity): State {
  const read = readState(path);
  const changed = read && !read.isEnded ? changedSince(read.identity, identity) : null;
  const goesOn = read !== null && !read.isEnded && changed === null;
  const run = goesOn ? read.run : randomUUID();
  if (goesOn) truncateSync(path, Buffer.byteLength(read.whole));
  const file = openSync(path, goesOn ? 'a' : 'w');
  const line = (said: object) => void writeSync(file, `${JSON.stringify(said)}\n`);
  if (!goesOn) line({ run, identity });
  const chunks = goesOn ? read.chunks : [];
  return {
    run,
    done: new Map(chunks.map((one) => [chunkName(one.step, one.chunk), one])),
    whyAnew: changed,
    write: line,
    end: () => line({ end: true }),
    close: () => closeSync(file),
  };
}

/** A run that leaves no diary: a trial. */
export const noState = (): State => ({
  ...{ run: randomUUID(), done: new Map<string, ChunkDone>(), whyAnew: null },
  write: () => undefined,
  end: () => undefined,
  close: () => undefined,
});
