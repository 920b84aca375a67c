import { Decimal } from '../modules/kernel/index.js';

/** An exact number in text. */
const NUMBER = /^-?\d+\.\d+$/;
/** A global id: a noun, and the id that a peer knows. */
const GLOBAL_ID = /^[A-Za-z]+:(?=[0-9a-f-]{36}$)/;

type Row = Readonly<Record<string, unknown>>;

/**
 * A field as every server tells it: the graph's money, quantities and periods are objects where
 * PostGraphile has a column, with the currency or unit beside it; aggregates differ in names.
 */
function field([name, value]: [string, unknown]): [string, unknown][] {
  if (name === 'currency' || name === 'unit') return [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { amount, value: quantity, startsOn } = value as Row;
    const scalar = amount ?? quantity ?? startsOn;
    if (scalar !== undefined) return [[name, plain(scalar)]];
  }
  return [[name, plain(value)]];
}

/** An answer without what is said differently: what is left must be equal to the letter. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'string') {
    if (NUMBER.test(value)) return new Decimal(value).toFixed();
    return value.replace(GLOBAL_ID, '');
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(field));
}

interface Grouped {
  readonly groups: {
    readonly groupedAggregates: readonly ({ readonly keys: readonly string[] } & Row)[];
  };
}

/** PostGraphile's groups in the graph's form; by their keys, since it does not order them. */
export function plainGroups({ groups }: Grouped): unknown {
  const rows = groups.groupedAggregates.map(({ keys, sum, max, average }) => {
    const [documentOn, status] = keys;
    const of = (measure: unknown) => (measure as Row).grossAmount;
    const grossAmount = { sum: of(sum), max: of(max), avg: of(average) };
    return { by: { documentOn, status }, grossAmount };
  });
  rows.sort((one, other) => (one.by.documentOn! < other.by.documentOn! ? -1 : 1));
  return plain({ groups: rows });
}
