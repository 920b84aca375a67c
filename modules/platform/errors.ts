import { RuleViolation } from '../kernel/index.js';

/** No rate between two currencies is known for a day, in either direction. */
export class RateMissing extends RuleViolation {
  constructor(
    readonly from: string,
    readonly to: string,
    readonly on: string,
  ) {
    super({
      code: 'RATE_MISSING',
      message: 'There is no exchange rate from {from} to {to} on {on}.',
      params: { from, to, on },
    });
  }
}

/** A company would be out of sight of whoever founded it. */
export class FounderIsLimited extends RuleViolation {
  constructor() {
    super({
      code: 'FOUNDER_IS_LIMITED',
      message: 'Only an actor of all companies may found another.',
    });
  }
}

/** Nothing that the caller may set is defined under this code on the noun. */
export class CustomFieldUnknown extends RuleViolation {
  constructor(
    readonly noun: string,
    readonly field: string,
  ) {
    super({
      code: 'CUSTOM_FIELD_UNKNOWN',
      message: '{noun} has no custom field {field}.',
      params: { noun, field },
    });
  }
}

/** A field that must have a value was left without one. */
export class CustomFieldRequired extends RuleViolation {
  constructor(
    readonly noun: string,
    readonly field: string,
  ) {
    super({
      code: 'CUSTOM_FIELD_REQUIRED',
      message: 'The custom field {field} of {noun} must have a value.',
      params: { noun, field },
    });
  }
}

/** What was posted or released is not changed any more, in its custom fields neither. */
export class CustomFieldsFixed extends RuleViolation {
  constructor(readonly noun: string) {
    super({
      code: 'CUSTOM_FIELDS_FIXED',
      message:
        'The custom fields of this {noun} stay: its voucher is posted, or its revision released.',
      params: { noun },
    });
  }
}

/** A change of a definition that what is kept, or clients, could not follow. */
export class CustomFieldChangeUnsafe extends RuleViolation {
  constructor(
    readonly field: string,
    readonly from: string,
    readonly to: string,
  ) {
    super({
      code: 'CUSTOM_FIELD_CHANGE_UNSAFE',
      message: '{field} cannot be changed from {from} to {to}.',
      params: { field, from, to },
    });
  }
}
