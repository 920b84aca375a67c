import { type Decimal, ONE } from '../kernel/index.js';
import { upward, type Structure } from './costing.compact.rules.js';
import type { StoredOperation } from './made-operation.rules.js';
import { divided, HUNDRED, scaled, scaledOf, times, UNIT, unscaled } from './scaled.rules.js';

/** What one stock unit costs by element, scaled, in base currency. */
export interface ScaledCost {
  readonly material: bigint;
  readonly labour: bigint;
  readonly overhead: bigint;
  /** False when something that is bought has neither a standard cost nor an average. */
  readonly isComplete: boolean;
}

export const costSum = ({ material, labour, overhead }: ScaledCost): bigint =>
  material + labour + overhead;

const UNKNOWN: ScaledCost = { material: 0n, labour: 0n, overhead: 0n, isComplete: false };

/** What is bought costs what is known of it; of what is not known nothing. */
export const boughtCost = (unitCost: bigint | undefined): ScaledCost =>
  unitCost === undefined ? UNKNOWN : { ...UNKNOWN, material: unitCost, isComplete: true };

/** An operation as far as costs go, scaled. */
export interface TimedOperation {
  readonly setup: bigint;
  readonly run: bigint;
  readonly efficiency: bigint;
  /** What an hour of people and machine costs. */
  readonly labour: bigint;
  readonly overhead: bigint;
}

/** What an item's own operations make of one unit, scaled. */
export type Work = Pick<ScaledCost, 'labour' | 'overhead'>;

const NO_WORK: Work = { labour: 0n, overhead: 0n };

/**
 * What an hour's rate makes of an operation for one unit:
 * (set-up ÷ lot + run) ÷ 60 × rate ÷ efficiency.
 */
function timeCost({ setup, run, efficiency }: TimedOperation, rate: bigint, lot: bigint): bigint {
  if (rate === 0n) return 0n;
  const minutes = setup * UNIT + run * lot;
  return divided(minutes * rate * HUNDRED, lot * efficiency * 60n * UNIT);
}

function workOf(operations: readonly TimedOperation[], lot: bigint): Work {
  let { labour, overhead } = NO_WORK;
  for (const one of operations) {
    labour += timeCost(one, one.labour, lot);
    overhead += timeCost(one, one.overhead, lot);
  }
  return { labour, overhead };
}

const timed = (one: StoredOperation): TimedOperation => ({
  setup: scaled(one.setupMinutes),
  run: scaled(one.runMinutes),
  efficiency: scaled(one.efficiencyPercent),
  labour: scaled(one.labourRate) + scaled(one.machineRate),
  overhead: scaled(one.overheadRate),
});

/** What the operations of items make of one unit. */
export const storedWork = (
  operations: ReadonlyMap<string, readonly StoredOperation[]>,
  lotSize: bigint,
): Map<string, Work> =>
  new Map(
    [...operations].map(([itemId, own]) => {
      const done = own.filter(({ position }) => position !== null);
      return [itemId, workOf(done.map(timed), lotSize)];
    }),
  );

/** An item's operations as one text: `set-up run efficiency labour machine overhead`, by `;`. */
export type CompactRouting = readonly [itemId: string, operations: string];

/** As `storedWork`, of texts. */
export function compactWork(
  routings: Iterable<CompactRouting>,
  lotSize: bigint,
): Map<string, Work> {
  const rates = new Map<string, Omit<TimedOperation, 'setup' | 'run'>>();
  const ratesOf = (text: string) => {
    let known = rates.get(text);
    if (!known) {
      const [efficiency, labour, machine, overhead] = text.split(' ').map(scaled);
      known = { efficiency: efficiency!, labour: labour! + machine!, overhead: overhead! };
      rates.set(text, known);
    }
    return known;
  };
  const operationOf = (text: string): TimedOperation => {
    const first = text.indexOf(' ');
    const second = text.indexOf(' ', first + 1);
    const { efficiency, labour, overhead } = ratesOf(text.slice(second + 1));
    const [setup, run] = [scaled(text.slice(0, first)), scaled(text.slice(first + 1, second))];
    return { setup, run, efficiency, labour, overhead };
  };
  const work = new Map<string, Work>();
  for (const [itemId, text] of routings)
    work.set(itemId, workOf(text.split(';').map(operationOf), lotSize));
  return work;
}

/** What is left for the product when its by-products have borne their share. */
function borne(cost: ScaledCost, share: bigint): ScaledCost {
  if (share === 0n) return cost;
  const rest = (value: bigint) => divided(value * (HUNDRED - share), HUNDRED);
  const { material, labour, overhead, isComplete } = cost;
  return { material: rest(material), labour: rest(labour), overhead: rest(overhead), isComplete };
}

interface Rolling {
  readonly work: ReadonlyMap<string, Work>;
  /** Of what is not made, for one stock unit, scaled. */
  readonly bought: ReadonlyMap<string, bigint>;
  /** Set-up and fixed quantities are spread over so many units, scaled. */
  readonly lotSize: bigint;
}

/**
 * What one stock unit of every product costs, from the lowest level upward, so that each is worked
 * out once (APICS: cost roll-up by low-level code). Material is what the components cost in all,
 * labour and overhead are those of the product's own operations. Each step rounds at nine decimals.
 */
export function rollUp(
  structure: Structure,
  { work, bought, lotSize }: Rolling,
): Map<string, ScaledCost> {
  const { ids, from, to, shares, children, perUnit, fixed } = structure;
  const sums = new Array<bigint>(ids.length).fill(0n);
  const isKnown = new Uint8Array(ids.length);
  const costs = new Map<string, ScaledCost>();
  for (const place of upward(structure)) {
    const id = ids[place]!;
    if (from[place]! < 0) {
      const cost = bought.get(id);
      if (cost !== undefined) [sums[place], isKnown[place]] = [cost, 1];
      continue;
    }
    let [material, isComplete] = [0n, true];
    for (let line = from[place]!; line < to[place]!; line++) {
      const [child, once] = [children[line]!, fixed[line]!];
      const each = once === 0n ? perUnit[line]! : perUnit[line]! + divided(once * UNIT, lotSize);
      material += times(each, sums[child]!);
      isComplete &&= isKnown[child] === 1;
    }
    const { labour, overhead } = work.get(id) ?? NO_WORK;
    const cost = borne({ material, labour, overhead, isComplete }, shares[place]!);
    costs.set(id, cost);
    sums[place] = costSum(cost);
    isKnown[place] = cost.isComplete ? 1 : 0;
  }
  return costs;
}

/** What one stock unit of an item costs, in the company's base currency. */
export interface UnitCost {
  readonly material: Decimal;
  readonly labour: Decimal;
  readonly overhead: Decimal;
  readonly currency: string;
  readonly isComplete: boolean;
}

export const unitCost = (
  { material, labour, overhead, isComplete }: ScaledCost,
  currency: string,
): UnitCost => ({
  material: unscaled(material),
  labour: unscaled(labour),
  overhead: unscaled(overhead),
  currency,
  isComplete,
});

/** A lot of at least a billionth; one unit when nothing is said. */
export const lotOf = (lotSize: Decimal | null | undefined): bigint => {
  const lot = scaledOf(lotSize ?? ONE);
  return lot > 0n ? lot : UNIT;
};
