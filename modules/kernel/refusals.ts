/**
 * What fills a message's places and lets a client say it in its own language: code and params are
 * enough.
 */
export type RefusalParams = Readonly<Record<string, string | number | boolean | null>>;

export type RefusalPath = readonly (string | number)[];

/** A refusal before it is thrown. `message` is a template whose `{name}` places are params. */
export interface RefusalSpec {
  readonly code: string;
  readonly message: string;
  readonly params?: RefusalParams;
  readonly path?: RefusalPath;
  /** True when the same request may succeed later, unchanged. */
  readonly retryable?: boolean;
}

/** What a caller sent can be very long; a message shows only its beginning. */
const SHOWN_CHARACTERS = 80;

function shown(value: string | number | boolean | null): string {
  const text = String(value);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** Fills a template in one pass, so that a value with braces in it is never filled again. */
function fill(template: string, params: RefusalParams): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (place: string, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : shown(value);
  });
}

/**
 * A rule said no. The only kind of error that a caller is told about in full; everything else is a
 * bug.
 * `code` is stable, `message` an English sentence, `path` leads to the part of the input that is
 * meant.
 */
export class RuleViolation extends Error {
  readonly code: string;
  readonly params: RefusalParams;
  readonly path: RefusalPath;
  readonly retryable: boolean;

  constructor({ code, message, params = {}, path = [], retryable = false }: RefusalSpec) {
    super(fill(message, params));
    this.name = new.target.name;
    this.code = code;
    this.params = params;
    this.path = path;
    this.retryable = retryable;
  }

  /** The same refusal, of the same type, seen from one level further out: the path is prefixed. */
  at(...prefix: (string | number)[]): this {
    const { code, message, params, retryable } = this;
    const path = [...prefix, ...this.path];
    const spec: RefusalSpec = { code, message: '', params, path, retryable };
    const copy = Reflect.construct(RuleViolation, [spec], this.constructor) as this;
    return Object.assign(copy, this, { path, message, stack: this.stack });
  }
}

/** A value that no state of the books would make right. */
export class InvalidInput extends RuleViolation {
  constructor(code: string, message: string, params: RefusalParams = {}) {
    super({ code, message, params });
  }
}

/** A number, date or count beyond what the store or a rule can hold. */
export class QuantityOutOfRange extends RuleViolation {
  constructor(code: string, message: string, params: RefusalParams = {}) {
    super({ code, message, params });
  }
}

/** There is no such node, or the caller may not see it: the two are told alike on purpose. */
export class NotFound extends RuleViolation {
  constructor(
    readonly type: string,
    readonly id: string,
  ) {
    super({ code: 'NOT_FOUND', message: '{type} {id} was not found.', params: { type, id } });
  }
}

/** Somebody else changed the node after the caller read it. */
export class StaleVersion extends RuleViolation {
  constructor(
    readonly type: string,
    readonly id: string,
    readonly expectedVersion: number,
    readonly currentVersion: number,
  ) {
    super({
      code: 'STALE_VERSION',
      message: '{type} {id} is at version {currentVersion}, not {expectedVersion}.',
      params: { type, id, expectedVersion, currentVersion },
    });
  }
}

/** The document's state does not allow the action. */
export class TransitionRefused extends RuleViolation {
  constructor(
    readonly subject: string,
    readonly from: string,
    readonly action: string,
    readonly allowed: readonly string[],
  ) {
    super({
      code: 'TRANSITION_REFUSED',
      message: '{subject} is {from}: {action} is not possible.',
      params: { subject, from, action, allowed: allowed.join(', ') },
    });
  }
}

/** Another node already has this value where it must be unique. */
export class DuplicateKey extends RuleViolation {
  constructor(
    readonly type: string,
    readonly field: string,
    readonly value: string,
  ) {
    super({
      code: 'DUPLICATE_KEY',
      message: '{type} with {field} {value} already exists.',
      params: { type, field, value },
    });
  }
}

/** The actor's rights do not reach this action on this node. */
export class NotPermitted extends RuleViolation {
  constructor(readonly permission: string) {
    super({
      code: 'NOT_PERMITTED',
      message: 'The permission {permission} is missing.',
      params: { permission },
    });
  }
}

/** One unit cannot be turned into the other. */
export class UnitMismatch extends RuleViolation {
  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super({
      code: 'UNIT_MISMATCH',
      message: 'A quantity in {from} cannot be given in {to}.',
      params: { from, to },
    });
  }
}

/** Two amounts of different currencies met where only one may be. */
export class CurrencyMismatch extends RuleViolation {
  constructor(
    readonly expected: string,
    readonly given: string,
  ) {
    super({
      code: 'CURRENCY_MISMATCH',
      message: 'An amount in {given} was given where {expected} is kept.',
      params: { expected, given },
    });
  }
}

/** The key was used before for something else. */
export class IdempotencyConflict extends RuleViolation {
  constructor(readonly key: string) {
    super({
      code: 'IDEMPOTENCY_CONFLICT',
      message: 'The idempotency key {key} was already used with other arguments.',
      params: { key },
    });
  }
}

/** More was asked for than one request may take. */
export class LimitExceeded extends RuleViolation {
  constructor(
    readonly subject: string,
    readonly limit: number,
    readonly given: number,
  ) {
    super({
      code: 'LIMIT_EXCEEDED',
      message: '{subject}: {given} were given and at most {limit} are possible.',
      params: { subject, limit, given },
    });
  }
}

/** Nobody approves what he has made himself. */
export class ApproverIsCreator extends RuleViolation {
  constructor(subject: string) {
    super({
      code: 'APPROVER_IS_CREATOR',
      message: '{subject} is approved by somebody else than its maker.',
      params: { subject },
    });
  }
}
