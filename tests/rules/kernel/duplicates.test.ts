import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  BLOCK_MAX,
  phoneKey,
  plainName,
  suspicionsOf,
  type Comparable,
  type DuplicatePolicy,
  type Suspicions,
} from '../../../modules/kernel/index.js';
import { similarPairs, similarity, trigrams } from '../../../modules/kernel/similar-names.js';

const policy: DuplicatePolicy = {
  weights: { TAX: 0.9, MAIL: 0.8, SAME_PLACE: 0.5 },
  doubts: { OTHER_KIND: 0.5 },
  trigramShare: 0.6,
  similarFrom: 0.85,
  similarWorth: 0.9,
};

const one = (id: string, name: string, more: Partial<Comparable> = {}): Comparable => ({
  ...{ id, name: plainName(name), keys: [], places: [], traits: {}, nameWeight: 0.7, ...more },
});

function judged(list: readonly Comparable[], minScore = 0.3): Suspicions {
  const judging = suspicionsOf(list, policy, { minScore });
  let step = judging.next();
  while (!step.done) step = judging.next();
  return step.value;
}

/** What a list is suspected of, as one text a pair. */
const told = (list: readonly Comparable[]): string[] =>
  judged(list).found.map(
    ({ left, right, score, reasons }) => `${left}=${right} ${score} ${reasons.join()}`,
  );

describe('a plain name', () => {
  it.each([
    ['Müller & Söhne GmbH', 'muller and sohne'],
    ['MULLER AND SOHNE', 'muller and sohne'],
    ['Wheel House, Inc.', 'wheel house'],
    ['A.B.C. Ltd.', 'abc'],
    ['Straße 5', 'strasse 5'],
    ['GmbH', 'gmbh'],
    ['北京自行车有限公司', '北京自行车有限公司'],
    ['ＡＢＣ', 'abc'],
  ])('of %s is %s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it('is plain already when it is made plain again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (name) => {
        const plain = plainName(name);
        expect(plainName(plain).length).toBeLessThanOrEqual(plain.length);
      }),
    );
  });

  it('leaves the country of a telephone number out', () => {
    expect(phoneKey('+49 (228) 123-456')).toBe(phoneKey('0228 123456'));
  });
});

describe('pairs of names that are alike', () => {
  const jaccard = (left: string, right: string): number => {
    const [a, b] = [trigrams(left), trigrams(right)];
    const both = [...a].filter((member) => b.has(member)).length;
    return both / (a.size + b.size - both);
  };
  const word = fc.stringMatching(/^[abc]{1,5}( [abc]{1,4})?$/);

  it('are all found, and no other: as if all were compared with all', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 25 }),
        fc.constantFrom(0.4, 0.6, 0.8),
        (names, share) => {
          const found = [...similarPairs(names, share)]
            .flatMap((pair) => (pair === null ? [] : [[...pair].sort((x, y) => x - y).join()]))
            .sort();
          const all = names.flatMap((left, place) =>
            names
              .slice(place + 1)
              .flatMap((right, more) =>
                jaccard(left, right) >= share ? [`${place},${place + 1 + more}`] : [],
              ),
          );
          expect(found).toEqual(all.sort());
        },
      ),
    );
  });

  it('are as alike as the edits between them say, in whichever order their words stand', () => {
    expect(similarity('wheel house', 'house wheel')).toBe(1);
    expect(similarity('abcd', 'abce')).toBe(0.75);
    expect(similarity('', '')).toBe(1);
  });
});

describe('what may be the same', () => {
  const taxed = (id: string, name: string, tax: string) => one(id, name, { keys: [['TAX', tax]] });

  it('is as likely as its reasons together leave it no doubt', () => {
    expect(told([taxed('a', 'North', '1'), taxed('b', 'South', '1')])).toEqual(['a=b 0.9 TAX']);
    expect(told([taxed('a', 'North', '1'), taxed('b', 'North AG', '1')])).toEqual([
      'a=b 0.97 TAX,SAME_NAME',
    ]);
  });

  it('counts a place only beside a name', () => {
    const at = (id: string, name: string) =>
      one(id, name, { places: ['DE 53111'], keys: [['NEAR', '53111']] });
    expect(told([at('a', 'North'), at('b', 'Zebra')])).toEqual([]);
    expect(told([at('a', 'North'), at('b', 'North')])).toEqual(['a=b 0.85 SAME_NAME,SAME_PLACE']);
  });

  it('is less likely where a trait differs', () => {
    const kind = (id: string, OTHER_KIND: string) => one(id, 'North', { traits: { OTHER_KIND } });
    expect(told([kind('a', 'x'), kind('b', 'y')])).toEqual(['a=b 0.35 SAME_NAME,OTHER_KIND']);
  });

  it('is not what another number tells apart, nor what too many share', () => {
    expect(told([one('a', 'Road Frame 52'), one('b', 'Road Frame 56')])).toEqual([]);
    const shared = Array.from({ length: BLOCK_MAX + 1 }, (_, at) =>
      taxed(`x${at}`, `${'abcdefghijklmnopqrstuvwxyz'[at]}`.repeat(9), '1'),
    );
    expect(judged(shared)).toMatchObject({ found: [], skippedValues: 1 });
  });

  it('is the same, whatever the order of the list', () => {
    const names = fc.array(fc.constantFrom('North', 'Nord', 'North AG', 'Norht Wheels', 'South'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, (list) => {
        const all = list.map((name, place) => one(`n${place}`, name));
        expect(told([...all].reverse())).toEqual(told(all));
      }),
    );
  });
});
