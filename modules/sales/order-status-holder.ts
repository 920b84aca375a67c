import type { Database } from '../../prisma/database.js';
import type { KeyHolder } from '../auth/index.js';
import { isSignedBy, readLinkToken } from './order-status-token.js';

interface FoundLink {
  readonly companyId: string;
  readonly salesOrderId: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

interface Known {
  readonly askedAt: number;
  readonly link: Promise<FoundLink | null>;
}

/** How long a revoked link may still be taken for good. */
const KEPT_MS = 1_000;
const LINKS_KEPT = 2_000;

const kept = new WeakMap<Database, Map<string, Known>>();
const holders = new WeakMap<FoundLink, KeyHolder>();

function linksOf(database: Database): Map<string, Known> {
  const known = kept.get(database) ?? new Map<string, Known>();
  kept.set(database, known);
  return known;
}

/** Looks every link up anew from now on, because a fact told that one was revoked. */
export const forgetLinks = (database: Database): void => linksOf(database).clear();

async function find(database: Database, id: string): Promise<FoundLink | null> {
  const found = await database.db
    .selectFrom('OrderStatusLink')
    .select(['companyId', 'salesOrderId', 'secret', 'expiresAt'])
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

/** Asks the store at most once a second for a link. */
function lookUp(database: Database, id: string, now: number): Promise<FoundLink | null> {
  const known = linksOf(database);
  const recent = known.get(id);
  if (recent && now >= recent.askedAt && now - recent.askedAt < KEPT_MS) return recent.link;
  const link = find(database, id);
  known.delete(id);
  known.set(id, { askedAt: now, link });
  // The oldest goes first, so that strangers who try tokens cannot fill the memory.
  const oldest = known.size > LINKS_KEPT ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  link.catch(() => known.delete(id));
  return link;
}

/**
 * Who holds a link: somebody without an account who sees the status of one order, and nothing else.
 * Null for a token that was not signed for this link, has expired, or was revoked.
 */
export async function linkHolder(
  database: Database,
  token: string,
  now: Date,
): Promise<KeyHolder | null> {
  const claimed = readLinkToken(token);
  if (claimed === null || claimed.expiresAt <= now) return null;
  const link = await lookUp(database, claimed.id, now.getTime());
  if (link === null || !isSignedBy(claimed, link.secret)) return null;
  if (link.expiresAt.getTime() !== claimed.expiresAt.getTime()) return null;
  const known = holders.get(link);
  if (known) return known;
  const holder: KeyHolder = {
    id: claimed.id,
    name: 'Holder of an order status link',
    kind: 'INTEGRATION',
    companies: [link.companyId],
    permissions: new Set(['sales.orderStatus.read']),
    linkedId: link.salesOrderId,
    app: null,
  };
  holders.set(link, holder);
  return holder;
}
