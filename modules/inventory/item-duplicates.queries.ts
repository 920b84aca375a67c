import { LimitExceeded, type Suspicions } from '../kernel/index.js';
import { duplicates } from '../platform/index.js';
import { comparableItem, itemPolicy } from './item-duplicates.rules.js';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Which items may be the same, the likeliest first. LimitExceeded for a greater register. */
export async function itemDuplicates(read: duplicates.Read, minScore: number): Promise<Suspicions> {
  const rows = await read({
    text: `select "id", "name", "unit", "gtin", "manufacturerPartNumber"
      from "Item" where "archivedAt" is null order by "id" limit $1`,
    values: [duplicates.COMPARED_MAX + 1],
  });
  if (rows.length > duplicates.COMPARED_MAX)
    throw new LimitExceeded('Items', duplicates.COMPARED_MAX, rows.length);
  const list = rows.map(([id, name, unit, gtin, manufacturerPartNumber]) =>
    comparableItem({
      ...{ id: String(id), name: String(name), unit: String(unit), gtin: text(gtin) },
      manufacturerPartNumber: text(manufacturerPartNumber),
    }),
  );
  return duplicates.judge(read, 'Item', list, { policy: itemPolicy, minScore });
}
