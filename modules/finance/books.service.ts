import type { Row, Tx } from '../events/index.js';
import { type LocalDate, localDateAt, mustSee } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import type { PostingRole, VoucherWords } from './chart.rules.js';

/** What a company decided of its books when it was founded. */
interface Founded {
  readonly accountOf: ReadonlyMap<string, string>;
  readonly voucherWords: VoucherWords;
}

/** What every posting of a company needs. */
export interface Books extends Founded {
  readonly companyId: string;
  readonly baseCurrency: string;
  /** The company's own date now. */
  readonly today: LocalDate;
}

/**
 * What companies decided, read once in the life of the process: the store refuses to change it, and
 * an id is never given twice, so that what was read stays true.
 */
const founded = new Map<string, Founded>();

/** The books of a company that the actor can see. Refuses NotFound. */
export async function of(tx: Tx, companyId: string): Promise<Books> {
  mustSee(tx.actor, companyId);
  const company = await companies.get(tx, companyId);
  return { ...booksOf(company, tx.now), ...(await foundedOf(tx, companyId)) };
}

function booksOf(company: Row<'Company'>, now: Date): Omit<Books, keyof Founded> {
  return {
    companyId: company.id,
    baseCurrency: company.baseCurrency,
    today: localDateAt(now, company.timeZone),
  };
}

async function foundedOf(tx: Tx, companyId: string): Promise<Founded> {
  const known = founded.get(companyId);
  if (known) return known;
  const rows = await tx.db
    .selectFrom('AccountRole as r')
    .innerJoin('CompanyBooks as b', 'b.companyId', 'r.companyId')
    .select(['r.role', 'r.accountId', 'b.voucherWords'])
    .where('r.companyId', '=', companyId)
    .execute();
  const [first] = rows;
  if (!first) throw new Error(`Company ${companyId} has no books.`);
  const accountOf = new Map(rows.map(({ role, accountId }) => [role, accountId]));
  const read: Founded = { accountOf, voucherWords: first.voucherWords };
  founded.set(companyId, read);
  return read;
}

/** The account that plays a role; a chart without it is a bug of the founding. */
export function accountOf(books: Books, role: PostingRole): string {
  const accountId = books.accountOf.get(role);
  if (!accountId) throw new Error(`Company ${books.companyId} has no account for ${role}.`);
  return accountId;
}
