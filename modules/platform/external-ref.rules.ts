import {
  DuplicateKey,
  LimitExceeded,
  cleanText,
  inField,
  type RuleViolation,
} from '../kernel/index.js';

/** What another system calls a node. */
export interface ExternalKey {
  readonly system: string;
  readonly key: string;
}

/** A node's claim on keys; `scopeId` is its company, or GROUP_ID for what the group shares. */
export interface Claim {
  readonly scopeId: string;
  readonly noun: string;
  readonly nodeId: string;
  readonly refs: readonly ExternalKey[];
}

/** Who holds a key. */
export interface HeldKey extends ExternalKey {
  readonly scopeId: string;
  readonly noun: string;
  readonly nodeId: string;
}

const REFS_MAX = 20;

/** Cleans the keys of one node; a system's name has at most 40 characters and a key 200. */
export function cleanRefs(refs: readonly ExternalKey[]): ExternalKey[] {
  if (refs.length > REFS_MAX) throw new LimitExceeded('External references', REFS_MAX, refs.length);
  return refs.map(({ system, key }, index) =>
    inField(index, () => ({
      system: inField('system', () => cleanText(system, { min: 1, max: 40 })),
      key: inField('key', () => cleanText(key, { min: 1, max: 200 })),
    })),
  );
}

/** One text for a key in its scope; no part of it can hold the separator, which is a control. */
export function keyText({ scopeId, noun, system, key }: Omit<HeldKey, 'nodeId'>): string {
  return [scopeId, noun, system, key].join('\u0000');
}

/**
 * The keys of the claims, each once and in one order for everybody, so that no two wait in a ring.
 */
export function keysOf(claims: readonly Claim[]): HeldKey[] {
  const first = new Map<string, HeldKey>();
  for (const { scopeId, noun, nodeId, refs } of claims) {
    for (const ref of refs) {
      const held = { scopeId, noun, nodeId, ...ref };
      const text = keyText(held);
      if (!first.has(text)) first.set(text, held);
    }
  }
  return [...first].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, held]) => held);
}

/** Why a claim cannot stand: each key that another node holds, with its path. */
export function conflictsOf(claim: Claim, holders: ReadonlyMap<string, string>): RuleViolation[] {
  return claim.refs.flatMap((ref, index) => {
    const holder = holders.get(keyText({ ...claim, ...ref }));
    if (holder === claim.nodeId) return [];
    const value = `${ref.system}:${ref.key}`;
    return [new DuplicateKey(claim.noun, 'externalRef', value).at('externalRefs', index)];
  });
}
