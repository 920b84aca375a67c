import { sql } from 'kysely';
import { NotFound, mustSee } from '../kernel/index.js';
import { oneOf, type Row, type Tx } from '../events/index.js';
import { agreedTerms, type AgreedTerms } from './customer-terms.rules.js';

/** The customers that exist among ids, by id. */
export async function getMany(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'Customer'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('Customer')
    .selectAll()
    .where('id', '=', oneOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A customer by its id. NotFound. */
export async function get(tx: Tx, id: string): Promise<Row<'Customer'>> {
  const row = (await getMany(tx, [id])).get(id);
  if (!row) throw new NotFound('Customer', id);
  return row;
}

/** The addresses that exist among ids, by id; archived ones too, for documents that name them. */
export async function addresses(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'CustomerAddress'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('CustomerAddress')
    .selectAll()
    .where('id', '=', oneOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The addresses of customers that are in use, in the order in which they were added. */
export async function addressesOf(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Row<'CustomerAddress'>[]> {
  if (customerIds.length === 0) return [];
  return tx.db
    .selectFrom('CustomerAddress')
    .selectAll()
    .where('customerId', '=', oneOf(customerIds))
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** The contacts that exist among ids, by id; archived ones too, for documents that name them. */
export async function contacts(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'Contact'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.selectFrom('Contact').selectAll().where('id', '=', oneOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The contacts of customers that are in use. */
export async function contactsOf(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Row<'Contact'>[]> {
  if (customerIds.length === 0) return [];
  return tx.db
    .selectFrom('Contact')
    .selectAll()
    .where('customerId', '=', oneOf(customerIds))
    .where('archivedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/**
 * What holds between a company and those customers of a list that exist, by customer; unlimited
 * credit where nothing is agreed. Of a merged customer it is what holds with its survivor. One
 * statement.
 */
export async function termsOf(
  tx: Tx,
  companyId: string,
  customerIds: readonly string[],
): Promise<Map<string, AgreedTerms>> {
  mustSee(tx.actor, companyId);
  if (customerIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('Customer as c')
    .innerJoin('Customer as s', (join) =>
      join.on('s.id', '=', sql<string>`coalesce(c."mergedIntoId", c."id")`),
    )
    .leftJoin('CustomerCompany as a', (join) =>
      join.onRef('a.customerId', '=', 's.id').on('a.companyId', '=', companyId),
    )
    .select(['c.id', 's.paymentTermsId as own'])
    .select(['a.creditLimit', 'a.isOnCreditHold', 'a.paymentTermsId'])
    .where('c.id', '=', oneOf(customerIds))
    .execute();
  return new Map(
    rows.map(({ id, own, creditLimit, isOnCreditHold, paymentTermsId }) => {
      const agreement = { creditLimit, isOnCreditHold: isOnCreditHold ?? false, paymentTermsId };
      return [id, agreedTerms(agreement, own)];
    }),
  );
}

/** As `termsOf`. NotFound for a customer or company that is missing or hidden. */
export async function terms(
  tx: Tx,
  companyId: string,
  customerIds: readonly string[],
): Promise<Map<string, AgreedTerms>> {
  const found = await termsOf(tx, companyId, customerIds);
  const missing = customerIds.find((id) => !found.has(id));
  if (missing !== undefined) throw new NotFound('Customer', missing);
  return found;
}

/** What holds with a customer, and who is one with it: its survivor first, then what was merged. */
export interface CreditOf {
  readonly terms: AgreedTerms;
  readonly family: readonly string[];
}

/**
 * What a company lends to a customer, and to whom else it is lent with it: what was merged has one
 * limit, its survivor's. One statement. NotFound for a customer or company that is missing or
 * hidden.
 */
export async function credit(tx: Tx, companyId: string, customerId: string): Promise<CreditOf> {
  mustSee(tx.actor, companyId);
  const rows = await tx.db
    .selectFrom('Customer as c')
    .innerJoin('Customer as s', (join) =>
      join.on('s.id', '=', sql<string>`coalesce(c."mergedIntoId", c."id")`),
    )
    .innerJoin('Customer as f', (join) =>
      join.on(sql<boolean>`(f."id" = s."id" or f."mergedIntoId" = s."id")`),
    )
    .leftJoin('CustomerCompany as a', (join) =>
      join.onRef('a.customerId', '=', 's.id').on('a.companyId', '=', companyId),
    )
    .select(['f.id', 's.paymentTermsId as own'])
    .select(['a.creditLimit', 'a.isOnCreditHold', 'a.paymentTermsId'])
    .where('c.id', '=', customerId)
    .orderBy(sql`f."mergedIntoId" nulls first, f."id"`)
    .execute();
  const [first] = rows;
  if (!first) throw new NotFound('Customer', customerId);
  const { creditLimit, isOnCreditHold, paymentTermsId, own } = first;
  const agreement = { creditLimit, isOnCreditHold: isOnCreditHold ?? false, paymentTermsId };
  return { terms: agreedTerms(agreement, own), family: rows.map(({ id }) => id) };
}
