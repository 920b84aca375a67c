import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { bulkParts, lineCutter, LineTooLong } from '../modules/bulk/index.js';
import { BulkRefused, isDue, type BulkRun } from './bulk-run.js';

/** How often a line is tried that met a fault of ours, with twice the pause each time. */
const TRIES = 5;
const PAUSE_MS = 200;

/** The lines of an upload as they stand there, read piece by piece. Throws BulkRefused. */
async function* linesOf({ database, operation }: BulkRun): AsyncGenerator<string> {
  const cutter = lineCutter();
  try {
    for (let byte = 0; ;) {
      const part = await bulkParts.at(database, operation.uploadId ?? '', byte);
      if (!part) break;
      yield* cutter.add(part.bytes);
      byte = part.startByte + part.bytes.length;
    }
    yield* cutter.rest();
  } catch (error) {
    if (error instanceof LineTooLong) throw new BulkRefused('LINE_TOO_LONG', error.message);
    if (error instanceof TypeError) throw new BulkRefused('UPLOAD_INVALID', 'It is not UTF-8.');
    throw error;
  }
}

function variablesOf(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const isOurs = ({ errors }: ExecutionResult): boolean =>
  errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ?? false;

/** Whether the line did nothing: an error, or a payload with refusals. */
function isRefusedLine({ data, errors }: ExecutionResult): boolean {
  const payloads = Object.values((data ?? {}) as Record<string, { userErrors?: unknown[] } | null>);
  return Boolean(errors?.length) || payloads.some((one) => (one?.userErrors?.length ?? 0) > 0);
}

/** Stands for the result of a line that is no JSON object. */
const invalid: ExecutionResult = {};

/** Does one line under a key of its own, so that it has one effect however often it is tried. */
async function doLine(
  run: BulkRun,
  { prepared, caller }: Awaited<ReturnType<BulkRun['prepare']>>,
  line: string,
  number: number,
): Promise<ExecutionResult> {
  const variables = variablesOf(line);
  if (variables === null) return invalid;
  const keyed = { ...caller, idempotencyKey: `bulk-${run.operation.id}-${number}` };
  for (let tries = 1; ; tries += 1) {
    const result = await run.executor.runBeside(prepared, keyed, variables, null);
    if (!isOurs(result)) return result;
    if (tries === TRIES) throw new BulkRefused('INTERNAL_SERVER_ERROR', `Line ${number} failed.`);
    await sleep(PAUSE_MS * 2 ** tries);
  }
}

const told = (number: number, result: ExecutionResult): string => {
  const { data, errors } = result;
  const wrong = { message: 'The line is not a JSON object.', extensions: { code: 'LINE_INVALID' } };
  const answer = result === invalid ? { errors: [wrong] } : { data, errors };
  return `${JSON.stringify({ line: number, ...answer })}\n`;
};

/**
 * Does a mutation for each line in their order. What was done and how it ended is kept together, so
 * that a run which is taken up again goes on behind it; lines that were done since have their keys.
 */
export async function runBulkMutation(run: BulkRun): Promise<void> {
  const { operation } = run;
  const { rowCount: isDone, document } = operation;
  let ready = await run.prepare(document);
  let number = 0;
  const fresh = () => ({ text: '', rows: 0, refused: 0, since: Date.now() });
  let pending = fresh();
  const taken = () => {
    const { text, rows, refused } = pending;
    pending = fresh();
    return { rows, refused, bytes: Buffer.from(text) };
  };
  for await (const line of linesOf(run)) {
    number += 1;
    if (number <= isDone) continue;
    if (line.trim() !== '') {
      const result = await doLine(run, ready, line, number);
      pending.text += told(number, result);
      pending.refused += result === invalid || isRefusedLine(result) ? 1 : 0;
    }
    pending.rows += 1;
    if (!isDue(pending)) continue;
    if (!(await run.progress(taken())) || run.isStopping()) return;
    ready = await run.prepare(document);
  }
  await run.finish(taken());
}
