import type { Decimal } from './decimal.js';
import { compareDates, parseLocalDate, type LocalDate } from './dates.js';
import { fits } from './decimal.js';
import { minorUnits } from './money.js';
import { inField } from './outcome.js';
import { InvalidInput, QuantityOutOfRange } from './refusals.js';
import { cleanText } from './text.js';

/** An invoice that was not paid when a company began here, whoever wrote it. */
export interface OpenInvoiceInput {
  readonly companyId: string;
  readonly number: string;
  readonly documentOn: string;
  /** The day of the invoice when absent. */
  readonly dueOn?: string | null;
  /** The day before the start. */
  readonly postedOn: string;
  /** What is still to be paid, in the invoice's currency. */
  readonly openAmount: Decimal;
  /** One unit of the currency in base currency; the rate of the posting day when absent. */
  readonly exchangeRate?: Decimal | null;
}

export interface OpenInvoiceColumns {
  readonly companyId: string;
  readonly documentOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly postedOn: LocalDate;
  readonly grossAmount: Decimal;
}

/** Takes an amount that can be paid: above zero, and no finer than its currency. */
export function checkedPayable(amount: Decimal, currency: string): Decimal {
  if (!amount.isFinite() || amount.lte(0) || !fits(amount, 20, 4)) {
    const message = 'The amount must be above zero and fit.';
    throw new QuantityOutOfRange('AMOUNT_OUT_OF_RANGE', message);
  }
  if (amount.decimalPlaces() <= minorUnits(currency)) return amount;
  const message = 'The amount is finer than {currency} is paid in.';
  throw new InvalidInput('AMOUNT_TOO_FINE', message, { currency });
}

/** Takes the rate of a voucher: above zero, twelve decimals at most, 1 for the base currency. */
export function checkedVoucherRate(rate: Decimal, currency: string, baseCurrency: string): Decimal {
  const isPossible = rate.isFinite() && rate.gt(0) && fits(rate, 28, 12);
  if (isPossible && (currency !== baseCurrency || rate.eq(1))) return rate;
  const message = 'A rate is above zero with at most 12 decimals, and 1 for the base currency.';
  throw new QuantityOutOfRange('EXCHANGE_RATE_OUT_OF_RANGE', message);
}

/** Cleans what an open invoice says of itself; refuses by field. */
export function cleanOpenInvoice(input: OpenInvoiceInput, currency: string): OpenInvoiceColumns {
  const { companyId } = input;
  const documentOn = inField('documentOn', () => parseLocalDate(input.documentOn));
  const dueOn = inField('dueOn', () => parseLocalDate(input.dueOn ?? input.documentOn));
  const postedOn = inField('postedOn', () => parseLocalDate(input.postedOn));
  if (compareDates(documentOn, postedOn) > 0) {
    const message = 'An invoice of {documentOn} was not open on {postedOn}.';
    throw new InvalidInput('OPENING_BEFORE_INVOICE', message, { documentOn, postedOn }).at(
      'postedOn',
    );
  }
  const grossAmount = inField('openAmount', () => checkedPayable(input.openAmount, currency));
  return { companyId, documentOn, dueOn, postedOn, grossAmount };
}

interface SaidOfOpening extends Omit<OpenInvoiceColumns, 'companyId' | 'documentOn'> {
  readonly documentOn: string;
  readonly currency: string;
}

/** What a posted invoice says that may be such an opening. */
interface PostedInvoice {
  readonly documentOn: string;
  readonly dueOn: string | null;
  readonly postedOn: string | null;
  readonly currency: string;
  readonly grossAmount: Decimal;
  readonly exchangeRate: Decimal;
}

/** Whether an invoice that is posted says what is told of an opening; its rate only if it is told. */
export const saysTheSame = (
  before: PostedInvoice,
  told: SaidOfOpening,
  rate: Decimal | null,
): boolean =>
  before.currency === told.currency &&
  before.documentOn === told.documentOn &&
  before.dueOn === told.dueOn &&
  before.postedOn === told.postedOn &&
  before.grossAmount.eq(told.grossAmount) &&
  (rate === null || before.exchangeRate.eq(rate));

/** Takes the number that an invoice had before the company began here. */
export const openInvoiceNumber = (number: string): string =>
  cleanText(number, { min: 1, max: 100 });

/** Refuses what was posted as an opening already and is now told otherwise. */
export function refusePosted(number: string): never {
  const message = 'The opening {number} is posted and says something else.';
  throw new InvalidInput('OPENING_POSTED', message, { number });
}
