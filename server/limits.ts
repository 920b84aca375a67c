import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document may be at most. Counts are of the document with its fragments opened. */
export interface DocumentLimits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directivesOnNode: number;
  readonly directives: number;
  readonly selections: number;
  /** The same response key in one selection set: validation compares each pair of them. */
  readonly repeats: number;
  /** Such repetitions in the whole document, because nested ones multiply. */
  readonly repeatsInAll: number;
  readonly fragments: number;
  readonly operations: number;
}

export const documentLimits: DocumentLimits = {
  tokens: 5000,
  depth: 20,
  aliases: 30,
  directivesOnNode: 5,
  directives: 100,
  selections: 3000,
  repeats: 20,
  repeatsInAll: 100,
  fragments: 60,
  operations: 30,
};

/** Sizes of a selection set with everything below it. */
interface Size {
  depth: number;
  aliases: number;
  selections: number;
}

/** Why a document is refused before it is validated, or null. It takes time linear in the text. */
export function limitRefusal(document: DocumentNode, limits = documentLimits): GraphQLError | null {
  try {
    checkDirectives(document, limits);
    measure(document, limits);
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refuse(limit: keyof DocumentLimits, limits: DocumentLimits): never {
  throw new GraphQLError(
    `The document goes beyond its limit of ${limits[limit]} ${words[limit]}.`,
    {
      extensions: { code: 'DOCUMENT_TOO_LARGE', limit, max: limits[limit] },
    },
  );
}

const words: Record<keyof DocumentLimits, string> = {
  tokens: 'tokens',
  depth: 'levels of depth',
  aliases: 'aliases',
  directivesOnNode: 'directives on one node',
  directives: 'directives',
  selections: 'selections',
  repeats: 'selections of one response key side by side',
  repeatsInAll: 'repeated selections',
  fragments: 'fragments',
  operations: 'operations',
};

function measure(document: DocumentNode, limits: DocumentLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const fragmentCount = document.definitions.length - operations.length;
  if (fragmentCount > limits.fragments) refuse('fragments', limits);
  if (operations.length > limits.operations) refuse('operations', limits);
  const scale = scaleFor(fragments, limits);
  for (const definition of document.definitions)
    if ('selectionSet' in definition) scale(definition.selectionSet, 1);
}

/** Measures selection sets; each fragment once. A cycle counts once and is left to validation. */
function scaleFor(fragments: Map<string, FragmentDefinitionNode>, limits: DocumentLimits) {
  const measured = new Map<string, Size>();
  let repeats = 0;
  const spread = (name: string, level: number): Size => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    measured.set(name, { depth: 0, aliases: 0, selections: 0 });
    const size = fragment
      ? ofSet(fragment.selectionSet, level)
      : { depth: 0, aliases: 0, selections: 0 };
    measured.set(name, size);
    return size;
  };
  const below = (selection: SelectionNode, level: number): Size => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return spread(selection.name.value, level);
    if (!selection.selectionSet) return { depth: 0, aliases: 0, selections: 0 };
    const isField = selection.kind === Kind.FIELD;
    return ofSet(selection.selectionSet, isField ? level + 1 : level);
  };
  const ofSet = (set: SelectionSetNode, level: number): Size => {
    if (level > limits.depth) refuse('depth', limits);
    repeats += repeatsOf(set, limits);
    if (repeats > limits.repeatsInAll) refuse('repeatsInAll', limits);
    const size: Size = { depth: 0, aliases: 0, selections: 0 };
    for (const selection of set.selections) {
      const inner = below(selection, level);
      const isField = selection.kind === Kind.FIELD;
      size.depth = Math.max(size.depth, inner.depth + (isField ? 1 : 0));
      size.selections += inner.selections + 1;
      size.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    }
    if (level - 1 + size.depth > limits.depth) refuse('depth', limits);
    if (size.selections > limits.selections) refuse('selections', limits);
    if (size.aliases > limits.aliases) refuse('aliases', limits);
    return size;
  };
  return ofSet;
}

/** Counts response keys side by side, through inline fragments; spreads count by their name. */
function repeatsOf(set: SelectionSetNode, limits: DocumentLimits): number {
  const seen = new Map<string, number>();
  const open: SelectionSetNode[] = [set];
  let repeats = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    for (const selection of next.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        open.push(selection.selectionSet);
        continue;
      }
      const alias = selection.kind === Kind.FIELD ? selection.alias : undefined;
      const key = `${selection.kind} ${(alias ?? selection.name).value}`;
      const count = (seen.get(key) ?? 0) + 1;
      if (count > limits.repeats) refuse('repeats', limits);
      seen.set(key, count);
      repeats += count > 1 ? 1 : 0;
    }
  }
  return repeats;
}

/** Counts directives wherever they stand in operations and fragments. */
function checkDirectives(document: DocumentNode, limits: DocumentLimits): void {
  let total = 0;
  const open: unknown[] = [...document.definitions];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { directives, selectionSet, selections, variableDefinitions } = node as Directed;
    if (directives && directives.length > limits.directivesOnNode)
      refuse('directivesOnNode', limits);
    total += directives?.length ?? 0;
    if (total > limits.directives) refuse('directives', limits);
    if (selectionSet) open.push(selectionSet);
    if (selections) open.push(...selections);
    if (variableDefinitions) open.push(...variableDefinitions);
  }
}

interface Directed {
  readonly directives?: readonly unknown[];
  readonly selectionSet?: unknown;
  readonly selections?: readonly unknown[];
  readonly variableDefinitions?: readonly unknown[];
}
