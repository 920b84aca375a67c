import { InvalidInput, LimitExceeded, lifecycle } from '../kernel/index.js';

export const webhookEndpointLifecycle = lifecycle({
  subject: 'Webhook endpoint',
  initial: 'ACTIVE',
  states: {
    ACTIVE: { pause: 'PAUSED', archive: 'ARCHIVED' },
    PAUSED: { resume: 'ACTIVE', archive: 'ARCHIVED' },
    ARCHIVED: {},
  },
});

const URL_MAX = 2_000;

/**
 * Takes the address that messages are sent to. Whether its host may be reached is found out anew at
 * each connection, because a name can lead elsewhere by then.
 */
export function cleanUrl(text: string): string {
  const given = text.trim();
  const url = given.length <= URL_MAX && URL.canParse(given) ? new URL(given) : null;
  const isPlain = url !== null && url.username === '' && url.password === '' && url.hash === '';
  if (isPlain && ['http:', 'https:'].includes(url.protocol)) return url.href;
  throw new InvalidInput(
    'URL_MALFORMED',
    'An endpoint is an http or https address without user, password and fragment.',
  );
}

/** A type of fact as its module declares it. */
interface KnownFact {
  readonly type: string;
  readonly documentType: string;
}

const LIST_MAX = 50;
const FIELD = /^[a-z][A-Za-z0-9]{0,63}$/;

function bounded(subject: string, list: readonly string[]): string[] {
  const each = [...new Set(list)].sort();
  if (each.length > LIST_MAX) throw new LimitExceeded(subject, LIST_MAX, each.length);
  return each;
}

/** Takes a noun of which there are facts. */
export function cleanNoun(noun: string, known: readonly KnownFact[]): string {
  if (known.some(({ documentType }) => documentType === noun)) return noun;
  throw new InvalidInput('NOUN_UNKNOWN', 'No fact is told of {noun}.', { noun });
}

/** Takes types of facts, each once and in order; all must be of the noun. */
export function cleanFactTypes(
  types: readonly string[],
  noun: string,
  known: readonly KnownFact[],
): string[] {
  const own = new Set(known.filter((one) => one.documentType === noun).map(({ type }) => type));
  const wrong = types.find((type) => !own.has(type));
  if (wrong === undefined) return bounded('Types of facts', types);
  throw new InvalidInput('FACT_TYPE_UNKNOWN', '{type} is no fact of {noun}.', {
    type: wrong,
    noun,
  });
}

/** Takes names of fields, each once and in order. */
export function cleanChangedFields(fields: readonly string[]): string[] {
  const wrong = fields.find((field) => !FIELD.test(field));
  if (wrong === undefined) return bounded('Changed fields', fields);
  throw new InvalidInput('FIELD_MALFORMED', '{field} is not the name of a field.', {
    field: wrong,
  });
}

/** Which facts an endpoint is sent. */
export interface Triggers {
  readonly noun: string;
  readonly factTypes: readonly string[];
  readonly changedFields: readonly string[];
}

/** What of a fact decides whether it is sent. */
interface Happened {
  readonly type: string;
  readonly documentType: string;
  readonly changedFields: readonly string[];
}

/** Whether a fact is one that the endpoint is sent. */
export function triggers(
  { noun, factTypes, changedFields }: Triggers,
  { type, documentType, changedFields: changed }: Happened,
): boolean {
  if (documentType !== noun) return false;
  if (factTypes.length > 0 && !factTypes.includes(type)) return false;
  return changedFields.length === 0 || changed.some((field) => changedFields.includes(field));
}

/** Takes a part of the log: whole positions from 1, the first not behind the last. */
export function cleanRange(from: string, to: string): { first: number; last: number } {
  const [first, last] = [from, to].map((text) => (/^\d{1,15}$/.test(text) ? Number(text) : 0));
  if (first !== undefined && last !== undefined && first >= 1 && last >= first)
    return { first, last };
  throw new InvalidInput('RANGE_MALFORMED', 'Positions {from} to {to} are no part of the log.', {
    from,
    to,
  });
}
