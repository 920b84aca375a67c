import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import { fragmentsOf } from './rights.js';

/** Arguments that say where one subscriber begins; what is told afterwards does not depend on them. */
const BEGINNING = new Set(['after', 'snapshot']);

function usesIn(nodes: readonly ASTNode[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const node of nodes)
    visit(node, {
      VariableDefinition: () => false,
      Variable({ name: { value } }) {
        uses.set(value, (uses.get(value) ?? 0) + 1);
      },
    });
  return uses;
}

const found = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** The variables of a subscription that say where it begins, and nothing else. */
export function beginningVariables(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const known = found.get(operation);
  if (known) return known;
  const roots = operation.selectionSet.selections.filter(
    (one): one is FieldNode => one.kind === Kind.FIELD,
  );
  const given = roots.flatMap(({ arguments: args = [] }) =>
    args.filter(({ name }) => BEGINNING.has(name.value)),
  );
  const beginning = usesIn(given);
  const all = usesIn([operation, ...fragmentsOf(document, operation).values()]);
  const only = [...beginning].filter(([name, uses]) => all.get(name) === uses);
  const names = new Set(only.map(([name]) => name));
  found.set(operation, names);
  return names;
}
