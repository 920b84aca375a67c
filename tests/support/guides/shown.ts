/**
 * Ids, cursors and keys differ each time a guide is played. The guides show short names in their
 * place, counted as they appear: `Customer:0190…1` is the first customer that an answer told.
 */
export interface Names {
  /** A request as the server must get it: names become what they stand for. */
  real(text: string): string;
  /** An answer as the guide shows it. */
  shown(value: unknown, key?: string): unknown;
}

const ID = /^([A-Z]\w*):([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const CURSOR_KEYS = new Set(['cursor', 'startCursor', 'endCursor']);
const NAME = /\b(?:[A-Z]\w*:0190|tlk_|whsec_|Y3Vyc29y)…\d+/g;

const AN_INSTANT = '2026-03-02T09:30:00.000Z';
const A_REQUEST = 'b8e1c7a2-53f0-4d4e-9c1b-2f6a7d90e415';

export function createNames(): Names {
  const reals = new Map<string, string>();
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  function name(value: string, prefix: string): string {
    const known = names.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    const made = `${prefix}…${count}`;
    names.set(value, made);
    reals.set(made, value);
    return made;
  }
  /** A raw id within a sentence is shown without its noun. */
  const inWords = (text: string): string =>
    text.replace(UUID, (uuid) => {
      const known = [...names].find(([value]) => value.endsWith(`:${uuid}`));
      return known ? known[1].replace(/^\w+:/, '') : uuid;
    });
  function shownText(text: string, key: string): string {
    const id = ID.exec(text);
    if (id) return name(text, `${id[1]!}:0190`);
    if (key === 'requestId') return A_REQUEST;
    if (CURSOR_KEYS.has(key)) return name(text, 'Y3Vyc29y');
    if (key === 'token') return name(text, 'tlk_');
    if (key === 'secret') return name(text, 'whsec_');
    return INSTANT.test(text) ? AN_INSTANT : inWords(text);
  }
  function shown(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return shownText(value, key);
    if (Array.isArray(value)) return value.map((one) => shown(one, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([one, inner]) => [one, shown(inner, one)]),
    );
  }
  return {
    shown,
    real: (text) =>
      text.replace(NAME, (one) => {
        const value = reals.get(one);
        if (value === undefined) throw new Error(`No answer before has told ${one}.`);
        return value;
      }),
  };
}
