import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import type { JsonObject, StoredRefusal, Tx } from '../modules/events/index.js';
import { Refused, storedRefusal } from '../modules/events/index.js';
import { InvalidInput, NotFound, RuleViolation } from '../modules/kernel/index.js';
import type { Permission } from '../modules/permissions.js';
import { builder } from '../schema/builder.js';
import type { GraphContext } from '../schema/context.js';
import { UserError } from '../schema/errors.js';
import type { Noun } from '../schema/noun.js';
import { noteAnswers } from './atomic.js';
import { partFields, takeFields, writeFields, type CustomFieldsTarget } from './custom-fields.js';
import { furtherVerbsOf, refuseForbidden } from './further-verbs.js';
import { fingerprintOf, keyOf } from './idempotency.js';
import { decodeInput, type InputFields } from './inputs.js';
import { sentArgs } from './sent-args.js';

/**
 * What a mutation answers beside its errors: nouns by name; the verb answers rows with these ids.
 */
export type Answers = Readonly<Record<string, Noun>>;
type AnswerRows<A extends Answers> = { readonly [K in keyof A]: { readonly id: string } | null } & {
  /** What is told this once and never stored: a replay answers null for it. */
  readonly once?: Readonly<Record<string, string>>;
  /** Rows of the nouns that are answered as lists, by field. */
  readonly lists?: Readonly<Record<string, readonly { readonly id: string }[]>>;
};

interface MutationOptions<Fields extends InputFieldMap, A extends Answers> {
  readonly description: string;
  readonly permission: Permission;
  /** Stock, production and money are moved only under a key. */
  readonly needsKey?: boolean;
  readonly input: (t: InputFields) => Fields;
  readonly answers: A;
  /** Nouns of which many are answered; the verb answers their rows as `lists`. */
  readonly lists?: Answers;
  /** Texts that are told once and never stored, such as a new secret: name and description. */
  readonly once?: Readonly<Record<string, string>>;
  /** Custom fields that its input carries beside what `run` is given, and the row they are of. */
  readonly customFields?: CustomFieldsTarget & { readonly answer: string & keyof A };
  readonly run: (
    tx: Tx,
    input: InputShapeFromFields<Fields>,
    asked: Asked,
  ) => Promise<AnswerRows<A>>;
}

/** Around what is asked: the schema that serves it, and the caller as far as verbs may know. */
interface Asked extends Pick<GraphContext, 'locale' | 'isLockedToApp' | 'checkPayload'> {
  readonly schema: GraphQLSchema;
}

export interface Outcome {
  readonly answer: JsonObject | null;
  readonly refusals: readonly StoredRefusal[];
  readonly once?: Readonly<Record<string, string>>;
}

export const validateOnlyText =
  'Tries it: everything is checked and answered, then rolled back. Alone in its operation, or on all mutations of an atomic one.';

/** Declares a mutation: one input, one payload, one transaction. */
export function mutation<Fields extends InputFieldMap, A extends Answers>(
  name: string,
  options: MutationOptions<Fields, A>,
): void {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  const input = builder.inputType(`${typeName}Input`, {
    description: `What ${name} takes.`,
    fields: (t) => ({
      ...options.input(t),
      validateOnly: t.boolean({ description: validateOnlyText }),
    }),
  });
  const payload = payloadOf(name, typeName, options);
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      description: options.description,
      extensions: { permission: options.permission },
      args: {
        input: t.arg({ type: input, required: true, description: `What ${name} takes.` }),
      },
      resolve: async (_root, _args, context, info) => {
        let once: Outcome['once'];
        const needsKey = options.needsKey ?? false;
        const outcome = await perform(context, info, needsKey, async (tx, taken) => {
          const asked = { ...context, schema: info.schema };
          const answered = await runWith(tx, taken as InputShapeFromFields<Fields>, options, asked);
          ({ once } = answered);
          return { ...idsOf(options.answers, answered), ...listsOf(options.lists, answered) };
        });
        const { answers, lists } = options;
        if (context.atomic && outcome.answer)
          noteAnswers(context.atomic, String(info.path.key), outcome.answer, {
            ...answers,
            ...lists,
          });
        return once === undefined ? outcome : { ...outcome, once };
      },
    }),
  );
}

/** Runs the verb, and keeps the custom fields of what it answers in the same breath. */
async function runWith<Fields extends InputFieldMap, A extends Answers>(
  tx: Tx,
  taken: InputShapeFromFields<Fields>,
  { customFields: target, run }: MutationOptions<Fields, A>,
  asked: Asked,
): Promise<AnswerRows<A>> {
  if (!target) return run(tx, taken, asked);
  const { input, given } = partFields(target, taken, asked.schema);
  const [fields] = await takeFields(tx, target, [given]);
  if (fields instanceof RuleViolation) throw fields;
  const answered = await run(tx, input, asked);
  const row = (answered as Readonly<Record<string, { readonly id: string } | null>>)[target.answer];
  if (fields && row) await writeFields(tx, target, [{ id: row.id, taken: fields, path: [] }]);
  return answered;
}

const idsOf = <A extends Answers>(answers: A, rows: AnswerRows<A>): JsonObject =>
  Object.fromEntries(Object.keys(answers).map((field) => [field, rows[field]?.id ?? null]));

const listsOf = (lists: Answers = {}, { lists: rows }: AnswerRows<Answers>): JsonObject =>
  Object.fromEntries(
    Object.keys(lists).map((field) => [field, (rows?.[field] ?? []).map(({ id }) => id)]),
  );

function payloadOf<Fields extends InputFieldMap, A extends Answers>(
  name: string,
  typeName: string,
  options: MutationOptions<Fields, A>,
) {
  return builder.objectRef<Outcome>(`${typeName}Payload`).implement({
    description: `What ${name} answers.`,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(options.answers).map(([field, noun]) => [
          field,
          t.field({
            type: noun.ref,
            description: `The ${noun.name} as it is now; null when refused.`,
            resolve: (outcome, _args, context, info) => {
              const id = outcome.answer?.[field];
              return typeof id === 'string' ? context.reader.load(noun, id, info) : null;
            },
          }),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(options.lists ?? {}).map(([field, noun]) => [
          field,
          t.field({
            type: [noun.ref],
            nullable: { list: false, items: true },
            description: `Each ${noun.name} as it is now, in order; empty when refused.`,
            resolve: ({ answer }, _args, context, info) => {
              const ids = (answer?.[field] as readonly string[] | undefined) ?? [];
              return Promise.all(ids.map((id) => context.reader.load(noun, id, info)));
            },
          }),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(options.once ?? {}).map(([field, description]) => [
          field,
          t.string({ description, resolve: ({ once }) => once?.[field] ?? null }),
        ]),
      ),
      userErrors: t.field({
        type: [UserError],
        nullable: { list: false, items: false },
        description: 'Why it was refused; empty when it was done.',
        resolve: ({ refusals }) => [...refusals],
      }),
    }),
  });
}

type Run = (tx: Tx, input: unknown) => Promise<JsonObject>;

/** Takes the input, and runs the verb in one transaction under the caller's key. */
export async function perform(
  context: GraphContext,
  info: GraphQLResolveInfo,
  needsKey: boolean,
  run: Run,
): Promise<Outcome> {
  const outcome = await outcomeOf(context, info, needsKey, run);
  const { refusals } = outcome;
  if (refusals.length > 0) context.atomic?.refused(String(info.path.key), refusals);
  return outcome;
}

async function outcomeOf(
  context: GraphContext,
  info: GraphQLResolveInfo,
  needsKey: boolean,
  run: Run,
): Promise<Outcome> {
  const key = keyOf(info, context);
  try {
    const type = info.parentType.getFields()[info.fieldName]!.args[0]!.type;
    const sent = sentArgs<{ readonly input: unknown }>(info, context).input;
    const further = furtherVerbsOf(type, sent);
    refuseForbidden(further, context.actor.permissions);
    const isMoving = needsKey || further.some((verb) => verb.needsKey);
    checkKey(key, isMoving && !context.isTrial);
    const input = decodeInput(type, sent, ['input'], context.atomic);
    const idempotency =
      key === null ? null : { key, fingerprint: fingerprintOf(info.fieldName, sent, context) };
    return await context.transact({ operation: info.fieldName, idempotency }, (tx) =>
      atInput(input, () => run(tx, input)),
    );
  } catch (error) {
    if (error instanceof RuleViolation) return { answer: null, refusals: [storedRefusal(error)] };
    throw error;
  }
}

/** Verbs tell paths within their input; the caller is told paths within the arguments. */
async function atInput<T>(input: unknown, run: () => Promise<T>): Promise<T> {
  const located = (refusal: RuleViolation) => refusal.at('input', ...fieldNamed(refusal, input));
  try {
    return await run();
  } catch (error) {
    if (error instanceof RuleViolation) throw located(error);
    if (error instanceof Refused) throw new Refused(error.refusals.map(located));
    throw error;
  }
}

/** What was not found by an id is told at the field that gave the id, when no deeper path is known. */
function fieldNamed(refusal: RuleViolation, input: unknown): string[] {
  if (!(refusal instanceof NotFound) || refusal.path.length > 0) return [];
  const field = Object.entries(input ?? {}).find(([, value]) => value === refusal.id);
  return field ? [field[0]] : [];
}

const KEY_MAX = 200;

function checkKey(key: string | null, isNeeded: boolean): void {
  if (key === null && isNeeded)
    throw new InvalidInput(
      'IDEMPOTENCY_KEY_REQUIRED',
      'This moves stock or money: send it with @idempotent(key:) or the header Idempotency-Key.',
    );
  if (key !== null && (key.length > KEY_MAX + 64 || key.startsWith('/') || key.includes('\0')))
    throw new InvalidInput('IDEMPOTENCY_KEY_INVALID', `A key has 1 to ${KEY_MAX} characters.`);
}
