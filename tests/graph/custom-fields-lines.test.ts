import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';

let fielded: Fielded;

beforeAll(async () => {
  fielded = await openFielded();
  const { define } = fielded;
  await define('Quote', 'campaign', 'TEXT');
  await define('Quote', 'slip', 'TEXT', { isUnique: true });
  await define('QuoteLine', 'engraving', 'TEXT');
  await define('SalesOrder', 'origin', 'TEXT');
  await define('SalesOrderLine', 'serial', 'TEXT');
  await define('Routing', 'plant', 'TEXT');
  await define('RoutingOperation', 'program', 'TEXT', { isRequired: true });
  await define('WorkOrderMaterial', 'shelf', 'TEXT');
});

afterAll(() => fielded.graph.close());

describe('custom fields of lines', () => {
  it('are given with a quote and its lines, as it is made and as it is changed', async () => {
    const { run, shop } = fielded;
    const { companyId, customerId, warehouseId, itemId } = shop;
    const line = (engraving?: string, more: object = {}) => ({
      ...{ itemId, quantity: '1', unitPrice: '50', ...more },
      ...(engraving !== undefined && { customFields: { engraving } }),
    });
    interface Quote {
      readonly quote: { id: string; lines: { nodes: { id: string; customFields: object }[] } };
    }
    const selected = `quote { id customFields { campaign }
      lines(orderBy: [{ position: {} }]) { nodes { id customFields { engraving } } } }`;
    const made = await run<Quote>(
      'quoteCreate',
      {
        ...{ companyId, customerId, warehouseId, customFields: { campaign: 'SPRING' } },
        lines: [line('A'), line(), line('C')],
      },
      selected,
    );
    const engraved = ({ quote }: Quote) =>
      quote.lines.nodes.map(({ customFields }) => Object.values(customFields)[0] as string | null);
    expect(made.quote).toMatchObject({ customFields: { campaign: 'SPRING' } });
    expect(engraved(made)).toEqual(['A', null, 'C']);
    const [, second] = made.quote.lines.nodes;
    const changed = await run<Quote>(
      'quoteChange',
      { id: made.quote.id, lines: [line('B', { id: second!.id }), line('D')] },
      selected,
    );
    expect(engraved(changed)).toEqual(['A', 'B', 'C', 'D']);
    // The next revision says the same, but for what no two may have alike.
    const slip = { id: made.quote.id, customFields: { slip: 'S-1' } };
    await run('quoteCustomFieldsSet', slip, 'quote { id }');
    await run('quoteSubmit', { id: made.quote.id }, 'quote { id }');
    const revised = await run<Quote>(
      'quoteRevise',
      { id: made.quote.id },
      selected.replace('campaign', 'campaign slip'),
    );
    expect(engraved(revised)).toEqual(['A', 'B', 'C', 'D']);
    expect(revised.quote).toMatchObject({ customFields: { campaign: 'SPRING', slip: null } });
  });

  it('belong to the line they come with, also where one operation makes and changes the document', async () => {
    const { graph, shop } = fielded;
    const { companyId, customerId, warehouseId, itemId } = shop;
    const line = (engraving: string) => {
      return { itemId, quantity: '1', unitPrice: '50', customFields: { engraving } };
    };
    const { data, errors } = await graph.ask(
      `mutation Twice($make: QuoteCreateInput!, $change: QuoteChangeInput!) @atomic {
        made: quoteCreate(input: $make) { quote { id } userErrors { code } }
        changed: quoteChange(input: $change) { userErrors { code } quote {
          lines(orderBy: [{ position: {} }]) { nodes { customFields { engraving } } } } } }`,
      {
        make: { companyId, customerId, warehouseId, lines: [line('A'), line('B')] },
        change: { id: '@made.quote', lines: [line('C')] },
      },
    );
    expect(errors).toBeUndefined();
    expect(data!.changed).toEqual({
      userErrors: [],
      quote: {
        lines: {
          nodes: ['A', 'B', 'C'].map((engraving) => ({ customFields: { engraving } })),
        },
      },
    });
  });

  it('come with finished orders of the system before, once', async () => {
    const { run, shop } = fielded;
    const { companyId, customerId, warehouseId, itemId } = shop;
    const line = (serial?: string) => ({
      ...{ itemId, quantity: '1', unitPrice: '50' },
      ...(serial !== undefined && { customFields: { serial } }),
    });
    const row = (key: string, origin: string, lines: object[]) => ({
      ...{ companyId, customerId, warehouseId, documentOn: '2019-03-04', lines },
      ...{ externalRefs: [{ system: 'old', key }], customFields: { origin } },
    });
    const record = (origin: string) =>
      run(
        'salesOrderHistoryBulk',
        {
          rows: [
            row('F-1', origin, [line('S-1'), line(), line('S-3')]),
            row('F-2', 'FAIR', [line()]),
          ],
        },
        `results { userErrors { code } salesOrder { customFields { origin }
          lines(orderBy: [{ position: {} }]) { nodes { customFields { serial } } } } }`,
      );
    const kept = (origin: string, serials: (string | null)[]) => ({
      userErrors: [],
      salesOrder: {
        customFields: { origin },
        lines: { nodes: serials.map((serial) => ({ customFields: { serial } })) },
      },
    });
    const results = [kept('WEB', ['S-1', null, 'S-3']), kept('FAIR', [null])];
    expect(await record('WEB')).toMatchObject({ results });
    // It is known by its reference, and what is finished is answered as it is.
    expect(await record('CHANGED')).toMatchObject({ results });
    const { salesOrders } = await fielded.ask<{ salesOrders: { nodes: { id: string }[] } }>(
      `{ salesOrders(where: { customFields: { origin: { eq: "FAIR" } } }) { nodes { id } } }`,
    );
    const { id } = salesOrders.nodes[0]!;
    const set = { id, customFields: { origin: 'SHOP' } };
    expect(
      await run('salesOrderCustomFieldsSet', set, 'salesOrder { version customFields { origin } }'),
    ).toMatchObject({ salesOrder: { version: 3, customFields: { origin: 'SHOP' } } });
    const text = `update "SalesOrder" set "customFields" = '{}', "number" = 'OTHER'
      where "isHistoric"`;
    await expect(fielded.graph.database.query({ text, values: [] })).rejects.toThrow(
      'kept as they were written',
    );
  });

  it('belong to the operation they stand with, whatever its position', async () => {
    const { run, id, shop } = fielded;
    const { companyId, itemId } = shop;
    const workCenterId = await id('workCenterCreate', 'workCenter', {
      ...{ companyId, code: 'SAW', name: 'Saw' },
    });
    const operation = (name: string, position?: number) => ({
      ...{
        name,
        position,
        workCenterId,
        runMinutes: '1',
        customFields: { program: `for ${name}` },
      },
    });
    const { routing } = await run<{ routing: { id: string; operations: object } }>(
      'routingCreate',
      {
        ...{ companyId, itemId, customFields: { plant: 'NORTH' } },
        operations: [operation('late', 40), operation('early', 5), operation('third')],
      },
      `routing { id customFields { plant } operations(orderBy: [{ position: {} }]) { nodes {
        position name customFields { program } } } }`,
    );
    expect(routing).toMatchObject({
      customFields: { plant: 'NORTH' },
      operations: {
        nodes: [
          { position: 5, name: 'early', customFields: { program: 'for early' } },
          { position: 30, name: 'third', customFields: { program: 'for third' } },
          { position: 40, name: 'late', customFields: { program: 'for late' } },
        ],
      },
    });
    const answer = await fielded.graph.ask(
      `mutation ($input: RoutingChangeInput!) { routingChange(input: $input) {
        userErrors { code path } } }`,
      { input: { id: routing.id, operations: [{ name: 'bare', workCenterId }] } },
    );
    expect(answer.data?.routingChange).toEqual({
      userErrors: [
        {
          code: 'CUSTOM_FIELD_REQUIRED',
          path: ['input', 'operations', '0', 'customFields', 'program'],
        },
      ],
    });
  });

  it('are set on the materials of a work order, once they are frozen', async () => {
    const { run, id, ask, shop } = fielded;
    const { companyId, warehouseId, itemId } = shop;
    const made = await id('itemUpsert', 'item', {
      ...{ code: 'CHAIR', name: 'Chair', isMade: true, isBought: false },
    });
    const bomId = await id('bomCreate', 'bom', {
      ...{ companyId, itemId: made, lines: [{ itemId, quantity: '2' }] },
    });
    await run('bomRelease', { id: bomId, validFrom: '2026-01-01' }, 'bom { id }');
    const workOrder = await id('workOrderCreate', 'workOrder', {
      ...{ companyId, warehouseId, itemId: made, quantity: '3', dueOn: '2026-12-24' },
    });
    await run('workOrderRelease', { id: workOrder }, 'workOrder { id }');
    const found = await ask<{ workOrder: { materials: { nodes: { id: string }[] } } }>(
      `query ($id: ID!) { workOrder(by: { id: $id }) { materials { nodes { id } } } }`,
      { id: workOrder },
    );
    const [material] = found.workOrder.materials.nodes;
    const set = { id: material!.id, customFields: { shelf: 'R7' } };
    await run('workOrderMaterialCustomFieldsSet', set, 'workOrderMaterial { id }');
    const told = await ask(
      `query ($id: ID!) { workOrder(by: { id: $id }) { materials(
        where: { customFields: { shelf: { eq: "R7" } } }) { nodes {
          required { value } customFields { shelf } } } } }`,
      { id: workOrder },
    );
    expect(told).toEqual({
      workOrder: {
        materials: { nodes: [{ required: { value: '6' }, customFields: { shelf: 'R7' } }] },
      },
    });
  });
});
