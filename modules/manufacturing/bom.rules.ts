import {
  canonical,
  checkedQuantity,
  convertQuantity,
  type Decimal,
  InvalidInput,
  lifecycle,
  LimitExceeded,
  ONE,
  quantity as quantityOf,
  type Reasons,
  sum,
  textOrNone,
  within,
  ZERO,
} from '../kernel/index.js';
import {
  alternatesText,
  type BomAlternateDraft,
  type BomAlternateInput,
  cleanAlternates,
} from './bom-alternate.rules.js';
import { type KnownItems, usable } from './bom-item.rules.js';
import { CostShareExceeded } from './errors.js';
import {
  checkedPercent,
  checkedPosition,
  checkedSpan,
  revisionName,
  type Span,
} from './product-data.checks.rules.js';
import { roundQuantity } from './material.rules.js';
import type { IssueMethod } from './product-data.rules.js';

/** What becomes of a BOM. A later revision supersedes it; nobody asks for that by itself. */
export const bomLifecycle = lifecycle({
  subject: 'BOM',
  initial: 'DRAFT',
  states: {
    DRAFT: { change: 'DRAFT', submit: 'IN_REVIEW', release: 'RELEASED', retire: 'OBSOLETE' },
    IN_REVIEW: { change: 'DRAFT', release: 'RELEASED', retire: 'OBSOLETE' },
    RELEASED: { supersede: 'SUPERSEDED', retire: 'OBSOLETE' },
    SUPERSEDED: { retire: 'OBSOLETE' },
    OBSOLETE: {},
  },
});

/** The moves of a BOM that a caller may ask for. */
export const bomVerbs = ['change', 'submit', 'release', 'retire'] as const;

/** A line as a caller writes it. */
export interface BomLineInput {
  readonly kind?: 'COMPONENT' | 'BY_PRODUCT' | null;
  readonly itemId: string;
  /** For the output quantity of the BOM, or once for a work order when it is fixed. */
  readonly quantity: Decimal;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  readonly isFixed?: boolean | null;
  readonly scrapPercent?: Decimal | null;
  /** What is taken is rounded up to a multiple of this, in the line's unit; any when absent. */
  readonly roundingMultiple?: Decimal | null;
  readonly costSharePercent?: Decimal | null;
  readonly operation?: number | null;
  readonly issueMethod?: IssueMethod | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  /** What may stand in for the item of a component. */
  readonly alternates?: readonly BomAlternateInput[] | null;
}

/** What a BOM says of itself beside its company, item and lines. */
export interface BomHeaderInput {
  readonly isPhantom?: boolean | null;
  readonly outputQuantity?: Decimal | null;
  readonly yieldPercent?: Decimal | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly note?: string | null;
}

export interface BomHeader extends Span {
  readonly isPhantom: boolean;
  readonly outputQuantity: Decimal;
  readonly yieldPercent: Decimal;
  readonly note: string | null;
}

/** A line as it is kept, before it has an id and a position. */
export interface BomLineDraft extends Span {
  readonly kind: 'COMPONENT' | 'BY_PRODUCT';
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly stockFactor: Decimal;
  readonly isFixed: boolean;
  readonly scrapPercent: Decimal;
  readonly roundingMultiple: Decimal | null;
  readonly costSharePercent: Decimal;
  readonly operation: number | null;
  readonly issueMethod: IssueMethod;
  readonly alternates: readonly BomAlternateDraft[];
}

/** A BOM holds no more lines. */
export const BOM_LINES_MAX = 1_000;

/** Cleans what a BOM says of itself; refusals go to `all`. */
export function cleanHeader(input: BomHeaderInput, all: Reasons): BomHeader {
  const output = input.outputQuantity ?? ONE;
  const good = input.yieldPercent ?? ONE.mul(100);
  const range = { isBelow100: false, isAboveZero: true };
  return {
    ...checkedSpan(input.validFrom, input.validTo, all),
    isPhantom: input.isPhantom ?? false,
    outputQuantity: all.take(['outputQuantity'], () => checkedQuantity(output)) ?? ONE,
    yieldPercent: all.take(['yieldPercent'], () => checkedPercent(good, range)) ?? ONE,
    note: all.take(['note'], () => textOrNone(input.note, 4_000)) ?? null,
  };
}

/** The revision that a new BOM or routing is; `A` unless told. */
export const cleanRevision = (text: string | null | undefined, all: Reasons): string =>
  all.take(['revision'], () => revisionName(text)) ?? '';

/** A multiple that is one in the item's stock unit as well, at the decimals that are kept. */
function checkedMultiple(multiple: Decimal, factor: Decimal): Decimal {
  checkedQuantity(roundQuantity(checkedQuantity(multiple).mul(factor)));
  return multiple;
}

function cleanLine(line: BomLineInput, items: KnownItems, all: Reasons): BomLineDraft {
  const { itemId, kind, isFixed, issueMethod } = line;
  const item = all.take(['itemId'], () => usable(itemId, items));
  const unit = line.unit ?? item?.stockUnit ?? '';
  const factor = all.take(['unit'], () =>
    item ? convertQuantity(quantityOf(ONE, unit), item.stockUnit, { item }).value : ONE,
  );
  const below = { isBelow100: true, isAboveZero: false };
  const percent = (field: 'scrapPercent' | 'costSharePercent') =>
    all.take([field], () => checkedPercent(line[field] ?? ZERO, below)) ?? ZERO;
  const { operation, roundingMultiple: multiple = null } = line;
  return {
    ...checkedSpan(line.validFrom, line.validTo, all),
    kind: kind ?? 'COMPONENT',
    itemId,
    unit,
    quantity: all.take(['quantity'], () => checkedQuantity(line.quantity)) ?? ONE,
    stockFactor: factor ?? ONE,
    isFixed: isFixed ?? false,
    scrapPercent: percent('scrapPercent'),
    roundingMultiple:
      multiple &&
      (all.take(['roundingMultiple'], () => checkedMultiple(multiple, factor ?? ONE)) ?? null),
    costSharePercent: percent('costSharePercent'),
    operation:
      operation == null
        ? null
        : (all.take(['operation'], () => checkedPosition(operation)) ?? null),
    issueMethod: issueMethod ?? 'PICK',
    alternates: cleanAlternates(line, items, all),
  };
}

/** A component bears no share of the cost; of a by-product only so much comes, of no other item. */
function refuseMixed(line: BomLineDraft): void {
  const { kind, isFixed, scrapPercent, costSharePercent, roundingMultiple, alternates } = line;
  if (kind === 'COMPONENT' && !costSharePercent.isZero())
    throw new InvalidInput('COMPONENT_WITH_SHARE', 'Only a by-product bears a share of the cost.');
  if (kind === 'BY_PRODUCT' && (isFixed || !scrapPercent.isZero()))
    throw new InvalidInput('BY_PRODUCT_FIXED', 'A by-product is neither fixed nor has scrap.');
  if (kind === 'BY_PRODUCT' && roundingMultiple)
    throw new InvalidInput('BY_PRODUCT_ROUNDED', 'Only a component is taken in multiples.');
  if (kind === 'BY_PRODUCT' && alternates.length > 0)
    throw new InvalidInput('BY_PRODUCT_WITH_ALTERNATES', 'Nothing stands in for a by-product.');
}

/** Cleans the lines of a BOM; every refusal is told with the place of its line. */
export function cleanLines(
  product: { readonly itemId: string; readonly isPhantom: boolean },
  lines: readonly BomLineInput[],
  items: KnownItems,
  all: Reasons,
): BomLineDraft[] {
  if (lines.length > BOM_LINES_MAX) {
    all.take(['lines'], () => {
      throw new LimitExceeded('Lines', BOM_LINES_MAX, lines.length);
    });
    return [];
  }
  const drafts = lines.map((line, index) => {
    const own = within(all, 'lines', index);
    const draft = cleanLine(line, items, own);
    own.take([], () => refuseMixed(draft));
    own.take([], () => refuseOwnByProduct(product, draft));
    return draft;
  });
  all.take(['lines'], () => refuseWholeShare(drafts));
  return drafts;
}

function refuseOwnByProduct(
  product: { readonly itemId: string; readonly isPhantom: boolean },
  { kind, itemId }: BomLineDraft,
): void {
  if (kind !== 'BY_PRODUCT') return;
  if (itemId === product.itemId)
    throw new InvalidInput('BY_PRODUCT_OF_ITSELF', 'The product is no by-product of itself.');
  if (product.isPhantom)
    throw new InvalidInput(
      'PHANTOM_WITH_BY_PRODUCT',
      'A phantom is not made, so nothing comes out.',
    );
}

function refuseWholeShare(lines: readonly BomLineDraft[]): void {
  const share = sum(lines.map(({ costSharePercent }) => costSharePercent));
  if (share.gte(100)) throw new CostShareExceeded(canonical(share));
}

/** One text for the lines of a BOM, by which a change of them is seen and told. */
export function linesText(lines: readonly BomLineDraft[]): string {
  return lines
    .map((one) => {
      const { kind, itemId, quantity, unit, isFixed, scrapPercent, costSharePercent } = one;
      const numbers = [quantity, scrapPercent, costSharePercent].map(canonical);
      const multiple = one.roundingMultiple && canonical(one.roundingMultiple);
      const rest = [multiple, one.operation, one.issueMethod, one.validFrom, one.validTo];
      const parts = [kind, itemId, unit, isFixed, ...numbers, ...rest].map((part) => part ?? '');
      const alternates = alternatesText(one.alternates);
      return alternates ? `${parts.join(' ')} or ${alternates}` : parts.join(' ');
    })
    .join('\n');
}
