import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportResult } from '../../clients/importers/engine/run.js';
import { importText } from '../../clients/importers/import-text.js';
import { packageRoot } from '../../prisma/package-root.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { importFolder, importInto, type ImportFolder } from '../support/importing.js';
import { brokenInvariants } from '../support/invariants.js';

/** An import of seven steps takes this long at most on slow machines. */
const LONG = 120_000;

const examples = join(packageRoot(), 'clients', 'importers', 'examples');

describe('a maker of furniture who leaves his old system', () => {
  let graph: TestGraph;
  let place: ImportFolder;
  let tried: ImportResult;
  let first: ImportResult;

  const rows = async (text: string): Promise<unknown[][]> =>
    (await graph.database.query({ text, values: [] })).rows;

  const counts = async (): Promise<unknown> => {
    const tables = ['Item', 'Customer', 'SalesOrder', 'Event', 'AuditEntry', 'IdempotencyKey'];
    const selected = tables.map((table) => `(select count(*)::int from "${table}")`);
    return (await rows(`select ${selected.join(', ')}`))[0];
  };

  let before: unknown;
  let afterTrial: unknown;

  beforeAll(async () => {
    graph = await openGraph();
    place = importFolder();
    for (const file of readdirSync(examples)) place.write(file, readFileSync(join(examples, file)));
    before = await counts();
    tried = await importInto(graph, place, { isDryRun: true });
    afterTrial = await counts();
    first = await importInto(graph, place);
  }, LONG);

  afterAll(async () => {
    place.remove();
    await graph.close();
  });

  const step = (result: ImportResult, name: string) =>
    result.steps.find((one) => one.step === name)!;

  it('tries it first, which leaves no trace', () => {
    expect(afterTrial).toEqual(before);
    expect(tried.changes).toBe(0);
  });

  it('is told by the trial what would be taken, and what could not be known yet', () => {
    expect(step(tried, 'items')).toMatchObject({ read: 5, taken: 4, checked: 0, refused: 0 });
    expect(step(tried, 'opening stock')).toMatchObject({ taken: 0, checked: 4, refused: 1 });
    expect(step(tried, 'orders')).toMatchObject({ taken: 0, checked: 3, refused: 0 });
    expect(importText(tried, true)).toContain('8 rows refer to nodes that do not exist yet');
  });

  it('takes his articles, without the locked one, by their units and kinds', async () => {
    const items = await rows(
      'select "code", "name", "unit", "isMade", "isSold" from "Item" order by 1',
    );
    expect(items).toEqual([
      ['000100', 'Tisch „Lärche“, geölt', 'C62', true, true],
      ['000101', 'Stuhl', 'C62', true, true],
      ['000200', 'Brett Lärche, 28 mm', 'MTK', false, false],
      ['000201', 'Schraube 4×40', 'C62', false, false],
    ]);
  });

  it('takes suppliers out of a file of a Chinese program', async () => {
    const suppliers = await rows('select "code", "name", "currency" from "Supplier" order by 1');
    expect(suppliers).toEqual([
      ['S01', '宁波五金厂', 'CNY'],
      ['S02', '上海木材, 有限公司', 'CNY'],
      ['S03', 'Hölzer GmbH 龘', 'EUR'],
    ]);
  });

  it('takes stock out of a workbook, to the digits that it shows, at what the articles cost', async () => {
    const text = `select trim_scale("quantity")::text, trim_scale("value")::text, "postedOn"::text
      from "StockOpening" order by "unitCost"`;
    expect(await rows(text)).toEqual([
      ['0.3', '0.0113', '2026-02-28'],
      ['30.3', '1248.36', '2026-02-28'],
      ['12', '2278.8', '2026-02-28'],
      ['3', '3703.5', '2026-02-28'],
    ]);
  });

  it('makes customers of those who ordered, as the last of their orders calls them', async () => {
    const text = `select c."code", a."postalCode", a."city" from "Customer" c
      join "CustomerAddress" a on a."customerId" = c."id" order by 1`;
    expect(await rows(text)).toEqual([
      ['K-17', '79100', 'Freiburg'],
      ['K-18', '79280', 'Au'],
    ]);
  });

  it('orders lines in their order, with the tax shared out to the cent, and freight', async () => {
    const text = `select o."customerReference", l."kind", trim_scale(l."quantity")::text,
        trim_scale(l."netAmount")::text, trim_scale(l."taxAmount")::text
      from "SalesOrderLine" l join "SalesOrder" o on o."id" = l."salesOrderId"
      order by 1, l."position"`;
    expect(await rows(text)).toEqual([
      ['Auftrag 5001', 'ITEM', '1', '1299.9', '250.4'],
      ['Auftrag 5001', 'ITEM', '2', '499.8', '96.27'],
      ['Auftrag 5001', 'CHARGE', expect.anything(), '25', '0'],
      ['Auftrag 5002', 'ITEM', '1', '189.9', '36.08'],
      ['Auftrag 5003', 'ITEM', '1', '5.79', '1.1'],
    ]);
  });

  it('tells which row was refused and why, in a file for people and one for programs', () => {
    expect(first.refused).toBe(1);
    const refused = {
      ...{ step: 'opening stock', source: 'stock', row: 6, key: 'Bestand/999' },
      ...{ code: 'LOOKUP_EMPTY', path: 'itemId', message: '“999” is not in step items.' },
    };
    const [csv = '', jsonl = ''] = first.refusedFiles.map((file) => readFileSync(file, 'utf8'));
    expect(JSON.parse(jsonl)).toEqual(refused);
    expect(csv.split('\n')[1]).toBe(
      'opening stock,stock,6,Bestand/999,LOOKUP_EMPTY,“999” is not in step items.,itemId',
    );
  });

  it(
    'changes nothing when it is run again, and says so',
    async () => {
      const known = await rows('select count(*)::int from "Event"');
      const second = await importInto(graph, place);
      expect(await rows('select count(*)::int from "Event"')).toEqual(known);
      expect(second.changes).toBe(0);
      expect(step(second, 'company')).toMatchObject({ taken: 0, kept: 1 });
      expect(importText(second, false)).toContain('Nothing was changed: all of it was there.');
    },
    LONG,
  );

  it(
    'tries everything to the end once the nodes are there',
    async () => {
      const again = await importInto(graph, place, { isDryRun: true });
      expect(step(again, 'orders')).toMatchObject({ taken: 3, checked: 0 });
      expect(again.changes).toBe(0);
    },
    LONG,
  );

  it(
    'runs one step alone, and finds the nodes of the others by their keys',
    async () => {
      const alone = await importInto(graph, place, { only: ['orders'] });
      expect(alone.steps.map((one) => one.step)).toEqual(['warehouse', 'orders']);
      expect(step(alone, 'orders')).toMatchObject({ taken: 3, refused: 0 });
    },
    LONG,
  );

  it(
    'leaves no file of refused rows when none was',
    async () => {
      await importInto(graph, place, { only: ['suppliers'], refusedPath: place.path('none') });
      expect(existsSync(place.path('none.csv'))).toBe(false);
    },
    LONG,
  );

  it('holds every invariant', async () => {
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });
});
