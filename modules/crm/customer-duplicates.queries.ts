import { duplicates } from '../platform/index.js';
import { LimitExceeded, type Suspicions } from '../kernel/index.js';
import {
  comparableCustomer,
  customerPolicy,
  type ComparedCustomer,
} from './customer-duplicates.rules.js';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Puts rows under the first of their columns. */
function byFirst(rows: readonly unknown[][]): Map<string, unknown[][]> {
  const found = new Map<string, unknown[][]>();
  for (const [id, ...rest] of rows) {
    const key = String(id);
    const known = found.get(key);
    if (known) known.push(rest);
    else found.set(key, [rest]);
  }
  return found;
}

/** The customers in use with what is compared of them. Three statements. */
async function compared(read: duplicates.Read): Promise<ComparedCustomer[]> {
  const rows = await read({
    text: `select "id", "name", "legalName", "kind", "taxNumber", "email", "phone" from "Customer"
      where "archivedAt" is null order by "id" limit $1`,
    values: [duplicates.COMPARED_MAX + 1],
  });
  const { length } = rows;
  if (length > duplicates.COMPARED_MAX)
    throw new LimitExceeded('Customers', duplicates.COMPARED_MAX, length);
  const of = async (columns: string, table: string) =>
    byFirst(
      await read({
        text: `select p."customerId", ${columns} from "${table}" p
          join "Customer" c on c."id" = p."customerId"
          where p."archivedAt" is null and c."archivedAt" is null`,
        values: [],
      }),
    );
  const addresses = await of('p."countryCode", p."postalCode", p."city"', 'CustomerAddress');
  const contacts = await of('p."email", p."phone"', 'Contact');
  return rows.map(([id, name, legalName, kind, taxNumber, email, phone]) => {
    const ways = [[email, phone], ...(contacts.get(String(id)) ?? [])];
    return {
      ...{ id: String(id), name: String(name), kind: String(kind) },
      ...{ legalName: text(legalName), taxNumber: text(taxNumber) },
      emails: ways.flatMap(([mail]) => text(mail) ?? []),
      phones: ways.flatMap(([, number]) => text(number) ?? []),
      addresses: (addresses.get(String(id)) ?? []).map(([countryCode, postalCode, city]) => ({
        ...{ countryCode: String(countryCode), postalCode: text(postalCode), city: String(city) },
      })),
    };
  });
}

/** Which customers may be the same, the likeliest first. LimitExceeded for a greater register. */
export async function customerDuplicates(
  read: duplicates.Read,
  minScore: number,
): Promise<Suspicions> {
  const list = (await compared(read)).map(comparableCustomer);
  return duplicates.judge(read, 'Customer', list, { policy: customerPolicy, minScore });
}
