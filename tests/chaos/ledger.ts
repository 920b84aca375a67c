import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../bench/flow-founding.js';

/** What one client asked, and what it was told: written down before it is sent, and when it came. */
export interface Ledger {
  sent(key: string, query: string, variables: object): void;
  acknowledged(key: string, answer: Answer): void;
}

/** One request as all ledgers tell of it. */
export interface Entry {
  readonly key: string;
  readonly query: string;
  readonly variables: object;
  /** Null when nobody heard what became of it. */
  readonly answer: Answer | null;
}

type Line =
  | { readonly sent: string; readonly query: string; readonly variables: object }
  | { readonly acknowledged: string; readonly answer: Answer };

/** Opens the ledger of a client, a file of its own: what was acknowledged outlives everybody. */
export function openLedger(folder: string, client: string): Ledger {
  const path = join(folder, `${client}.jsonl`);
  const write = (line: Line): void => appendFileSync(path, `${JSON.stringify(line)}\n`);
  return {
    sent: (key, query, variables) => write({ sent: key, query, variables }),
    acknowledged: (key, answer) => write({ acknowledged: key, answer }),
  };
}

/** All requests of all ledgers in a folder, each once, in the order in which they were first sent. */
export function readLedgers(folder: string): Entry[] {
  const entries = new Map<string, Entry>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
    for (const text of lines) note(entries, JSON.parse(text) as Line);
  }
  return [...entries.values()];
}

function note(entries: Map<string, Entry>, line: Line): void {
  if ('sent' in line) {
    const { sent: key, query, variables } = line;
    if (!entries.has(key)) entries.set(key, { key, query, variables, answer: null });
    return;
  }
  const { acknowledged: key, answer } = line;
  entries.set(key, { ...entries.get(key)!, answer });
}
