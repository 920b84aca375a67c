import {
  Kind,
  TypeInfo,
  isRequiredArgument,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { rewriteField } from '../prisma/reader/original-field.js';
import { fragmentsOf } from './rights.js';

/**
 * The operation without the arguments that only the reader uses (those of fields marked `planned`),
 * and without the variables that nothing else needs: variables of recursive input types, such as
 * filters, keep an operation from being compiled. The reader is led back to the original fields.
 */
export function compilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const types = new TypeInfo(schema);
  const shorten = visitWithTypeInfo(types, {
    // On leaving a field everything below it has been rewritten, so its copy is the final one.
    Field: { leave: (node) => shortened(node, types) },
  });
  const rewrite = <T extends OperationDefinitionNode | FragmentDefinitionNode>(written: T): T => {
    const copy: T = visit(written, shorten);
    rememberFields(copy, written);
    return copy;
  };
  const fragments = [...fragmentsOf(document, operation).values()].map(rewrite);
  const main = rewrite(operation);
  const used = new Set<string>();
  for (const definition of [main, ...fragments])
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void used.add(name.value),
    });
  const variableDefinitions = main.variableDefinitions?.filter((one) =>
    used.has(one.variable.name.value),
  );
  const definitions = [{ ...main, variableDefinitions }, ...fragments];
  return { kind: Kind.DOCUMENT, definitions };
}

function shortened(node: FieldNode, types: TypeInfo): FieldNode | undefined {
  const field = types.getFieldDef();
  if (!node.arguments?.length || field?.extensions.planned !== true) return undefined;
  const required = new Set(field.args.filter(isRequiredArgument).map((one) => one.name));
  const kept = node.arguments.filter((one) => required.has(one.name.value));
  return kept.length === node.arguments.length ? undefined : { ...node, arguments: kept };
}

/**
 * Both trees have the same selections in the same places: each rewritten field is told its
 * original.
 */
function rememberFields(copy: DefinitionNode, original: DefinitionNode): void {
  const open: [unknown, unknown][] = [[copy, original]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [rewritten, written] = pair as [Selecting, Selecting];
    if (rewritten === written) continue;
    if (rewritten.kind === Kind.FIELD)
      rewriteField(written as unknown as FieldNode, rewritten as unknown as FieldNode);
    rewritten.selectionSet?.selections.forEach((selection, place) =>
      open.push([selection, written.selectionSet?.selections[place]]),
    );
  }
}

interface Selecting {
  readonly kind: Kind;
  readonly selectionSet?: { readonly selections: readonly unknown[] };
}
