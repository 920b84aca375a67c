import type { Client } from '../../typescript/client.js';
import {
  CustomerDuplicatesDocument,
  ItemDuplicatesDocument,
  SupplierDuplicatesDocument,
} from '../../typescript/generated/graphql.js';
import type { DuplicateNoun } from './arguments.js';
import type { Suggestion } from './table.js';

const documents = {
  customer: CustomerDuplicatesDocument,
  supplier: SupplierDuplicatesDocument,
  item: ItemDuplicatesDocument,
} as const;

const PAGE = 250;

/** What one page of the report says. */
export interface ReportPage {
  readonly suggestions: Suggestion[];
  readonly totalCount: number;
  readonly compared: number;
}

/** Reads the suggestions page by page, the likeliest first. */
export async function* suggestions(
  client: Client,
  noun: DuplicateNoun,
  minScore: string,
): AsyncGenerator<ReportPage, void> {
  let after: string | null = null;
  do {
    const variables: { first: number; after: string | null; minScore: string } = {
      ...{ first: PAGE, after, minScore },
    };
    const answer = await client.request(documents[noun], variables);
    const { nodes, pageInfo, totalCount, compared } = answer.duplicates!;
    yield {
      suggestions: nodes.flatMap(({ score, reasons, survivor, duplicate }) =>
        survivor && duplicate ? [{ noun, score, reasons, survivor, duplicate }] : [],
      ),
      ...{ totalCount, compared },
    };
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
}
