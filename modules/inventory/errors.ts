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
