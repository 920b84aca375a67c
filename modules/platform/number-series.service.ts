import { sql } from 'kysely';
import {
  inField,
  mustSee,
  parseNumberPattern,
  seriesPeriod,
  type LocalDate,
} from '../kernel/index.js';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { numberSeriesChanged, numberSeriesCreated } from './events.js';
import {
  GROUP_ID,
  lastValues,
  likelyPattern,
  likelyPeriod,
  numbersOf,
  unknownSeries,
  type SeriesDefault,
} from './number-series.rules.js';

/** Which numbers are wanted: of a company's series (GROUP_ID for the group's), for a day. */
export interface NumbersWanted {
  readonly companyId: string;
  readonly series: string;
  readonly on: LocalDate;
  /** 1 to 10,000. */
  readonly count: number;
}

export interface NumberSeriesChange {
  readonly id: string;
  readonly pattern: string;
  readonly expectedVersion?: number | null;
}

const COUNT_MAX = 10_000;

function checkCount({ count }: NumbersWanted): void {
  if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX) {
    throw new RangeError(`Numbers are taken 1 to ${COUNT_MAX} at a time, not ${count}.`);
  }
}

interface Counted {
  readonly pattern: string;
  /** Null when the series has another pattern than was guessed. */
  readonly values: readonly string[] | null;
}

async function countUp(tx: Tx, wanted: NumbersWanted, guess: string, period: string) {
  const { companyId, series, count } = wanted;
  const { rows } = await sql<Counted>`
    select s."pattern",
      case when s."pattern" = ${guess} then array(
        select n::text from next_numbers(s."companyId", s."code", ${period}, ${count}) as n
      ) end as "values"
    from "NumberSeries" s
    where s."companyId" = ${companyId} and s."code" = ${series} and not s."isGapFree"
  `.execute(tx.db);
  const counted = rows[0];
  if (!counted) throw unknownSeries(series);
  return counted;
}

/**
 * Takes numbers that may leave gaps, in rising order. They come from a sequence for each company,
 * series and period: nobody waits for another's transaction, and what is rolled back is a gap.
 * One statement while the pattern is the default one, else two. NotFound for an unknown series.
 */
export async function take(tx: Tx, wanted: NumbersWanted): Promise<string[]> {
  checkCount(wanted);
  const { series, on } = wanted;
  const first = await countUp(tx, wanted, likelyPattern(series), likelyPeriod(series, on));
  const { pattern, values } = first.values
    ? first
    : await countUp(tx, wanted, first.pattern, seriesPeriod(first.pattern, on));
  // An administrator changed the pattern between the two: the transaction is tried again.
  if (!values) return take(tx, wanted);
  return numbersOf(pattern, on, values.map(Number));
}

interface CountedOn {
  readonly pattern: string;
  /** The last value given; null when the series has another pattern than was guessed. */
  readonly last: number | null;
}

async function countOn(tx: Tx, wanted: NumbersWanted, guess: string, period: string) {
  const { companyId, series, count } = wanted;
  const { rows } = await sql<CountedOn>`
    with found as (
      select "pattern" from "NumberSeries"
      where "companyId" = ${companyId} and "code" = ${series} and "isGapFree"
    ), counted as (
      insert into "NumberSeriesCounter" ("companyId", "code", "period", "last")
      select ${companyId}::uuid, ${series}, ${period}, ${count}::integer
      from found where "pattern" = ${guess}
      on conflict ("companyId", "code", "period")
        do update set "last" = "NumberSeriesCounter"."last" + excluded."last"
      returning "last"
    )
    select "pattern", (select "last" from counted) as "last" from found
  `.execute(tx.db);
  const counted = rows[0];
  if (!counted) throw unknownSeries(series);
  return counted;
}

/**
 * Takes numbers without gaps, 1..N in a period, in rising order; nulls in a trial. The counter
 * stays locked until the commit, so this is called last, and series in the order of their codes.
 * One statement while the pattern is the default one, else two. NotFound for an unknown series.
 */
export async function takeGapFree(tx: Tx, wanted: NumbersWanted): Promise<(string | null)[]> {
  checkCount(wanted);
  const { series, on, count } = wanted;
  if (tx.isTrial) return Array.from({ length: count }, () => null);
  const first = await countOn(tx, wanted, likelyPattern(series), likelyPeriod(series, on));
  const { pattern, last } =
    first.last === null
      ? await countOn(tx, wanted, first.pattern, seriesPeriod(first.pattern, on))
      : first;
  // An administrator changed the pattern between the two: the transaction is tried again.
  if (last === null) return takeGapFree(tx, wanted);
  return numbersOf(pattern, on, lastValues(last, count));
}

/**
 * How companies number their documents, by `<company> <series>`: for whoever brings in numbers of
 * another system, which no series may give again. One statement.
 */
export async function patterns(
  tx: Tx,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ companyId: string; code: string; pattern: string }>`
    select "companyId", "code", "pattern" from "NumberSeries"
    where "companyId" = any(${[...companyIds]}::uuid[])
  `.execute(tx.db);
  return new Map(rows.map(({ companyId, code, pattern }) => [`${companyId} ${code}`, pattern]));
}

/** Makes the series of a company or of the group that are missing; for whoever founds them. */
export async function createMissing(
  tx: Tx,
  companyId: string,
  series: readonly SeriesDefault[],
): Promise<Row<'NumberSeries'>[]> {
  const rows = series.map((one) => ({ id: tx.newId(), companyId, ...one, createdAt: tx.now }));
  const created = await tx.db
    .insertInto('NumberSeries')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['companyId', 'code']).doNothing())
    .returningAll()
    .execute();
  for (const after of created) tx.emit(numberSeriesCreated({ before: null, after, data: {} }));
  return created;
}

/**
 * Changes how a series writes its numbers. A pattern with another period counts from 1 again.
 * NotFound, StaleVersion, NUMBER_PATTERN_MALFORMED.
 */
export async function change(tx: Tx, input: NumberSeriesChange): Promise<Row<'NumberSeries'>> {
  const before = await tx.lock('NumberSeries', input.id, input.expectedVersion);
  if (before.companyId !== GROUP_ID) mustSee(tx.actor, before.companyId);
  const pattern = inField('pattern', () => parseNumberPattern(input.pattern));
  if (pattern === before.pattern) return before;
  const after = await nextVersion(tx, 'NumberSeries', before, { pattern });
  tx.emit(numberSeriesChanged({ before, after, data: {} }));
  return after;
}
