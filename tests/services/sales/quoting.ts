import { decimal } from '../../../modules/kernel/index.js';
import type { Row } from '../../../modules/events/index.js';
import { quotes } from '../../../modules/sales/index.js';
import { line, type Shop, type Wanted } from './shop.js';

type Input = Parameters<typeof quotes.create>[1];

/** What every quote of the tests has in common. */
export function quote(shop: Shop, wanted: Wanted[], told: Partial<Input> = {}): Input {
  const { companyId, customerId, warehouseId } = shop;
  const lines = wanted.map(line);
  return { companyId, customerId, warehouseId, documentOn: '2026-03-02', lines, ...told };
}

/** Enters a quote and brings it to the customer. */
export function sent(
  shop: Shop,
  wanted: Wanted[],
  told: Partial<Input> = {},
): Promise<Row<'Quote'>> {
  return shop.act(async (tx) => {
    const { id } = await quotes.create(tx, quote(shop, wanted, told));
    await quotes.submit(tx, { id });
    return quotes.send(tx, { id });
  });
}

/** The lines of a quote as they are now, in order. */
export function quoteLines(shop: Shop, quoteId: string): Promise<Row<'QuoteLine'>[]> {
  return shop.database.db
    .selectFrom('QuoteLine')
    .selectAll()
    .where('quoteId', '=', quoteId)
    .orderBy('position')
    .execute();
}

/** A quote as it is now. */
export function quoteNow(shop: Shop, id: string): Promise<Row<'Quote'>> {
  return shop.database.db
    .selectFrom('Quote')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** So much of a line. */
export const part = (quoteLineId: string, quantity: string) => ({
  quoteLineId,
  quantity: decimal(quantity),
});
