import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { InputFieldBuilder } from '@pothos/core';
import { InvalidInput, NotFound, parseGlobalId } from '../modules/kernel/index.js';
import { builder } from '../schema/builder.js';
import type { Atomic } from '../schema/context.js';
import type { Noun } from '../schema/noun.js';
import { answeredId } from './atomic.js';

export type InputFields = InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** An input field that takes the global id of a noun; services get the raw id. */
export const idOf = <R extends boolean = false>(
  t: InputFields,
  noun: Noun,
  options: { readonly description: string; readonly required?: R },
) => t.id({ ...options, extensions: { noun: noun.name } });

/** A list of them. */
export const idsOf = <R extends boolean = false>(
  t: InputFields,
  noun: Noun,
  options: { readonly description: string; readonly required?: R },
) => t.idList({ ...options, extensions: { noun: noun.name } });

type Path = readonly (string | number)[];
type Decode = (value: unknown, path: Path, atomic: Atomic | null) => unknown;

const decoders = new WeakMap<GraphQLInputObjectType, Decode>();

/**
 * Makes raw ids of global ids in a coerced input, wherever they stand, and leaves all else as it
 * is. In an atomic operation an id may be named by an answer before it.
 * Throws NotFound with the path for an id of another noun or of none.
 */
export function decodeInput(
  type: GraphQLInputType,
  value: unknown,
  path: Path,
  atomic: Atomic | null = null,
): unknown {
  const named = getNamedType(type);
  return isInputObjectType(named) ? spread(type, decoderOf(named))(value, path, atomic) : value;
}

function decoderOf(type: GraphQLInputObjectType): Decode {
  const known = decoders.get(type);
  if (known) return known;
  const fields = new Map<string, Decode>();
  const decode: Decode = (value, path, atomic) => {
    const decoded: Record<string, unknown> = { ...(value as object) };
    for (const [name, one] of fields)
      if (decoded[name] != null) decoded[name] = one(decoded[name], [...path, name], atomic);
    return decoded;
  };
  decoders.set(type, decode);
  for (const field of Object.values(type.getFields())) {
    const noun = field.extensions.noun;
    const named = getNamedType(field.type);
    if (typeof noun === 'string') fields.set(field.name, spread(field.type, idDecoder(noun)));
    else if (isInputObjectType(named)) fields.set(field.name, spread(field.type, decoderOf(named)));
  }
  return decode;
}

const idDecoder =
  (noun: string): Decode =>
  (value, path, atomic) => {
    const answered = answeredId(atomic, String(value), noun);
    if (answered !== null) return answered;
    const id = parseGlobalId(String(value));
    if (id?.type !== noun) throw new NotFound(noun, String(value)).at(...path);
    return id.uuid;
  };

/** Applies a decoder through the lists that a type wraps around it. */
function spread(type: GraphQLInputType, decode: Decode): Decode {
  if (isNonNullType(type)) return spread(type.ofType, decode);
  if (!isListType(type)) return decode;
  const each = spread(type.ofType, decode);
  return (value, path, atomic) =>
    (value as unknown[]).map((one, index) =>
      one === null ? null : each(one, [...path, index], atomic),
    );
}

/** The version that the caller has read; when it is given, others' changes are not overwritten. */
export const versionInput = (t: InputFields) =>
  t.int({ description: 'The version you have read; when it is stale the mutation is refused.' });

const ExternalRefInput = builder.inputType('ExternalRefInput', {
  description: 'What another system calls it.',
  fields: (t) => ({
    system: t.string({ required: true, description: 'The other system.' }),
    key: t.string({ required: true, description: 'The key it uses there.' }),
  }),
});

export const externalRefsInput = (t: InputFields) =>
  t.field({
    type: [ExternalRefInput],
    required: true,
    defaultValue: [],
    description: 'What other systems call it; unique by noun, company and system.',
  });

type Filled<Input, Field extends keyof Input> = Omit<Input, Field> & {
  [K in Field]?: Exclude<Input[K], null | undefined>;
};

/**
 * In a patch absent keeps and null clears; these fields cannot be cleared. Refuses NULL_REFUSED.
 */
export function notCleared<Input extends object, Field extends keyof Input & string>(
  input: Input,
  ...fields: Field[]
): Filled<Input, Field> {
  for (const field of fields)
    if (input[field] === null)
      throw new InvalidInput('NULL_REFUSED', '{field} cannot be cleared.', { field }).at(field);
  return input;
}
