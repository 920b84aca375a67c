import { insertAll, type FactOn, type Tx } from '../events/index.js';
import { InvalidInput, localDateAt } from '../kernel/index.js';
import { numberSeries, type Founding } from '../platform/index.js';
import { voucherWords, type Chart } from './chart.rules.js';
import { charts } from './charts/charts.js';
import { accountCreated } from './events.js';
import { foundingPeriods } from './fiscal-period.rules.js';
import * as fiscalPeriods from './fiscal-period.service.js';

/** The chart of a code; the first there is when none is chosen. Refuses CHART_UNKNOWN. */
function chosen(code: string | null): Chart {
  const chart = code === null ? charts[0] : charts.find((one) => one.code === code);
  if (chart) return chart;
  const message = 'There is no chart of accounts {chart}.';
  throw new InvalidInput('CHART_UNKNOWN', message, { chart: code }).at('chart');
}

/**
 * Gives a new company its books: the chart of accounts that it chose with roles, the months of its
 * year, and a series for each word of its vouchers.
 */
export async function found(tx: Tx, { after, data }: FactOn<'Company', Founding>): Promise<void> {
  const companyId = after.id;
  const chart = chosen(data.chart);
  await openAccounts(tx, companyId, chart);
  const books = { chart: chart.code, voucherWords: chart.voucherWords, createdAt: tx.now };
  await tx.db
    .insertInto('CompanyBooks')
    .values({ companyId, ...books })
    .execute();
  const series = voucherWords[chart.voucherWords].map((word) => {
    return { code: `voucher:${word}`, pattern: `${word}-{YYYY}-{MM}-{####}`, isGapFree: true };
  });
  await numberSeries.createMissing(tx, companyId, series);
  const foundedOn = localDateAt(tx.now, after.timeZone);
  await fiscalPeriods.open(tx, companyId, foundingPeriods(foundedOn));
}

async function openAccounts(tx: Tx, companyId: string, { accounts }: Chart): Promise<void> {
  const opened = accounts.map(({ roles, englishName = null, ...account }) => {
    const made = { createdAt: tx.now, archivedAt: null };
    return {
      roles,
      row: { id: tx.newId(), version: 1, companyId, ...account, englishName, ...made },
    };
  });
  await insertAll(
    tx,
    'Account',
    opened.map(({ row }) => row),
  );
  const roles = opened.flatMap((account) =>
    account.roles.map((role) => ({ companyId, role, accountId: account.row.id })),
  );
  await tx.db.insertInto('AccountRole').values(roles).execute();
  for (const { row } of opened) tx.emit(accountCreated({ before: null, after: row, data: {} }));
}
