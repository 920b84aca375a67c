import {
  Kind,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { originalField } from './original-field.js';

/** One response key of a selection: its field nodes and the directives it stands under. */
export interface Selected {
  readonly key: string;
  readonly fieldName: string;
  readonly nodes: FieldNode[];
  /** It is included when every selection of one of these paths is; empty when always. */
  readonly paths: SelectionNode[][];
  /** Whether some of its nodes may count without others: what is selected below it then differs. */
  isSplit: boolean;
}

export interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What a list of fields selects on one object type, fragments opened, merged by response key. */
export function selectionOf(
  nodes: readonly { readonly selectionSet?: SelectionSetNode }[],
  typeName: string,
  document: Document,
): Map<string, Selected> {
  const selected = new Map<string, Selected>();
  for (const node of nodes) {
    for (const selection of node.selectionSet?.selections ?? [])
      open(selection, [], typeName, document, selected);
  }
  return selected;
}

function open(
  selection: SelectionNode,
  above: readonly SelectionNode[],
  typeName: string,
  document: Document,
  selected: Map<string, Selected>,
): void {
  const path = selection.directives?.length ? [...above, selection] : [...above];
  if (selection.kind === Kind.FIELD) {
    add(originalField(selection), path, selected);
    return;
  }
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments[selection.name.value];
  if (!fragment || !applies(fragment.typeCondition?.name.value, typeName, document.schema)) return;
  for (const inner of fragment.selectionSet.selections)
    open(inner, path, typeName, document, selected);
}

function add(node: FieldNode, path: SelectionNode[], selected: Map<string, Selected>): void {
  const key = node.alias?.value ?? node.name.value;
  const known = selected.get(key);
  if (!known) {
    const paths = path.length === 0 ? [] : [path];
    selected.set(key, { key, fieldName: node.name.value, nodes: [node], paths, isSplit: false });
    return;
  }
  known.nodes.push(node);
  const isConditional = path.length > 0 || known.paths.length > 0;
  known.isSplit ||= isConditional && node.selectionSet !== undefined;
  if (path.length === 0) known.paths.length = 0;
  else if (known.paths.length > 0) known.paths.push(path);
}

function applies(condition: string | undefined, typeName: string, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === typeName) return true;
  const abstract = schema.getType(condition);
  const concrete = schema.getType(typeName);
  if (!isAbstractType(abstract) || !concrete || !('getInterfaces' in concrete)) return false;
  return schema.isSubType(abstract, concrete);
}

/** Whether `@skip` and `@include` leave a selection in, for the variables of this request. */
export function isIncluded(
  paths: readonly SelectionNode[][],
  variables: Record<string, unknown>,
): boolean {
  if (paths.length === 0) return true;
  return paths.some((path) =>
    path.every((selection) => {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
      if (skip?.if === true) return false;
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
      return include?.if !== false;
    }),
  );
}
