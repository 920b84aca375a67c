import pg from 'pg';
import type { CustomTypesConfig } from 'pg';
import type { Decimal } from '../modules/kernel/decimal.js';

const OID = {
  bool: 16,
  int8: 20,
  int2: 21,
  int4: 23,
  json: 114,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
  int4Array: 1007,
  textArray: 1009,
  varcharArray: 1015,
  uuidArray: 2951,
} as const;

type Parse = (text: string) => unknown;

/** A bigint as a number; a count or a position beyond 2^53 is a bug, not a rounding. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${text}`);
  return value;
}

/** The driver's own parsers, whose declared ids leave the array types out. */
const driverParser = pg.types.getTypeParser as (oid: number) => Parse;

const shared: [number, Parse][] = [
  [OID.bool, (text) => text === 't'],
  [OID.int2, Number],
  [OID.int4, Number],
  [OID.int8, safeInteger],
  [OID.json, (text) => JSON.parse(text) as unknown],
  [OID.jsonb, (text) => JSON.parse(text) as unknown],
  ...[OID.int4Array, OID.textArray, OID.varcharArray].map((oid): [number, Parse] => [
    oid,
    driverParser(oid),
  ]),
  // A list of uuids is written as a list of texts is.
  [OID.uuidArray, driverParser(OID.textArray)],
];

const asText: Parse = (text) => text;

function typesFrom(parsers: ReadonlyMap<number, Parse>): CustomTypesConfig {
  return { getTypeParser: (oid: number) => parsers.get(oid) ?? asText };
}

/**
 * Values as the reader wants them: PostgreSQL's own text, but booleans, integers, JSON and lists
 * of text, integers or uuids as themselves.
 */
export const readerTypes: CustomTypesConfig = typesFrom(new Map(shared));

/**
 * Values as the commands want them: numerics by `parseNumeric`, instants as Date, dates as
 * 'YYYY-MM-DD' text.
 */
export function commandTypes(parseNumeric: (text: string) => Decimal): CustomTypesConfig {
  const instant: Parse = driverParser(OID.timestamptz);
  return typesFrom(
    new Map<number, Parse>([...shared, [OID.timestamptz, instant], [OID.numeric, parseNumeric]]),
  );
}
