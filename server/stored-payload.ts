import { randomUUID } from 'node:crypto';
import {
  GraphQLError,
  Kind,
  getNamedType,
  isInputObjectType,
  parseConstValue,
  print,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Rendered, Render, PayloadCheck } from '../modules/outbound/index.js';
import { globalId, type Actor } from '../modules/kernel/index.js';
import { nounOfDocument, type Noun } from '../schema/noun.js';
import type { Documents } from './documents.js';
import type { Caller, Executor } from './executor.js';
import { isRefused, type Prepared } from './prepare.js';

interface Parts {
  readonly schema: () => GraphQLSchema;
  readonly documents: Documents;
}

type Wrong = NonNullable<ReturnType<PayloadCheck>>;

/** The field of Query that lists a noun, by which a condition on it is asked. */
function listField(schema: GraphQLSchema, noun: Noun): string | null {
  const found = Object.values(schema.getQueryType()?.getFields() ?? {}).find(
    ({ type, args }) =>
      getNamedType(type).name === `${noun.name}Connection` &&
      args.some((arg) => arg.name === 'where' && isInputObjectType(getNamedType(arg.type))),
  );
  return found?.name ?? null;
}

/** A condition written as GraphQL writes it, parsed and printed: it can be nothing but a value. */
function conditionOf(where: string): string | null {
  try {
    const value = parseConstValue(where, { maxTokens: 500 });
    return value.kind === Kind.OBJECT ? print(value) : null;
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof RangeError) return null;
    throw error;
  }
}

/** A query that answers the document when it is seen and meets the condition; null for no query. */
function matching(schema: GraphQLSchema, noun: Noun, where: string | null): string | null {
  const list = listField(schema, noun);
  if (list === null)
    return where === null ? 'query($id: ID!) { found: node(id: $id) { id } }' : null;
  const condition = where === null ? '' : conditionOf(where);
  if (condition === null) return null;
  return `query($id: ID!) {
    found: ${list}(where: {and: [{id: {eq: $id}} ${condition}]}, first: 1) { nodes { id } } }`;
}

/** The only variable of a stored query: the document that it tells of. */
function takesOneId({ operation }: Prepared): boolean {
  const declared = operation.variableDefinitions ?? [];
  return declared.length === 1 && declared.map(print).join() === '$id: ID!';
}

const wrong = (field: Wrong['field'], code: string, message: string): Wrong => ({
  field,
  code,
  message,
});

/** Checks stored queries as if they were asked now by the caller. */
export function createPayloadCheck({
  schema,
  documents,
}: Parts): (caller: Pick<Caller, 'actor' | 'app'>) => PayloadCheck {
  const refusalOf = (text: string, { permissions }: Actor) => {
    const prepared = documents.prepareText(text, null, permissions);
    return isRefused(prepared) ? (prepared.errors[0]?.message ?? 'It is refused.') : prepared;
  };
  return ({ actor, app }) =>
    (payload) => {
      const noun = nounOfDocument(payload.noun);
      if (!noun) return wrong('noun', 'NOUN_UNKNOWN', 'The graph has no such noun.');
      if (payload.document !== null) {
        if (app !== null)
          return wrong(
            'document',
            'DOCUMENT_NOT_TRUSTED',
            'This key may ask the registered documents of its app alone.',
          );
        const prepared = refusalOf(payload.document, actor);
        if (typeof prepared === 'string') return wrong('document', 'DOCUMENT_INVALID', prepared);
        if (prepared.operation.operation !== 'query' || !takesOneId(prepared))
          return wrong(
            'document',
            'DOCUMENT_INVALID',
            'It must be a query of one variable $id: ID!.',
          );
      }
      const text = matching(schema(), noun, payload.where);
      const asked =
        text === null ? 'It must be an object as filters take it.' : refusalOf(text, actor);
      return typeof asked === 'string' ? wrong('where', 'WHERE_INVALID', asked) : null;
    };
}

interface RenderParts extends Parts {
  readonly executor: Executor;
}

type Found = { readonly id?: string; readonly nodes?: readonly unknown[] } | null | undefined;

const codeOf = ({ errors }: ExecutionResult): string | null => {
  const code = errors?.[0]?.extensions.code;
  return typeof code === 'string' ? code : null;
};

/** What went wrong here is no answer: it is thrown, and asked again later. */
function refuseAccident(result: ExecutionResult): ExecutionResult {
  const accident = result.errors?.find(({ extensions }) =>
    ['INTERNAL_SERVER_ERROR', 'RATE_LIMITED', undefined].includes(
      extensions.code as string | undefined,
    ),
  );
  if (accident) throw accident;
  return result;
}

/** Tells of documents by stored queries, with the rights of an actor as they are now. */
export function createRender({ schema, documents, executor }: RenderParts): Render {
  const ask = async (text: string, actor: Actor, id: string): Promise<ExecutionResult> => {
    const prepared = documents.prepareText(text, null, actor.permissions);
    const caller = {
      actor,
      requestId: randomUUID(),
      locale: 'en',
      idempotencyKey: null,
      app: null,
    };
    return refuseAccident(await executor.execute(prepared, caller, { id }));
  };
  return async ({ actor, documentType, documentId, document, where }): Promise<Rendered> => {
    const noun = nounOfDocument(documentType);
    const text = noun ? matching(schema(), noun, where) : null;
    if (!noun || text === null) return { skipped: 'NOUN_UNKNOWN' };
    if (!actor.permissions.has(noun.permission)) return { skipped: 'FORBIDDEN' };
    const id = globalId(noun.name, documentId);
    const match = await ask(text, actor, id);
    const found = match.data?.found as Found;
    if (match.errors) return { skipped: codeOf(match) ?? 'REFUSED' };
    if (!found || found.nodes?.length === 0)
      return { skipped: where === null ? 'NOT_VISIBLE' : 'WHERE_FALSE' };
    const told = { noun: noun.name, id };
    if (document === null) return { told };
    const { data, errors } = await ask(document, actor, id);
    const wrongs = errors?.map(({ message, path, extensions }) => ({
      ...{ message, path, code: extensions.code },
    }));
    return { told: { ...told, payload: data ?? null, ...(wrongs && { errors: wrongs }) } };
  };
}
