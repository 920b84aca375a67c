import { sql } from 'kysely';
import {
  LimitExceeded,
  ONE,
  RuleViolation,
  accepted,
  attempt,
  isAccepted,
  refused,
  repeatedRows,
  type Decimal,
  type LocalDate,
  type Outcome,
} from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { RateMissing } from './errors.js';
import { exchangeRateSet } from './events.js';
import {
  cleanRate,
  effectiveRate,
  rateKey,
  type CleanRate,
  type KnownRate,
  type RateInput,
} from './exchange-rate.rules.js';

export type ExchangeRate = Row<'ExchangeRate'>;

/** The rate of a pair of currencies on a day. */
export interface RateWanted {
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate;
}

const RATES_MAX = 1_000;

const keyOfRow = ({ fromCurrency, toCurrency, validFrom }: ExchangeRate): string =>
  rateKey({ from: fromCurrency, to: toCurrency, validFrom });

async function insertNew(tx: Tx, rates: readonly CleanRate[]): Promise<ExchangeRate[]> {
  const rows = rates.map(({ from, to, validFrom, rate }) => ({
    id: tx.newId(),
    fromCurrency: from,
    toCurrency: to,
    validFrom,
    rate,
    createdAt: tx.now,
  }));
  return tx.db
    .insertInto('ExchangeRate')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['fromCurrency', 'toCurrency', 'validFrom']).doNothing(),
    )
    .returningAll()
    .execute();
}

async function lockExisting(tx: Tx, rates: readonly CleanRate[]): Promise<ExchangeRate[]> {
  if (rates.length === 0) return [];
  const { rows } = await sql<ExchangeRate>`
    select r.* from "ExchangeRate" r
    join unnest(
      ${rates.map((rate) => rate.from)}::text[], ${rates.map((rate) => rate.to)}::text[],
      ${rates.map((rate) => rate.validFrom)}::date[]
    ) as k(f, t, v) on r."fromCurrency" = k.f and r."toCurrency" = k.t and r."validFrom" = k.v
    order by r."id" for no key update of r
  `.execute(tx.db);
  return rows;
}

async function updateChanged(
  tx: Tx,
  changes: readonly { readonly id: string; readonly rate: Decimal }[],
): Promise<ExchangeRate[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<ExchangeRate>`
    update "ExchangeRate" r set "rate" = c.rate, "version" = r."version" + 1
    from unnest(
      ${changes.map((one) => one.id)}::uuid[],
      ${changes.map((one) => one.rate.toFixed())}::numeric[]
    ) as c(id, rate)
    where r."id" = c.id returning r.*
  `.execute(tx.db);
  return rows;
}

/** Writes rates, each pair and day once, and tells what is new or changed. */
async function write(tx: Tx, rates: readonly CleanRate[]): Promise<Map<string, ExchangeRate>> {
  if (rates.length === 0) return new Map();
  const created = await insertNew(tx, rates);
  const rows = new Map(created.map((row) => [keyOfRow(row), row]));
  const existing = await lockExisting(
    tx,
    rates.filter((rate) => !rows.has(rateKey(rate))),
  );
  const wanted = new Map(rates.map((rate) => [rateKey(rate), rate.rate]));
  const changes = existing.flatMap((row) => {
    const rate = wanted.get(keyOfRow(row));
    return rate && !rate.eq(row.rate) ? [{ id: row.id, rate }] : [];
  });
  const changed = new Map((await updateChanged(tx, changes)).map((row) => [row.id, row]));
  for (const after of created) tx.emit(exchangeRateSet({ before: null, after, data: {} }));
  for (const before of existing) {
    const after = changed.get(before.id);
    if (after) tx.emit(exchangeRateSet({ before, after, data: {} }));
    rows.set(keyOfRow(before), after ?? before);
  }
  return rows;
}

function withoutRepeated(rates: readonly (CleanRate | RuleViolation)[]) {
  const marks = rates.map((rate) => (rate instanceof RuleViolation ? null : rateKey(rate)));
  const value = (index: number): string => marks[index] ?? '';
  const repeated = repeatedRows(marks, { noun: 'ExchangeRate', field: 'validFrom', value });
  return rates.map((rate, index) => repeated[index] ?? rate);
}

/**
 * Sets rates from their days on; a rate that is there already is corrected, an equal one is left as
 * it is without a fact. Of two for the same pair and day the second is refused. At most three
 * statements; one outcome for each, in order. InvalidInput and RATE_OUT_OF_RANGE by field;
 * DuplicateKey; LimitExceeded.
 */
export async function set(tx: Tx, inputs: readonly RateInput[]): Promise<Outcome<ExchangeRate>[]> {
  if (inputs.length > RATES_MAX) throw new LimitExceeded('Rates', RATES_MAX, inputs.length);
  const cleaned = withoutRepeated(inputs.map((input) => attempt(() => cleanRate(input))));
  const good = cleaned.flatMap((rate) => (rate instanceof RuleViolation ? [] : [rate]));
  good.sort((left, right) => (rateKey(left) < rateKey(right) ? -1 : 1));
  const rows = await write(tx, good);
  return cleaned.map((rate): Outcome<ExchangeRate> => {
    if (rate instanceof RuleViolation) return refused(rate);
    const row = rows.get(rateKey(rate));
    if (!row) throw new Error('A rate that was just written is not there.');
    return accepted(row);
  });
}

async function known(tx: Tx, wanted: readonly RateWanted[]): Promise<(KnownRate | undefined)[]> {
  const { rows } = await sql<KnownRate>`
    select
      (select r."rate" from "ExchangeRate" r
        where r."fromCurrency" = w.f and r."toCurrency" = w.t and r."validFrom" <= w.d
        order by r."validFrom" desc limit 1) as "direct",
      (select r."rate" from "ExchangeRate" r
        where r."fromCurrency" = w.t and r."toCurrency" = w.f and r."validFrom" <= w.d
        order by r."validFrom" desc limit 1) as "inverse"
    from unnest(
      ${wanted.map(({ from }) => from)}::text[], ${wanted.map(({ to }) => to)}::text[],
      ${wanted.map(({ on }) => on)}::date[]
    ) with ordinality as w(f, t, d, place)
    order by w.place
  `.execute(tx.db);
  return rows;
}

/**
 * The rates of many pairs on their days: 1 for a currency to itself, else the latest that began on
 * or before the day, else the inverse of the latest the other way round. At most one statement; one
 * outcome for each, in order; RateMissing.
 */
export async function rates(tx: Tx, wanted: readonly RateWanted[]): Promise<Outcome<Decimal>[]> {
  const foreign = new Map<string, RateWanted>();
  for (const one of wanted) {
    if (one.from !== one.to) foreign.set(rateKey({ ...one, validFrom: one.on }), one);
  }
  const found = foreign.size > 0 ? await known(tx, [...foreign.values()]) : [];
  const effective = new Map(
    [...foreign.keys()].map((key, index) => {
      const pair = found[index];
      return [key, pair ? effectiveRate(pair) : null];
    }),
  );
  return wanted.map((one): Outcome<Decimal> => {
    if (one.from === one.to) return accepted(ONE);
    const rate = effective.get(rateKey({ ...one, validFrom: one.on }));
    return rate ? accepted(rate) : refused(new RateMissing(one.from, one.to, one.on));
  });
}

/** The rate of one pair on a day, as `rates` finds it. RateMissing. */
export async function rate(tx: Tx, wanted: RateWanted): Promise<Decimal> {
  const [outcome] = await rates(tx, [wanted]);
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new RateMissing(wanted.from, wanted.to, wanted.on);
}
