import type { GraphQLSchema } from 'graphql';
import type { InputFieldMap, InputShapeFromFields } from '@pothos/core';
import {
  storedRefusal,
  throwAll,
  type JsonObject,
  type StoredRefusal,
  type Tx,
} from '../modules/events/index.js';
import {
  LimitExceeded,
  RuleViolation,
  isAccepted,
  refused,
  type Outcome as RowOutcome,
} from '../modules/kernel/index.js';
import type { Permission } from '../modules/permissions.js';
import { builder } from '../schema/builder.js';
import { UserError } from '../schema/errors.js';
import type { Noun } from '../schema/noun.js';
import { partFields, takeFields, writeFields, type CustomFieldsTarget } from './custom-fields.js';
import type { InputFields } from './inputs.js';
import { perform, validateOnlyText, type Outcome } from './mutation.js';

export const BULK_MAX = 250;

interface BulkOptions<Fields extends InputFieldMap, Id extends string> {
  readonly description: string;
  readonly permission: Permission;
  readonly needsKey?: boolean;
  /** The name of the noun's field in each answer. */
  readonly field: string;
  readonly noun: Noun;
  readonly row: (t: InputFields) => Fields;
  /** Custom fields that a row carries beside what `run` is given: of the noun, unless told. */
  readonly customFields?: Partial<CustomFieldsTarget> & {
    /** Where `run` answers the id of the row they are of, when it is not the noun's. */
    readonly id?: Id;
  };
  /** Takes all rows at once and answers for each, in order; a refused row leaves nothing. */
  readonly run: (
    tx: Tx,
    rows: InputShapeFromFields<Fields>[],
  ) => Promise<readonly RowOutcome<Done<NoInfer<Id>>>[]>;
}

/** What a row became. */
type Done<Id extends string> = { readonly [id in Id | 'id']: string };

interface RowAnswer {
  readonly index: number;
  readonly id: string | null;
  readonly refusals: readonly StoredRefusal[];
}

/** Declares a mutation of up to 250 rows: one transaction, an answer for each row. */
export function bulkMutation<Fields extends InputFieldMap, Id extends string = 'id'>(
  name: string,
  options: BulkOptions<Fields, Id>,
): void {
  const typeName = name[0]!.toUpperCase() + name.slice(1);
  const row = builder.inputType(`${typeName}Row`, {
    description: `One row of ${name}.`,
    fields: options.row,
  });
  const input = builder.inputType(`${typeName}Input`, {
    description: `What ${name} takes.`,
    fields: (t) => ({
      rows: t.field({
        type: [row],
        required: true,
        description: `The rows, at most ${BULK_MAX}.`,
      }),
      validateOnly: t.boolean({ description: validateOnlyText }),
    }),
  });
  const result = resultType(typeName, name, options);
  const payload = builder.objectRef<Outcome>(`${typeName}Payload`).implement({
    description: `What ${name} answers.`,
    fields: (t) => ({
      results: t.field({
        type: [result],
        nullable: { list: false, items: false },
        description: 'An answer for each row, in order; empty when all was refused.',
        resolve: ({ answer }) => (answer?.results as unknown as RowAnswer[] | undefined) ?? [],
      }),
      userErrors: t.field({
        type: [UserError],
        nullable: { list: false, items: false },
        description: 'Why the whole was refused; empty when the rows were taken.',
        resolve: ({ refusals }) => [...refusals],
      }),
    }),
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      description: options.description,
      extensions: { permission: options.permission },
      args: {
        input: t.arg({ type: input, required: true, description: `What ${name} takes.` }),
      },
      resolve: (_root, _args, context, info) =>
        perform(context, info, options.needsKey ?? false, (tx, taken) =>
          runRows(tx, (taken as { rows: InputShapeFromFields<Fields>[] }).rows, options, {
            schema: info.schema,
            isAtomic: context.atomic !== null,
          }),
        ),
    }),
  );
}

function resultType<Fields extends InputFieldMap, Id extends string>(
  typeName: string,
  name: string,
  { field, noun }: BulkOptions<Fields, Id>,
) {
  return builder.objectRef<RowAnswer>(`${typeName}Result`).implement({
    description: `What became of one row of ${name}.`,
    fields: (t) => ({
      index: t.exposeInt('index', {
        nullable: false,
        description: 'The place of the row in the input, from 0.',
      }),
      [field]: t.field({
        type: noun.ref,
        description: `The ${noun.name} of this row; null when the row was refused.`,
        resolve: ({ id }, _args, context, info) =>
          id === null ? null : context.reader.load(noun, id, info),
      }),
      userErrors: t.field({
        type: [UserError],
        nullable: { list: false, items: false },
        description: 'Why the row was refused; a refused row left nothing.',
        resolve: ({ refusals }) => [...refusals],
      }),
    }),
  });
}

/** Refuses a list that is longer than one request may do. */
export function refuseLong(field: string, list: readonly unknown[]): void {
  if (list.length > BULK_MAX) throw new LimitExceeded(field, BULK_MAX, list.length).at(field);
}

async function runRows<Fields extends InputFieldMap, Id extends string>(
  tx: Tx,
  rows: InputShapeFromFields<Fields>[],
  options: BulkOptions<Fields, Id>,
  { schema, isAtomic }: { readonly schema: GraphQLSchema; readonly isAtomic: boolean },
): Promise<JsonObject> {
  refuseLong('rows', rows);
  const outcomes = await outcomesOf(tx, rows, options, schema);
  if (isAtomic) refuseAny(outcomes);
  const results = outcomes.map((outcome, index): RowAnswer => {
    if ('ok' in outcome) return { index, id: outcome.ok.id, refusals: [] };
    const refusals = outcome.refused.map((one) => storedRefusal(one.at('input', 'rows', index)));
    return { index, id: null, refusals };
  });
  return { results } as unknown as JsonObject;
}

/** All or nothing: one refused row refuses them all. */
function refuseAny(outcomes: readonly RowOutcome<unknown>[]): void {
  const refusals = outcomes.flatMap((outcome, index) =>
    isAccepted(outcome) ? [] : outcome.refused.map((one) => one.at('rows', index)),
  );
  if (refusals.length > 0) throwAll(refusals);
}

/** What became of each row with its custom fields; a row that these refuse never reaches the verb. */
async function outcomesOf<Fields extends InputFieldMap, Id extends string>(
  tx: Tx,
  rows: InputShapeFromFields<Fields>[],
  { noun, customFields, run }: BulkOptions<Fields, Id>,
  schema: GraphQLSchema,
): Promise<readonly RowOutcome<Done<Id>>[]> {
  if (!customFields) return run(tx, rows);
  const target = { noun, ...customFields };
  const parted = rows.map((row) => partFields(target, row, schema));
  const taken = await takeFields(
    tx,
    target,
    parted.map(({ given }) => given),
  );
  const good = parted.filter((_, at) => !(taken[at] instanceof RuleViolation));
  const done = [
    ...(await run(
      tx,
      good.map(({ input }) => input),
    )),
  ];
  const outcomes = taken.map((one) =>
    one instanceof RuleViolation ? refused(one) : done.shift()!,
  );
  const written = outcomes.flatMap((outcome, at) => {
    const fields = taken[at];
    if (!isAccepted(outcome) || !fields || fields instanceof RuleViolation) return [];
    return [{ id: outcome.ok[customFields.id ?? 'id'], taken: fields, path: ['rows', at] }];
  });
  await writeFields(tx, target, written);
  return outcomes;
}
