import { getNamedType, type GraphQLSchema } from 'graphql';
import type { Client } from '../../typescript/client.js';
import { TypedDocumentString } from '../../typescript/generated/graphql.js';
import type { Finding, ServerQuestion } from './compiling.js';
import { coerce } from './input-check.js';
import type { Lookup, Value } from './language.js';
import { ImportRefused, RowRefused, unknown } from './refusals.js';
import { persist } from './sending.js';

/** Questions of one request; the graph takes at most 30 aliases in a document. */
const QUESTIONS_MAX = 25;

/** Answers that are kept; the oldest half is forgotten when there are more. */
const ANSWERS_MAX = 50_000;

/** Stands for an id while its question is under way, or while its node does not exist yet. */
const PLACEHOLDER = 'not-known-yet';

type Answer = { readonly id: string } | 'none' | 'several';

/** How the nodes of an earlier step are found by their keys. */
export type StepIds =
  | { readonly kind: 'known'; readonly ids: Map<string, string | null> }
  | { readonly kind: 'onServer'; readonly query: string; readonly system: string };

/** One attempt to map rows: what could not be answered at once is asked before the next. */
export interface Pass {
  readonly finding: Finding;
  readonly questions: ReadonlyMap<string, ServerQuestion>;
  /** Begins with a row: what was said of the one before is forgotten. */
  begin(): void;
  isPending(): boolean;
  /** The step that has only been tried, of which the row needs a node. */
  notYet(): string | null;
}

/** Where ids are looked up: by earlier steps, and by the server. */
export interface Desk {
  readonly steps: Map<string, StepIds>;
  pass(): Pass;
  ask(questions: ReadonlyMap<string, ServerQuestion>): Promise<void>;
}

const argumentOf = (schema: GraphQLSchema, { query, argument }: Omit<ServerQuestion, 'value'>) =>
  schema
    .getQueryType()
    ?.getFields()
    [query]?.args.find(({ name }) => name === argument)?.type;

/** Checks that the graph answers such a look-up. Throws ImportRefused. */
export function checkQuery(schema: GraphQLSchema, { query = '', by }: Lookup): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  if (!fields[query]) throw new ImportRefused(unknown('The query', query, Object.keys(fields)));
  const argument = by ? 'by' : 'where';
  if (!argumentOf(schema, { query, argument }))
    throw new ImportRefused(`The query ${query} has no argument ${argument}.`);
}

/** The query that finds what a mutation's rows have become by their external reference, if any. */
export function queryByReference(schema: GraphQLSchema, node: string | null): string | null {
  if (node === null) return null;
  const by = argumentOf(schema, { query: node, argument: 'by' });
  const type = by && getNamedType(by);
  return type && 'getFields' in type && 'externalRef' in type.getFields() ? node : null;
}

export function createDesk(client: Client, schema: GraphQLSchema): Desk {
  const answers = new Map<string, Answer>();
  const steps = new Map<string, StepIds>();
  return {
    steps,
    pass: () => passOf({ schema, steps, answers }),
    async ask(questions) {
      const all = [...questions];
      for (let at = 0; at < all.length; at += QUESTIONS_MAX)
        await askSome(client, schema, all.slice(at, at + QUESTIONS_MAX), answers);
      if (answers.size <= ANSWERS_MAX) return;
      for (const key of [...answers.keys()].slice(0, ANSWERS_MAX / 2)) answers.delete(key);
    },
  };
}

interface Known {
  readonly schema: GraphQLSchema;
  readonly steps: ReadonlyMap<string, StepIds>;
  readonly answers: ReadonlyMap<string, Answer>;
}

function passOf({ schema, steps, answers }: Known): Pass {
  const questions = new Map<string, ServerQuestion>();
  let pending = false;
  let notYet: string | null = null;
  const onServer = (question: ServerQuestion): Value | undefined => {
    const name = JSON.stringify(question);
    if (name.includes(PLACEHOLDER)) return PLACEHOLDER;
    const type = argumentOf(schema, question)!;
    const answer = answers.get(name);
    if (answer === undefined) {
      questions.set(name, { ...question, value: coerce(question.value, type) });
      pending = true;
      return PLACEHOLDER;
    }
    if (answer === 'several')
      throw new RowRefused('LOOKUP_AMBIGUOUS', `More than one fits: ${name}.`);
    return answer === 'none' ? undefined : answer.id;
  };
  const inStep = (step: string, key: string): Value | undefined => {
    const known = steps.get(step);
    if (!known) return undefined;
    if (known.kind === 'onServer') {
      const value = { externalRef: { system: known.system, key } };
      return onServer({ query: known.query, argument: 'by', value });
    }
    const id = known.ids.get(key);
    if (id !== null) return id;
    notYet = step;
    return PLACEHOLDER;
  };
  return {
    finding: { inStep, onServer },
    questions,
    begin() {
      pending = false;
      notYet = null;
    },
    isPending: () => pending,
    notYet: () => notYet,
  };
}

type Found = { readonly id?: string; readonly nodes?: readonly { readonly id: string }[] } | null;

async function askSome(
  client: Client,
  schema: GraphQLSchema,
  questions: readonly (readonly [string, ServerQuestion])[],
  answers: Map<string, Answer>,
): Promise<void> {
  const variables = Object.fromEntries(questions.map(([, { value }], at) => [`q${at}`, value]));
  const declared = questions.map(
    ([, question], at) => `$q${at}: ${String(argumentOf(schema, question))}`,
  );
  const asked = questions.map(([, { query, argument }], at) => {
    const many = argument === 'where';
    const selected = many ? `(where: $q${at}, first: 2) { nodes { id } }` : `(by: $q${at}) { id }`;
    return `q${at}: ${query}${selected}`;
  });
  const text = `query Find(${declared.join(', ')}) { ${asked.join(' ')} }`;
  const operation = new TypedDocumentString<Record<string, Found>, typeof variables>(text);
  const found = await persist(() => client.request(operation, variables));
  for (const [at, [name]] of questions.entries()) answers.set(name, answerOf(found[`q${at}`]));
}

function answerOf(found: Found | undefined): Answer {
  const ids = found?.nodes?.map(({ id }) => id) ?? (found?.id === undefined ? [] : [found.id]);
  const [id] = ids;
  if (id === undefined) return 'none';
  return ids.length > 1 ? 'several' : { id };
}

/** Which of these nodes exist: a trial answers ids of nodes that it has not kept. */
export async function existingOf(
  client: Client,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  type Nodes = { readonly nodes: readonly ({ readonly id: string } | null)[] | null };
  const text = 'query Exist($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const operation = new TypedDocumentString<Nodes, { readonly ids: readonly string[] }>(text);
  const { nodes } = await persist(() => client.request(operation, { ids }));
  return new Set((nodes ?? []).flatMap((node) => (node ? [node.id] : [])));
}
