import { LimitExceeded, type Suspicions } from '../kernel/index.js';
import { duplicates } from '../platform/index.js';
import { comparableSupplier, supplierPolicy } from './supplier-duplicates.rules.js';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Which suppliers may be the same, the likeliest first. LimitExceeded for a greater register. */
export async function supplierDuplicates(
  read: duplicates.Read,
  minScore: number,
): Promise<Suspicions> {
  const rows = await read({
    text: `select "id", "name", "legalName", "taxNumber", "email", "phone", "countryCode"
      from "Supplier" where "archivedAt" is null order by "id" limit $1`,
    values: [duplicates.COMPARED_MAX + 1],
  });
  if (rows.length > duplicates.COMPARED_MAX)
    throw new LimitExceeded('Suppliers', duplicates.COMPARED_MAX, rows.length);
  const list = rows.map(([id, name, legalName, taxNumber, email, phone, countryCode]) =>
    comparableSupplier({
      ...{ id: String(id), name: String(name), legalName: text(legalName) },
      ...{ taxNumber: text(taxNumber), email: text(email), phone: text(phone) },
      countryCode: text(countryCode),
    }),
  );
  return duplicates.judge(read, 'Supplier', list, { policy: supplierPolicy, minScore });
}
