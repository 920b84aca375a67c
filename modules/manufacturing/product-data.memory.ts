import type { Tx } from '../events/index.js';
import {
  linesBelow,
  operationsOf,
  readIn,
  type Read,
  type Wanted,
} from './product-data.queries.js';
import { operationsByItem, type StoredOperation } from './made-operation.rules.js';
import type { StoredLine } from './product-data.rules.js';

/** Where BOM lines and operations come from: the store itself, or what a transaction has read. */
export interface ProductSource {
  readonly read: Read;
  /** As `linesBelow`. */
  lines(wanted: Wanted, isDeep: boolean): Promise<StoredLine[]>;
  /** As `operationsOf`. */
  operations(wanted: Wanted, itemIds: readonly string[]): Promise<StoredOperation[]>;
}

/** Asks the store every time. */
export const stored = (read: Read): ProductSource => ({
  read,
  lines: (wanted, isDeep) => linesBelow(read, wanted, isDeep),
  operations: (wanted, itemIds) => operationsOf(read, wanted, itemIds),
});

/** What was read of one company and day, by item; without lines for what nothing is made of. */
interface Memory {
  readonly lines: Map<string, StoredLine[]>;
  readonly operations: Map<string, StoredOperation[]>;
}

const memories = new WeakMap<Tx, Map<string, Memory>>();

function memoryOf(tx: Tx, { companyId, on }: Omit<Wanted, 'itemIds'>): Memory {
  const own = memories.get(tx) ?? new Map<string, Memory>();
  memories.set(tx, own);
  const key = `${companyId} ${on}`;
  const memory = own.get(key) ?? { lines: new Map(), operations: new Map() };
  own.set(key, memory);
  return memory;
}

/** Says that the transaction itself changed BOMs or routings. */
export function forgetProducts(tx: Tx): void {
  memories.delete(tx);
}

/** Keeps all that lies below items: what is made, and what is bought because it has no lines. */
function keepLines({ lines }: Memory, itemIds: readonly string[], rows: readonly StoredLine[]) {
  const found = new Map<string, StoredLine[]>(itemIds.map((id) => [id, []]));
  for (const row of rows) {
    const own = found.get(row.productId);
    if (own) own.push(row);
    else found.set(row.productId, [row]);
    if (row.kind === 'COMPONENT' && row.itemId !== null && !found.has(row.itemId))
      found.set(row.itemId, []);
  }
  for (const [id, own] of found) lines.set(id, own);
}

/** The lines below items that are all kept, as the store would answer them. */
function keptBelow({ lines }: Memory, itemIds: readonly string[], isDeep: boolean): StoredLine[] {
  const open = [...new Set(itemIds)];
  const seen = new Set(open);
  const below: StoredLine[] = [];
  for (const id of open) {
    const own = lines.get(id) ?? [];
    below.push(...own);
    for (const { kind, itemId } of own) {
      if (kind !== 'COMPONENT' || itemId === null || seen.has(itemId)) continue;
      if (!isDeep && !lines.get(itemId)?.[0]?.isPhantom) continue;
      seen.add(itemId);
      open.push(itemId);
    }
  }
  return below;
}

/**
 * Reads how things are made once in a transaction: what was read with all that lies below it is
 * answered from there. Whoever changes BOMs or routings calls `forgetProducts`.
 */
export function rememberedIn(tx: Tx): ProductSource {
  const read = readIn(tx);
  return {
    read,
    async lines(wanted, isDeep) {
      const memory = memoryOf(tx, wanted);
      if (wanted.itemIds.every((id) => memory.lines.has(id)))
        return keptBelow(memory, wanted.itemIds, isDeep);
      const rows = await linesBelow(read, wanted, isDeep);
      if (isDeep) keepLines(memory, wanted.itemIds, rows);
      return rows;
    },
    async operations(wanted, itemIds) {
      const { operations } = memoryOf(tx, wanted);
      const missing = itemIds.filter((id) => !operations.has(id));
      const found = operationsByItem(await operationsOf(read, wanted, missing));
      for (const id of missing) operations.set(id, found.get(id) ?? []);
      return itemIds.flatMap((id) => operations.get(id) ?? []);
    },
  };
}
