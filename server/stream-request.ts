import type { LogCursor } from '../modules/events/index.js';
import type { KeyHolder } from '../modules/auth/index.js';
import type { Actor } from '../modules/kernel/index.js';
import { REFUSED_COST, type Admission } from './admission.js';
import { coerceVariables } from './coerce.js';
import { hashOf, type Documents } from './documents.js';
import type { Executor } from './executor.js';
import type { Outlet } from './outlet.js';
import { isRefused, requestError, type Prepared, type Refused, type Variables } from './prepare.js';
import type { Opened, StreamHub } from './stream-hub.js';
import { trustRefusal, type TrustedDocuments } from './trusted-documents.js';

export interface StreamDoorParts {
  readonly documents: Documents;
  readonly executor: Executor;
  readonly hub: StreamHub;
  readonly admission: Admission;
  readonly trustedDocuments: TrustedDocuments;
}

/** What a client asks to subscribe to, as it came: nothing of it is known to be what it should be. */
export interface SubscribeRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

interface Subscribing {
  readonly actor: KeyHolder;
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
  const refuse = (refused: Refused): Refused => {
    parts.admission.charge(actor.id, REFUSED_COST);
    return tell(refused);
  };
  const empty = parts.admission.refusal(actor.id, 1);
  if (empty) return tell({ errors: [empty] });
  const text = await textOf(payload, parts.trustedDocuments);
  if (text === null) return refuse({ errors: [unknownDocument(payload)] });
  const untrusted = await trustRefusal(actor.app, hashOf(text), parts.trustedDocuments);
  if (untrusted) return refuse(untrusted);
  const operationName = typeof payload.operationName === 'string' ? payload.operationName : null;
  const variables = payload.variables ?? {};
  if (typeof variables !== 'object' || Array.isArray(variables))
    return refuse({ errors: [requestError('BAD_USER_INPUT', 'Variables are an object.')] });
  const prepare = ({ permissions }: Actor) =>
    parts.documents.prepareText(text, operationName, permissions);
  const caller = { actor, requestId, locale, app: actor.app, idempotencyKey: null };
  const asked = { caller, variables: variables as Variables, prepare, after };
  const prepared = prepare(actor);
  if (isRefused(prepared)) return refuse(prepared);
  const gate = coerceVariables(prepared, asked.variables);
  if (isRefused(gate)) return refuse(gate);
  const tooMuch = parts.executor.admit(prepared, caller, gate.coerced);
  if (tooMuch) return tell({ errors: [tooMuch] });
  const opened = await parts.hub.open(asked, outlet);
  if (!isRefused(opened)) return { opened, prepared };
  parts.admission.charge(actor.id, REFUSED_COST);
  return opened;
}

/** The text of the operation, or of the trusted document that it names. */
async function textOf(
  { query, documentId }: SubscribeRequest,
  trusted: TrustedDocuments,
): Promise<string | null> {
  if (typeof documentId === 'string') return trusted.textOf(documentId);
  return typeof query === 'string' ? query : null;
}

const unknownDocument = ({ documentId }: SubscribeRequest) =>
  documentId === undefined
    ? requestError('BAD_REQUEST', 'A subscription has a query, or a documentId.')
    : requestError('DOCUMENT_NOT_FOUND', 'No trusted document has this id.');
