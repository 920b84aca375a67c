import type { ReadNoun, ReaderScope } from './declaration.js';
import { columnOf, finish, name, sqlDraft, visible, whereClause, type SqlDraft } from './sql.js';

/** The id that a look-up by number, code or external reference names, among what the actor sees. */
export async function findId(
  noun: ReadNoun,
  by: LookupKey,
  scope: ReaderScope,
): Promise<string | null> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause([
    ...keyConditions(noun, by, alias, draft),
    ...visible(noun, alias, scope.actor, draft),
  ]);
  const text = `select ${ledTo(noun, alias)} from ${name(noun.table)} ${alias}${where} limit 2`;
  const answer = await scope.query(finish(draft, text));
  return answer.rows.length === 1 ? (answer.rows[0]![0] as string) : null;
}

/** The row that a key means: itself, or what it turned out to be. */
function ledTo({ leadsTo }: ReadNoun, alias: string): string {
  const own = columnOf(alias, 'id');
  return leadsTo === undefined ? own : `coalesce(${columnOf(alias, leadsTo)}, ${own})`;
}

/** Keys of one kind: all by number or all by code, and all within companies or all without. */
export interface NaturalKeys {
  readonly by: 'number' | 'code';
  readonly keys: readonly { readonly company: string | null; readonly key: string }[];
}

/**
 * The ids that many keys of one kind name, in their order, among what the actor sees: one
 * statement. Null where there is none, or more than one.
 */
export async function findIds(
  noun: ReadNoun,
  { by, keys }: NaturalKeys,
  scope: ReaderScope,
): Promise<(string | null)[]> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const companies = draft.bind(
    keys.map(({ company }) => company),
    'uuid[]',
  );
  const texts = draft.bind(
    keys.map(({ key }) => key),
    'text[]',
  );
  const isOwned = keys.some(({ company }) => company !== null);
  const conditions = [
    ...(isOwned ? [`${columnOf(alias, 'companyId')} = asked."company"`] : []),
    `${columnOf(alias, by)} = asked."key"`,
    ...visible(noun, alias, scope.actor, draft),
  ];
  const asked = `unnest(${companies}, ${texts}) with ordinality as asked("company", "key", "n")`;
  const text =
    `select asked."n", ${ledTo(noun, alias)} from ${asked} ` +
    `join ${name(noun.table)} ${alias} on ${conditions.join(' and ')}`;
  const { rows } = await scope.query(finish(draft, text));
  const found = new Map<number, string[]>();
  for (const [n, id] of rows) found.set(Number(n), [...(found.get(Number(n)) ?? []), id as string]);
  return keys.map((_, at) => {
    const ids = found.get(at + 1) ?? [];
    return ids.length === 1 ? ids[0]! : null;
  });
}

/** Whether the actor sees the row with this id. */
export async function isSeen(noun: ReadNoun, id: string, scope: ReaderScope): Promise<boolean> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause([
    `${columnOf(alias, 'id')} = ${draft.bind(id, 'uuid')}`,
    ...visible(noun, alias, scope.actor, draft),
  ]);
  const answer = await scope.query(
    finish(draft, `select 1 from ${name(noun.table)} ${alias}${where}`),
  );
  return answer.rows.length === 1;
}

/** A look-up with raw company ids: exactly one key. */
export type LookupKey =
  | { readonly number: { readonly company: string; readonly number: string } }
  | { readonly code: { readonly company?: string | null; readonly code: string } }
  | { readonly externalRef: { readonly system: string; readonly key: string } };

function keyConditions(noun: ReadNoun, by: LookupKey, alias: string, draft: SqlDraft): string[] {
  if ('number' in by)
    return [
      `${columnOf(alias, 'companyId')} = ${draft.bind(by.number.company, 'uuid')}`,
      `${columnOf(alias, 'number')} = ${draft.bind(by.number.number, 'text')}`,
    ];
  if ('code' in by) {
    const company = by.code.company
      ? [`${columnOf(alias, 'companyId')} = ${draft.bind(by.code.company, 'uuid')}`]
      : [];
    return [...company, `${columnOf(alias, 'code')} = ${draft.bind(by.code.code, 'text')}`];
  }
  const ref = draft.alias();
  const conditions = [
    `${columnOf(ref, 'nodeId')} = ${columnOf(alias, 'id')}`,
    `${columnOf(ref, 'noun')} = ${draft.bind(noun.name, 'text')}`,
    `${columnOf(ref, 'system')} = ${draft.bind(by.externalRef.system, 'text')}`,
    `${columnOf(ref, 'key')} = ${draft.bind(by.externalRef.key, 'text')}`,
  ];
  return [`exists (select 1 from "ExternalRef" ${ref} where ${conditions.join(' and ')})`];
}
