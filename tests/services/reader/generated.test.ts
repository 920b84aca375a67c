import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { graph } from '../../../resolvers/graph.js';
import { nounNamed } from '../../../schema/noun.js';
import { limited, openReading, without, type Answer, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

const DEEPEST = 4;
/** Fields of one type that are selected at most, so that documents stay within their limits. */
const WIDEST = 5;

/** Draws from fast-check, so that a document that fails is made smaller. */
type Draw = fc.GeneratorValue;
type Field = GraphQLField<unknown, unknown>;

/** What was drawn, and how many of its fields may need statements. */
interface Drawn {
  text: string;
  reads: number;
}

const isOpen = (field: Field): boolean => !field.args.some(isRequiredArgument);
const target = (field: Field) => getNamedType(field.type);

/** Draws places rather than what stands there: a failure prints what was drawn. */
function some<T>(draw: Draw, all: readonly T[], most: number): T[] {
  const limits = { minLength: Math.min(1, all.length), maxLength: Math.min(most, all.length) };
  return draw(fc.subarray<number>, [...all.keys()], limits).map((place) => all[place]!);
}

/** Leaves of a type, often under a fragment or a directive. */
function leaves(draw: Draw, type: GraphQLObjectType, fields: readonly Field[]): string {
  const chosen = some(
    draw,
    fields.filter((one) => isLeafType(target(one)) && isOpen(one)),
    WIDEST,
  );
  const names = ['__typename', ...chosen.map(({ name }) => name)].join(' ');
  const wraps = [names, `... on ${type.name} { ${names} }`, `... @include(if: $yes) { ${names} }`];
  const skipped = chosen[0] ? ` ${chosen[0].name} @skip(if: $no)` : '';
  return draw(fc.constantFrom<string[]>, ...wraps, names + skipped);
}

function connection(draw: Draw, type: GraphQLObjectType, depth: number): Drawn {
  const noun = getNamedType(type.getFields().nodes!.type) as GraphQLObjectType;
  const parts = some(draw, ['nodes', 'edges', 'pageInfo', 'totalCount'], 4);
  const drawn: Drawn = { text: '', reads: 2 };
  for (const part of parts) {
    if (part === 'totalCount') drawn.text += ' totalCount';
    else if (part === 'pageInfo') drawn.text += ' pageInfo { hasNextPage endCursor }';
    else {
      const inner = object(draw, noun, depth);
      drawn.reads += inner.reads;
      drawn.text +=
        part === 'nodes' ? ` nodes ${inner.text}` : ` edges { cursor node ${inner.text} }`;
    }
  }
  return drawn;
}

/** A field that leads on: an edge, a worked-out field, or a value with parts. */
function leading(draw: Draw, field: Field, depth: number): Drawn {
  const type = target(field);
  if (isInterfaceType(type)) return { text: `${field.name} { __typename id }`, reads: 6 };
  const isList = type.name.endsWith('Connection');
  const arrow = isList
    ? connection(draw, type as GraphQLObjectType, depth)
    : object(draw, type as GraphQLObjectType, depth);
  const size = isList ? draw(fc.constantFrom<string[]>, '', '(first: 2)', '(last: 3)') : '';
  const text = isList ? `{${arrow.text} }` : arrow.text;
  return { text: `${field.name}${size} ${text}`, reads: arrow.reads + 2 };
}

function object(draw: Draw, type: GraphQLObjectType, depth: number): Drawn {
  const fields = Object.values(type.getFields());
  const drawn: Drawn = { text: leaves(draw, type, fields), reads: 0 };
  const isNoun = nounNamed(type.name) !== undefined;
  const onward = fields.filter((one) => !isLeafType(target(one)) && isOpen(one));
  // Values such as money have parts, and those have none that lead on.
  const reachable = onward.filter((one) => depth > 0 || !leadsToNoun(one));
  for (const field of isNoun ? some(draw, reachable, 2) : []) {
    const inner = leading(draw, field, depth - 1);
    drawn.text += ` ${inner.text}`;
    drawn.reads += inner.reads;
  }
  return { text: `{ ${drawn.text} }`, reads: drawn.reads };
}

function leadsToNoun(field: Field): boolean {
  const type = target(field);
  return isInterfaceType(type) || type.name.endsWith('Connection') || !!nounNamed(type.name);
}

const roots = (): Field[] =>
  Object.values(graph().getQueryType()!.getFields()).filter(
    (field) => isOpen(field) && target(field).name.endsWith('Connection'),
  );

/** A query over one or two lists of nouns, with variables that its directives use. */
function document(draw: Draw): Drawn {
  const lists = some(draw, roots(), 2).map((field) => leading(draw, field, DEEPEST));
  const text = lists.map((one) => one.text).join('\n');
  return {
    text: `query ($yes: Boolean!, $no: Boolean!) {
      a: __typename @include(if: $yes) b: __typename @skip(if: $no)\n${text} }`,
    reads: lists.reduce((sum, one) => sum + one.reads, 0),
  };
}

const told = ({ data, errors }: Answer) => ({
  data,
  errors: errors
    .map(({ path, extensions }) => `${path?.join('.') ?? ''} ${String(extensions.code)}`)
    .sort(),
});

const callers = {
  everyone: undefined,
  limited,
  'without some permissions': without('crm.customer.read', 'inventory.item.read'),
};

describe('any query at all', () => {
  it.each(Object.entries(callers))(
    'is answered alike compiled and interpreted, within bounded statements: %s',
    async (_name, actor) => {
      let rows = 0;
      const property = fc.asyncProperty(fc.gen(), async (draw) => {
        const { text, reads } = document(draw);
        const variables = { yes: draw(fc.boolean), no: draw(fc.boolean) };
        const ask = (execution: 'compiled' | 'interpreted') =>
          reading.read(text, { variables, execution, ...(actor && { actor }) });
        const compiled = await ask('compiled');
        const interpreted = await ask('interpreted');
        const unexpected = compiled.errors.filter(
          ({ extensions }) => extensions.code !== 'FORBIDDEN',
        );
        expect(unexpected.map(({ message }) => message)).toEqual([]);
        expect(told(compiled)).toEqual(told(interpreted));
        expect(compiled.texts.length).toBeLessThanOrEqual(reads);
        expect([...interpreted.texts].sort()).toEqual([...compiled.texts].sort());
        rows += JSON.stringify(compiled.data).length;
      });
      await fc.assert(property, { numRuns: 40 });
      // Queries that happen to read nothing would prove nothing.
      expect(rows).toBeGreaterThan(1_000);
    },
  );
});
