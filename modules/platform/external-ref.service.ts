import { sql } from 'kysely';
import { RuleViolation, accepted, attempt, refused, type Outcome } from '../kernel/index.js';
import type { Tx } from '../events/index.js';
import {
  cleanRefs,
  conflictsOf,
  keyText,
  keysOf,
  type Claim,
  type ExternalKey,
  type HeldKey,
} from './external-ref.rules.js';

/** Keys as columns, so that one text serves any number of them. */
function columnsOf(keys: readonly Omit<HeldKey, 'nodeId'>[]) {
  return sql`unnest(
    ${keys.map((key) => key.scopeId)}::uuid[], ${keys.map((key) => key.noun)}::text[],
    ${keys.map((key) => key.system)}::text[], ${keys.map((key) => key.key)}::text[]
  )`;
}

/** Who holds each key, by `keyText`. */
async function holdersOf(tx: Tx, keys: readonly Omit<HeldKey, 'nodeId'>[]) {
  if (keys.length === 0) return new Map<string, string>();
  const { rows } = await sql<HeldKey>`
    select r."scopeId", r."noun", r."system", r."key", r."nodeId"
    from ${columnsOf(keys)} as k(scope, noun, system, key)
    join "ExternalRef" r on r."scopeId" = k.scope and r."noun" = k.noun
      and r."system" = k.system and r."key" = k.key
  `.execute(tx.db);
  return new Map(rows.map((row) => [keyText(row), row.nodeId]));
}

/**
 * Writes the keys that nobody holds, in the order given, waiting for others who are writing one.
 */
async function insertFree(tx: Tx, keys: readonly HeldKey[]): Promise<HeldKey[]> {
  if (keys.length === 0) return [];
  const ids = keys.map(() => tx.newId());
  const { rows } = await sql<HeldKey>`
    insert into "ExternalRef" ("id", "scopeId", "noun", "system", "key", "nodeId", "createdAt")
    select k.id, k.scope, k.noun, k.system, k.key, k.node, ${tx.now}::timestamptz
    from unnest(
      ${ids}::uuid[], ${keys.map((key) => key.scopeId)}::uuid[],
      ${keys.map((key) => key.noun)}::text[], ${keys.map((key) => key.system)}::text[],
      ${keys.map((key) => key.key)}::text[], ${keys.map((key) => key.nodeId)}::uuid[]
    ) with ordinality as k(id, scope, noun, system, key, node, place)
    order by k.place
    on conflict ("scopeId", "noun", "system", "key") do nothing
    returning "scopeId", "noun", "system", "key", "nodeId"
  `.execute(tx.db);
  return rows;
}

/** Gives keys back that were just claimed for nodes which then came to nothing. */
async function giveBack(tx: Tx, nodeIds: readonly string[], written: readonly HeldKey[]) {
  const given = written.filter((key) => nodeIds.includes(key.nodeId));
  if (given.length === 0) return;
  await sql`
    delete from "ExternalRef" r using ${columnsOf(given)} as k(scope, noun, system, key)
    where r."scopeId" = k.scope and r."noun" = k.noun and r."system" = k.system and r."key" = k.key
  `.execute(tx.db);
}

interface Cleaned {
  readonly claim: Claim | null;
  readonly outcome: RuleViolation | null;
}

function cleaned(claim: Claim): Cleaned {
  const refs = attempt(() => cleanRefs(claim.refs));
  if (refs instanceof RuleViolation) return { claim: null, outcome: refs.at('externalRefs') };
  return { claim: { ...claim, refs }, outcome: null };
}

/**
 * Claims keys for nodes that are about to be written: all keys of a node, or none when one is held
 * by
 * another (DuplicateKey at `externalRefs`). A key the node holds already is no conflict. At most
 * three
 * statements; none when nobody has a key. One outcome for each claim, in order.
 */
export async function claim(tx: Tx, claims: readonly Claim[]): Promise<Outcome<ExternalKey[]>[]> {
  const all = claims.map(cleaned);
  const keys = keysOf(all.flatMap((one) => one.claim ?? []));
  const written = await insertFree(tx, keys);
  const holders = new Map(written.map((key) => [keyText(key), key.nodeId]));
  const held = keys.filter((key) => !holders.has(keyText(key)));
  for (const [text, nodeId] of await holdersOf(tx, held)) holders.set(text, nodeId);
  const outcomes = all.map((one): Outcome<ExternalKey[]> => {
    if (!one.claim) return refused(...(one.outcome ? [one.outcome] : []));
    const conflicts = conflictsOf(one.claim, holders);
    return conflicts.length > 0 ? refused(...conflicts) : accepted([...one.claim.refs]);
  });
  const losers = claims.filter((_, index) => 'refused' in (outcomes[index] ?? {}));
  await giveBack(
    tx,
    losers.map((loser) => loser.nodeId),
    written,
  );
  return outcomes;
}

/** Claims the keys of one node and throws the first refusal. */
export async function claimOne(tx: Tx, one: Claim): Promise<void> {
  if (one.refs.length === 0) return;
  const [outcome] = await claim(tx, [one]);
  const reason = outcome && 'refused' in outcome ? outcome.refused[0] : undefined;
  if (reason) throw reason;
}

/** Gives up all keys of nodes whose creation came to nothing after all. */
export async function release(tx: Tx, nodeIds: readonly string[]): Promise<void> {
  if (nodeIds.length === 0) return;
  await sql`
    delete from "ExternalRef" where "nodeId" = any(${[...nodeIds]}::uuid[])
  `.execute(tx.db);
}

/**
 * Which node each key names in a scope; null for a key that names none. In order, one statement.
 */
export async function find(
  tx: Tx,
  wanted: {
    readonly scopeId: string;
    readonly noun: string;
    readonly refs: readonly ExternalKey[];
  },
): Promise<(string | null)[]> {
  const { scopeId, noun } = wanted;
  const keys = wanted.refs.map(({ system, key }) => ({
    scopeId,
    noun,
    system: system.trim(),
    key: key.trim(),
  }));
  const holders = await holdersOf(tx, keys);
  return keys.map((key) => holders.get(keyText(key)) ?? null);
}

/** Lets all keys of one node mean another of its noun from now on; answers the keys. */
export async function move(
  tx: Tx,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): Promise<ExternalKey[]> {
  const { rows } = await sql<ExternalKey>`
    update "ExternalRef" set "nodeId" = ${toId} where "nodeId" = ${fromId}
    returning "system", "key"
  `.execute(tx.db);
  return rows;
}
