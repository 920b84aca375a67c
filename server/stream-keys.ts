import type { LoggedEvent } from '../modules/events/index.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What an event is heard by: the type of its document, and that type with each id that the fact
 * names. So an event finds its few followers at once, however many follow something else.
 */
export function keysOf(event: LoggedEvent): readonly string[] {
  const made = known.get(event) ?? makeKeys(event);
  known.set(event, made);
  return made;
}
const known = new WeakMap<LoggedEvent, readonly string[]>();

function makeKeys({ documentType, documentId, data }: LoggedEvent): string[] {
  const named = Object.values(data).filter(
    (value): value is string => typeof value === 'string' && UUID.test(value),
  );
  const ids = new Set([documentId, ...named]);
  return [documentType, ...[...ids].map((id) => `${documentType} ${id}`)];
}

/** Of some events those that are heard by one of these keys. */
export function heardOf(events: readonly LoggedEvent[], hears: readonly string[]): LoggedEvent[] {
  const heard = new Set(hears);
  return events.filter((event) => keysOf(event).some((key) => heard.has(key)));
}
