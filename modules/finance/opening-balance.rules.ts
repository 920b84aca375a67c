import {
  type Decimal,
  InvalidInput,
  type LocalDate,
  NotFound,
  ONE,
  checkedPayable,
  checkedVoucherRate,
  inField,
  parseLocalDate,
  refusePosted,
  textOrNone,
} from '../kernel/index.js';
import { isControlRole } from './chart.rules.js';
import { type Side, toBase } from './entry.rules.js';
import { ControlAccountRefused } from './errors.js';

/** What an account held when a company began here. The account is named by code, id or role. */
export interface OpeningBalanceInput {
  readonly companyId: string;
  readonly accountId?: string | null;
  readonly accountCode?: string | null;
  readonly accountRole?: string | null;
  readonly side: Side;
  readonly amount: Decimal;
  /** The base currency when absent. */
  readonly currency?: string | null;
  /** What it is in base currency; at the rate, or as it is, when absent. */
  readonly baseAmount?: Decimal | null;
  readonly exchangeRate?: Decimal | null;
  readonly customerId?: string | null;
  readonly supplierId?: string | null;
  readonly department?: string | null;
  readonly project?: string | null;
  /** The day before the start. */
  readonly postedOn: string;
}

/** An account with the roles that it plays. */
export interface OpenedAccount {
  readonly id: string;
  readonly companyId: string;
  readonly code: string;
  readonly roles: readonly string[];
}

export interface OpeningColumns {
  readonly companyId: string;
  readonly accountId: string;
  readonly side: Side;
  readonly amount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly baseAmount: Decimal;
  readonly baseCurrency: string;
  readonly customerId: string | null;
  readonly supplierId: string | null;
  readonly department: string | null;
  readonly project: string | null;
  readonly postedOn: LocalDate;
}

/** The account that an input names, in exactly one way. */
export function namedAccount(
  input: OpeningBalanceInput,
  accounts: readonly OpenedAccount[],
): OpenedAccount {
  const { companyId, accountId, accountCode, accountRole } = input;
  const names = [accountId, accountCode, accountRole].filter((one) => one != null);
  if (names.length !== 1) {
    const message = 'The account is named by its id, its code or its role: by one of them.';
    throw new InvalidInput('ACCOUNT_NOT_NAMED', message).at('accountCode');
  }
  const field = accountId ? 'accountId' : accountCode ? 'accountCode' : 'accountRole';
  const account = accounts.find(
    (one) =>
      one.companyId === companyId &&
      (one.id === accountId || one.code === accountCode || one.roles.includes(accountRole ?? '')),
  );
  if (!account) throw new NotFound('Account', names[0] ?? '').at(field);
  refuseKept(account, field);
  return account;
}

/** What documents keep is opened by documents, and the opening account is what all goes against. */
function refuseKept({ code, roles }: OpenedAccount, field: string): void {
  const role = roles.find((one) => isControlRole(one) || one === 'OPENING_BALANCE');
  if (role !== undefined) throw new ControlAccountRefused(code, role).at(field);
}

function baseOf(
  { amount, baseAmount }: OpeningBalanceInput,
  money: { currency: string; exchangeRate: Decimal; baseCurrency: string },
): Decimal {
  if (baseAmount == null) return toBase(amount, money);
  const base = checkedPayable(baseAmount, money.baseCurrency);
  if (money.currency !== money.baseCurrency || base.eq(amount)) return base;
  throw new InvalidInput('BASE_AMOUNT_DIFFERS', 'An amount in base currency is its own worth.');
}

/** What the input says of money; without a rate it follows from what it is in base currency. */
function cleanMoney(input: OpeningBalanceInput, baseCurrency: string) {
  const currency = input.currency ?? baseCurrency;
  const amount = inField('amount', () => checkedPayable(input.amount, currency));
  const implied = input.baseAmount?.div(amount).toDecimalPlaces(12);
  const isForeign = currency !== baseCurrency;
  const wanted = input.exchangeRate ?? (isForeign ? implied : ONE);
  const exchangeRate = inField('exchangeRate', () => {
    if (wanted) return checkedVoucherRate(wanted, currency, baseCurrency);
    const message = 'An amount in {currency} needs its rate or what it is in base currency.';
    throw new InvalidInput('EXCHANGE_RATE_MISSING', message, { currency });
  });
  const money = { currency, exchangeRate, baseCurrency };
  const baseAmount = inField('baseAmount', () => baseOf(input, money));
  if (baseAmount.gt(0)) return { amount, ...money, baseAmount };
  const message = 'The amount is worth nothing in base currency.';
  throw new InvalidInput('BASE_AMOUNT_ZERO', message).at('amount');
}

/** Cleans what an account held; refuses by field. */
export function cleanOpening(
  input: OpeningBalanceInput,
  account: OpenedAccount,
  baseCurrency: string,
): OpeningColumns {
  return {
    ...{ companyId: input.companyId, accountId: account.id, side: input.side },
    ...cleanMoney(input, baseCurrency),
    ...{ customerId: input.customerId ?? null, supplierId: input.supplierId ?? null },
    department: inField('department', () => textOrNone(input.department, 100)),
    project: inField('project', () => textOrNone(input.project, 100)),
    postedOn: inField('postedOn', () => parseLocalDate(input.postedOn)),
  };
}

type Keyed = Omit<
  OpeningColumns,
  'amount' | 'side' | 'baseAmount' | 'exchangeRate' | 'postedOn'
> & {
  readonly postedOn: string;
};

/** One text for what has one opening balance: an account with its currency and its dimensions. */
export const openingKey = (one: Keyed): string =>
  JSON.stringify([
    ...[one.companyId, one.accountId, one.currency, one.postedOn],
    ...[one.customerId, one.supplierId, one.department, one.project],
  ]);

/** Refuses to tell otherwise what is posted. */
export function sameOpening<T extends Pick<OpeningColumns, 'side' | 'amount' | 'baseAmount'>>(
  before: T,
  { side, amount, baseAmount }: OpeningColumns,
  code: string,
): T {
  const isSame =
    before.side === side && before.amount.eq(amount) && before.baseAmount.eq(baseAmount);
  return isSame ? before : refusePosted(code);
}
