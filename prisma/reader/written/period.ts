import type { FieldNode } from 'graphql';
import type { Key } from '../aggregate/keys.js';
import type { DatePart } from '../aggregate/periods.js';
import { isIncluded, type Document } from '../selection.js';
import type { GroupsAt } from './groups.js';
import { valueSql } from './leaf.js';
import { objectPieces, orNullSql, type Piece } from './pieces.js';
import { writableOf } from './selected.js';

/** A period of a group: its key, and when it began and ended, if it is one of instants. */
interface PeriodSql {
  readonly part: DatePart;
  readonly start: string;
  readonly bounds: () => string[];
}

const NULL: Piece = { text: 'null' };
const text = (sql: string): Piece => ({ sql: `'"' || ${sql} || '"'` });
const instant = (sql: string | undefined): Piece =>
  sql === undefined ? NULL : { sql: valueSql({ kind: 'instant', isNullable: false }, `(${sql})`) };

/** What is told of a period, as `periodOf` has it. */
const writers: Readonly<Record<string, (period: PeriodSql) => Piece>> = {
  label: ({ part, start, bounds }) => text(labels[part](part === 'HOUR' ? bounds()[2]! : start)),
  startsOn: ({ part, start }) => (part === 'HOUR' ? NULL : text(`${start}::text`)),
  endsOn: ({ part, start }) => (part === 'HOUR' ? NULL : text(`${lastDays[part](start)}::text`)),
  startsAt: ({ bounds }) => instant(bounds()[0]),
  endsAt: ({ bounds }) => instant(bounds()[1]),
};

const chars = (sql: string, form: string): string => `to_char((${sql})::timestamp, '${form}')`;

/** Names by ISO 8601 of what begins on a day, or of an hour by its clocks. */
const labels: Readonly<Record<DatePart, (sql: string) => string>> = {
  YEAR: (sql) => chars(sql, 'YYYY'),
  QUARTER: (sql) => chars(sql, 'YYYY"-Q"Q'),
  MONTH: (sql) => chars(sql, 'YYYY-MM'),
  WEEK: (sql) => chars(sql, 'IYYY"-W"IW'),
  DAY: (sql) => `${sql}::text`,
  HOUR: (sql) => chars(sql, 'YYYY-MM-DD"T"HH24:MI'),
};

const lastOf = (length: string) => (sql: string) => `(${sql} + interval '${length} -1 day')::date`;

const lastDays: Readonly<Record<Exclude<DatePart, 'HOUR'>, (sql: string) => string>> = {
  YEAR: lastOf('1 year'),
  QUARTER: lastOf('3 months'),
  MONTH: lastOf('1 month'),
  WEEK: (sql) => `(${sql} + 6)`,
  DAY: (sql) => sql,
};

/** Writes what is selected of a period; null where rows have no date or instant. */
export function periodWriter(nodes: readonly FieldNode[], document: Document) {
  const fields = writableOf(nodes, 'Period', document);
  return ({ part, isNullable }: Key, place: number, { sql, variables }: GroupsAt): Piece[] => {
    const start = sql.key(place);
    const period = { part: part!, start, bounds: () => sql.bounds(place) };
    const object = objectPieces(
      fields
        .filter(({ paths }) => isIncluded(paths, variables))
        .map(({ key, fieldName }) => [
          key,
          [fieldName === '__typename' ? { text: '"Period"' } : writers[fieldName]!(period)],
        ]),
    );
    return isNullable ? [{ sql: orNullSql(start, object) }] : object;
  };
}
