import { parseLocalDate, type LocalDate } from './dates.js';
import { fits, type Decimal } from './decimal.js';
import { inField } from './outcome.js';
import { InvalidInput, QuantityOutOfRange } from './refusals.js';
import { cleanText, isEmail, isPhone } from './text.js';

/** The most of anything that is counted, measured or weighed in one go. */
const QUANTITY_MAX = '1000000000000000000';

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

/** Takes a code that people and other systems give: up to 40 letters, digits and . _ / -. */
export function ownCode(text: string): string {
  const code = text.trim();
  if (CODE.test(code)) return code;
  const message = '{code} is not a code of up to 40 letters, digits and . _ / -.';
  throw new InvalidInput('CODE_MALFORMED', message, { code });
}

/** Takes a text that may be missing; an empty one is none. */
export function textOrNone(text: string | null | undefined, max: number): string | null {
  if (text === null || text === undefined) return null;
  return cleanText(text, { max }) || null;
}

/** Takes an e-mail address that may be missing; an empty one is none. */
export function emailOrNone(text: string | null | undefined): string | null {
  const email = textOrNone(text, 254);
  if (email === null || isEmail(email)) return email;
  throw new InvalidInput('EMAIL_MALFORMED', '{email} is not an e-mail address.', { email });
}

/** Takes a telephone number that may be missing; an empty one is none. */
export function phoneOrNone(text: string | null | undefined): string | null {
  const phone = textOrNone(text, 32);
  if (phone === null || isPhone(phone)) return phone;
  throw new InvalidInput('PHONE_MALFORMED', '{phone} is not a telephone number.', { phone });
}

/** Takes a quantity: above zero, at most 10^18, at most nine decimals. */
export function checkedQuantity(quantity: Decimal): Decimal {
  const isKept = fits(quantity, 28, 9) && quantity.gt(0) && quantity.lte(QUANTITY_MAX);
  if (isKept) return quantity;
  throw new QuantityOutOfRange(
    'QUANTITY_OUT_OF_RANGE',
    'The quantity {quantity} is not above zero, at most {maximum}, with at most 9 decimals.',
    { quantity: quantity.toString(), maximum: QUANTITY_MAX },
  );
}

/** Takes a price or cost for one unit: not below zero, at most nine decimals. */
export function checkedPrice(price: Decimal): Decimal {
  if (fits(price, 28, 9) && !price.isNegative()) return price;
  throw new QuantityOutOfRange(
    'PRICE_OUT_OF_RANGE',
    '{price} is not a price of at most 19 digits and 9 decimals.',
    { price: price.toString() },
  );
}

/** Takes an amount that the store can keep: not below zero, at most four decimals. */
export function checkedAmount(amount: Decimal): Decimal {
  if (fits(amount, 20, 4) && !amount.isNegative()) return amount;
  throw new QuantityOutOfRange(
    'AMOUNT_OUT_OF_RANGE',
    '{amount} is not an amount of at most 16 digits and 4 decimals.',
    { amount: amount.toString() },
  );
}

/** Takes a day that may be missing. */
export function optionalDate(text: string | null | undefined): LocalDate | null {
  return text === null || text === undefined ? null : parseLocalDate(text);
}

/** Takes a reason, which says something. */
export function requiredReason(text: string | null | undefined, field = 'reason'): string {
  return inField(field, () => cleanText(text ?? '', { min: 1, max: 500 }));
}

/** A list of lines is bounded: one document holds no more. */
export const LINES_MAX = 1_000;

/** Refuses a list in which a line is named twice. */
export function refuseRepeated(ids: readonly string[], field: string): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) {
      const message = 'The line {id} is given more than once.';
      throw new InvalidInput('LINE_REPEATED', message, { id }).at(field, index);
    }
    seen.add(id);
  });
}
