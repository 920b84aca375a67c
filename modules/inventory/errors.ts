import { RuleViolation, canonical, type Decimal } from '../kernel/index.js';

/** What is archived takes part in nothing new. */
export class ItemArchived extends RuleViolation {
  constructor(readonly item: string) {
    super({ code: 'ITEM_ARCHIVED', message: 'The item {item} is archived.', params: { item } });
  }
}

/** Of an item that is not stocked there are no quantities. */
export class ItemNotStocked extends RuleViolation {
  constructor(readonly item: string) {
    super({
      code: 'ITEM_NOT_STOCKED',
      message: 'The item {item} is not kept in stock.',
      params: { item },
    });
  }
}

/** A posted opening is a fact; another quantity or cost needs another document. */
export class OpeningPosted extends RuleViolation {
  constructor(readonly number: string) {
    super({
      code: 'OPENING_POSTED',
      message: 'The stock opening {number} is posted and says something else.',
      params: { number },
    });
  }
}

/** An item that is kept by lots moves with its lot. */
export class LotRequired extends RuleViolation {
  constructor(readonly item: string) {
    super({ code: 'LOT_REQUIRED', message: 'The item {item} needs a lot.', params: { item } });
  }
}

/** An item that is not kept by lots has none. */
export class LotNotTracked extends RuleViolation {
  constructor(readonly item: string) {
    super({
      code: 'LOT_NOT_TRACKED',
      message: 'The item {item} is not kept by lots.',
      params: { item },
    });
  }
}

/** How an item is valued changes only while nothing of it is there. */
export class ValuationMethodInUse extends RuleViolation {
  constructor(
    readonly item: string,
    readonly method: string,
  ) {
    super({
      code: 'VALUATION_METHOD_IN_USE',
      message: 'There is stock of {item}, which is valued by {method}.',
      params: { item, method },
    });
  }
}

/** Whether an item is kept by lots is settled before its first stock. */
export class LotTrackingInUse extends RuleViolation {
  constructor(readonly item: string) {
    super({
      code: 'LOT_TRACKING_IN_USE',
      message: 'Stock of {item} has moved: whether it is kept by lots does not change any more.',
      params: { item },
    });
  }
}

/** More was asked for than is available. In the item's stock unit. */
export class InsufficientStock extends RuleViolation {
  readonly item: string;
  readonly requested: string;
  readonly available: string;
  readonly unit: string;

  constructor(item: { code: string; unit: string }, requested: Decimal, available: Decimal) {
    const params = {
      item: item.code,
      requested: canonical(requested),
      available: canonical(available),
      unit: item.unit,
    };
    super({
      code: 'INSUFFICIENT_STOCK',
      message: '{requested} {unit} of {item} were asked for and {available} are available.',
      params,
    });
    this.item = params.item;
    this.requested = params.requested;
    this.available = params.available;
    this.unit = params.unit;
  }
}

/** Stock moved after it was counted: it is to be counted anew. */
export class StaleCount extends RuleViolation {
  readonly item: string;
  readonly expected: string;
  readonly onHand: string;

  constructor(item: string, { expected, onHand }: { expected: Decimal; onHand: Decimal }) {
    const params = { item, expected: canonical(expected), onHand: canonical(onHand) };
    super({
      code: 'STALE_COUNT',
      message: 'When {item} was counted the books said {expected}, now they say {onHand}.',
      params,
    });
    this.item = item;
    this.expected = params.expected;
    this.onHand = params.onHand;
  }
}

/** Less was found than is promised: something is to be released first. */
export class CountBelowReserved extends RuleViolation {
  readonly item: string;
  readonly counted: string;
  readonly reserved: string;

  constructor(item: string, { counted, reserved }: { counted: Decimal; reserved: Decimal }) {
    const params = { item, counted: canonical(counted), reserved: canonical(reserved) };
    super({
      code: 'COUNT_BELOW_RESERVED',
      message: '{counted} of {item} were counted and {reserved} are reserved there.',
      params,
    });
    this.item = item;
    this.counted = params.counted;
    this.reserved = params.reserved;
  }
}

/** A count is posted when all of it is counted. */
export class CountIncomplete extends RuleViolation {
  constructor(readonly open: number) {
    super({
      code: 'COUNT_INCOMPLETE',
      message: '{open} lines are not counted yet.',
      params: { open },
    });
  }
}

/** Stock changes its item by no move: it is issued, shipped or counted away first. */
export class ItemHasStock extends RuleViolation {
  readonly item: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly unit: string;

  constructor(item: { code: string; unit: string }, onHand: Decimal, reserved: Decimal) {
    const params = {
      ...{ item: item.code, unit: item.unit },
      ...{ onHand: canonical(onHand), reserved: canonical(reserved) },
    };
    super({
      code: 'ITEM_HAS_STOCK',
      message: 'Of {item} {onHand} {unit} lie in stock, and {reserved} are reserved.',
      params,
    });
    this.item = params.item;
    this.onHand = params.onHand;
    this.reserved = params.reserved;
    this.unit = params.unit;
  }
}

/** Something that is still open needs the item as it is. */
export class ItemInUse extends RuleViolation {
  constructor(
    readonly item: string,
    readonly use: string,
  ) {
    super({
      code: 'ITEM_IN_USE',
      message: 'The item {item} is needed by {use}.',
      params: { item, use },
    });
  }
}
