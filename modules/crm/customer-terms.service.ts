import { sql } from 'kysely';
import { StaleVersion, canonicalText, mustSee } from '../kernel/index.js';
import { insertAll, updateAll, type Row, type Tx } from '../events/index.js';
import { companies, paymentTerms } from '../platform/index.js';
import { inUse } from './customer-lock.service.js';
import { cleanTerms, type TermsColumns, type TermsInput } from './customer-terms.rules.js';
import { customerTermsSet } from './events.js';

type Agreement = Row<'CustomerCompany'>;

export interface TermsSet extends TermsInput {
  readonly customerId: string;
  /** Of the agreement, when there is one. */
  readonly expectedVersion?: number | null;
}

/** What is to be agreed, cleaned; `before` is what was. */
export interface AgreementPlan {
  readonly customerId: string;
  readonly companyId: string;
  readonly before: Agreement | null;
  readonly columns: TermsColumns;
}

/** The agreements with customers, locked with their customers. One statement. */
export async function agreementsWith(tx: Tx, customerIds: readonly string[]): Promise<Agreement[]> {
  if (customerIds.length === 0) return [];
  const { rows } = await sql<Agreement>`
    select * from "CustomerCompany" where "customerId" = any(${customerIds}::uuid[])
    order by "id" for no key update
  `.execute(tx.db);
  return rows;
}

function isDifferent({ before, columns }: AgreementPlan): boolean {
  if (!before) return true;
  const names = ['creditLimit', 'isOnCreditHold', 'paymentTermsId'] as const;
  return names.some((name) => canonicalText(before[name]) !== canonicalText(columns[name]));
}

/** Writes what is agreed with customers that are locked; at most two statements. */
export async function writeMany(tx: Tx, plans: readonly AgreementPlan[]): Promise<Agreement[]> {
  const rows = plans.filter(isDifferent).map(({ customerId, companyId, before, columns }) => {
    return { before, id: before?.id ?? tx.newId(), customerId, companyId, ...columns };
  });
  const fresh = rows
    .filter(({ before }) => !before)
    .map(({ before: _before, ...row }) => ({ ...row, createdAt: tx.now, updatedAt: tx.now }));
  const stale = rows.flatMap(({ before, customerId: _customer, companyId: _company, ...row }) =>
    before ? [{ ...row, version: before.version + 1, updatedAt: tx.now }] : [],
  );
  const written = [
    ...(await insertAll(tx, 'CustomerCompany', fresh)),
    ...(await updateAll(tx, 'CustomerCompany', stale)),
  ];
  const former = new Map(rows.map(({ id, before }) => [id, before]));
  for (const after of written) {
    const before = former.get(after.id) ?? null;
    tx.emit(customerTermsSet({ before, after, data: { customerId: after.customerId } }));
  }
  return written;
}

function checkVersion(before: Agreement | null, expected: number | null | undefined): void {
  if (expected === null || expected === undefined) return;
  const version = before?.version ?? 0;
  if (version !== expected) {
    throw new StaleVersion('CustomerCompany', before?.id ?? '', expected, version);
  }
}

/**
 * Sets what a company agrees with a customer; absent keeps, null clears. NotFound for a customer,
 * company or payment terms; StaleVersion; AMOUNT_OUT_OF_RANGE at `creditLimit`.
 */
export async function set(tx: Tx, input: TermsSet): Promise<Agreement> {
  const { customerId, companyId, paymentTermsId } = input;
  mustSee(tx.actor, companyId);
  await companies.get(tx, companyId);
  await inUse(tx, customerId);
  const known = await agreementsWith(tx, [customerId]);
  const before = known.find((one) => one.companyId === companyId) ?? null;
  checkVersion(before, input.expectedVersion);
  const ids = [paymentTermsId, before?.paymentTermsId].filter((id) => typeof id === 'string');
  const columns = cleanTerms(input, before, await paymentTerms.getMany(tx, ids));
  const [after] = await writeMany(tx, [{ customerId, companyId, before, columns }]);
  return after ?? before!;
}
