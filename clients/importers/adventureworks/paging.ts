import { batches } from '../in-flight.js';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** All nodes of a list, page by page. */
export async function allOf<Node>(
  page: (after: string | null) => Promise<Page<Node> | null | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const one: Page<Node> | null | undefined = await page(after);
    nodes.push(...(one?.nodes ?? []));
    after = one?.pageInfo.hasNextPage ? (one.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return nodes;
}

/** The same of what belongs to some ids: piece by piece, because a filter takes a bounded list. */
export async function allOfEach<Node>(
  ids: readonly string[],
  page: (ids: string[], after: string | null) => Promise<Page<Node> | null | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (const piece of batches(ids, 100))
    nodes.push(...(await allOf((after) => page(piece, after))));
  return nodes;
}
