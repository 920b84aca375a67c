import type { Ask, Maker } from '../../bench/flow-founding.js';

const told = 'userErrors { code message retryable }';

const bulk = (name: string, noun: string, selection: string) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) {
    results { ${noun} { ${selection} } ${told} } ${told} } }`;
};

/** What a company brings along: each kind of row by its bulk verb. */
export const imports = {
  items: bulk('itemsBulk', 'item', 'id code version'),
  customers: bulk('customersBulk', 'customer', 'id code version'),
  orders: bulk('salesOrdersBulk', 'salesOrder', 'id number version netAmount { amount }'),
  openings: bulk('stockOpeningBulk', 'stockOpening', 'id value { amount }'),
} as const;

/** How many rows of each kind one batch has. */
export const BATCH = 10;

const many = <T>(make: (at: number) => T): T[] =>
  Array.from({ length: BATCH }, (_, at) => make(at));

/** Imports new items with their stock, customers, and draft orders of old customers. */
export async function importBatch(
  ask: Ask,
  maker: Maker,
  key: string,
  draw: () => number,
): Promise<void> {
  const { companyId, warehouseId, customerIds, productIds } = maker;
  const place = { companyId, warehouseId };
  const code = (at: number) => `${key}-${at}`.toUpperCase();
  const item = { unit: 'C62', isStocked: true, isSold: true };
  const items = many((at) => ({ ...item, code: code(at), name: `Item ${at}` }));
  const taken = await ask(imports.items, { input: { rows: items } }, `${key}-items`);
  const customers = many((at) => ({ code: code(at), name: `Customer ${at}`, currency: 'USD' }));
  await ask(imports.customers, { input: { rows: customers } }, `${key}-customers`);
  const ids = taken.itemsBulk!.results!.map(({ item: one }) => (one as { id: string }).id);
  const stock = ids.map((itemId, at) => {
    return { ...place, itemId, quantity: `${at + 1}.5`, unitCost: '3.25' };
  });
  await ask(imports.openings, { input: { rows: stock } }, `${key}-openings`);
  const orders = many((at) => {
    const customerId = customerIds[Math.floor(draw() * customerIds.length)]!;
    const line = { itemId: productIds[at % productIds.length]!, quantity: `${at + 1}` };
    return { ...place, customerId, lines: [{ ...line, unitPrice: '99.95' }] };
  });
  await ask(imports.orders, { input: { rows: orders } }, `${key}-orders`);
}
