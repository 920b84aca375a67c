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

/** The variables that are used in some arguments of the root fields, and nowhere else. */
function onlyIn(
  isMeant: (argument: string) => boolean,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const roots = operation.selectionSet.selections.filter(
    (one): one is FieldNode => one.kind === Kind.FIELD,
  );
  const given = roots.flatMap(({ arguments: args = [] }) =>
    args.filter(({ name }) => isMeant(name.value)),
  );
  const meant = usesIn(given);
  const all = usesIn([operation, ...fragmentsOf(document, operation).values()]);
  return new Set([...meant].filter(([name, uses]) => all.get(name) === uses).map(([name]) => name));
}

/** What variables of a subscription are for. */
interface Purposes {
  /** They say where it begins, and nothing else. */
  readonly beginning: ReadonlySet<string>;
  /** They say where it begins or what it follows, and nothing of how that is told. */
  readonly following: ReadonlySet<string>;
}

const found = new WeakMap<OperationDefinitionNode, Purposes>();

/** Sorts the variables of a subscription by what they are for. */
export function purposesOf(document: DocumentNode, operation: OperationDefinitionNode): Purposes {
  const known = found.get(operation) ?? {
    beginning: onlyIn((argument) => BEGINNING.has(argument), document, operation),
    following: onlyIn(() => true, document, operation),
  };
  found.set(operation, known);
  return known;
}
