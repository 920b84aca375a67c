import { describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/decimal.js';
import {
  lotsInto,
  takenNow,
  type IssuedComponentLot,
} from '../../../modules/manufacturing/production-lots.rules.js';

/** A lot, named by its item, of which so much was issued and is in products already. */
const lot = (lotId: string, issued: string, recorded = '0'): IssuedComponentLot => {
  const quantities = { issued: decimal(issued), recorded: decimal(recorded) };
  return { itemId: lotId.slice(0, -1), unit: 'C62', lotId, ...quantities };
};

describe('lots of components that go into a product', () => {
  const lots = [lot('TUBE1', '6', '5'), lot('TUBE2', '4')];
  const into = (taken: string | null) =>
    lotsInto(lots, taken === null ? null : new Map([['TUBE', decimal(taken)]])).map(
      ({ lotId, quantity }) => `${lotId} ${canonical(quantity)}`,
    );

  it.each([
    ['one after the other, as far as they are taken', '3', ['TUBE1 1', 'TUBE2 2']],
    ['all of them at the last', null, ['TUBE1 1', 'TUBE2 4']],
    ['no more than there are', '9', ['TUBE1 1', 'TUBE2 4']],
    ['none when nothing is taken', '0', []],
  ])('%s', (_what, taken, expected) => {
    expect(into(taken)).toEqual(expected);
  });
});

describe('how much of each item goes into what is made now', () => {
  /** A material of which so much is allowed, and by which items how much of it was served. */
  const material = (
    allowed: string,
    ...by: [itemId: string, served: string, issued?: string][]
  ) => ({
    allowed: decimal(allowed),
    by: by.map(([itemId, served, issued = served]) => {
      return { itemId, served: decimal(served), issued: decimal(issued) };
    }),
  });
  const half = material('10', ['WIRE', '10'], ['CABLE', '10', '12']);
  const most = material('16', ['WIRE', '10'], ['CABLE', '10', '12']);

  it.each([
    [
      'all that is allowed, of one item',
      [material('10', ['WIRE', '20'])],
      [lot('WIRE1', '20')],
      ['WIRE 10'],
    ],
    [
      'what is not in a product yet',
      [material('10', ['WIRE', '20'])],
      [lot('WIRE1', '20', '6')],
      ['WIRE 4'],
    ],
    ['no more than was issued', [material('10', ['WIRE', '7'])], [lot('WIRE1', '7')], ['WIRE 7']],
    [
      'nothing when more is in products than is allowed',
      [material('10', ['WIRE', '20'])],
      [lot('WIRE1', '20', '12')],
      ['WIRE 0'],
    ],
    // Half of the twenty is allowed: half of the ten of wire, and half of the twelve of cable.
    [
      'a part of each that served it',
      [half],
      [lot('WIRE1', '10'), lot('CABLE1', '12')],
      ['WIRE 5', 'CABLE 6'],
    ],
    // What was issued since stands in for the six that are allowed beyond the ten of wire.
    [
      'of what came later alone, when the rest is in products',
      [most],
      [lot('WIRE1', '10', '10'), lot('CABLE1', '12')],
      ['WIRE 0', 'CABLE 7.2'],
    ],
    // Sixteen less eight, of which two of wire and ten of cable are open.
    [
      'by what is open of each',
      [most],
      [lot('WIRE1', '10', '8'), lot('CABLE1', '12')],
      ['WIRE 1.333333333', 'CABLE 8'],
    ],
    [
      'of more than one lot',
      [half],
      [lot('WIRE1', '4'), lot('WIRE2', '6'), lot('CABLE1', '12')],
      ['WIRE 5', 'CABLE 6'],
    ],
    ['without regard to what has no lots', [half], [lot('WIRE1', '10')], ['WIRE 5', 'CABLE 6']],
    [
      'over all materials that it serves',
      [half, material('2', ['CABLE', '4'])],
      [lot('WIRE1', '10'), lot('CABLE1', '16')],
      ['WIRE 5', 'CABLE 8'],
    ],
    [
      'nothing of what was given back',
      [material('10', ['WIRE', '0'], ['CABLE', '20', '24'])],
      [lot('WIRE1', '0', '5'), lot('CABLE1', '24')],
      ['WIRE 0', 'CABLE 12'],
    ],
    ['nothing of what was never served', [material('10', ['WIRE', '0'])], [], ['WIRE 0']],
  ])('%s', (_what, materials, lots, expected) => {
    const taken = [...takenNow(materials, lots)];
    expect(taken.map(([itemId, quantity]) => `${itemId} ${canonical(quantity)}`)).toEqual(expected);
  });
});
