import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runImport, type ImportOptions } from '../../clients/importers/engine/run.js';
import type { TestGraph } from './graph.js';

/** A folder for the files, mapping, diary and refusals of one test. */
export interface ImportFolder {
  readonly folder: string;
  readonly path: (name: string) => string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function importFolder(): ImportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    write(name, content) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs an import against a served graph, as the command does. */
export function importInto(
  graph: Pick<TestGraph, 'client' | 'url'>,
  { folder, path }: ImportFolder,
  changed: Partial<ImportOptions> = {},
) {
  return runImport({
    client: graph.client,
    path: path('mapping.yaml'),
    folder,
    parameters: {},
    screen: { write: () => undefined, isTerminal: false },
    inFlight: 4,
    isDryRun: false,
    only: null,
    statePath: path('state.jsonl'),
    refusedPath: path('refused'),
    server: graph.url,
    ...changed,
  });
}
