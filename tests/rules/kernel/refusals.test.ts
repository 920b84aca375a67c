import { describe, expect, it } from 'vitest';
import {
  CurrencyMismatch,
  DuplicateKey,
  IdempotencyConflict,
  InvalidInput,
  LimitExceeded,
  NotFound,
  NotPermitted,
  QuantityOutOfRange,
  RuleViolation,
  StaleVersion,
  TransitionRefused,
  UnitMismatch,
  accepted,
  attempt,
  attemptEach,
  isAccepted,
  refused,
} from '../../../modules/kernel/index.js';

const everyKind: RuleViolation[] = [
  new InvalidInput('TEXT_TOO_LONG', 'The text is longer than {max} characters.', { max: 5 }),
  new QuantityOutOfRange('OUT', 'The quantity {value} is too large.', { value: '1e9' }),
  new NotFound('Item', 'Item:1'),
  new StaleVersion('Item', 'Item:1', 2, 3),
  new TransitionRefused('Item', 'DRAFT', 'close', ['release', 'cancel']),
  new DuplicateKey('Item', 'code', 'A-1'),
  new NotPermitted('sales.salesOrder.confirm'),
  new UnitMismatch('KGM', 'MTR'),
  new CurrencyMismatch('EUR', 'USD'),
  new IdempotencyConflict('abc'),
  new LimitExceeded('Rows', 250, 251),
];

describe('a refusal', () => {
  it.each(everyKind.map((kind) => [kind.name, kind] as const))(
    '%s has a stable code and a whole sentence with nothing left to fill',
    (name, kind) => {
      expect(kind).toBeInstanceOf(RuleViolation);
      expect(kind.constructor.name).toBe(name);
      expect(kind.code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(kind.message).toMatch(/^[A-Z].*\.$/);
      expect(kind.message).not.toMatch(/[{}]/);
      expect(kind.path).toEqual([]);
      expect(kind.retryable).toBe(false);
    },
  );

  it('says in its message what its params say', () => {
    expect(new StaleVersion('Item', 'Item:1', 2, 3)).toMatchObject({
      message: 'Item Item:1 is at version 3, not 2.',
      params: { type: 'Item', id: 'Item:1', expectedVersion: 2, currentVersion: 3 },
      currentVersion: 3,
    });
  });

  it('shows no more than the beginning of what a caller sent, and fills nothing twice', () => {
    const long = new NotFound('Item', 'x'.repeat(100_000));
    expect(long.message.length).toBeLessThan(120);
    const braces = new InvalidInput('CODE', '{a} and {b} and {c}.', { a: '{b}', b: 'B' });
    expect(braces.message).toBe('{b} and B and {c}.');
    const inherited = new InvalidInput('CODE', '{constructor}.', {});
    expect(inherited.message).toBe('{constructor}.');
  });

  it('is seen from further out as the same refusal with a longer path', () => {
    const inner = new StaleVersion('Item', 'Item:1', 2, 3).at('item');
    const outer = inner.at('lines', 4);
    expect(outer).toBeInstanceOf(StaleVersion);
    expect(outer.path).toEqual(['lines', 4, 'item']);
    expect(outer.currentVersion).toBe(3);
    expect(outer.message).toBe(inner.message);
    expect(outer.name).toBe('StaleVersion');
    expect(outer.stack).toBe(inner.stack);
    expect(inner.path).toEqual(['item']);
  });

  it('keeps that the same request may succeed later', () => {
    const busy = new RuleViolation({ code: 'BUSY', message: 'It is busy.', retryable: true });
    expect(busy.at('input').retryable).toBe(true);
  });
});

describe('collecting refusals', () => {
  const even = (value: number) => {
    if (value % 2 !== 0) throw new InvalidInput('ODD', '{value} is odd.', { value }).at('value');
    return value / 2;
  };

  it('answers a value or the refusal, and throws a bug on', () => {
    expect(attempt(() => even(4))).toBe(2);
    expect(attempt(() => even(3))).toMatchObject({ code: 'ODD' });
    const bug = () => {
      throw new TypeError('a bug');
    };
    expect(() => attempt(bug)).toThrow(TypeError);
    expect(() => attemptEach([1], bug)).toThrow(TypeError);
  });

  it('answers all members, or every reason with the place of its member', () => {
    expect(attemptEach([2, 4], even)).toEqual(accepted([1, 2]));
    const outcome = attemptEach([1, 2, 3], even);
    expect(isAccepted(outcome)).toBe(false);
    const paths = isAccepted(outcome) ? [] : outcome.refused.map(({ path }) => path);
    expect(paths).toEqual([
      [0, 'value'],
      [2, 'value'],
    ]);
  });

  it('refuses nothing without a reason', () => {
    expect(() => refused()).toThrow('A refusal needs a reason.');
  });
});
