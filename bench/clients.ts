import { request, type Agent } from 'node:http';
import type { Figures } from './load.js';

/** One thing that a client does over and over. */
export type Act = () => Promise<unknown>;

/** Posts JSON over a kept connection and answers the text. Throws for any status but 200. */
export function post(
  agent: Agent,
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      ...{ agent, method: 'POST' },
      headers: {
        ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        ...headers,
      },
    };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode ?? 0}: ${text.slice(0, 400)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Lets so many clients act one after the other for some seconds; every act must succeed. */
export async function keepBusy(
  clients: number,
  seconds: number,
  act: Act,
): Promise<Omit<Figures, 'cpu'> & { readonly p95: number }> {
  const took: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async () => {
    for (let start = performance.now(); start < end;) {
      await act();
      const now = performance.now();
      took.push(now - start);
      start = now;
    }
  };
  // All have ended before a failure is told, so that nothing runs on behind what comes next.
  const ended = await Promise.allSettled(Array.from({ length: clients }, client));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  const perSecond = took.length / ((performance.now() - began) / 1000);
  took.sort((one, other) => one - other);
  return { perSecond, p50: at(took, 0.5), p95: at(took, 0.95), p99: at(took, 0.99) };
}
