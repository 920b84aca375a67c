import { createHash } from 'node:crypto';
import type { HTTPGraphQLResponse } from '@apollo/server';
import { RequestRefused } from './request-body.js';
import type { TrustedDocuments } from './trusted-documents.js';

interface Named {
  readonly search: string;
  readonly body: unknown;
  /** Whether the document was named by its id in the address, so that the answer may be kept. */
  readonly isKeepable: boolean;
}

/** Puts the text of a trusted document in the place of its id, in a body or in an address. */
export async function withDocument(
  { method, search, body }: { method: string; search: string; body: unknown },
  trusted: TrustedDocuments,
): Promise<Named> {
  if (method === 'GET') return inAddress(search, trusted);
  if (typeof body !== 'object' || body === null || !('documentId' in body))
    return { search, body, isKeepable: false };
  const { documentId, ...rest } = body as Record<string, unknown>;
  const query = await textOf(documentId, 'query' in rest, trusted);
  return { search, body: { ...rest, query }, isKeepable: false };
}

async function inAddress(search: string, trusted: TrustedDocuments): Promise<Named> {
  const given = new URLSearchParams(search);
  const id = given.get('documentId');
  if (id === null) return { search, body: undefined, isKeepable: false };
  const query = await textOf(id, given.has('query'), trusted);
  given.delete('documentId');
  given.set('query', query);
  return { search: `?${given.toString()}`, body: undefined, isKeepable: true };
}

async function textOf(id: unknown, hasQuery: boolean, trusted: TrustedDocuments): Promise<string> {
  const text = typeof id === 'string' ? await trusted.textOf(id) : null;
  if (text === null)
    throw new RequestRefused(400, 'DOCUMENT_NOT_FOUND', 'No trusted document has this id.');
  if (hasQuery)
    throw new RequestRefused(400, 'BAD_REQUEST', 'A request has a documentId or a query.');
  return text;
}

/**
 * Lets a client keep an answer to a document that it named in the address, and ask whether it still
 * holds. The tag is weak: it is of the data, and not of the cost that is told beside it.
 */
export function keepable(
  response: HTTPGraphQLResponse,
  ifNoneMatch: string | undefined,
): HTTPGraphQLResponse {
  const { status, headers, body } = response;
  if ((status ?? 200) !== 200 || body.kind !== 'complete') return response;
  const answer = JSON.parse(body.string) as { data?: unknown; errors?: unknown };
  if (answer.errors !== undefined) return response;
  const digest = createHash('sha256').update(JSON.stringify(answer.data)).digest('base64url');
  const tag = `W/"${digest}"`;
  headers.set('etag', tag);
  headers.set('cache-control', 'private, no-cache');
  headers.set('vary', 'authorization, accept, accept-language');
  const isKnown = ifNoneMatch?.split(',').some((one) => one.trim() === tag || one.trim() === '*');
  if (!isKnown) return response;
  return { status: 304, headers, body: { kind: 'complete', string: '' } };
}
