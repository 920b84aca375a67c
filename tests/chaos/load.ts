import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask, Maker } from '../../bench/flow-founding.js';
import { playOrder } from '../../bench/flow-order.js';
import { HungUp, stubbornAsk, type Tally } from './asking.js';
import { importBatch } from './importing.js';
import { openLedger } from './ledger.js';
import { drawing } from './plan.js';
import { readBack } from './reading.js';

/** Everybody who works with the product while it is struck. */
export interface Load {
  /** How much was done so far. */
  readonly done: { orders: number; imports: number; reads: number };
  /** Lets everybody finish what he has begun. */
  stop(): Promise<void>;
}

export interface LoadParts {
  readonly url: string;
  readonly apiKey: string;
  readonly maker: Maker;
  readonly folder: string;
  readonly seed: number;
  readonly tally: Tally;
  readonly clients: number;
}

/** One request in so many is asked by somebody who goes away before he is answered. */
const HANGS_UP_ONE_IN = 25;
const LONGEST_STAY_MS = 120;

type Draw = () => number;

const hangingUp = (draw: Draw) => (): number | null =>
  draw() * HANGS_UP_ONE_IN < 1 ? Math.floor(draw() * LONGEST_STAY_MS) : null;

/** Does one thing after the other until all stop; who hung up goes on with something new. */
async function keepOn(
  tally: Tally,
  isOver: () => boolean,
  act: (turn: number) => Promise<unknown>,
): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    try {
      await act(turn);
    } catch (error) {
      if (error instanceof HungUp) continue;
      tally.failures.push(String(error));
      await sleep(500);
    }
  }
}

/** So many clients who take orders from quote to cash, one who imports, and one who reads. */
export function startLoad(parts: LoadParts): Load {
  const { url, apiKey, maker, folder, seed, tally, clients } = parts;
  const done = { orders: 0, imports: 0, reads: 0 };
  let isStopped = false;
  const isOver = (): boolean => isStopped;
  const client = (name: string, number: number): [Ask, Draw] => {
    const draw = drawing(seed * 1_000 + number);
    const ledger = openLedger(folder, name);
    return [stubbornAsk({ url, apiKey, tally, ledger, hangUp: hangingUp(draw) }), draw];
  };
  const flows = Array.from({ length: clients }, (_, number) => {
    const [ask] = client(`flow-${number}`, number);
    return keepOn(tally, isOver, async (turn) => {
      await playOrder(ask, maker, `${seed}-flow-${number}-${turn}`, turn * clients + number);
      done.orders += 1;
    });
  });
  const [importing, draw] = client('import', clients);
  const imports = keepOn(tally, isOver, async (turn) => {
    await importBatch(importing, maker, `${seed}-import-${turn}`, draw);
    done.imports += 1;
  });
  const reading = stubbornAsk({ url, apiKey, tally });
  const reads = keepOn(tally, isOver, async (turn) => {
    await readBack(reading, folder, turn);
    done.reads += 1;
  });
  return {
    done,
    async stop() {
      isStopped = true;
      await Promise.all([...flows, imports, reads]);
    },
  };
}
