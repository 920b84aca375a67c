import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from '../support/graph.js';
import { importFolder, importInto, type ImportFolder } from '../support/importing.js';

/** A mapping of articles, with a line of its fields put in place of the unit's. */
const mapping = (unit = 'unit: { value: C62 }', more = ''): string => `system: shop
sources:
  articles: { file: articles.csv${more} }
steps:
  - step: items
    mutation: itemsBulk
    from: articles
    key: number
    fields:
      code: number
      name: name
      ${unit}
`;

const articles = 'number,name,price\nA,One,1\nB,Two,x\nA,Three,3\n';

describe('a mistake of who imports', () => {
  let graph: TestGraph;
  let place: ImportFolder;

  beforeAll(async () => {
    graph = await openGraph();
    place = importFolder();
  });

  afterAll(async () => {
    place.remove();
    await graph.close();
  });

  const answer = (text: string, files: Record<string, string | Uint8Array>) => {
    for (const [name, content] of Object.entries(files)) place.write(name, content);
    place.write('mapping.yaml', text);
    return importInto(graph, place);
  };

  const cut = (text: string) => gzipSync(text).subarray(0, 30);

  it.each<[string, string, Record<string, string | Uint8Array>, string]>([
    [
      'a key that is misspelt',
      mapping().replace('from:', 'form:'),
      {},
      'mapping.yaml:7: The key form is not known: did you mean from?',
    ],
    [
      'a value of the wrong kind',
      mapping(undefined, ', encoding: latin'),
      {},
      'mapping.yaml:3: It must be one of utf-8, windows-1252, gb18030.',
    ],
    ['YAML that is none', `${mapping()}   x\n  - : [`, {}, 'mapping.yaml:1'],
    [
      'a column that is not there',
      mapping().replace('name: name', 'name: nmae'),
      {},
      'mapping.yaml:11: The column nmae is not known: did you mean name?',
    ],
    [
      'a field that is not there',
      mapping('units: { value: C62 }').replace('units', 'unti'),
      {},
      'mapping.yaml:12: The field of ItemsBulkRow unti is not known: did you mean unit?',
    ],
    [
      'a mutation that is not there',
      mapping().replace('itemsBulk', 'itemBulk'),
      {},
      'mapping.yaml:6: The mutation itemBulk is not known: did you mean itemsBulk?',
    ],
    [
      'a step that comes later',
      mapping('unit: { lookup: { step: items, key: number } }'),
      {},
      'mapping.yaml:12: The earlier step items is not known.',
    ],
    [
      'a query that is not there',
      mapping('unit: { lookup: { query: itms, by: { code: number } } }'),
      {},
      'mapping.yaml:12: The query itms is not known',
    ],
    [
      'a file that is not there',
      mapping().replace('articles.csv', 'article.csv'),
      {},
      'holds no file article.csv (nor article.csv.gz).',
    ],
    [
      'a packed file that is cut off',
      mapping().replace('articles.csv', 'cut.csv.gz'),
      { 'cut.csv.gz': cut(articles.repeat(50)) },
      'cut.csv.gz: The packed file is cut off; copy it again.',
    ],
    [
      'a file in another encoding',
      mapping(),
      { 'articles.csv': Buffer.from('number,name,price\nA,Süd,1\n', 'latin1') },
      'articles.csv: The file is not written in utf-8.',
    ],
    [
      'a row with too few cells',
      mapping(),
      { 'articles.csv': 'number,name,price\nA,One\n' },
      'articles.csv: Invalid Record Length',
    ],
  ])('%s ends it with one clear line', async (_, text, files, message) => {
    await expect(answer(text, { 'articles.csv': articles, ...files })).rejects.toThrow(message);
  });

  it('writes nothing when a file cannot be read to its end', async () => {
    const long = `number,name,price\n${Array.from({ length: 900 }, (_, at) => `L${at},Long,1\n`).join('')}Z,"open\n`;
    await expect(answer(mapping(), { 'articles.csv': long })).rejects.toThrow('Quote Not Closed');
    const { data } = await graph.ask('{ items { totalCount } }');
    expect(data).toEqual({ items: { totalCount: 0 } });
  });

  it('refuses rows with their numbers, and takes the others', async () => {
    const text = mapping(
      'units: { list: { item: { object: { unit: { value: KGM }, factor: { column: price, as: decimal } } } } }\n      unit: { value: C62 }',
    );
    const result = await answer(text, { 'articles.csv': articles });
    expect(result.steps[0]).toMatchObject({ read: 3, taken: 1, refused: 2 });
    const refused = readFileSync(place.path('refused.jsonl'), 'utf8');
    const lines = refused
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toEqual([
      expect.objectContaining({
        row: 4,
        key: 'A',
        code: 'KEY_REPEATED',
        message: 'Row 2 has the same key.',
      }),
      expect.objectContaining({
        row: 3,
        key: 'B',
        code: 'DECIMAL_UNREADABLE',
        path: 'units.0.factor',
        message: expect.stringMatching(/^Column price: “x”/),
      }),
    ]);
  });

  it('keeps what the server refuses under the same name as what is refused here', async () => {
    const text = mapping('unit: { value: XYZ }');
    const result = await answer(text, { 'articles.csv': 'number,name,price\nQ,Quite new,1\n' });
    expect(result.refused).toBe(1);
    const refused = readFileSync(place.path('refused.csv'), 'utf8');
    expect(refused).toMatch(/^items,articles,2,Q,\w+,.*,unit$/m);
  });
});
