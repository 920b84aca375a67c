import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  cleanText,
  convertQuantity,
  Decimal,
  inField,
  InvalidInput,
  type ItemUnits,
  lifecycle,
  LimitExceeded,
  minorUnits,
  NotFound,
  ONE,
  parseLocalDate,
  quantity as quantityOf,
  roundMoney,
  sum,
  textOrNone,
  ZERO,
} from '../kernel/index.js';
import { checkedProbability } from './opportunity-stage.rules.js';

/** What becomes of an opportunity; its stage moves only while it is open. */
export const opportunityLifecycle = lifecycle({
  subject: 'Opportunity',
  initial: 'OPEN',
  states: {
    OPEN: { change: 'OPEN', moveStage: 'OPEN', win: 'WON', lose: 'LOST' },
    WON: { reopen: 'OPEN' },
    LOST: { reopen: 'OPEN' },
  },
});

/** What can be said of an opportunity. Absent keeps, or takes the default; null clears. */
export interface OpportunityDetails {
  readonly name?: string;
  readonly contactId?: string | null;
  readonly ownerId?: string;
  /** An estimate; it is what the lines sum to as soon as there are any. */
  readonly amount?: Decimal | null;
  readonly probabilityPercent?: Decimal | null;
  readonly expectedCloseOn?: string | null;
  readonly source?: string | null;
  readonly description?: string | null;
}

export interface OpportunityColumns {
  readonly name: string;
  readonly contactId: string | null;
  readonly ownerId: string;
  readonly amount: Decimal;
  readonly probabilityPercent: Decimal | null;
  readonly expectedCloseOn: string | null;
  readonly source: string | null;
  readonly description: string | null;
}

/** What an opportunity's details are checked against. */
export interface OpportunitySurroundings {
  readonly customerId: string;
  readonly contacts: ReadonlyMap<string, { readonly customerId: string }>;
  readonly knowsOwner: (id: string) => boolean;
}

function ownContact(id: string | null, { contacts, customerId }: OpportunitySurroundings) {
  if (id === null || contacts.get(id)?.customerId === customerId) return id;
  throw new NotFound('Contact', id);
}

function knownOwner(id: string, around: OpportunitySurroundings): string {
  if (around.knowsOwner(id)) return id;
  throw new NotFound('Actor', id);
}

/** Cleans what an opportunity is after the details given; refuses by field. */
export function cleanOpportunity(
  details: OpportunityDetails,
  before: OpportunityColumns,
  around: OpportunitySurroundings,
): OpportunityColumns {
  const wanted = <K extends keyof OpportunityColumns>(field: K): OpportunityColumns[K] => {
    const given = details[field] as OpportunityColumns[K] | undefined;
    return given === undefined ? before[field] : given;
  };
  const [amount, percent] = [details.amount, wanted('probabilityPercent')];
  const closeOn = wanted('expectedCloseOn');
  return {
    name: inField('name', () => cleanText(wanted('name'), { min: 1, max: 200 })),
    contactId: inField('contactId', () => ownContact(wanted('contactId'), around)),
    ownerId: inField('ownerId', () => knownOwner(wanted('ownerId'), around)),
    amount: inField('amount', () =>
      amount === undefined ? before.amount : checkedAmount(amount ?? ZERO),
    ),
    probabilityPercent: inField('probabilityPercent', () => percent && checkedProbability(percent)),
    expectedCloseOn: inField('expectedCloseOn', () => closeOn && parseLocalDate(closeOn)),
    source: inField('source', () => textOrNone(wanted('source'), 100)),
    description: inField('description', () => textOrNone(wanted('description'), 4_000)),
  };
}

/** A line as a caller writes it: what the customer may want. */
export interface OpportunityLineInput {
  readonly itemId?: string | null;
  /** The item's name when absent. */
  readonly description?: string | null;
  /** The item's stock unit when absent; what is no item is counted. */
  readonly unit?: string | null;
  readonly quantity: Decimal;
  /** For one unit of the line, in the opportunity's currency. */
  readonly unitPrice: Decimal;
  readonly requestedOn?: string | null;
}

/** What a line must know of the item it names; whoever calls brings it. */
export interface WantedItem extends ItemUnits {
  readonly name: string;
  readonly isSold: boolean;
  readonly isArchived: boolean;
}

export interface OpportunityLineColumns {
  readonly itemId: string | null;
  readonly description: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly currency: string;
  readonly netAmount: Decimal;
  readonly requestedOn: string | null;
}

/** The unit of what is counted rather than measured (UN/CEFACT Recommendation 20: one). */
const ONE_PIECE = 'C62';

function itemOf(id: string | null, items: ReadonlyMap<string, WantedItem>): WantedItem | null {
  if (id === null) return null;
  const item = items.get(id);
  if (!item) throw new NotFound('Item', id);
  if (item.isSold && !item.isArchived) return item;
  throw new InvalidInput('ITEM_NOT_SOLD', 'The item {item} is not sold.', { item: item.name });
}

function unitOf(given: string | null | undefined, item: WantedItem | null): string {
  const unit = given ?? item?.stockUnit ?? ONE_PIECE;
  if (item) convertQuantity(quantityOf(ONE, unit), item.stockUnit, { item });
  else if (unit !== ONE_PIECE) {
    throw new InvalidInput('CHARGE_UNIT', 'What is no item is counted in {unit}.', {
      unit: ONE_PIECE,
    });
  }
  return unit;
}

/** Makes a line of what a caller wrote; its net amount is rounded once. Refuses by field. */
export function cleanLine(
  line: OpportunityLineInput,
  currency: string,
  items: ReadonlyMap<string, WantedItem>,
): OpportunityLineColumns {
  const item = inField('itemId', () => itemOf(line.itemId ?? null, items));
  const described = inField('description', () => textOrNone(line.description, 500));
  const quantity = inField('quantity', () => checkedQuantity(line.quantity));
  const unitPrice = inField('unitPrice', () => checkedPrice(line.unitPrice));
  const { requestedOn } = line;
  return {
    itemId: line.itemId ?? null,
    description: described ?? item?.name ?? 'Service',
    unit: inField('unit', () => unitOf(line.unit, item)),
    quantity,
    unitPrice,
    currency,
    netAmount: inField('unitPrice', () =>
      checkedAmount(roundMoney(quantity.mul(unitPrice), currency)),
    ),
    requestedOn: inField('requestedOn', () => (requestedOn ? parseLocalDate(requestedOn) : null)),
  };
}

/** An opportunity holds no more lines than this. */
const LINES_MAX = 1_000;

/** Refuses more lines than an opportunity holds. */
export function refuseTooManyLines(count: number): void {
  if (count > LINES_MAX) throw new LimitExceeded('Lines', LINES_MAX, count);
}

/** What an opportunity is worth: the sum of its lines, or the estimate while it has none. */
export function worth(lines: readonly { netAmount: Decimal }[], estimate: Decimal): Decimal {
  return lines.length === 0 ? estimate : checkedAmount(sum(lines.map((line) => line.netAmount)));
}

/** Takes a currency that can be paid in; the customer's when absent. */
export function currencyOf(given: string | null | undefined, ofCustomer: string): string {
  const currency = given ?? ofCustomer;
  inField('currency', () => minorUnits(currency));
  return currency;
}

/** What an opportunity's chance follows from. */
export interface Chance {
  readonly status: string;
  /** Instead of its stage's; null means the stage's. */
  readonly probabilityPercent: Decimal | null;
  readonly stagePercent: Decimal;
}

/** How likely it is won: what was said of it, else what its stage says; certain once closed. */
export function probability({ status, probabilityPercent, stagePercent }: Chance): Decimal {
  if (status === 'WON') return new Decimal(100);
  return status === 'LOST' ? ZERO : (probabilityPercent ?? stagePercent);
}

/** Weighted amount = amount × probability, rounded once half away from zero. */
export function weightedAmount(amount: Decimal, percent: Decimal, currency: string): Decimal {
  return roundMoney(amount.mul(percent).div(100), currency);
}

const DAY_MILLISECONDS = 86_400_000;

/** How long a stage lasted, in days of 24 hours, rounded to hundredths half away from zero. */
export function daysBetweenInstants(from: Date, to: Date): Decimal {
  const elapsed = new Decimal(Math.max(0, to.getTime() - from.getTime()));
  return elapsed.div(DAY_MILLISECONDS).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Takes why an opportunity was lost, and to whom. */
export function lossOf(input: { reason: string; competitor?: string | null }) {
  return {
    lostReason: inField('reason', () => cleanText(input.reason, { min: 1, max: 500 })),
    competitor: inField('competitor', () => textOrNone(input.competitor, 200)),
  };
}
