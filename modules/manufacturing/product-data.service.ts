import { mustSee } from '../kernel/index.js';
import type { Tx } from '../events/index.js';
import { rememberedIn, type ProductSource } from './product-data.memory.js';
import type { Wanted } from './product-data.queries.js';
import { operationsByItem } from './made-operation.rules.js';
import { madeItem, productsOf, withoutPhantoms, type MadeItem } from './product-data.rules.js';

async function made(
  source: ProductSource,
  wanted: Wanted,
  isDeep: boolean,
): Promise<Map<string, MadeItem>> {
  const products = withoutPhantoms(productsOf(await source.lines(wanted, isDeep)));
  const asked = new Set(wanted.itemIds);
  const shown = [...products.values()].filter(({ itemId }) => isDeep || asked.has(itemId));
  const ids = shown.map(({ itemId }) => itemId);
  const operations = operationsByItem(await source.operations(wanted, ids));
  return new Map(shown.map((one) => [one.itemId, madeItem(one, operations.get(one.itemId))]));
}

/**
 * How items are made on a day, by item: the BOM that counts, phantoms blown through, and the
 * routing that counts with the rates of the day. Items without a BOM are missing. Two statements,
 * whatever the items and however deep the phantoms. NotFound for the company.
 */
export async function of(tx: Tx, wanted: Wanted): Promise<Map<string, MadeItem>> {
  mustSee(tx.actor, wanted.companyId);
  return made(rememberedIn(tx), wanted, false);
}

/** As `of`, with everything that is made below the items on all levels. Two statements. */
export async function tree(tx: Tx, wanted: Wanted): Promise<Map<string, MadeItem>> {
  mustSee(tx.actor, wanted.companyId);
  return made(rememberedIn(tx), wanted, true);
}
