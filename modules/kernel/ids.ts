const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TYPE_NAME = /^[A-Z][A-Za-z0-9]{0,63}$/;
const UUID_LENGTH = 36;

/** A global id taken apart. */
export interface GlobalId {
  readonly type: string;
  readonly uuid: string;
}

/**
 * Tells whether a text is a UUID as the store writes it, in lower case; the version is not looked
 * at.
 */
export function isUuid(text: string): boolean {
  return text.length === UUID_LENGTH && UUID.test(text);
}

/**
 * The id by which the graph names a node: `SalesOrder:0190…`. It is in clear because it guards
 * nothing,
 * and opaque by contract: a caller who takes it apart is on his own.
 */
export function globalId(type: string, uuid: string): string {
  return `${type}:${uuid}`;
}

/** Takes a global id apart; null when the text is none. It does not know which types there are. */
export function parseGlobalId(text: string): GlobalId | null {
  const colon = text.length - UUID_LENGTH - 1;
  if (colon < 1 || text.charAt(colon) !== ':') return null;
  const type = text.slice(0, colon);
  const uuid = text.slice(colon + 1);
  return TYPE_NAME.test(type) && UUID.test(uuid) ? { type, uuid } : null;
}

/** The UUID of a global id of one type; null when the text is none, or names another type. */
export function uuidOf(type: string, text: string): string | null {
  const id = parseGlobalId(text);
  return id?.type === type ? id.uuid : null;
}
