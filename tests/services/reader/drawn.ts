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
import { nounNamed, type Noun } from '../../../schema/noun.js';
import { groups, order, some, where, type Draw } from './drawn-args.js';

const DEEPEST = 4;
/** Fields of one type that are selected at most, so that documents stay within their limits. */
const WIDEST = 5;

type Field = GraphQLField<unknown, unknown>;

/**
 * What may be drawn: anything, or only what the store can write by itself: nothing that is worked
 * out of rows, and rows of a list once.
 */
export type Reach = 'anything' | 'writable';

/** What was drawn, and how many of its fields may need statements. */
export interface Drawn {
  text: string;
  reads: number;
}

/** What a field demands is nothing, or the day of a list. */
const isOpen = (field: Field): boolean =>
  !field.args.some((one) => isRequiredArgument(one) && one.name !== 'asOf');

/** The day of a list, where it takes one. */
function dayOf(draw: Draw, { args }: Field): string[] {
  const asOf = args.find(({ name }) => name === 'asOf');
  if (!asOf || !(isRequiredArgument(asOf) || draw(fc.boolean))) return [];
  return [`asOf: ${draw(fc.constantFrom<string[]>, '"2026-02-02"', '"2026-12-31"')}`];
}

const target = (field: Field) => getNamedType(field.type);

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

const isConnection = (type: { name: string }): boolean => type.name.endsWith('Connection');
const nounOf = (type: GraphQLObjectType): string => type.name.slice(0, -'Connection'.length);

function partsOf(draw: Draw, reach: Reach): string[] {
  if (reach === 'anything')
    return some(draw, ['nodes', 'edges', 'pageInfo', 'totalCount', 'aggregate'], 4);
  const rows = draw(fc.constantFrom<string[]>, 'nodes', 'edges');
  return [rows, ...some(draw, ['pageInfo', 'totalCount', 'aggregate'], 2)];
}

function connection(draw: Draw, type: GraphQLObjectType, depth: number, reach: Reach): Drawn {
  const noun = getNamedType(type.getFields().nodes!.type) as GraphQLObjectType;
  const parts = partsOf(draw, reach);
  const drawn: Drawn = { text: '', reads: 2 };
  for (const part of parts) {
    if (part === 'totalCount') drawn.text += ' totalCount';
    else if (part === 'pageInfo')
      drawn.text += ' pageInfo { hasNextPage hasPreviousPage endCursor startCursor __typename }';
    else if (part === 'aggregate') {
      drawn.text += ` ${groups(draw, noun.name, 'aggregate', [])}`;
      drawn.reads += 1;
    } else {
      const inner = object(draw, noun, depth, reach);
      drawn.reads += inner.reads;
      drawn.text +=
        part === 'nodes' ? ` nodes ${inner.text}` : ` edges { cursor node ${inner.text} }`;
    }
  }
  return drawn;
}

/** The arguments of a list: a page, and often a filter and an order. */
function listArgs(draw: Draw, field: Field, noun: string): string {
  const page = some(draw, ['', 'first: 2', 'last: 3'], 1).filter(Boolean);
  const args = [...page, ...dayOf(draw, field)];
  if (draw(fc.boolean)) args.push(`where: ${where(draw, noun)}`);
  if (draw(fc.boolean)) args.push(`orderBy: [${order(draw, noun)}]`);
  return args.length === 0 ? '' : `(${args.join(', ')})`;
}

/** A field that leads on: an edge, a worked-out field, or a value with parts. */
function leading(draw: Draw, field: Field, depth: number, reach: Reach): Drawn {
  const type = target(field);
  if (isInterfaceType(type)) return { text: `${field.name} { __typename id }`, reads: 6 };
  if (!isConnection(type)) {
    const arrow = object(draw, type as GraphQLObjectType, depth, reach);
    return { text: `${field.name} ${arrow.text}`, reads: arrow.reads + 2 };
  }
  // The same list may stand there twice, under another name and with other arguments.
  const names = some(draw, [field.name, `other_${field.name}: ${field.name}`], 2);
  const lists = names.map((name) => {
    const { text, reads } = connection(draw, type as GraphQLObjectType, depth, reach);
    const args = listArgs(draw, field, nounOf(type as GraphQLObjectType));
    return { text: `${name}${args} {${text} }`, reads };
  });
  return {
    text: lists.map(({ text }) => text).join(' '),
    reads: lists.reduce((sum, { reads }) => sum + reads, 0),
  };
}

function object(draw: Draw, type: GraphQLObjectType, depth: number, reach: Reach): Drawn {
  const fields = Object.values(type.getFields());
  const drawn: Drawn = { text: leaves(draw, type, fields), reads: 0 };
  const noun = nounNamed(type.name);
  const isNoun = noun !== undefined;
  const onward = fields.filter(
    (one) =>
      !isLeafType(target(one)) && isOpen(one) && (reach === 'anything' || isStored(noun, one)),
  );
  // Values such as money have parts, and those have none that lead on.
  const reachable = onward.filter((one) => depth > 0 || !leadsToNoun(one));
  for (const field of isNoun ? some(draw, reachable, 2) : []) {
    const inner = leading(draw, field, depth - 1, reach);
    drawn.text += ` ${inner.text}`;
    drawn.reads += inner.reads;
  }
  return { text: `{ ${drawn.text} }`, reads: drawn.reads };
}

/** Whether a field is a column or an edge to one noun. */
const isStored = (noun: Noun | undefined, { name }: Field): boolean =>
  noun?.columns[name] !== undefined || (noun?.edges[name]?.to() ?? null) !== null;

function leadsToNoun(field: Field): boolean {
  const type = target(field);
  return isInterfaceType(type) || isConnection(type) || !!nounNamed(type.name);
}

/** Lists of nouns; the log goes by positions and takes no order. */
const roots = (): Field[] =>
  Object.values(graph().getQueryType()!.getFields()).filter(
    (field) =>
      isOpen(field) &&
      isConnection(target(field)) &&
      field.args.some(({ name }) => name === 'orderBy'),
  );

/** A query over lists and groups of nouns, with variables that its directives use. */
export function drawnQuery(draw: Draw, reach: Reach = 'anything'): Drawn {
  const fields = some(draw, roots(), 2);
  const lists = fields.map((field) => leading(draw, field, DEEPEST, reach));
  const grouped = fields.map((field) => {
    const noun = nounOf(target(field) as GraphQLObjectType);
    const rows = [`where: ${where(draw, noun)}`, ...dayOf(draw, field)];
    return groups(draw, noun, `${field.name}Aggregate`, rows);
  });
  const text = [...lists.map((one) => one.text), ...grouped].join('\n');
  return {
    text: `query ($yes: Boolean!, $no: Boolean!) {
      a: __typename @include(if: $yes) b: __typename @skip(if: $no)\n${text} }`,
    reads: lists.reduce((sum, one) => sum + one.reads, grouped.length),
  };
}
