import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMessage,
  at,
  decodeCursor,
  encodeCursor,
  isNews,
} from '../../../modules/events/index.js';

const places = fc.record({
  position: fc.nat(),
  told: fc.nat(9_999),
  snapshotTo: fc.constant(null),
});

describe('a cursor', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          places,
          fc.uuid().map((id) => ({ ...at(7), snapshotTo: id })),
        ),
        (one) => {
          expect(decodeCursor(encodeCursor(one))).toEqual(one);
        },
      ),
    );
  });

  it.each([
    '',
    'nonsense',
    'log:',
    'log:-1',
    'log:1e9',
    'log:1+',
    'snap:1:x',
    'log:9999999999999999',
  ])('is not made of %s', (text) => {
    expect(decodeCursor(Buffer.from(text).toString('base64url'))).toBeNull();
  });

  it('tells the messages of an event each once, wherever one resumes among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(60), (count, rest) => {
        const messages = Array.from({ length: count }, (_, index) =>
          afterMessage(10, index + 1, count),
        );
        const reached = rest === 0 ? at(9) : (messages[rest - 1] ?? at(10));
        const told = messages.filter((message) => isNews(reached, message));
        expect(told).toEqual(messages.slice(Math.min(rest, count)));
      }),
    );
  });

  it('of one event is behind all cursors of the events before it', () => {
    expect(isNews(afterMessage(3, 1, 2), afterMessage(4, 1, 1))).toBe(true);
    expect(isNews(at(3), afterMessage(3, 2, 2))).toBe(false);
    expect(isNews(at(3), afterMessage(3, 1, 2))).toBe(false);
  });
});
