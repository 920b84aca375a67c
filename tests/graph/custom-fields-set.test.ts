import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { codesOf, type Caller } from '../support/graph.js';
import { order } from '../support/sold.js';

let fielded: Fielded;

beforeAll(async () => {
  fielded = await openFielded();
  const { define } = fielded;
  await define('Customer', 'margin', 'DECIMAL', {
    readPermission: 'finance.report.read',
    writePermission: 'finance.journalEntry.create',
  });
  await define('Customer', 'badge', 'TEXT', { isUnique: true });
  await define('SalesOrder', 'channel', 'TEXT', { default: 'WEB' });
  await define('SalesOrderLine', 'engraving', 'TEXT');
  await define('WorkCenter', 'hall', 'TEXT', { isRequired: true });
});

afterAll(() => fielded.graph.close());

interface UserError {
  readonly code: string;
  readonly path: string[];
}

const setting = `mutation ($input: CustomerCustomFieldsSetInput!) {
  customerCustomFieldsSet(input: $input) { customer { id version } userErrors { code path } } }`;

const set = async (customFields: object, caller: Caller = fielded.graph, more: object = {}) => {
  const input = { id: fielded.shop.customerId, customFields, ...more };
  return caller.ask(setting, { input });
};

const refusalOf = async (...asked: Parameters<typeof set>) => {
  const { data, errors } = await set(...asked);
  if (errors) return { code: codesOf({ errors })[0], path: [] as string[] };
  return (data?.customerCustomFieldsSet as { userErrors: UserError[] }).userErrors[0];
};

const byCode = (code: string, value: unknown) => ({ values: [{ code, value }] });

describe('who sets custom fields', () => {
  it.each([
    ['a code that nobody defined', byCode('nothing', 'x'), 'CUSTOM_FIELD_UNKNOWN'],
    ['a key of every object', byCode('__proto__', 'x'), 'CUSTOM_FIELD_UNKNOWN'],
    ['a name of every object', byCode('constructor', 'x'), 'CUSTOM_FIELD_UNKNOWN'],
    ['a code with SQL', byCode(`badge' or 1=1 --`, 'x'), 'CUSTOM_FIELD_UNKNOWN'],
    ['an operator instead of a value', byCode('badge', { eq: 'x' }), 'CUSTOM_FIELD_VALUE'],
    ['an operator object', byCode('badge', { $ne: 'x' }), 'CUSTOM_FIELD_VALUE'],
    ['something nested', byCode('badge', { a: { b: 'x' } }), 'BAD_USER_INPUT'],
    ['a fraction that lost its text', byCode('margin', 0.1), 'BAD_USER_INPUT'],
    ['what is too long for an index', byCode('badge', 'x'.repeat(10_000)), 'TEXT_TOO_LONG'],
    ['one field twice', { badge: 'x', ...byCode('badge', 'y') }, 'CUSTOM_FIELD_TWICE'],
  ])('does not give %s', async (_, customFields, code) => {
    expect((await refusalOf(customFields))?.code).toBe(code);
  });

  it('needs the permission of the field, by its name and by its code', async () => {
    const { graph } = fielded;
    const limited = await graph.as(['crm.customer.read', 'crm.customer.change']);
    for (const customFields of [{ margin: '1' }, byCode('margin', '1'), { margin: null }])
      expect((await refusalOf(customFields, limited))?.code).toBe('NOT_PERMITTED');
    const none = await graph.as(['crm.customer.read']);
    expect((await refusalOf({ badge: 'x' }, none))?.code).toBe('FORBIDDEN');
  });

  it('overwrites nobody who was there before', async () => {
    expect((await refusalOf({ badge: 'x' }, fielded.graph, { expectedVersion: 99 }))?.code).toBe(
      'STALE_VERSION',
    );
    const { data } = await fielded.graph.ask(setting, {
      input: { id: fielded.shop.itemId, customFields: {} },
    });
    const payload = data?.customerCustomFieldsSet as { userErrors: UserError[] };
    expect(payload.userErrors[0]?.code).toBe('NOT_FOUND');
  });

  it('does not give a value that another has, in the store or in the same request', async () => {
    const { run, graph } = fielded;
    const row = (code: string, badge: string) => ({
      ...{ code, name: code, currency: 'USD', customFields: { badge } },
    });
    await run('customerUpsert', row('U1', 'one'), 'customer { id }');
    await run('customerUpsert', row('U1', 'one'), 'customer { id }');
    const bulk = `mutation ($input: CustomersBulkInput!) { customersBulk(input: $input) {
      results { customer { code } userErrors { code } } userErrors { code path } } }`;
    const ask = async (...rows: object[]) =>
      (await graph.ask(bulk, { input: { rows } })).data?.customersBulk;
    expect(await ask(row('U2', 'two'), row('U3', 'one'))).toEqual({
      results: [],
      userErrors: [
        { code: 'DUPLICATE_KEY', path: ['input', 'rows', '1', 'customFields', 'badge'] },
      ],
    });
    expect(await ask(row('U2', 'two'), row('U3', 'two'))).toMatchObject({ results: [] });
    expect(await ask(row('U2', 'two'), row('U3', 'x'.repeat(700)))).toEqual({
      results: [
        { customer: { code: 'U2' }, userErrors: [] },
        { customer: null, userErrors: [{ code: 'TEXT_TOO_LONG' }] },
      ],
      userErrors: [],
    });
  });
});

describe('who may not read a custom field', () => {
  let limited: Caller;
  beforeAll(async () => {
    await set({ margin: '12.5' });
    limited = await fielded.graph.as(['crm.customer.read', 'events.auditEntry.read']);
  });

  it('gets null and an error, by its name and by its code, and the rest', async () => {
    for (const field of ['margin', 'value(code: "margin")']) {
      const answer = await limited.ask(
        `query ($id: ID!) { customer(by: { id: $id }) { code customFields { badge m: ${field} } } }`,
        { id: fielded.shop.customerId },
      );
      expect(answer.data).toEqual({
        customer: { code: 'ACME-C', customFields: { badge: null, m: null } },
      });
      expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    }
  });

  it.each([
    '(where: { customFields: { margin: { gt: 12 } } })',
    '(where: { not: { or: [{ customFields: { margin: { isNull: true } } }] } })',
    '(orderBy: [{ customFields: { margin: { direction: ASC } } }])',
  ])('learns nothing by %s', async (args) => {
    const answer = await limited.ask(`{ customers${args} { nodes { code } } }`);
    expect([answer.data, codesOf(answer)]).toEqual([{ customers: null }, ['FORBIDDEN']]);
  });

  it('is not told of it by the timeline', async () => {
    const query = `query ($id: ID!) { customer(by: { id: $id }) { timeline(
      where: { type: { eq: "platform.customFieldsSet" } }) { nodes { changes { field to } } } } }`;
    const changes = async (caller: Caller) => {
      const { data } = await caller.ask(query, { id: fielded.shop.customerId });
      return JSON.stringify(data);
    };
    expect(await changes(fielded.graph)).toContain('{"field":"customFields.margin","to":"12.5"}');
    expect(await changes(limited)).not.toContain('margin');
  });
});

describe('custom fields of documents', () => {
  it('are set with their lines, stay when a line is replaced, and default', async () => {
    const { run, shop } = fielded;
    const line = (engraving?: string) => ({
      ...{ itemId: shop.itemId, quantity: '1', unitPrice: '5' },
      ...(engraving && { customFields: { engraving } }),
    });
    const { companyId, customerId, warehouseId } = shop;
    const selection = `salesOrder { id version customFields { channel }
      lines(orderBy: [{ position: { direction: ASC } }]) {
        nodes { id quantity { value } customFields { engraving } } } }`;
    interface Made {
      readonly salesOrder: { id: string; lines: { nodes: { id: string }[] } };
    }
    const made = await run<Made>(
      'salesOrderCreate',
      { companyId, customerId, warehouseId, lines: [line('A'), line(), line('C')] },
      selection,
    );
    const engraved = (of: Made) =>
      of.salesOrder.lines.nodes.map(
        (one) => (one as never as { customFields: object }).customFields,
      );
    expect(made.salesOrder).toMatchObject({ customFields: { channel: 'WEB' } });
    expect(engraved(made)).toEqual([{ engraving: 'A' }, { engraving: null }, { engraving: 'C' }]);
    const [first, second] = made.salesOrder.lines.nodes;
    const changed = await run<Made>(
      'salesOrderChange',
      {
        id: made.salesOrder.id,
        customFields: { channel: 'SHOP' },
        lines: [
          { ...line(), id: first!.id, quantity: '2' },
          { ...line('B'), id: second!.id },
          line('D'),
        ],
      },
      selection,
    );
    expect(changed.salesOrder).toMatchObject({ customFields: { channel: 'SHOP' } });
    expect(engraved(changed)).toEqual(['A', 'B', 'C', 'D'].map((engraving) => ({ engraving })));
  });

  it('are set on what no other verb changes any more', async () => {
    const { run, shop } = fielded;
    const id = await order(fielded, shop);
    await run('salesOrderConfirm', { id }, 'salesOrder { id }');
    const { salesOrder } = await run<{ salesOrder: object }>(
      'salesOrderCustomFieldsSet',
      { id, customFields: { channel: 'PHONE' } },
      'salesOrder { status customFields { channel } }',
    );
    expect(salesOrder).toEqual({ status: 'CONFIRMED', customFields: { channel: 'PHONE' } });
  });

  it('are asked of new rows where they are required, and undo those without', async () => {
    const { graph, shop } = fielded;
    const create = `mutation ($input: WorkCenterCreateInput!) { workCenterCreate(input: $input) {
      workCenter { customFields { hall } } userErrors { code path } } }`;
    const input = { companyId: shop.companyId, code: 'W1', name: 'W1' };
    const without = await graph.ask(create, { input });
    expect(without.data?.workCenterCreate).toEqual({
      workCenter: null,
      userErrors: [{ code: 'CUSTOM_FIELD_REQUIRED', path: ['input', 'customFields', 'hall'] }],
    });
    const withIt = await graph.ask(create, { input: { ...input, customFields: { hall: 'H1' } } });
    expect(withIt.data?.workCenterCreate).toEqual({
      workCenter: { customFields: { hall: 'H1' } },
      userErrors: [],
    });
  });
});
