import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { systemActor } from '../../../modules/auth/index.js';
import { createSequencer, createTransact, type Transact } from '../../../modules/events/index.js';
import { hearings } from '../../../modules/listeners.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  failingStatements,
  faults,
  ProcessGone,
  type Fault,
  type FailingStatements,
} from '../../support/failing-statements.js';
import { brokenInvariants } from '../../support/invariants.js';
import { stock } from '../manufacturing/bicycles.js';
import { actOf, emptyChain, verbs, type Chain, type Made, type Step } from './chain.js';
import { openMaker, type Maker } from './maker.js';

/**
 * How many sequences are played, for how long at most, and from which seed. A long run:
 * FAULT_RUNS=500 FAULT_SECONDS=900 npm run tests -- tests/services/sales/chain-under-faults.test.ts
 */
const RUNS = Number(process.env.FAULT_RUNS ?? 8);
const SECONDS = Number(process.env.FAULT_SECONDS ?? 20);
const SEED = process.env.FAULT_SEED === undefined ? undefined : Number(process.env.FAULT_SEED);

let database: Database;
let maker: Maker;
let transact: Transact;
let statements: FailingStatements;
/** Steps in which the fault was met, and those that did something. */
const played = { met: 0, done: 0 };

beforeAll(async () => {
  database = await openTestDatabase();
  maker = await openMaker(database, hearings);
  for (const [code, cost] of [
    ['TUBE', '3'],
    ['RIM', '5'],
    ['BOLT', '0.5'],
  ] as const) {
    await stock(maker, maker.ids[code], '1000000', cost);
  }
  const clock = () => new Date('2026-03-02T08:00:00Z');
  transact = createTransact({ database, hearings, clock });
  statements = failingStatements();
});

afterAll(async () => {
  statements.restore();
  await database.close();
});

const TABLES = {
  quotes: 'Quote',
  salesOrders: 'SalesOrder',
  deliveries: 'Delivery',
  salesInvoices: 'SalesInvoice',
  payments: 'Payment',
  salesReturns: 'SalesReturn',
  creditNotes: 'CreditNote',
} as const satisfies Record<keyof Chain, string>;

type Kind = keyof typeof TABLES;
const kinds = Object.keys(TABLES) as Kind[];

/** How many documents of each kind there are, and how many keys with their outcomes. */
async function countAll(): Promise<Record<string, number>> {
  const parts = kinds.map((kind) => `(select count(*)::int from "${TABLES[kind]}")`);
  const text = `select ${parts.join(', ')}, (select count(*)::int from "IdempotencyKey")`;
  const [row] = (await database.query({ text, values: [] })).rows as number[][];
  return Object.fromEntries([...kinds, 'keys'].map((name, at) => [name, row![at]!]));
}

interface Drawn extends Step {
  readonly statement: number;
  readonly fault: Fault;
}

interface Played {
  readonly id: string | null;
  readonly refused: readonly string[];
  readonly isReplay: boolean;
}

/** Plays a step under its key, as one request of a client. */
async function ask(chain: Chain, step: Step, key: string): Promise<Played | null> {
  const act = actOf(maker, chain, step);
  if (!act) return null;
  const request = {
    ...{ actor: systemActor, requestId: randomUUID(), operation: step.verb },
    idempotency: { key, fingerprint: step.verb },
  };
  const done = await transact(request, async (tx) => ({ id: (await act.run(tx)).id }));
  const refused = done.refusals.map(({ code }) => code);
  return { id: done.answer?.id ?? null, refused, isReplay: done.isReplay };
}

/** Plays a step with a fault somewhere in it; a process that went is asked again by its client. */
async function playAmongFaults(chain: Chain, step: Drawn, key: string): Promise<Played | null> {
  statements.arm(step.statement, step.fault);
  try {
    return await ask(chain, step, key);
  } catch (error) {
    if (!(error instanceof ProcessGone)) throw error;
    statements.disarm();
    played.met += 1;
    return await ask(chain, step, key);
  } finally {
    if (statements.disarm()) played.met += 1;
  }
}

/** Plays one step, and compares what the store has with what the model expects. */
async function check(chain: Chain, step: Drawn): Promise<void> {
  const before = await countAll();
  const key = randomUUID();
  const outcome = await playAmongFaults(chain, step, key);
  if (!outcome) return;
  const again = await ask(chain, step, key);
  expect(again).toEqual({ ...outcome, isReplay: true });
  const expected: Record<string, number> = { ...before, keys: before.keys! + 1 };
  if (outcome.id !== null) played.done += 1;
  const made: Made = outcome.id === null ? null : actOf(maker, chain, step)!.makes;
  if (made) {
    expected[made] = before[made]! + 1;
    chain[made].push(outcome.id!);
  }
  expect(await countAll()).toEqual(expected);
  expect(await brokenInvariants(database)).toEqual([]);
}

describe('any sequence of the whole chain, with a fault at any statement', () => {
  const drawn = fc.record({
    verb: fc.constantFrom(...verbs),
    pick: fc.nat(3),
    quantity: fc.integer({ min: 1, max: 4 }),
    statement: fc.integer({ min: 1, max: 70 }),
    fault: fc.constantFrom(...faults),
  });
  /** Chance alone seldom gets from a quote to the money, so the way is part of every sequence. */
  const way = ['quote', 'accept', 'complete', 'deliver', 'bill', 'pay'] as const;
  const sequence = fc
    .tuple(
      fc.array(drawn, { minLength: way.length, maxLength: way.length }),
      fc.array(drawn, { maxLength: 8 }),
    )
    .map(([first, more]) => [...first.map((one, at) => ({ ...one, verb: way[at]! })), ...more]);

  it(
    'has each outcome once, and every invariant after every step',
    async () => {
      await fc.assert(
        fc.asyncProperty(sequence, async (steps) => {
          const chain = emptyChain();
          for (const step of steps) await check(chain, step);
          const sequencer = createSequencer(database);
          await sequencer.settled();
          await sequencer.close();
          expect(await brokenInvariants(database)).toEqual([]);
        }),
        {
          ...{ numRuns: RUNS, seed: SEED },
          interruptAfterTimeLimit: SECONDS * 1_000,
          markInterruptAsFailure: false,
        },
      );
      expect(played.met).toBeGreaterThan(0);
      expect(played.done).toBeGreaterThan(0);
    },
    (SECONDS + 60) * 1_000,
  );
});
