import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { Client, Operation, Refusal } from '../../typescript/client.js';
import { TypedDocumentString } from '../../typescript/generated/graphql.js';
import { MappingRefused, within } from './compiling.js';
import { listOf, type Expression, type Fields } from './language.js';
import { unknown } from './refusals.js';

/** What became of one row. */
export interface RowAnswer {
  readonly id: string | null;
  readonly refusals: readonly Refusal[];
}

type Answered = Readonly<Record<string, unknown>>;

/** A mutation that takes rows: many at once, or one. */
export interface Verb {
  readonly name: string;
  readonly isBulk: boolean;
  readonly row: GraphQLInputObjectType;
  /** The field of an answer that holds what a row has become; null where none does. */
  readonly node: string | null;
  readonly operation: Operation<Answered, { readonly input: object }>;
  /** What the whole was refused for, and what became of each row. */
  answersOf(answer: Answered): {
    readonly refusals: readonly Refusal[];
    readonly rows: readonly RowAnswer[];
  };
}

/** The graph as it is served: new verbs and fields are known as soon as they are there. */
export async function schemaOf(client: Client): Promise<GraphQLSchema> {
  const text = getIntrospectionQuery({ descriptions: false, inputValueDeprecation: true });
  const query = new TypedDocumentString<IntrospectionQuery, Record<string, never>>(text);
  return buildClientSchema(await client.request(query, {}), { assumeValid: true });
}

const REFUSAL = 'userErrors { code message path retryable }';

/** The field of an answer that holds the node which a row has become. */
function nodeFieldOf(type: GraphQLObjectType): string | null {
  const found = Object.values(type.getFields()).find((field) => {
    const answer = getNullableType(field.type);
    return isObjectType(answer) && 'id' in answer.getFields();
  });
  return found?.name ?? null;
}

/** The mutation of this name, with the operation that sends it. Throws MappingRefused. */
export function verbOf(schema: GraphQLSchema, name: string): Verb {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const mutation = mutations[name];
  if (!mutation)
    throw new MappingRefused(unknown('The mutation', name, Object.keys(mutations)), ['mutation']);
  const input = mutation.args.find((arg) => arg.name === 'input')?.type;
  const inputType = input && getNamedType(input);
  const payload = getNamedType(mutation.type);
  if (!isInputObjectType(inputType) || !isObjectType(payload))
    throw new MappingRefused(`The mutation ${name} takes no input.`, ['mutation']);
  const rows = inputType.getFields().rows?.type;
  const row = rows && isListType(getNullableType(rows)) ? getNamedType(rows) : null;
  return isInputObjectType(row)
    ? bulkVerb(name, inputType.name, row, payload)
    : singleVerb(name, inputType, payload);
}

const idOf = (answer: Answered | undefined, node: string | null): string | null =>
  (node && (answer?.[node] as { id?: string } | null | undefined)?.id) ?? null;

const refusalsOf = (answer: Answered | undefined): readonly Refusal[] =>
  (answer?.userErrors as readonly Refusal[] | undefined) ?? [];

function bulkVerb(
  name: string,
  inputName: string,
  row: GraphQLInputObjectType,
  payload: GraphQLObjectType,
): Verb {
  const results = payload.getFields().results;
  const result = results && getNamedType(results.type);
  const node = isObjectType(result) ? nodeFieldOf(result) : null;
  const selected = node ? `${node} { id } ` : '';
  const text = `mutation Import($input: ${inputName}!) {
    ${name}(input: $input) { results { ${selected}${REFUSAL} } ${REFUSAL} } }`;
  return {
    ...{ name, row, node, isBulk: true },
    operation: new TypedDocumentString(text),
    answersOf(answer) {
      const whole = answer[name] as Answered | undefined;
      const results = (whole?.results as readonly Answered[] | undefined) ?? [];
      const rows = results.map((one) => ({ id: idOf(one, node), refusals: refusalsOf(one) }));
      return { refusals: refusalsOf(whole), rows };
    },
  };
}

function singleVerb(name: string, input: GraphQLInputObjectType, payload: GraphQLObjectType): Verb {
  const node = nodeFieldOf(payload);
  const selected = node ? `${node} { id } ` : '';
  const text = `mutation Import($input: ${input.name}!) {
    ${name}(input: $input) { ${selected}${REFUSAL} } }`;
  return {
    ...{ name, row: input, node, isBulk: false },
    operation: new TypedDocumentString(text),
    answersOf(answer) {
      const whole = answer[name] as Answered | undefined;
      return { refusals: [], rows: [{ id: idOf(whole, node), refusals: refusalsOf(whole) }] };
    },
  };
}

/** What the engine adds to a row by itself, and what it says of the whole request. */
const OWN_FIELDS = new Set(['externalRefs', 'validateOnly']);

/** Checks that an input has these fields, and that those it needs are there. */
export function checkFields(fields: Fields, type: GraphQLInputObjectType): void {
  const known = type.getFields();
  for (const [name, expression] of Object.entries(fields)) {
    const field = known[name];
    if (!field) {
      const message = unknown(`The field of ${type.name}`, name, Object.keys(known));
      throw new MappingRefused(message, [name]);
    }
    within(name, () => checkExpression(expression, field.type));
  }
  const missing = Object.values(known).find(
    (field) =>
      isRequiredInputField(field) && !(field.name in fields) && !OWN_FIELDS.has(field.name),
  );
  if (missing) throw new MappingRefused(`The field ${missing.name} of ${type.name} is missing.`);
}

function checkExpression(expression: Expression, type: GraphQLInputType): void {
  if (typeof expression !== 'object') return;
  const { object, list, coalesce, case: cases, otherwise } = expression;
  const named = getNamedType(type);
  if (object && isInputObjectType(named)) within('object', () => checkFields(object, named));
  for (const part of listOf(list)) within('list', () => checkExpression(part.item, type));
  for (const one of [...(coalesce ?? []), ...(cases ?? []).map(({ then }) => then)])
    checkExpression(one, type);
  if (otherwise !== undefined) checkExpression(otherwise, type);
}
