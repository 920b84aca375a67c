import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BulkMutationRunDocument,
  BulkOperationProgressDocument,
  BulkQueryRunDocument,
} from '../../clients/typescript/generated/graphql.js';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { importFolder, importInto, type ImportFolder } from '../support/importing.js';

/** Imports and bulk operations wait for their server. */
const LONG = 120_000;

const choice = (code: string) => ({ code, labels: [{ locale: 'en', text: code }] });

let fielded: Fielded;

beforeAll(async () => {
  fielded = await openFielded();
  const { define } = fielded;
  await define('Customer', 'tier', 'CHOICE', { choices: [choice('GOLD'), choice('SILVER')] });
  await define('Customer', 'budget', 'MONEY');
  await define('Customer', 'since', 'DATE');
  await define('Customer', 'favourite', 'REFERENCE', { references: 'Item' });
  await define('Customer', 'hush', 'TEXT', { readPermission: 'finance.report.read' });
  await define('SalesOrder', 'channel', 'TEXT');
  await define('SalesOrderLine', 'engraving', 'TEXT');
});

afterAll(() => fielded.graph.close());

const FIELDS = 'customFields { tier budget { amount currency } since favourite { code } }';

describe('custom fields in an import', () => {
  let place: ImportFolder;
  beforeAll(() => {
    place = importFolder();
  });
  afterAll(() => place.remove());

  const mapping = (tier: string) => `
system: old
sources:
  customers: { file: customers.csv }
  orders: { file: orders.csv }
  lines: { file: lines.csv }
steps:
  - step: customers
    mutation: customersBulk
    from: customers
    key: nr
    fields:
      code: nr
      name: name
      currency: { value: USD }
      customFields:
        object:
          ${tier}: { column: class, as: upper, empty: clear }
          since: since
          favourite: { lookup: { query: item, by: { code: article }, missing: leave } }
          budget: { object: { amount: budget, currency: { value: EUR } } }
  - step: orders
    mutation: salesOrdersBulk
    from: orders
    key: nr
    fields:
      companyId: { lookup: { query: company, by: { code: { value: ACME } } } }
      warehouseId:
        lookup: { query: warehouses, where: { code: { object: { eq: { value: MAIN } } } } }
      customerId: { lookup: { step: customers, key: customer } }
      customFields: { object: { channel: channel } }
      lines:
        list:
          - each: lines
            on: { order: nr }
            item:
              object:
                itemId: { lookup: { query: item, by: { code: article } } }
                quantity: quantity
                unitPrice: price
                customFields: { object: { engraving: engraving } }
`;

  const load = async (tier: string, more: object = {}) => {
    place.write('mapping.yaml', mapping(tier));
    return importInto(fielded.graph, place, more);
  };

  beforeAll(() => {
    place.write(
      'customers.csv',
      'nr,name,class,since,article,budget\nM1,First,gold,2026-01-02,ACME-I,12.50\nM2,Second,,2026-02-03,ACME-I,7\nM3,Third,tin,2026-02-03,ACME-I,7\n',
    );
    place.write('orders.csv', 'nr,customer,channel\nA1,M1,WEB\n');
    place.write(
      'lines.csv',
      'order,article,quantity,price,engraving\nA1,ACME-I,1,5,Anna\nA1,ACME-I,2,6,Ben\n',
    );
  });

  it(
    'are columns of the mapping, tried first',
    async () => {
      const tried = await load('tier', { isDryRun: true });
      expect(tried.steps[0]).toMatchObject({ read: 3, taken: 2, refused: 1 });
      const { customers } = await fielded.ask<{ customers: object }>(
        '{ customers(where: { code: { startsWith: "M" } }) { totalCount } }',
      );
      expect(customers).toEqual({ totalCount: 0 });
    },
    LONG,
  );

  it(
    'are taken with rows and their lines, and the same again changes nothing',
    async () => {
      const taken = await load('tier');
      expect(taken.refused).toBe(1);
      const told = () =>
        fielded.ask(`{ customers(where: { code: { startsWith: "M" } }, orderBy: [{ code: {} }]) {
          nodes { code version ${FIELDS} } }
        salesOrders(where: { customFields: { channel: { eq: "WEB" } } }) { nodes {
          lines(orderBy: [{ position: {} }]) { nodes { customFields { engraving } } } } } }`);
      const first = await told();
      expect(first).toMatchObject({
        customers: {
          nodes: [
            {
              code: 'M1',
              customFields: {
                ...{ tier: 'GOLD', since: '2026-01-02', favourite: { code: 'ACME-I' } },
                budget: { amount: '12.5', currency: 'EUR' },
              },
            },
            { code: 'M2', customFields: { tier: null, since: '2026-02-03' } },
          ],
        },
        salesOrders: {
          nodes: [
            {
              lines: {
                nodes: [
                  { customFields: { engraving: 'Anna' } },
                  { customFields: { engraving: 'Ben' } },
                ],
              },
            },
          ],
        },
      });
      await load('tier');
      expect(await told()).toEqual(first);
    },
    LONG,
  );

  it(
    'are refused by name where nobody defined them',
    async () => {
      await expect(load('grade')).rejects.toThrow(
        /The field of CustomerCustomFieldsInput.*grade|grade.*CustomerCustomFieldsInput/,
      );
    },
    LONG,
  );
});

describe('custom fields in bulk operations', () => {
  const ended = async (id: string) => {
    for (;;) {
      const { client } = fielded.graph;
      const { bulkOperation } = await client.request(BulkOperationProgressDocument, { id });
      if (bulkOperation && ['DONE', 'FAILED'].includes(bulkOperation.status)) return bulkOperation;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const textOf = async (path: string | null | undefined) => {
    const headers = { authorization: `Bearer ${fielded.graph.token}` };
    return (await fetch(new URL(path!, fielded.graph.url), { headers })).text();
  };
  const exported = async (format: 'JSONL' | 'CSV') => {
    const query = `{ customers(where: { customFields: { since: { isNull: false } } },
      orderBy: [{ customFields: { since: {} } }, { code: {} }]) { nodes { code customFields {
        tier budget { amount currency } since favourite { code } } } } }`;
    const { bulkQueryRun } = await fielded.graph.client.request(BulkQueryRunDocument, {
      input: { query, format },
    });
    const { status, resultPath } = await ended(done(bulkQueryRun).bulkOperation!.id);
    expect(status).toBe('DONE');
    return textOf(resultPath);
  };

  beforeAll(async () => {
    const row = (code: string, customFields: object) => ({
      input: { rows: [{ code, name: code, currency: 'EUR', customFields }] },
    });
    const uploads = [
      row('X1', { tier: 'GOLD', budget: { amount: '3.10', currency: 'EUR' }, since: '2025-05-05' }),
      row('X2', { values: [{ code: 'since', value: '2025-06-06' }] }),
      row('X3', { values: [{ code: 'since', value: 'never' }] }),
    ];
    const uploading = await fetch(new URL('/bulk/uploads', fielded.graph.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${fielded.graph.token}` },
      body: uploads.map((one) => JSON.stringify(one)).join('\n'),
    });
    const { uploadId } = (await uploading.json()) as { uploadId: string };
    const { bulkMutationRun } = await fielded.graph.client.request(BulkMutationRunDocument, {
      input: {
        uploadId,
        mutation: `mutation ($input: CustomersBulkInput!) { customersBulk(input: $input) {
          results { customer { code } userErrors { code path } } userErrors { code } } }`,
      },
    });
    const { resultPath } = await ended(done(bulkMutationRun).bulkOperation!.id);
    expect(await textOf(resultPath)).toContain('CUSTOM_FIELD_VALUE');
  }, LONG);

  it(
    'come in by a mutation for each line, and go out as JSONL',
    async () => {
      const rows = (await exported('JSONL')).trimEnd().split('\n').slice(0, 2);
      expect(rows.map((one) => JSON.parse(one) as unknown)).toEqual([
        {
          code: 'X1',
          customFields: {
            ...{ tier: 'GOLD', budget: { amount: '3.1', currency: 'EUR' } },
            ...{ since: '2025-05-05', favourite: null },
          },
        },
        {
          code: 'X2',
          customFields: { tier: null, budget: null, since: '2025-06-06', favourite: null },
        },
      ]);
    },
    LONG,
  );

  it(
    'are columns of CSV',
    async () => {
      const [head, first] = (await exported('CSV')).split(/\r?\n/);
      const columns = head!.replace(/^\ufeff/, '').split(',');
      expect(columns).toContain('customFields.tier');
      expect(columns).toContain('customFields.budget.amount');
      const cells = first!.split(',');
      const cell = (name: string) => cells[columns.indexOf(name)];
      expect([cell('code'), cell('customFields.tier'), cell('customFields.budget.amount')]).toEqual(
        ['X1', 'GOLD', '3.1'],
      );
    },
    LONG,
  );
});
