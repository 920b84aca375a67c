import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { Actor } from '../../../modules/kernel/index.js';
import { graph } from '../../../resolvers/graph.js';
import { fillEveryNoun } from './every-row.js';
import { limited, openReading, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading(fillEveryNoun);
});
afterAll(() => reading.close());

type Field = GraphQLField<unknown, unknown>;

const typeOf = (type: Field['type']): GraphQLObjectType => {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${named.name} is no object`);
  return named;
};

const aggregates = (): Field[] =>
  Object.values(graph().getQueryType()!.getFields()).filter(({ name }) =>
    name.endsWith('Aggregate'),
  );

/** Everything that is measured of a group's columns, by every function there is. */
function measuresOf(row: GraphQLObjectType): string {
  const measured = Object.values(row.getFields()).filter(({ type }) =>
    getNamedType(type).name.endsWith('Measures'),
  );
  const ofValue = (field: Field): string => {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return field.name;
    return `${field.name} { ${Object.keys(type.getFields()).join(' ')} }`;
  };
  const all = measured.map((field) => {
    const functions = Object.values(typeOf(field.type).getFields());
    return `${field.name} { ${functions.map(ofValue).join(' ')} }`;
  });
  return all.join(' ');
}

const PERIOD = '{ __typename label startsOn endsOn startsAt endsAt }';

interface Key {
  readonly by: string;
  readonly selected: string;
}

/** Each column of its own that tells groups apart; dates by one of their parts, another each time. */
function keysOf(row: GraphQLObjectType, turn: number): Key[] {
  const keys = typeOf(row.getFields().by!.type).getFields();
  const input = graph().getType(row.name.replace(/Aggregate$/, 'GroupBy'));
  if (!isInputObjectType(input)) throw new Error(`${row.name} has no keys`);
  return Object.values(input.getFields()).flatMap(({ name, type }, place): Key[] => {
    const choice = getNamedType(type);
    if (!('getValues' in choice)) return [];
    const selected = isObjectType(getNamedType(keys[name]!.type)) ? `${name} ${PERIOD}` : name;
    const choices = choice.getValues();
    return [{ by: `{${name}: ${choices[(turn + place) % choices.length]!.name}}`, selected }];
  });
}

function queryOf(field: Field, keys: readonly Key[], measures: string): string {
  const day = field.args.some((one) => one.name === 'asOf' && isRequiredArgument(one));
  const args = [
    `groupBy: [${keys.map(({ by }) => by).join(', ')}]`,
    'timeZone: "America/New_York"',
  ];
  if (day) args.push('asOf: "2026-12-31"');
  return `{ ${field.name}(${args.join(', ')}) {
    cursor count __typename by { ${keys.map(({ selected }) => selected).join(' ')} } ${measures} } }`;
}

/** Groups have at most eight keys. */
const KEYS_MAX = 8;

/** Every measure of the groups by some keys, and the groups by all others. */
function queriesOf(field: Field, turn: number): string[] {
  const row = typeOf(field.type);
  const keys = keysOf(row, turn);
  const starts = [...keys.keys()].filter((place) => place % KEYS_MAX === 0);
  return starts.map((start) =>
    queryOf(field, keys.slice(start, start + KEYS_MAX), start === 0 ? measuresOf(row) : ''),
  );
}

describe('the groups of every noun', () => {
  it('are there', () => expect(aggregates().length).toBeGreaterThan(60));

  async function compare(query: string, actor?: Actor): Promise<void> {
    const ask = (form: 'values' | 'text') => reading.read(query, { form, ...(actor && { actor }) });
    const [walked, written] = [await ask('values'), await ask('text')];
    expect(walked.errors).toEqual([]);
    expect(written.isWritten).toBe(true);
    expect(JSON.stringify(written.data)).toBe(JSON.stringify(walked.data));
  }

  it.each(aggregates().map((field, turn) => [field.name, queriesOf(field, turn)] as const))(
    'are written as they are walked to, by each key and with each measure: %s',
    async (_name, queries) => {
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) await compare(query);
      await compare(queries[0]!, limited);
    },
  );
});
