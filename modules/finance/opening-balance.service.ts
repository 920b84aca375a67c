import { sql } from 'kysely';
import { customers } from '../crm/index.js';
import { insertAll, type Row, type Tx } from '../events/index.js';
import {
  type LocalDate,
  NotFound,
  type Outcome,
  RuleViolation,
  attempt,
  refused,
  repeatedRows,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { suppliers } from '../purchasing/index.js';
import * as books from './books.service.js';
import { openingBalancePosted } from './events.js';
import type { LedgerLine } from './journal-entry.rules.js';
import { wordOf } from './journal.service.js';
import {
  cleanOpening,
  namedAccount,
  type OpenedAccount,
  type OpeningBalanceInput,
  type OpeningColumns,
  openingKey,
  sameOpening,
} from './opening-balance.rules.js';
import { write, type Voucher } from './voucher.service.js';

type Opening = Row<'OpeningBalance'>;

const given = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

/** The accounts in use of companies, with their roles. One statement. */
async function accountsOf(tx: Tx, companyIds: readonly string[]): Promise<OpenedAccount[]> {
  const { rows } = await sql<OpenedAccount>`
    select a."id", a."companyId", a."code",
      array(select r."role" from "AccountRole" r where r."accountId" = a."id") as "roles"
    from "Account" a where a."companyId" = any(${[...companyIds]}::uuid[]) and a."archivedAt" is null
  `.execute(tx.db);
  return rows;
}

async function gather(tx: Tx, inputs: readonly OpeningBalanceInput[]) {
  const seen = await companies.seen(tx, given(inputs.map(({ companyId }) => companyId)));
  return {
    companies: seen,
    accounts: await accountsOf(tx, [...seen.keys()]),
    customers: await customers.getMany(tx, given(inputs.map(({ customerId }) => customerId))),
    suppliers: await suppliers.getMany(tx, given(inputs.map(({ supplierId }) => supplierId))),
  };
}

type Around = Awaited<ReturnType<typeof gather>>;

interface Plan {
  readonly columns: OpeningColumns;
  readonly account: OpenedAccount;
}

function plan(input: OpeningBalanceInput, around: Around): Plan {
  const { companyId, customerId, supplierId } = input;
  const company = around.companies.get(companyId);
  if (!company) throw new NotFound('Company', companyId).at('companyId');
  if (customerId && !around.customers.has(customerId)) {
    throw new NotFound('Customer', customerId).at('customerId');
  }
  if (supplierId && !around.suppliers.has(supplierId)) {
    throw new NotFound('Supplier', supplierId).at('supplierId');
  }
  const account = namedAccount(input, around.accounts);
  return { account, columns: cleanOpening(input, account, company.baseCurrency) };
}

function withoutRepeated(plans: readonly (Plan | RuleViolation)[]) {
  const marks = plans.map((one) => (one instanceof RuleViolation ? null : openingKey(one.columns)));
  const value = (index: number): string => {
    const one = plans[index];
    return one && !(one instanceof RuleViolation) ? one.account.code : '';
  };
  const repeated = repeatedRows(marks, { noun: 'OpeningBalance', field: 'accountCode', value });
  return plans.map((one, index) => repeated[index] ?? one);
}

/**
 * What is posted already of the accounts. The companies' books are held first, so that two loads at
 * once do not post one balance twice. Two statements.
 */
async function posted(tx: Tx, plans: readonly Plan[]): Promise<Map<string, Opening>> {
  if (plans.length === 0) return new Map();
  await sql`
    select pg_advisory_xact_lock(hashtextextended('OpeningBalance ' || id, 0)) from (
      select distinct unnest(${plans.map(({ columns }) => columns.companyId)}::text[]) as id
      order by 1
    ) c
  `.execute(tx.db);
  const { rows } = await sql<Opening>`
    select * from "OpeningBalance"
    where "accountId" = any(${given(plans.map(({ account }) => account.id))}::uuid[])
  `.execute(tx.db);
  return new Map(rows.map((row) => [openingKey(row), row]));
}

async function voucherOf(tx: Tx, opening: Opening, { code }: OpenedAccount): Promise<Voucher> {
  const of = await books.of(tx, opening.companyId);
  const { amount, baseAmount, currency, exchangeRate, customerId, supplierId } = opening;
  const { department, project } = opening;
  const money = { amount, baseAmount, currency, exchangeRate };
  const told = { customerId, supplierId, department, project };
  const against = opening.side === 'DEBIT' ? 'CREDIT' : 'DEBIT';
  const lines: LedgerLine[] = [
    { ...told, ...money, accountId: opening.accountId, role: null, side: opening.side },
    {
      ...{ ...told, ...money, side: against, role: 'OPENING_BALANCE' },
      accountId: books.accountOf(of, 'OPENING_BALANCE'),
    },
  ];
  const postedOn = opening.postedOn as LocalDate;
  const entry = {
    ...{ id: tx.newId(), documentOn: postedOn, postingRule: openingBalancePosted.type },
    ...{ documentType: 'OpeningBalance', documentId: opening.id, reversalOfId: null },
    description: `Opening balance ${code}`,
  };
  const { companyId } = opening;
  return { companyId, postedOn, lines, word: wordOf(of, lines), manual: null, entry };
}

/** Writes openings with a voucher each. */
async function post(tx: Tx, plans: readonly Plan[]): Promise<Map<string, Opening>> {
  const rows = plans.map(({ columns }) => {
    const made = { createdAt: tx.now, createdById: tx.actor.id };
    return { id: tx.newId(), version: 1, ...columns, ...made };
  });
  const written = await insertAll(tx, 'OpeningBalance', rows);
  const vouchers: Voucher[] = [];
  for (const [index, after] of written.entries()) {
    vouchers.push(await voucherOf(tx, after, plans[index]!.account));
    tx.emit(openingBalancePosted({ before: null, after, data: {} }));
  }
  await write(tx, vouchers);
  return new Map(written.map((row) => [openingKey(row), row]));
}

/**
 * Takes on what accounts held when companies began here: a voucher for each, against the opening
 * balance. What documents keep is opened by them (ControlAccountRefused): stock, open invoices. Its
 * key is the account with currency, day and dimensions; one that is posted and says the same is
 * answered as it is. One outcome for each, in order; the statements do not grow with the list.
 * Refuses NotFound, OPENING_POSTED, DuplicateKey, PeriodClosed, and by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly OpeningBalanceInput[],
): Promise<Outcome<Opening>[]> {
  const around = await gather(tx, inputs);
  const plans = withoutRepeated(inputs.map((input) => attempt(() => plan(input, around))));
  const good = plans.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
  const known = await posted(tx, good);
  const fresh = good.filter(({ columns }) => !known.has(openingKey(columns)));
  const written = await post(tx, fresh);
  return plans.map((one): Outcome<Opening> => {
    if (one instanceof RuleViolation) return refused(one);
    const { columns, account } = one;
    const key = openingKey(columns);
    const before = known.get(key);
    if (!before) return { ok: written.get(key)! };
    const same = attempt(() => sameOpening(before, columns, account.code));
    return same instanceof RuleViolation ? refused(same) : { ok: same };
  });
}
