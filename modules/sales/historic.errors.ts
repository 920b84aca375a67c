import { type Decimal, canonical, RuleViolation } from '../kernel/index.js';

/** The document is history: it was finished in the system before, and stays as it was. */
export class HistoricDocument extends RuleViolation {
  constructor(subject: string) {
    super({
      code: 'HISTORIC_DOCUMENT',
      message: '{subject} is history: it was finished in the system before and stays as it was.',
      params: { subject },
    });
  }
}

/** The order was recorded before, by a row that said something else. */
export class HistoryDiffers extends RuleViolation {
  constructor(number: string) {
    super({
      code: 'HISTORY_DIFFERS',
      message: 'The order {number} was recorded by another row, and history is not rewritten.',
      params: { number },
    });
  }
}

/** The net amount of a line is not what its quantity, price and discount come to. */
export class HistoryAmountMismatch extends RuleViolation {
  constructor(params: { given: Decimal; computed: Decimal; tolerance: Decimal }) {
    super({
      code: 'HISTORY_AMOUNT_MISMATCH',
      message:
        'The net amount is given as {given}; quantity, price and discount come to {computed}, ' +
        'which is further away than {tolerance}.',
      params: {
        given: canonical(params.given),
        computed: canonical(params.computed),
        tolerance: canonical(params.tolerance),
      },
    });
  }
}
