import { insertMissing, nextVersion, type Row, type Tx } from '../events/index.js';
import { type Decimal, fits, inField, QuantityOutOfRange, StaleVersion } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { salesSettingsSet } from './events.js';
import { checkedDiscount } from './input.rules.js';
import type { Allowed } from './quote.rules.js';

export type SalesSettings = Row<'SalesSettings'>;

/** Absent keeps, null allows anything. */
export interface SalesSettingsSet {
  readonly companyId: string;
  readonly expectedVersion?: number | null;
  readonly minMarginPercent?: Decimal | null;
  readonly maxDiscountPercent?: Decimal | null;
}

async function stored(tx: Tx, companyId: string): Promise<SalesSettings | undefined> {
  return tx.db
    .selectFrom('SalesSettings')
    .selectAll()
    .where('companyId', '=', companyId)
    .executeTakeFirst();
}

/** What a company allows without asking; anything until it says otherwise. One statement. */
export async function allowedOf(tx: Tx, companyId: string): Promise<Allowed> {
  const settings = await stored(tx, companyId);
  return settings ?? { minMarginPercent: null, maxDiscountPercent: null };
}

function checkedMargin(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && !percent.isNegative() && percent.lte(100)) return percent;
  const message = 'The margin {percent} is not 0 to 100 percent with at most 4 decimals.';
  const params = { percent: percent.toString() };
  throw new QuantityOutOfRange('MARGIN_OUT_OF_RANGE', message, params);
}

function cleaned(input: SalesSettingsSet, before: Allowed): Allowed {
  const { minMarginPercent: margin = before.minMarginPercent } = input;
  const { maxDiscountPercent: discount = before.maxDiscountPercent } = input;
  return {
    minMarginPercent: inField('minMarginPercent', () => margin && checkedMargin(margin)),
    maxDiscountPercent: inField('maxDiscountPercent', () => discount && checkedDiscount(discount)),
  };
}

/** Says what a company allows its sellers. NotFound, StaleVersion, QuantityOutOfRange by field. */
export async function set(tx: Tx, input: SalesSettingsSet): Promise<SalesSettings> {
  const { id: companyId } = await companies.get(tx, input.companyId);
  const known = await stored(tx, companyId);
  if (known) return change(tx, known.id, input);
  const none = { minMarginPercent: null, maxDiscountPercent: null };
  const made = { id: tx.newId(), companyId, createdAt: tx.now, updatedAt: tx.now };
  const [after] = await insertMissing(tx, 'SalesSettings', [{ ...made, ...cleaned(input, none) }]);
  // Another transaction said something first: it is there by now, and is changed.
  if (!after) return set(tx, input);
  if ((input.expectedVersion ?? null) !== null)
    throw new StaleVersion('SalesSettings', after.id, input.expectedVersion ?? 0, 0);
  tx.emit(salesSettingsSet({ before: null, after, data: {} }));
  return after;
}

async function change(tx: Tx, id: string, input: SalesSettingsSet): Promise<SalesSettings> {
  const before = await tx.lock('SalesSettings', id, input.expectedVersion);
  const after = await nextVersion(tx, 'SalesSettings', before, cleaned(input, before));
  tx.emit(salesSettingsSet({ before, after, data: {} }));
  return after;
}
