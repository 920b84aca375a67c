import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSocket, type OpenSocket } from '../../../clients/typescript/socket.js';
import { packageRoot } from '../../../prisma/package-root.js';
import { post } from '../doors.js';
import type { TestGraph } from '../graph.js';
import { guideOf, type Fence, type Guide, type Message, type Step } from './guide.js';
import { createNames, type Names } from './shown.js';

/** What a guide shows in one place, and what the server answered there. */
export interface Played {
  readonly line: number;
  readonly fence: Fence | null;
  /** With names in the place of ids, as the guide shows them. */
  readonly answer: unknown;
}

export const readGuide = (file: string): Guide =>
  guideOf(readFileSync(join(packageRoot(), 'docs', file), 'utf8'));

/** Plays a guide on a server that is new to it, after the guide that it goes on from. */
export async function playGuide(graph: TestGraph, file: string): Promise<Played[]> {
  const names = createNames();
  const chain = chainOf(file);
  const sockets: OpenSocket[] = [];
  try {
    let played: Played[] = [];
    for (const guide of chain) played = await playOne(graph, guide, names, sockets);
    return played;
  } finally {
    await Promise.all(sockets.map((socket) => socket.close()));
  }
}

function chainOf(file: string): Guide[] {
  const guide = readGuide(file);
  return guide.continues === null ? [guide] : [...chainOf(guide.continues), guide];
}

type Stream = AsyncIterator<unknown>;

async function playOne(
  graph: TestGraph,
  { steps }: Guide,
  names: Names,
  sockets: OpenSocket[],
): Promise<Played[]> {
  const played: Played[] = [];
  let stream: Stream | null = null;
  for (const step of steps) {
    if ('message' in step) {
      played.push(await nextMessage(step, stream, names));
      continue;
    }
    if (/^subscription\b/.test(step.query)) {
      const socket = openSocket({ url: graph.url, token: tokenOf(step, graph, names) });
      sockets.push(socket);
      stream = socket.results({ query: names.real(step.query) }, {});
      const { answer } = step;
      if (answer) played.push(await nextMessage({ message: answer }, stream, names));
      continue;
    }
    const answer = names.shown(await answerTo(graph, step, names, played.at(-1)?.answer));
    played.push({ line: step.line, fence: step.answer, answer });
  }
  return played;
}

async function nextMessage(
  { message }: Message,
  stream: Stream | null,
  names: Names,
): Promise<Played> {
  if (stream === null) throw new Error(`Line ${message.first + 1} answers nothing.`);
  const answer = names.shown(await stream.next().then(({ value }) => value as unknown, refused));
  return { line: message.first + 1, fence: message, answer };
}

/** The errors of a subscription that was refused; anything else that was thrown is thrown on. */
function refused(errors: unknown): unknown {
  if (Array.isArray(errors)) return { errors: errors as unknown[] };
  throw errors;
}

function tokenOf({ headers }: Step, graph: TestGraph, names: Names): string {
  const { authorization } = headers;
  return authorization === undefined
    ? graph.token
    : names.real(authorization).replace(/^Bearer /, '');
}

/** A request that cannot be sent mostly follows an answer that was not as expected. */
async function answerTo(graph: TestGraph, step: Step, names: Names, before: unknown) {
  try {
    return await ask(graph, step, names);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`Line ${step.line}: ${message} Before: ${JSON.stringify(before)}`, {
      cause: error,
    });
  }
}

async function ask(graph: TestGraph, step: Step, names: Names): Promise<unknown> {
  const variables = JSON.parse(names.real(JSON.stringify(step.variables))) as object;
  const authorization = `Bearer ${tokenOf(step, graph, names)}`;
  const headers = { ...step.headers, authorization };
  const body = { query: names.real(step.query), variables };
  return (await post(graph.url, body, headers)).json;
}

/** The text of a guide with its answers as they were played. */
export function withAnswers({ text }: Guide, played: readonly Played[]): string {
  const lines = text.split('\n');
  for (const { fence, answer } of [...played].reverse()) {
    if (fence === null) continue;
    const written = compact(answer).split('\n');
    lines.splice(fence.first + 1, fence.last - fence.first - 1, ...written);
  }
  return lines.join('\n');
}

const WIDEST = 90;

/** JSON on as few lines as are good to read: what fits on one line stands on one. */
function compact(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value, null, 1).replace(/\n */g, ' ');
  if (value === null || typeof value !== 'object') return flat;
  if (indent !== '' && indent.length + flat.length <= WIDEST) return flat;
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((one) => compact(one, inner))
    : Object.entries(value).map(([key, one]) => `"${key}": ${compact(one, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open ?? ''}\n${entries.map((one) => inner + one).join(',\n')}\n${indent}${close ?? ''}`;
}
