import {
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  getArgumentValues,
  getDirectiveValues,
  type FieldNode,
  type SelectionSetNode,
} from 'graphql';
import { isAtomic } from './atomic.js';
import { requestError, type Prepared, type Variables } from './prepare.js';
import { fragmentsOf } from './rights.js';

/**
 * Whether a mutation asks only to be tried (`input.validateOnly`). One that does must stand alone:
 * what is tried is rolled back as a whole, so nothing beside it could be kept. In an atomic
 * operation all are tried together, or none.
 */
export function asksForTrial(prepared: Prepared, variables: Variables): boolean | GraphQLError {
  if (prepared.operation.operation !== OperationTypeNode.MUTATION) return false;
  const fields = rootFields(prepared, variables);
  const keys = new Set(fields.map(({ alias, name }) => (alias ?? name).value));
  try {
    const asking = fields.filter((field) => isTrialField(prepared, field, variables));
    if (asking.length === 0) return false;
    if (keys.size === 1) return true;
    if (isAtomic(prepared))
      return (
        asking.length === fields.length ||
        notAlone('With @atomic all mutations are tried, or none.')
      );
  } catch (error) {
    if (error instanceof GraphQLError) return requestError('BAD_USER_INPUT', error.message);
    throw error;
  }
  return notAlone('A mutation with validateOnly must be the only one of its operation.');
}

const notAlone = (message: string): GraphQLError => requestError('VALIDATE_ONLY_ALONE', message);

function isTrialField({ schema }: Prepared, field: FieldNode, variables: Variables): boolean {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  if (!definition) return false;
  const { input } = getArgumentValues(definition, field, variables) as {
    input?: { validateOnly?: unknown } | null;
  };
  return input?.validateOnly === true;
}

/** The root fields that will run: fragments opened, `@skip` and `@include` applied. */
function rootFields({ document, operation }: Prepared, variables: Variables): FieldNode[] {
  const fragments = fragmentsOf(document, operation);
  const open = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((selection) => {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
      if (skip?.if === true || include?.if === false) return [];
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return fragment ? open(fragment.selectionSet) : [];
    });
  return open(operation.selectionSet);
}
