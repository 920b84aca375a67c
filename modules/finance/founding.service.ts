import type { FactOn, Tx } from '../events/index.js';
import { localDateAt } from '../kernel/index.js';
import { internationalChart } from './charts/international.js';
import { accountCreated } from './events.js';
import { foundingPeriods } from './fiscal-period.rules.js';
import * as fiscalPeriods from './fiscal-period.service.js';

/** Gives a new company its books: a chart of accounts with roles, and the months of its year. */
export async function found(tx: Tx, { after }: FactOn<'Company', object>): Promise<void> {
  const companyId = after.id;
  const accounts = internationalChart.accounts.map(({ roles, ...account }) => ({
    roles,
    row: {
      id: tx.newId(),
      version: 1,
      companyId,
      ...account,
      createdAt: tx.now,
      archivedAt: null,
    },
  }));
  await tx.db
    .insertInto('Account')
    .values(accounts.map(({ row }) => row))
    .execute();
  const roles = accounts.flatMap((account) =>
    account.roles.map((role) => ({ companyId, role, accountId: account.row.id })),
  );
  await tx.db.insertInto('AccountRole').values(roles).execute();
  for (const { row } of accounts) tx.emit(accountCreated({ before: null, after: row, data: {} }));
  const foundedOn = localDateAt(tx.now, after.timeZone);
  await fiscalPeriods.open(tx, companyId, foundingPeriods(foundedOn));
}
