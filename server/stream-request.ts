import type { LogCursor } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import type { Documents } from './documents.js';
import type { Executor } from './executor.js';
import type { Outlet } from './outlet.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';
import type { Opened, StreamHub } from './stream-hub.js';

export interface StreamDoorParts {
  readonly documents: Documents;
  readonly executor: Executor;
  readonly hub: StreamHub;
  readonly trustedDocuments: ReadonlyMap<string, string>;
}

/** What a client asks to subscribe to, as it came: nothing of it is known to be what it should be. */
export interface SubscribeRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

interface Subscribing {
  readonly actor: Actor;
  readonly requestId: string;
  readonly locale: string;
  readonly payload: SubscribeRequest;
  /** A cursor that came beside the operation. */
  readonly after?: LogCursor | null;
}

/** A subscription that was opened, with the operation that it was prepared from. */
export interface Subscribed {
  readonly opened: Opened;
  readonly prepared: Prepared;
}

/** Opens a subscription for a client of whatever door. Errors as the caller may see them. */
export async function subscribe(
  parts: StreamDoorParts,
  { actor, requestId, locale, payload, after }: Subscribing,
  outlet: Outlet,
): Promise<Subscribed | Refused> {
  const tell = (refused: Refused): Refused => ({
    errors: parts.executor.tell(refused.errors, requestId),
  });
  const text = textOf(payload, parts.trustedDocuments);
  if (text === null) return tell({ errors: [unknownDocument(payload)] });
  const operationName = typeof payload.operationName === 'string' ? payload.operationName : null;
  const variables = payload.variables ?? {};
  if (typeof variables !== 'object' || Array.isArray(variables))
    return tell({ errors: [requestError('BAD_USER_INPUT', 'Variables are an object.')] });
  const prepare = ({ permissions }: Actor) =>
    parts.documents.prepareText(text, operationName, permissions);
  const caller = { actor, requestId, locale, idempotencyKey: null };
  const asked = { caller, variables: variables as Variables, prepare, after };
  const opened = await parts.hub.open(asked, outlet);
  if (isRefused(opened)) return opened;
  const prepared = prepare(actor);
  return isRefused(prepared) ? tell(prepared) : { opened, prepared };
}

/** The text of the operation, or of the trusted document that it names. */
function textOf(
  { query, documentId }: SubscribeRequest,
  trusted: ReadonlyMap<string, string>,
): string | null {
  if (typeof documentId === 'string') return trusted.get(documentId) ?? null;
  return typeof query === 'string' ? query : null;
}

const unknownDocument = ({ documentId }: SubscribeRequest) =>
  documentId === undefined
    ? requestError('BAD_REQUEST', 'A subscription has a query, or a documentId.')
    : requestError('DOCUMENT_NOT_FOUND', 'No trusted document has this id.');
