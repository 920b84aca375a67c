import { sql } from 'kysely';
import {
  insertMissing,
  nextVersion,
  orThrow,
  type Row,
  stepsOf,
  type Tx,
  updateAll,
} from '../events/index.js';
import {
  accepted,
  attempt,
  canonicalText,
  convertQuantity,
  distinct,
  DuplicateKey,
  ONE,
  type Outcome,
  present,
  quantity,
  refused,
  RuleViolation,
} from '../kernel/index.js';
import { items } from '../inventory/index.js';
import { currencies } from '../platform/index.js';
import { supplierPriceArchived, supplierPriceSet } from './events.js';
import { getMany } from './queries.js';
import { type Versioned } from './rows.js';
import {
  cleanPrice,
  priceKey,
  type PriceSurroundings,
  type SupplierPriceColumns,
  type SupplierPriceInput,
} from './supplier-price.rules.js';

type Price = Row<'SupplierPrice'>;

async function gather(tx: Tx, inputs: readonly SupplierPriceInput[]): Promise<PriceSurroundings> {
  const itemIds = distinct(inputs.map(({ itemId }) => itemId));
  const known = await items.getMany(tx, itemIds);
  const conversions = await items.conversions(tx, itemIds);
  const suppliers = await getMany(tx, distinct(inputs.map(({ supplierId }) => supplierId)));
  return {
    suppliers,
    items: known,
    currencies: await currencies.all(tx),
    comesIn(itemId, unit) {
      const item = conversions.get(itemId);
      if (!item) return false;
      const converted = attempt(() =>
        convertQuantity(quantity(ONE, unit), item.stockUnit, { item }),
      );
      return !(converted instanceof RuleViolation);
    },
  };
}

/** The prices there are under the keys of those that are to be set, locked in one order. */
async function lockKnown(tx: Tx, prices: readonly SupplierPriceColumns[]): Promise<Price[]> {
  const keys = prices.map(({ supplierId, itemId, unit, currency, minQuantity, validFrom }) => {
    return { supplierId, itemId, unit, currency, minQuantity, validFrom };
  });
  const { rows } = await sql<Price>`
    select p.* from "SupplierPrice" p
    join json_to_recordset(${stepsOf(keys)}) as k("supplierId" uuid, "itemId" uuid, unit text,
      currency text, "minQuantity" numeric, "validFrom" date)
      on k."supplierId" = p."supplierId" and k."itemId" = p."itemId" and k.unit = p."unit"
      and k.currency = p."currency" and k."minQuantity" = p."minQuantity"
      and k."validFrom" is not distinct from p."validFrom"
    where p."archivedAt" is null
    order by p."id" for no key update of p
  `.execute(tx.db);
  return rows;
}

const isDifferent = (before: Price, price: SupplierPriceColumns): boolean =>
  Object.entries(price).some(
    ([name, value]) => canonicalText(before[name as keyof Price]) !== canonicalText(value),
  );

async function write(tx: Tx, prices: readonly SupplierPriceColumns[]): Promise<Map<string, Price>> {
  if (prices.length === 0) return new Map();
  const known = new Map((await lockKnown(tx, prices)).map((row) => [priceKey(row), row]));
  const fresh = prices.filter((price) => !known.has(priceKey(price)));
  const rows = fresh.map((price) => ({ id: tx.newId(), version: 1, ...price, createdAt: tx.now }));
  const created = await insertMissing(tx, 'SupplierPrice', rows);
  const changes = prices.flatMap((price) => {
    const before = known.get(priceKey(price));
    return before && isDifferent(before, price)
      ? [{ id: before.id, ...price, version: before.version + 1 }]
      : [];
  });
  const changed = await updateAll(tx, 'SupplierPrice', changes);
  const before = new Map([...known.values()].map((row) => [row.id, row]));
  for (const after of [...created, ...changed]) {
    const { supplierId } = after;
    tx.emit(
      supplierPriceSet({ before: before.get(after.id) ?? null, after, data: { supplierId } }),
    );
  }
  return new Map([...known.values(), ...created, ...changed].map((row) => [priceKey(row), row]));
}

/**
 * Sets prices: one with the same supplier, item, unit, currency, break and first day is replaced,
 * and left without a fact when it says the same.
 * One outcome for each, in order; a refused one leaves nothing. The number of statements does not
 * grow with the list. Of two for the same key the second is refused. Refuses by field; NotFound,
 * SupplierArchived, ITEM_NOT_BOUGHT, DuplicateKey.
 */
export async function setMany(
  tx: Tx,
  inputs: readonly SupplierPriceInput[],
): Promise<Outcome<Price>[]> {
  if (inputs.length === 0) return [];
  const around = await gather(tx, inputs);
  const taken = new Set<string>();
  const cleaned = inputs.map((input) =>
    attempt(() => {
      const price = cleanPrice(input, around);
      const key = priceKey(price);
      if (taken.has(key)) throw new DuplicateKey('SupplierPrice', 'item', input.itemId);
      taken.add(key);
      return price;
    }),
  );
  const written = await write(
    tx,
    cleaned.flatMap((price) => (price instanceof RuleViolation ? [] : [price])),
  );
  return cleaned.map((price): Outcome<Price> => {
    if (price instanceof RuleViolation) return refused(price);
    const row = written.get(priceKey(price));
    // Somebody else set the same price at the same time, and came first.
    return row ? accepted(row) : refused(new DuplicateKey('SupplierPrice', 'item', price.itemId));
  });
}

/** Sets one price; see `setMany`. */
export async function set(tx: Tx, input: SupplierPriceInput): Promise<Price> {
  const [outcome] = await setMany(tx, [input]);
  return orThrow(present(outcome));
}

/** Takes a price out of use. NotFound, StaleVersion. */
export async function archive(tx: Tx, { id, expectedVersion }: Versioned): Promise<Price> {
  const before = await tx.lock('SupplierPrice', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'SupplierPrice', before, { archivedAt: tx.now });
  tx.emit(supplierPriceArchived({ before, after, data: { supplierId: after.supplierId } }));
  return after;
}
