import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { order, openWorker } from './worker.js';
import type { Heard, Order } from './listeners.js';

/** Listeners of one server, in processes of their own. */
export interface Audience {
  /** Opens a socket for each text that asks; answers when all are acknowledged. */
  open(hello: string, asks: readonly string[]): Promise<void>;
  /** So many of them read no more. */
  stall(count: number): Promise<void>;
  /** What they heard since the last time. */
  collect(): Promise<Heard[]>;
  close(): void;
}

export function openAudience(url: string, processes: number): Audience {
  const children = Array.from({ length: processes }, () => openWorker('bench/listeners.ts'));
  const share = <T>(list: readonly T[], place: number) =>
    list.filter((_, index) => index % processes === place);
  return {
    async open(hello, asks) {
      await Promise.all(
        children.map((child, place) =>
          order(child, { kind: 'OPEN', url, hello, asks: share(asks, place) } satisfies Order),
        ),
      );
    },
    async stall(count) {
      const each = count / processes;
      const told: Order = { kind: 'STALL', count: each };
      await Promise.all(children.map((child) => order(child, told)));
    },
    collect: () =>
      Promise.all(
        children.map((child) => order<Heard>(child, { kind: 'COLLECT' } satisfies Order)),
      ),
    close() {
      for (const child of children) child.kill();
    },
  };
}

const TICKS_PER_SECOND = 100;

/** What a process has used of the processor so far, in milliseconds. */
export function cpuOf({ pid }: Pick<ChildProcess, 'pid'>): number {
  const text = readFileSync(`/proc/${pid!}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}

/** What a process holds in memory, in bytes. */
export function memoryOf({ pid }: ChildProcess): number {
  const text = readFileSync(`/proc/${pid!}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(text)![1]) * 1_024;
}
