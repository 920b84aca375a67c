import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { executions } from '../support/graph.js';

const choice = (code: string) => ({ code, labels: [{ locale: 'en', text: code }] });

describe.each(executions)('groups by custom fields, %s', (execution) => {
  let fielded: Fielded;

  beforeAll(async () => {
    fielded = await openFielded(execution);
    const { define, run } = fielded;
    await define('Customer', 'tier', 'CHOICE', { choices: [choice('GOLD'), choice('SILVER')] });
    await define('Customer', 'note', 'TEXT');
    await define('Customer', 'seats', 'INTEGER');
    await define('Customer', 'rate', 'DECIMAL');
    await define('Customer', 'budget', 'MONEY');
    await define('Customer', 'volume', 'QUANTITY');
    await define('Customer', 'isKey', 'BOOLEAN');
    await define('Customer', 'since', 'DATE');
    await define('Customer', 'seenAt', 'DATE_TIME');
    await define('Customer', 'favourite', 'REFERENCE', { references: 'Item' });
    await define('Customer', 'salary', 'DECIMAL', { readPermission: 'finance.report.read' });
    await define('Customer', 'hush', 'TEXT', { readPermission: 'finance.report.read' });
    const money = (amount: string, currency: string) => ({ amount, currency });
    const rows = [
      { tier: 'GOLD', seats: 3, rate: '0.1', budget: money('10', 'EUR'), since: '2026-01-31' },
      { tier: 'GOLD', seats: 4, rate: '0.2', budget: money('20.5', 'EUR'), since: '2026-02-01' },
      { tier: 'GOLD', budget: money('7', 'USD'), since: '2026-02-28', isKey: true },
      { tier: 'SILVER', seats: 5, rate: '12345678901234567.123456', salary: '9', note: 'x' },
    ];
    for (const [at, customFields] of rows.entries()) {
      const input = { code: `P${at}`, name: `P${at}`, currency: 'USD', customFields };
      await run('customerUpsert', input, 'customer { id }');
    }
  });

  afterAll(() => fielded.graph.close());

  const groups = async (args: string, selected: string) => {
    const query = `{ customersAggregate(where: { code: { startsWith: "P" } } ${args}) {
      ${selected} } }`;
    const told = await fielded.ask<{ customersAggregate: unknown }>(query);
    return told.customersAggregate;
  };

  it('are told apart by a choice, and measured exactly', async () => {
    const told = await groups(
      'groupBy: [{ customFields: { tier: VALUE } }]',
      `by { customFields { tier } } count customFields { seats { count sum avg min max }
        rate { sum } since { min max } }`,
    );
    expect(told).toEqual([
      {
        by: { customFields: { tier: 'GOLD' } },
        count: 3,
        customFields: {
          seats: { count: 2, sum: '7', avg: '3.5', min: '3', max: '4' },
          rate: { sum: '0.3' },
          since: { min: '2026-01-31', max: '2026-02-28' },
        },
      },
      {
        by: { customFields: { tier: 'SILVER' } },
        count: 1,
        customFields: {
          seats: { count: 1, sum: '5', avg: '5', min: '5', max: '5' },
          rate: { sum: '12345678901234567.123456' },
          since: { min: null, max: null },
        },
      },
    ]);
  });

  it('keep currencies apart', async () => {
    const sums = await groups(
      'having: { customFields: { budget: { sum: { gt: 0 } } } }',
      'customFields { budget { sum { amount currency } count } }',
    );
    expect(sums).toEqual([
      { customFields: { budget: { sum: { amount: '30.5', currency: 'EUR' }, count: 2 } } },
      { customFields: { budget: { sum: { amount: '7', currency: 'USD' }, count: 1 } } },
    ]);
  });

  it('are parts of the calendar, truth, references and texts', async () => {
    const { run, shop, ask } = fielded;
    const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
      '{ customers(where: { code: { eq: "P0" } }) { nodes { id } } }',
    );
    const customFields = { favourite: shop.itemId, seenAt: '2026-01-31T23:30:00Z' };
    const input = { id: customers.nodes[0]!.id, customFields };
    await run('customerCustomFieldsSet', input, 'customer { id }');
    const by = async (keys: string, selected: string, more = '') =>
      groups(`groupBy: [${keys}] ${more}`, `by { customFields { ${selected} } } count`);
    expect(
      await by('{ customFields: { since: MONTH } }', 'since { label startsOn endsOn }'),
    ).toEqual([
      { by: { customFields: { since: period('2026-01', '01', '31') } }, count: 1 },
      { by: { customFields: { since: period('2026-02', '01', '28') } }, count: 2 },
      { by: { customFields: { since: null } }, count: 1 },
    ]);
    expect(
      await by(
        '{ customFields: { seenAt: DAY } }, { customFields: { favourite: VALUE } }',
        'seenAt { label } favourite',
        'timeZone: "Asia/Shanghai" first: 1',
      ),
    ).toEqual([
      {
        by: { customFields: { seenAt: { label: '2026-02-01' }, favourite: shop.itemId } },
        count: 1,
      },
    ]);
    expect(await by('{ customFields: { isKey: VALUE } }', 'isKey')).toEqual([
      { by: { customFields: { isKey: true } }, count: 1 },
      { by: { customFields: { isKey: null } }, count: 3 },
    ]);
    expect(await by('{ customFields: { note: VALUE } }', 'note seats', 'first: 1')).toEqual([
      { by: { customFields: { note: 'x', seats: null } }, count: 1 },
    ]);
  });

  it('are filtered, ordered and paged by what is measured and by their keys', async () => {
    const page = async (order: string, after: string | null) => {
      const told = (await groups(
        `groupBy: [{ customFields: { tier: VALUE } }], orderBy: [${order}], first: 1,
          after: ${JSON.stringify(after)}`,
        'by { customFields { tier } } count cursor',
      )) as { by: { customFields: { tier: string } }; cursor: string }[];
      return told[0];
    };
    for (const [order, expected] of [
      ['{ customFields: { seats: { sum: { direction: DESC } } } }', ['GOLD', 'SILVER']],
      ['{ customFields: { seats: { min: { direction: DESC } } } }', ['SILVER', 'GOLD']],
      ['{ by: { customFields: { tier: { direction: DESC } } } }', ['SILVER', 'GOLD']],
    ] as const) {
      const first = await page(order, null);
      const second = await page(order, first!.cursor);
      expect([first, second].map((one) => one!.by.customFields.tier)).toEqual(expected);
      expect(await page(order, second!.cursor)).toBeUndefined();
    }
    const having =
      'having: { customFields: { seats: { sum: { gte: 6 } }, since: { max: { lt: "2027-01-01" } } } }';
    expect(await groups(`groupBy: [{ customFields: { tier: VALUE } }] ${having}`, 'count')).toEqual(
      [{ count: 3 }],
    );
  });

  it('stand below parents, behind edges and beside pages', async () => {
    const { ask, run, shop } = fielded;
    const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
      '{ customers(where: { code: { in: ["P0", "P3"] } }, orderBy: [{ code: {} }]) { nodes { id } } }',
    );
    for (const { id: customerId } of customers.nodes)
      await run(
        'salesOrderCreate',
        {
          ...{ companyId: shop.companyId, warehouseId: shop.warehouseId, customerId },
          lines: [{ itemId: shop.itemId, quantity: '1', unitPrice: '10' }],
        },
        'salesOrder { id }',
      );
    const { value, texts } = await fielded.graph.caused(() =>
      ask(`{ salesOrdersAggregate(groupBy: [{ customer: { customFields: { tier: VALUE } } }]) {
          by { customer { customFields { tier } } } count }
        customers(first: 1, where: { customFields: { tier: { eq: GOLD } } }) { aggregate {
          countDistinct(of: { customFields: { seats: VALUE } }) customFields { seats { sum } } } } }`),
    );
    expect(value).toEqual({
      salesOrdersAggregate: [
        { by: { customer: { customFields: { tier: 'GOLD' } } }, count: 1 },
        { by: { customer: { customFields: { tier: 'SILVER' } } }, count: 1 },
      ],
      customers: { aggregate: [{ countDistinct: 2, customFields: { seats: { sum: '7' } } }] },
    });
    // Those who follow the log read the new orders meanwhile.
    expect(texts.filter((text) => !text.includes('from "Event"'))).toHaveLength(2);
  });

  it('are refused to whoever may not read the field, wherever it is named', async () => {
    const clerk = await fielded.graph.as(['crm.customer.read']);
    for (const [args, selected] of [
      ['', 'customFields { salary { sum } }'],
      ['having: { customFields: { salary: { sum: { gt: 0 } } } }', 'count'],
      ['orderBy: [{ customFields: { salary: { max: {} } } }]', 'count'],
    ] as const) {
      const { errors } = await clerk.ask(
        `{ customersAggregate(first: 5 ${args}) { ${selected} } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const seller = await fielded.graph.as(['crm.customer.read', 'sales.salesOrder.read']);
    const key = 'customFields: { hush: VALUE }';
    for (const query of [
      `{ customersAggregate(groupBy: [{ ${key} }]) { count } }`,
      `{ customersAggregate { countDistinct(of: { ${key} }) } }`,
      `{ customersAggregate(groupBy: [{ ${key} }],
        orderBy: [{ by: { customFields: { hush: {} } } }]) { count } }`,
      `{ salesOrdersAggregate(groupBy: [{ customer: { ${key} } }]) { count } }`,
    ])
      expect((await seller.ask(query)).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
    const { errors } = await fielded.graph.ask(
      `{ customersAggregate(groupBy: [{ ${key} }]) { customFields { salary { sum } } } }`,
    );
    expect(errors).toBeUndefined();
  });
});

const period = (month: string, first: string, last: string) => ({
  ...{ label: month, startsOn: `${month}-${first}`, endsOn: `${month}-${last}` },
});
