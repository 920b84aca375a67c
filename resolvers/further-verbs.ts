import {
  getNamedType,
  isInputObjectType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Permission } from '../modules/permissions.js';
import { refuseRead } from '../prisma/reader/index.js';

/** What a field of an input asks for beside its mutation. */
interface FurtherVerb {
  readonly permissions: readonly Permission[];
  readonly needsKey: boolean;
  /** The value of the field that asks for nothing, beside false. */
  readonly unless?: string | undefined;
}

/**
 * The extensions of an input field by which a mutation does further verbs in the same breath: a
 * caller needs their permissions too, and a key unless they move neither stock, production nor
 * money.
 */
export const furtherVerb = (
  permissions: readonly Permission[],
  { needsKey = true, unless }: { readonly needsKey?: boolean; readonly unless?: string } = {},
): { readonly furtherVerb: FurtherVerb } => ({ furtherVerb: { permissions, needsKey, unless } });

/** A further verb that is asked for, and the field that asks. */
interface Asked extends FurtherVerb {
  readonly path: readonly string[];
}

type Look = (value: Record<string, unknown>, path: readonly string[]) => Asked[];

/** A field that asks for a further verb, or leads to one. */
interface Part {
  readonly name: string;
  readonly unless: string | undefined;
  readonly look: Look;
}

const looks = new WeakMap<GraphQLInputObjectType, Look | null>();

/** What looks for further verbs in inputs of a type; null when none of its fields asks for one. */
function lookOf(type: GraphQLInputObjectType): Look | null {
  const known = looks.get(type);
  if (known !== undefined) return known;
  looks.set(type, null);
  const parts = Object.values(type.getFields()).flatMap((field): Part[] => {
    const verb = field.extensions.furtherVerb as FurtherVerb | undefined;
    const named = getNamedType(field.type);
    const below = isInputObjectType(named) ? lookOf(named) : null;
    if (!verb && !below) return [];
    const look: Look = (value, path) => [
      ...(verb ? [{ ...verb, path }] : []),
      ...(below?.(value, path) ?? []),
    ];
    return [{ name: field.name, unless: verb?.unless, look }];
  });
  const look: Look = (value, path) =>
    parts.flatMap(({ name, unless, look: part }) => {
      const given = value[name];
      // False asks for nothing.
      if (given === undefined || given === null || given === false) return [];
      if (given === unless) return [];
      return part(given as Record<string, unknown>, [...path, name]);
    });
  const made = parts.length > 0 ? look : null;
  looks.set(type, made);
  return made;
}

/** Which further verbs an input asks for. */
export function furtherVerbsOf(type: GraphQLInputType, input: unknown): Asked[] {
  const named = getNamedType(type);
  const look = isInputObjectType(named) ? lookOf(named) : null;
  return look?.(input as Record<string, unknown>, ['input']) ?? [];
}

/** Refuses a further verb that the caller may not do, at the field that asks for it. */
export function refuseForbidden(asked: readonly Asked[], permissions: ReadonlySet<string>): void {
  for (const { permissions: needed, path } of asked) {
    const permission = needed.find((one) => !permissions.has(one));
    if (permission === undefined) continue;
    refuseRead('FORBIDDEN', 'You lack a permission that this needs.', {
      permission,
      argument: path.join('.'),
    });
  }
}
