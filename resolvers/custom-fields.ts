import type { GraphQLSchema } from 'graphql';
import type { Tx } from '../modules/events/index.js';
import { RuleViolation } from '../modules/kernel/index.js';
import {
  customFieldValues,
  type ExtensibleNoun,
  type FieldsOfRow,
  type GivenFields,
  type TakenFields,
} from '../modules/platform/index.js';
import { bookOf, fieldsOwner } from '../prisma/reader/index.js';
import { customFieldsInputOf } from '../schema/custom-fields/base.js';
import { isOfDay, nounNamed, type Noun } from '../schema/noun.js';
import type { InputFields } from './inputs.js';

/** A noun as those know it who keep custom fields. */
const extensibleOf = (noun: Noun): ExtensibleNoun => ({
  name: fieldsOwner(noun),
  table: noun.table as ExtensibleNoun['table'],
  companyColumn: noun.companyColumn,
  isExtensible: noun.isExtensible === true,
  isSetWhenMade: noun.isExtensible === true && noun.extensible === null,
  hasUpdatedAt: 'updatedAt' in noun.columns,
});

export const extensibleNamed = (name: string): ExtensibleNoun | undefined => {
  const noun = nounNamed(name);
  return noun && !isOfDay(noun) ? extensibleOf(noun) : undefined;
};

/** An input field that takes the custom fields of a noun; the noun's services are not given it. */
export const customFieldsInput = (
  t: InputFields,
  noun: Noun,
  description = 'Its custom fields. Absent keeps, null clears.',
) => t.field({ type: customFieldsInputOf(noun), description });

type Values = Readonly<Record<string, unknown>>;

/** What a caller gives, as pairs of code and value: typed ones and those by code alike. */
export function givenFields(noun: Noun, input: Values): GivenFields {
  const { values, ...typed } = input;
  const named = Object.entries(typed)
    .filter(([, value]) => value !== undefined)
    .map(([code, value]) => ({ code, value, path: ['customFields', code] }));
  const listed = ((values ?? []) as { code: string; value?: unknown }[]).map(
    ({ code, value = null }, at) => ({
      code,
      value,
      path: ['customFields', 'values', String(at), 'value'],
    }),
  );
  return { noun: extensibleOf(noun), values: [...named, ...listed] };
}

/** Where a mutation's custom fields go: the row it answers, and the lines of that row. */
export interface CustomFieldsTarget {
  readonly noun: Noun;
  readonly lines?: {
    readonly field: string;
    readonly noun: Noun;
    readonly by: string;
    /** The position that a new line gets when it is not the next; lines are known by it. */
    readonly positionOf?: (line: Readonly<Record<string, unknown>>, index: number) => number;
  };
  /** Whether a row that was there before is answered as it is. */
  readonly isForNewOnly?: boolean;
}

interface OfLine<Fields> {
  readonly fields: Fields | null;
  readonly id: string | null;
  /** Where it comes among the new lines of the document. */
  readonly place: number;
}

/** What a row and its lines were given; lines are told by their place, or by their id. */
interface OfRow<Fields> {
  readonly own: Fields | null;
  readonly lines: readonly OfLine<Fields>[];
}

/** An input without its custom fields, and those; null when there are none. */
interface Parted<Input> {
  readonly input: Input;
  readonly given: OfRow<GivenFields> | null;
}

/**
 * Parts the custom fields from an input. Where new rows must have some, rows that were given none
 * are looked at too.
 */
export function partFields<Input extends object>(
  target: CustomFieldsTarget,
  input: Input,
  schema: GraphQLSchema,
): Parted<Input> {
  const demanding = bookOf(schema)?.demanding;
  const partOne = (noun: Noun, values: Values): [Values, GivenFields | null] => {
    const { customFields, ...rest } = values;
    const isLooked = customFields != null || demanding?.has(fieldsOwner(noun));
    return [rest, isLooked ? givenFields(noun, (customFields ?? {}) as Values) : null];
  };
  const [rest, own] = partOne(target.noun, input as Values);
  const { lines } = target;
  const list = lines && (rest[lines.field] as readonly Values[] | null | undefined);
  const parted = lines && list ? list.map((line) => partOne(lines.noun, line)) : [];
  const whole = lines && list ? { ...rest, [lines.field]: parted.map(([line]) => line) } : rest;
  const given: OfRow<GivenFields> = {
    own,
    lines: parted.map(([line, fields], index) => ({
      fields,
      id: (line.id as string | null | undefined) ?? null,
      place: lines?.positionOf?.(line, index) ?? index,
    })),
  };
  const isAny = own !== null || given.lines.some(({ fields }) => fields !== null);
  return { input: whole as Input, given: isAny ? given : null };
}

type Taken = OfRow<TakenFields>;

/** Takes what rows were given, by the definitions that hold. One outcome for each, in order. */
export async function takeFields(
  tx: Tx,
  target: CustomFieldsTarget,
  rows: readonly (OfRow<GivenFields> | null)[],
): Promise<(Taken | RuleViolation | null)[]> {
  const all = rows.flatMap((row) =>
    row ? [row.own, ...row.lines.map(({ fields }) => fields)].filter((one) => one !== null) : [],
  );
  if (all.length === 0) return rows.map(() => null);
  const taken = await customFieldValues.take(tx, all, extensibleNamed);
  const next = () => taken.shift()!;
  return rows.map((row) => {
    if (!row) return null;
    const refusals: RuleViolation[] = [];
    const accept = (fields: GivenFields | null, path: readonly (string | number)[]) => {
      const one = fields && next();
      if (!(one instanceof RuleViolation)) return one;
      refusals.push(one.at(...path));
      return null;
    };
    const own = accept(row.own, []);
    const lines = row.lines.map(({ fields, id, place }, at) => ({
      ...{ id, place },
      fields: accept(fields, [target.lines!.field, at]),
    }));
    return refusals[0] ?? { own, lines };
  });
}

/** A row that was written, what is to be kept of it, and where it stands in the input. */
interface WrittenRow {
  readonly id: string;
  readonly taken: Taken;
  readonly path: readonly (string | number)[];
}

/** Keeps what was taken, when the rows are there. */
export async function writeFields(
  tx: Tx,
  target: CustomFieldsTarget,
  rows: readonly WrittenRow[],
): Promise<void> {
  const isForNewOnly = target.isForNewOnly ?? false;
  const own = rows.flatMap(({ id, taken, path }) =>
    taken.own ? [{ ...taken.own, id, isForNewOnly, path: [...path, 'customFields'] }] : [],
  );
  const lines = await linesOf(tx, target, rows);
  if (own.length + lines.length > 0) await customFieldValues.write(tx, [...own, ...lines]);
}

/** Lines by their ids; those without one are the new ones, in the order of the document. */
async function linesOf(
  tx: Tx,
  { lines: target }: CustomFieldsTarget,
  rows: readonly WrittenRow[],
): Promise<FieldsOfRow[]> {
  const asked = rows.filter(({ taken }) => taken.lines.some(({ fields }) => fields !== null));
  if (!target || asked.length === 0) return [];
  const line = extensibleOf(target.noun);
  const parents = asked.map(({ id }) => id);
  const stored = await customFieldValues.linesOf(tx, line, target.by, parents);
  return asked.flatMap(({ id: parentId, taken, path }) => {
    const fresh = stored.filter((one) => one.isNew && one.parentId === parentId);
    const byPlace = taken.lines.filter(({ id }) => id === null).map(({ place }) => place);
    byPlace.sort((a, b) => a - b);
    return taken.lines.flatMap(({ fields, id, place }, at) => {
      const lineId = id ?? fresh[byPlace.indexOf(place)]?.id;
      if (!fields || lineId === undefined) return [];
      const where = [...path, target.field, at, 'customFields'];
      return [{ ...fields, id: lineId, isForNewOnly: false, path: where }];
    });
  });
}
