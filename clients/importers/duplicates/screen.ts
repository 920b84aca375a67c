import { GraphFailed } from '../../typescript/client.js';
import type { Screen } from '../progress.js';
import { ArgumentRefused, usage } from './arguments.js';
import { TableRefused } from './table.js';

export const screen: Screen = {
  write: (text) => void process.stdout.write(text),
  isTerminal: process.stdout.isTTY,
};

function explain(error: unknown): string {
  if (error instanceof ArgumentRefused) return `${error.message}\n\n${usage}`;
  if (error instanceof TableRefused || error instanceof GraphFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command; what goes wrong is told, and the process ends with 1. */
export function command(run: () => Promise<void>): void {
  run().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  });
}
