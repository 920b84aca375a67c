import type { Tx } from '../events/index.js';
import {
  checkedVoucherRate,
  inField,
  isAccepted,
  NotFound,
  type RuleViolation,
  type Decimal,
  type LocalDate,
  type OpenInvoiceInput,
} from '../kernel/index.js';
import type { Company } from './company.service.js';
import { rates } from './exchange-rate.service.js';

/** An open invoice that is to be written, before its rate is known. */
export interface OpenInvoicePlan {
  readonly columns: { readonly currency: string; readonly postedOn: LocalDate };
  readonly baseCurrency: string;
  /** Null for that of the posting day. */
  readonly rate: Decimal | null;
}

/** The company that takes an open invoice on, and the rate that is told. NotFound; by field. */
export function openingOf(
  { companyId, exchangeRate = null }: OpenInvoiceInput,
  currency: string,
  companies: ReadonlyMap<string, Company>,
): Pick<OpenInvoicePlan, 'baseCurrency' | 'rate'> {
  const company = companies.get(companyId);
  if (!company) throw new NotFound('Company', companyId).at('companyId');
  const { baseCurrency } = company;
  if (exchangeRate === null) return { baseCurrency, rate: null };
  const rate = inField('exchangeRate', () =>
    checkedVoucherRate(exchangeRate, currency, baseCurrency),
  );
  return { baseCurrency, rate };
}

const isPlan = <One extends object>(one: One): one is One & OpenInvoicePlan => 'columns' in one;

/**
 * Plans among others with the rates of their posting days, where none was told; RateMissing in the
 * place of one without. At most one statement.
 */
export async function withRates<One extends object>(
  tx: Tx,
  all: readonly One[],
): Promise<(One | RuleViolation)[]> {
  const open = all.filter((one) => isPlan(one)).filter(({ rate }) => rate === null);
  const found = await rates(
    tx,
    open.map(({ columns: { currency, postedOn }, baseCurrency }) => {
      return { from: currency, to: baseCurrency, on: postedOn };
    }),
  );
  const rateOf = new Map<object, (typeof found)[number]>(
    open.map((one, index) => [one, found[index]!]),
  );
  return all.map((one) => {
    const rate = rateOf.get(one);
    if (rate === undefined) return one;
    return isAccepted(rate) ? { ...one, rate: rate.ok } : rate.refused[0]!;
  });
}
