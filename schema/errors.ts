import type { RefusalParams } from '../modules/kernel/index.js';
import type { StoredRefusal } from '../modules/events/index.js';
import { builder } from './builder.js';

/** One named value of a refusal's message, for a client that words it in another language. */
const UserErrorParam = builder
  .objectRef<{ name: string; value: string | null }>('UserErrorParam')
  .implement({
    description: 'A named value of an error, for wording it in another language.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false, description: 'What the value is.' }),
      value: t.exposeString('value', { description: 'The value as text.' }),
    }),
  });

export const UserError = builder.interfaceRef<StoredRefusal>('UserError').implement({
  description: 'Why something was refused. A refused mutation changed nothing.',
  resolveType: (refusal) => (kinds.has(refusal.type) ? refusal.type : 'RuleViolation'),
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: false,
      description: 'A stable code in capitals, to decide and to translate by.',
    }),
    message: t.exposeString('message', {
      nullable: false,
      description: 'What is wrong, in an English sentence.',
    }),
    params: t.field({
      type: [UserErrorParam],
      nullable: { list: false, items: false },
      description: 'The values in the message.',
      resolve: ({ params }) =>
        Object.entries(params).map(([name, value]) => ({
          name,
          value: value === null ? null : String(value),
        })),
    }),
    path: t.field({
      type: ['String'],
      nullable: { list: false, items: false },
      description: 'Where in the arguments: names and places in lists.',
      resolve: ({ path }) => path.map(String),
    }),
    retryable: t.exposeBoolean('retryable', {
      nullable: false,
      description: 'Whether the same request may succeed later.',
    }),
  }),
});

type FieldType = 'String' | 'Int' | 'Decimal' | 'Date' | 'StringList';
const kinds = new Map<string, true>();

/** Declares a concrete error: the parameters that a client may need as fields of their own. */
export function refusalType(
  type: string,
  description: string,
  fields: Readonly<Record<string, readonly [FieldType, string]>> = {},
): void {
  kinds.set(type, true);
  builder.objectRef<StoredRefusal>(type).implement({
    description,
    interfaces: [UserError],
    isTypeOf: undefined,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, [kind, told]]) => [
          name,
          kind === 'StringList'
            ? t.stringList({
                description: told,
                resolve: ({ params }) => listOf(params[name]),
              })
            : t.field({
                type: kind,
                description: told,
                resolve: ({ params }) => (params[name] ?? null) as never,
              }),
        ]),
      ),
  });
}

/** Lists stand in parameters as text with commas. */
const listOf = (value: RefusalParams[string] | undefined): string[] =>
  value === null || value === undefined || value === '' ? [] : String(value).split(', ');

refusalType('RuleViolation', 'A refusal without fields of its own; its code says which.');
refusalType('InvalidInput', 'A value that cannot be taken as it is.');
refusalType('NotFound', 'Nothing with this id or key that the caller can see.', {
  type: ['String', 'The noun that was looked for.'],
  id: ['String', 'The id or key that was looked for.'],
});
refusalType('StaleVersion', 'Someone else changed it in between.', {
  currentVersion: ['Int', 'The version it has now.'],
});
refusalType('TransitionRefused', 'The state it is in does not allow this.', {
  from: ['String', 'The state it is in.'],
  allowed: ['StringList', 'The actions that its state allows.'],
});
refusalType('DuplicateKey', 'Another row has this number, code or reference already.', {
  field: ['String', 'The field that must be unique.'],
  value: ['String', 'The value that is taken.'],
});
refusalType('UnitMismatch', 'The units cannot be converted into one another.', {
  from: ['String', 'The unit that was given.'],
  to: ['String', 'The unit that is needed.'],
});
refusalType('CurrencyMismatch', 'The currencies differ where they must be one.');
refusalType('QuantityOutOfRange', 'The quantity is not in the range that is allowed.');
refusalType('IdempotencyConflict', 'The key was used with other arguments.');
refusalType('LimitExceeded', 'More than may be asked at once.');
refusalType('ApproverIsCreator', 'Nobody approves what he has made himself.', {
  subject: ['String', 'What was to be approved.'],
});
refusalType('MergedIntoItself', 'Nothing is a duplicate of itself.', {
  node: ['String', 'The code of the one that was named twice.'],
});
refusalType('AlreadyMerged', 'It was merged into another; mean that one.', {
  node: ['String', 'The code of the one that was merged.'],
});
refusalType('MergeDiffers', 'The two differ in what must agree before they are merged.', {
  field: ['String', 'What differs.'],
});
refusalType('MergerIsLimited', 'Only an actor of all companies may merge what the group shares.');
