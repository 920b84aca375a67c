import { describe, expect, it } from 'vitest';
import {
  delayAfter,
  failureOf,
  isLockTimeout,
  isWorthAnother,
  type Failure,
} from '../../../modules/events/conflict.rules.js';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

describe('telling why a transaction failed', () => {
  it.each<[string, Error, Failure]>([
    ['a serialization failure', coded('40001'), 'CONFLICT'],
    ['a deadlock', coded('40P01'), 'CONFLICT'],
    ['a lock that was not had in time', coded('55P03'), 'CONFLICT'],
    ['a unique key that another took', coded('23505'), 'RACE'],
    ['a server that shuts down', coded('57P01'), 'CONNECTION'],
    ['a server that has no room', coded('53300'), 'CONNECTION'],
    ['a protocol violation', coded('08P01'), 'CONNECTION'],
    ['a reset socket', coded('ECONNRESET'), 'CONNECTION'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'CONNECTION'],
    ['a statement that ran too long', coded('57014'), 'BUG'],
    ['a foreign key that does not exist', coded('23503'), 'BUG'],
    ['a mistake in the code', new TypeError('undefined is not a function'), 'BUG'],
  ])('%s', (_name, error, failure) => {
    expect(failureOf(error)).toBe(failure);
  });

  it('takes what is no error for a bug', () => {
    expect(failureOf('thrown text')).toBe('BUG');
  });

  it('knows a lock timeout among the conflicts', () => {
    expect([coded('55P03'), coded('40P01')].map(isLockTimeout)).toEqual([true, false]);
  });
});

describe('trying again', () => {
  it.each<[Failure, number, boolean]>([
    ['CONFLICT', 1, true],
    ['CONFLICT', 100, true],
    ['CONNECTION', 100, true],
    ['RACE', 2, true],
    ['RACE', 3, false],
    ['BUG', 1, false],
  ])('after a %s in attempt %d: %s', (failure, attempt, isWorth) => {
    expect(isWorthAnother(failure, attempt)).toBe(isWorth);
  });

  it('waits at most twice as long each time, and never longer than a quarter of a second', () => {
    const bounds = [1, 2, 3, 6, 7, 50].map((attempt) => delayAfter(attempt, 1));
    expect(bounds).toEqual([5, 10, 20, 160, 250, 250]);
    expect(delayAfter(3, 0.5)).toBe(10);
  });
});
