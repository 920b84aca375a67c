import {
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLInputType,
} from 'graphql';
import type { ReaderActor } from '../declaration.js';
import type { LevelScope } from '../level.js';
import { filledIn, holdsOpen, openValue, type Variables } from '../open-values.js';

/** A statement that writes JSON text, or the text itself where the store is not asked. */
export interface Made {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly constant: string | null;
}

export type Make = (scope: LevelScope) => Made;

/** A variable that an operation declares. */
export interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** How many forms of one statement are kept for an actor. */
const FORMS = 20;

type Fill = (variables: Variables) => Made;

/**
 * Makes statements once for each form of the variables and each actor, as his key was looked up:
 * texts, numbers and times are left open, and what else there is of them decides the form. What
 * cannot be made so is made anew for each request.
 */
export function keepingForms(declared: readonly Declared[]): (make: Make) => Make {
  const formOf = (variables: Variables) =>
    declared.map(({ name, type }) => formOfValue(variables[name], type)).join();
  return (make) => {
    const kept = new WeakMap<ReaderActor, Map<string, Fill | null>>();
    const texts = new Map<string, string>();
    return (scope) => {
      const { actor, variables } = scope;
      const forms = kept.get(actor) ?? new Map<string, Fill | null>();
      kept.set(actor, forms);
      const form = formOf(variables);
      let fill = forms.get(form);
      if (fill === undefined && forms.size < FORMS) {
        const made = openly(make, declared, scope);
        fill = made && filling({ ...made, text: sharedText(texts, form, made.text) });
        forms.set(form, fill);
      }
      return fill ? fill(variables) : make(scope);
    };
  };
}

/** One text for all actors for whom it is the same: there may be many of them, and it may be long. */
function sharedText(texts: Map<string, string>, form: string, text: string): string {
  const known = texts.get(form);
  if (known === text) return known;
  if (known !== undefined || texts.size < FORMS) texts.set(form, text);
  return text;
}

/** A statement with open values; null where something looked into them, or is refused. */
function openly(make: Make, declared: readonly Declared[], scope: LevelScope): Made | null {
  const open = declared.flatMap(({ name, type }) => {
    if (!Object.hasOwn(scope.variables, name)) return [];
    return [[name, opened(scope.variables[name], type, (variables) => variables[name])] as const];
  });
  try {
    return make({ ...scope, variables: Object.fromEntries(open) });
  } catch {
    // What is refused is made for the request itself, which is then told why.
    return null;
  }
}

function filling(made: Made): Fill {
  const places = made.values.flatMap((value, at) => (holdsOpen(value) ? [at] : []));
  return (variables) => {
    const values = [...made.values];
    for (const at of places) values[at] = filledIn(values[at], variables);
    return { ...made, values };
  };
}

/** Whether values of a type are only bound. Whole numbers are not: sizes of pages are written. */
const isBound = (type: GraphQLInputType): boolean =>
  isScalarType(type) && (!isSpecifiedScalarType(type) || OPEN.has(type.name));

const OPEN: ReadonlySet<string> = new Set(['String', 'ID']);

function formOfValue(value: unknown, given: GraphQLInputType): string {
  if (value === undefined || value === null) return String(value);
  const type = getNullableType(given);
  if (isInputObjectType(type)) {
    const types = type.getFields();
    const fields = Object.entries(value).map(
      ([name, one]) => `${name}:${formOfValue(one, types[name]!.type)}`,
    );
    return `{${fields.join()}}`;
  }
  if (isListType(type) && Array.isArray(value)) {
    if (isListOfBound(type)) return '*';
    return `[${value.map((one) => formOfValue(one, type.ofType)).join()}]`;
  }
  return isBound(type) ? '*' : JSON.stringify(value);
}

function opened(
  value: unknown,
  given: GraphQLInputType,
  read: (variables: Variables) => unknown,
): unknown {
  if (value === undefined || value === null) return value;
  const type = getNullableType(given);
  if (isInputObjectType(type)) {
    const types = type.getFields();
    const fields = Object.entries(value).map(([name, one]) => {
      const within = (variables: Variables) => (read(variables) as Variables)[name];
      return [name, opened(one, types[name]!.type, within)];
    });
    return Object.fromEntries(fields) as unknown;
  }
  if (isListType(type) && Array.isArray(value)) {
    if (isListOfBound(type)) return openValue(read);
    return value.map((one, at) =>
      opened(one, type.ofType, (variables) => (read(variables) as unknown[])[at]),
    );
  }
  return isBound(type) ? openValue(read) : value;
}

const isListOfBound = ({ ofType }: { readonly ofType: GraphQLInputType }): boolean =>
  isBound(getNullableType(ofType));
