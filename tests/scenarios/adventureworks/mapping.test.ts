import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportResult } from '../../../clients/importers/engine/run.js';
import { packageRoot } from '../../../prisma/package-root.js';
import { openGraph, type TestGraph } from '../../support/graph.js';
import { importFolder, importInto, type ImportFolder } from '../../support/importing.js';
import { brokenInvariants } from '../../support/invariants.js';
import { expectedTotals } from './expected-totals.js';
import { withAdventureWorks } from './source-folder.js';

const LONG = 300_000;

const steps = [
  ...['company', 'bins', 'units', 'categories', 'subcategories', 'items', 'opening stock'],
  ...['cost history', 'suppliers', 'supplier prices'],
  ...['work centers', 'work center rates', 'boms', 'routings', 'price lists', 'prices'],
];

withAdventureWorks('the tables of a bicycle maker, brought in by a mapping', (folder) => {
  const expected = expectedTotals(folder, '2013-06-03', '2013-06-04');
  let graph: TestGraph;
  let place: ImportFolder;
  let result: ImportResult;

  const run = (only: readonly string[]) => {
    const path = join(packageRoot(), 'clients', 'importers', 'adventureworks', 'mapping.yaml');
    return importInto(graph, { ...place, folder }, { path, only });
  };

  const one = async (selected: string): Promise<unknown> =>
    (await graph.database.query({ text: `select ${selected}`, values: [] })).rows[0]?.[0];

  beforeAll(async () => {
    graph = await openGraph();
    place = importFolder();
    result = await run(steps);
  }, LONG);

  afterAll(async () => {
    place.remove();
    await graph.close();
  });

  it('refuses no row', () => {
    expect(result.refused).toBe(0);
  });

  it('brings in every product, and knows which are made in house', async () => {
    expect(await one('count(*)::int from "Item"')).toBe(expected.items);
    expect(await one('count(*)::int from "Item" where "isMade"')).toBe(expected.madeItems);
  });

  it('adds the units that no deployment has', async () => {
    expect(await one('count(*)::int from "Unit" where not "isStandard"')).toBe(8);
    expect(await one(`trim_scale("factor")::text from "Unit" where "code" = 'PTL'`)).toBe(
      '0.473176473',
    );
  });

  it('puts what is sold into the categories of the tables', async () => {
    expect(await one('count(*)::int from "ItemCategory"')).toBe(4 + 37);
    const inOne = await one('count(*)::int from "Item" where "categoryId" is not null');
    expect(inOne).toBe(expected.itemsInCategory);
    const above = await one(`p."code" from "Item" i join "ItemCategory" c on c."id" = i."categoryId"
      join "ItemCategory" p on p."id" = c."parentId" where i."code" = 'BK-M82S-38'`);
    expect(above).toBe('BIKES');
  });

  it('knows what products cost as a standard, and since when', async () => {
    expect(await one('count(*)::int from "StandardCost"')).toBe(expected.costs);
    const sum = await one('trim_scale(sum("standardCost"))::text from "StandardCost"');
    expect(sum).toBe(expected.costSum);
    const now = await one(`trim_scale(s."standardCost")::text from "ItemCompany" s
      join "Item" i on i."id" = s."itemId" where i."code" = 'HL-U509-R'`);
    expect(now).toBe('13.0863');
  });

  it('takes on the stock at its standard cost, to the last digit', async () => {
    expect(await one('count(*)::int from "StockOpening"')).toBe(expected.openings);
    const value = await one('trim_scale(sum("value"))::text from "StockOpening"');
    expect(value).toBe(expected.openingValue);
  });

  it('makes a BOM of each assembly, with the days of its lines', async () => {
    expect(await one('count(*)::int from "Bom"')).toBe(238);
    expect(await one('count(*)::int from "BomLine"')).toBe(2_679 - 103);
    expect(await one('count(*)::int from "BomLine" where "validTo" is not null')).toBe(193);
  });

  it('derives a routing of what work orders of a product went through', async () => {
    expect(await one('count(*)::int from "Routing"')).toBe(149);
    expect(await one('count(*)::int from "RoutingOperation"')).toBe(213);
  });

  it(
    'changes nothing when it is run again',
    async () => {
      expect((await run(steps)).changes).toBe(0);
    },
    LONG,
  );

  it('holds every invariant', async () => {
    expect(await brokenInvariants(graph.database)).toEqual([]);
  });
});
