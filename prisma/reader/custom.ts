import type { GraphQLSchema } from 'graphql';
import type { ReadColumn, ReadEdge, ReaderActor, ReadNoun } from './declaration.js';
import { mayRead } from './refusals.js';

/** A field that users have defined on a noun: a column that is kept in the JSON of its rows. */
export interface CustomColumn extends ReadColumn {
  /** The key that its values have in the JSON. */
  readonly key: string;
  /** The column that orders use, where long texts are cut. */
  readonly orderColumn: string;
  /** The noun that a reference leads to. */
  readonly target?: () => ReadNoun;
}

/** The fields that users have defined, by noun and code; a schema carries those it was made of. */
export interface CustomBook {
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, CustomColumn>>;
  /** The permissions by which values may be read, by table and key, those of removed fields too. */
  readonly permissions: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** The nouns of which new rows must have some value. */
  readonly demanding: ReadonlySet<string>;
}

const books = new WeakMap<object, CustomBook>();

/** Lets a schema carry the fields it was extended by; schemas made of it carry them too. */
export function carryBook(schema: GraphQLSchema, book: CustomBook): void {
  const mark = {};
  books.set(mark, book);
  (schema.extensions as Record<string, unknown>).customFields = mark;
}

/** The fields that a schema was extended by; none for a schema as it was built. */
export function bookOf(schema: GraphQLSchema): CustomBook | undefined {
  const mark = schema.extensions.customFields;
  return typeof mark === 'object' && mark !== null ? books.get(mark) : undefined;
}

const none: ReadonlyMap<string, CustomColumn> = new Map();

/** The fields that users have defined on a noun, as this schema knows them. */
export const customColumns = (noun: ReadNoun): ReadonlyMap<string, CustomColumn> =>
  noun.custom ?? none;

/** A field by the code that an input names, for whoever may read it. */
export function customColumn(noun: ReadNoun, code: string, actor: ReaderActor): CustomColumn {
  const column = customColumns(noun).get(code);
  if (!column) throw new Error(`${noun.name} has no custom field ${code}`);
  mayRead(column.permission, actor.permissions);
  return column;
}

/** The noun on which the fields of a noun's rows are defined: itself unless it says so. */
export const fieldsOwner = ({ name, fieldsOf }: ReadNoun): string => fieldsOf ?? name;

const known = new WeakMap<CustomBook, Map<string, ReadNoun>>();

/**
 * A noun as a schema knows it: with the fields that users have defined, and with edges that lead
 * to nouns as this schema knows them.
 */
export function nounUnder(noun: ReadNoun, schema: GraphQLSchema): ReadNoun {
  const book = bookOf(schema);
  return book && noun.custom === undefined ? withBook(noun, book) : noun;
}

function withBook(noun: ReadNoun, book: CustomBook): ReadNoun {
  const nouns = known.get(book) ?? new Map<string, ReadNoun>();
  known.set(book, nouns);
  const made = nouns.get(noun.name) ?? {
    ...noun,
    custom: underBook(book.columns.get(fieldsOwner(noun)) ?? none, book),
    edges: edgesUnder(noun.edges, book),
  };
  nouns.set(noun.name, made);
  return made;
}

const edgesUnder = (edges: ReadNoun['edges'], book: CustomBook): ReadNoun['edges'] =>
  Object.fromEntries(
    Object.entries(edges).map(([name, edge]): [string, ReadEdge] => {
      const to = () => {
        const target = edge.to();
        return target && withBook(target, book);
      };
      return [name, { ...edge, to }];
    }),
  );

function underBook(columns: ReadonlyMap<string, CustomColumn>, book: CustomBook) {
  return new Map(
    [...columns].map(([code, column]): [string, CustomColumn] => {
      const { target } = column;
      return [code, target ? { ...column, target: () => withBook(target(), book) } : column];
    }),
  );
}

/** How a key of the JSON is read: each answers SQL for the column and the key, both quoted. */
const readings: Readonly<Record<string, (json: string, key: string) => string>> = {
  text: (json, key) => `(${json} ->> ${key})`,
  start: (json, key) => `left(${json} ->> ${key}, 200)`,
  int: (json, key) => `((${json} ->> ${key})::int)`,
  numeric: (json, key) => `((${json} ->> ${key})::numeric)`,
  boolean: (json, key) => `((${json} ->> ${key})::boolean)`,
  uuid: (json, key) => `((${json} ->> ${key})::uuid)`,
  date: (json, key) => `custom_date(${json}, ${key})`,
  instant: (json, key) => `custom_instant(${json}, ${key})`,
  texts: (json, key) => `custom_texts(${json}, ${key})`,
  amount: (json, key) => `((${json} -> ${key} ->> 'amount')::numeric)`,
  currency: (json, key) => `(${json} -> ${key} ->> 'currency')`,
  value: (json, key) => `((${json} -> ${key} ->> 'value')::numeric)`,
  unit: (json, key) => `(${json} -> ${key} ->> 'unit')`,
};

/** Names a key of the JSON as a column is named; `as` says how it is read. */
export const customColumnName = (key: string, as: string): string => `customFields.${key}:${as}`;

const NAME = /^customFields\.([a-z][A-Za-z0-9]{0,59}):([a-z]{1,10})$/;

/**
 * The SQL of a column that `customColumnName` named; null for any other. Only a plain name is ever
 * written into a statement as a key.
 */
export function customColumnSql(alias: string, column: string): string | null {
  const [, key, as] = NAME.exec(column) ?? [];
  const reading = as !== undefined && Object.hasOwn(readings, as) ? readings[as] : undefined;
  return key !== undefined && reading ? reading(`${alias}"customFields"`, `'${key}'`) : null;
}
