import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { drawnQuery } from './drawn.js';
import { limited, openReading, without, type Answer, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

const told = ({ data, errors }: Answer) => ({
  data,
  errors: errors
    .map(({ path, extensions }) => `${path?.join('.') ?? ''} ${String(extensions.code)}`)
    .sort(),
});

const lacking = without('crm.customer.read', 'inventory.item.read');

const callers = {
  everyone: undefined,
  limited,
  'without some permissions': lacking,
};

describe('any query at all', () => {
  it.each(Object.entries(callers))(
    'is answered alike compiled and interpreted, within bounded statements: %s',
    async (_name, actor) => {
      let rows = 0;
      const property = fc.asyncProperty(fc.gen(), async (draw) => {
        const { text, reads } = drawnQuery(draw);
        const variables = { yes: draw(fc.boolean), no: draw(fc.boolean) };
        const ask = (execution: 'compiled' | 'interpreted') =>
          reading.read(text, { variables, execution, form: 'values', ...(actor && { actor }) });
        const compiled = await ask('compiled');
        const interpreted = await ask('interpreted');
        const unexpected = compiled.errors.filter(
          ({ extensions }) => extensions.code !== 'FORBIDDEN',
        );
        expect(unexpected.map(({ message }) => message)).toEqual([]);
        expect(told(compiled)).toEqual(told(interpreted));
        expect(compiled.texts.length).toBeLessThanOrEqual(reads);
        expect([...interpreted.texts].sort()).toEqual([...compiled.texts].sort());
        rows += JSON.stringify(compiled.data).length;
      });
      await fc.assert(property, { numRuns: 40 });
      // Queries that happen to read nothing would prove nothing.
      expect(rows).toBeGreaterThan(1_000);
    },
  );

  it.each(Object.entries(callers))(
    'is answered alike when the store writes the answer, by no more statements: %s',
    async (_name, actor) => {
      let written = 0;
      let letters = 0;
      const property = fc.asyncProperty(fc.gen(), async (draw) => {
        const { text } = drawnQuery(draw, 'writable');
        const variables = { yes: draw(fc.boolean), no: draw(fc.boolean) };
        const ask = (form: 'values' | 'text') =>
          reading.read(text, { variables, form, ...(actor && { actor }) });
        const walk = await ask('values');
        const write = await ask('text');
        expect(told(write)).toEqual(told(walk));
        // To the letter, with all fields in the order in which they were asked for.
        expect(JSON.stringify(write.data)).toBe(JSON.stringify(walk.data));
        expect(write.texts.length).toBeLessThanOrEqual(walk.texts.length);
        if (!write.isWritten) return;
        written += 1;
        letters += JSON.stringify(write.data).length;
      });
      await fc.assert(property, { numRuns: 90 });
      // Who lacks something within a query has it walked.
      expect(written).toBeGreaterThan(actor === lacking ? 0 : 20);
      expect(letters).toBeGreaterThan(100);
    },
  );
});
