import type { Row, Tx } from '../events/index.js';
import { type LocalDate, localDateAt, mustSee } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import type { PostingRole } from './chart.rules.js';

/** What every posting of a company needs, read once in a transaction. */
export interface Books {
  readonly companyId: string;
  readonly baseCurrency: string;
  /** The company's own date now. */
  readonly today: LocalDate;
  readonly accountOf: ReadonlyMap<string, string>;
}

const booksOfTransactions = new WeakMap<Tx, Map<string, Books>>();

/** The books of a company that the actor can see. Refuses NotFound. */
export async function of(tx: Tx, companyId: string): Promise<Books> {
  mustSee(tx.actor, companyId);
  const known = booksOfTransactions.get(tx) ?? new Map<string, Books>();
  booksOfTransactions.set(tx, known);
  const found = known.get(companyId);
  if (found) return found;
  const company = await companies.get(tx, companyId);
  const roles = await tx.db
    .selectFrom('AccountRole')
    .select(['role', 'accountId'])
    .where('companyId', '=', companyId)
    .execute();
  const books: Books = { ...booksOf(company, tx.now), accountOf: rolesMap(roles) };
  known.set(companyId, books);
  return books;
}

function booksOf(company: Row<'Company'>, now: Date): Omit<Books, 'accountOf'> {
  return {
    companyId: company.id,
    baseCurrency: company.baseCurrency,
    today: localDateAt(now, company.timeZone),
  };
}

function rolesMap(rows: readonly { role: string; accountId: string }[]): Map<string, string> {
  return new Map(rows.map(({ role, accountId }) => [role, accountId]));
}

/** The account that plays a role; a chart without it is a bug of the founding. */
export function accountOf(books: Books, role: PostingRole): string {
  const accountId = books.accountOf.get(role);
  if (!accountId) throw new Error(`Company ${books.companyId} has no account for ${role}.`);
  return accountId;
}
