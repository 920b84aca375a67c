import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row, Tx } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import {
  purchaseOrders,
  purchasingSettings,
  supplierPrices,
  suppliers,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import {
  brokenBuying,
  factsOf,
  linesNow,
  newItem,
  ok,
  openYard,
  order,
  sent,
  type Yard,
} from './yard.js';

let database: Database;
let yard: Yard;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, []);
});

afterAll(() => database.close());

const price = (itemId: string, wanted: Partial<supplierPriceInput> = {}): supplierPriceInput => ({
  ...{ supplierId: yard.millId, itemId, unitPrice: decimal('2'), leadTimeDays: 5 },
  ...wanted,
});
type supplierPriceInput = Parameters<typeof supplierPrices.set>[1];

const textOf = (line: Row<'PurchaseOrderLine'>) => [
  canonical(line.quantity),
  line.unit,
  canonical(line.unitPrice),
  line.currency,
];

describe('suppliers', () => {
  it('are made and changed by their code or another system’s key, each with its own outcome', async () => {
    const refs = [{ system: 'old', key: '77' }];
    const rows = [
      { code: 'FORGE', name: 'Forge', currency: 'EUR', externalRefs: refs },
      { name: 'Numbered', currency: 'EUR' },
      { code: 'BAD', name: 'Bad', currency: 'XXX' },
    ];
    const first = await yard.act((tx) => suppliers.upsertMany(tx, rows));
    expect(first.map((one) => ('ok' in one ? one.ok.code : one.refused[0]!.code))).toEqual([
      'FORGE',
      expect.stringMatching(/^S-\d{5}$/),
      'CURRENCY_UNKNOWN',
    ]);
    const again = await yard.act((tx) =>
      suppliers.upsertMany(tx, [{ name: 'Forge & Sons', externalRefs: refs }]),
    );
    expect(ok(again[0])).toMatchObject({ code: 'FORGE', name: 'Forge & Sons', version: 2 });
  });

  it('take no orders once they are archived', async () => {
    const made = await yard.act((tx) =>
      suppliers.upsert(tx, { code: 'GONE', name: 'Gone', currency: 'EUR' }),
    );
    await yard.act((tx) => suppliers.archive(tx, { id: made.id }));
    const input = { ...order(yard, { itemId: yard.tubeId }), supplierId: made.id };
    const refusal = await yard.refusal((tx) => purchaseOrders.create(tx, input));
    expect(refusal).toMatchObject({ code: 'SUPPLIER_ARCHIVED', path: ['supplierId'] });
  });
});

describe('what suppliers ask', () => {
  it('is replaced under the same key, and told as a change', async () => {
    const itemId = await newItem(yard, 'A-1');
    const set = (unitPrice: string) =>
      yard.act((tx) => supplierPrices.set(tx, price(itemId, { unitPrice: decimal(unitPrice) })));
    const first = await set('2');
    const second = await set('1.9');
    expect([second.id, second.version, canonical(second.unitPrice)]).toEqual([first.id, 2, '1.9']);
    expect((await factsOf(yard, first.id)).map(({ type }) => type)).toEqual([
      'supplierPriceSet',
      'supplierPriceSet',
    ]);
  });

  it('is what a line costs that names no price, by its break and its day', async () => {
    const itemId = await newItem(yard, 'A-2');
    const prices = [
      price(itemId),
      price(itemId, { minQuantity: decimal(100), unitPrice: decimal('1.5') }),
      price(itemId, { unitPrice: decimal('1.8'), validFrom: '2026-04-01' }),
    ];
    await yard.act((tx) => supplierPrices.setMany(tx, prices));
    const bought = async (quantity: string, documentOn: string) => {
      const input = order(yard, { itemId, quantity, unitPrice: null });
      const made = await yard.act((tx) => purchaseOrders.create(tx, { ...input, documentOn }));
      return canonical((await linesNow(yard, made.id))[0]!.unitPrice);
    };
    expect(await bought('99', '2026-03-02')).toBe('2');
    expect(await bought('100', '2026-03-02')).toBe('1.5');
    expect(await bought('99', '2026-04-01')).toBe('1.8');
    const other = order(yard, { itemId: yard.saddleId, unitPrice: null });
    const refusal = await yard.refusal((tx) => purchaseOrders.create(tx, other));
    expect(refusal).toMatchObject({
      code: 'SUPPLIER_PRICE_MISSING',
      path: ['lines', 0, 'unitPrice'],
    });
  });

  it('tells from whom items can be bought on a day, the best first', async () => {
    const itemId = await newItem(yard, 'A-3');
    const { tradersId: supplierId } = yard;
    await yard.act((tx) =>
      supplierPrices.setMany(tx, [
        price(itemId, { priority: 2 }),
        price(itemId, { supplierId, unitPrice: decimal(3) }),
        price(itemId, { minQuantity: decimal(5), validTo: '2026-02-28' }),
      ]),
    );
    const found = await yard.act((tx) =>
      suppliers.sources(tx, { itemIds: [itemId], on: '2026-03-02' }),
    );
    expect(found.get(itemId)!.map((one) => [one.supplierId, one.priority])).toEqual([
      [supplierId, 1],
      [yard.millId, 2],
    ]);
  });
});

describe('buying what is short', () => {
  it('makes one order for each best supplier, in its unit and currency', async () => {
    const [saddles, bells] = [await newItem(yard, 'B-1'), await newItem(yard, 'B-2')];
    const { tubeId, tradersId: supplierId, companyId, warehouseId } = yard;
    await yard.act((tx) =>
      supplierPrices.setMany(tx, [
        price(tubeId, { unit: 'BX', unitPrice: decimal(24) }),
        price(saddles, { minQuantity: decimal(10) }),
        price(bells, { supplierId, unitPrice: decimal('1.5') }),
        // At 0.90 EUR for a dollar the mill is dearer than the traders' 1.35 EUR.
        price(bells, { unitPrice: decimal('1.4') }),
      ]),
    );
    const need = { companyId, warehouseId, neededOn: '2026-03-30' };
    const outcomes = await yard.act((tx) =>
      purchaseOrders.buyMany(tx, [
        { ...need, itemId: tubeId, quantity: decimal(25) },
        { ...need, itemId: saddles, quantity: decimal(3), neededOn: '2026-03-20' },
        { ...need, itemId: bells, quantity: decimal(8) },
        { ...need, itemId: yard.serviceId, quantity: decimal(1) },
      ]),
    );
    const [tubes, few, ringing, nobody] = outcomes;
    expect(nobody).toMatchObject({ refused: [{ code: 'NO_SOURCE', path: ['itemId'] }] });
    expect(ok(tubes).id).toBe(ok(few).id);
    expect(ok(tubes)).toMatchObject({ status: 'DRAFT', requestedOn: '2026-03-20' });
    // 25 tubes are three boxes of twelve; ten saddles are the least that is sold.
    expect((await linesNow(yard, ok(tubes).id)).map(textOf)).toEqual([
      ['3', 'BX', '24', 'EUR'],
      ['10', 'C62', '2', 'EUR'],
    ]);
    const rung = await linesNow(yard, ok(ringing).id);
    expect(rung.map(textOf)).toEqual([['8', 'C62', '1.5', 'USD']]);
    // Five work days from Monday the second are a week.
    expect(rung.map((line) => [line.requestedOn, line.expectedOn])).toEqual([
      ['2026-03-30', '2026-03-09'],
    ]);
  });

  it('expects it by the lead time, however the draft is changed, until the supplier promises', async () => {
    const itemId = await newItem(yard, 'B-3');
    const { companyId, warehouseId } = yard;
    await yard.act((tx) => supplierPrices.set(tx, price(itemId, { leadTimeDays: 3 })));
    const need = { companyId, warehouseId, itemId, quantity: decimal(4) };
    const [outcome] = await yard.act((tx) => purchaseOrders.buyMany(tx, [need]));
    const { id } = ok(outcome);
    const [line] = await linesNow(yard, id);
    const put = { id: line!.id, itemId, quantity: decimal(6), unitPrice: decimal(2) };
    await yard.act((tx) => purchaseOrders.change(tx, { id, lines: [put] }));
    await yard.act((tx) => purchaseOrders.send(tx, { id }));
    await yard.act((tx) => purchaseOrders.confirm(tx, { id }));
    const [after] = await linesNow(yard, id);
    expect([after!.expectedOn, after!.promisedOn]).toEqual(['2026-03-05', '2026-03-05']);
  });
});

describe('an order on its way to the supplier', () => {
  const draft = () =>
    yard.act((tx) =>
      purchaseOrders.create(tx, order(yard, { itemId: yard.tubeId, quantity: '100' })),
    );
  const limit = (approvalLimit: string | null) =>
    yard.act((tx) =>
      purchasingSettings.set(tx, {
        companyId: yard.companyId,
        approvalLimit: approvalLimit === null ? null : decimal(approvalLimit),
      }),
    );

  it('goes straight up to the limit, and above it only by another who may approve', async () => {
    await limit('200');
    const { id: small } = await draft();
    expect((await yard.act((tx) => purchaseOrders.send(tx, { id: small }))).status).toBe('SENT');
    await limit('199.99');
    const { id } = await draft();
    const send = (tx: Tx) => purchaseOrders.send(tx, { id });
    expect(await yard.refusal(send)).toMatchObject({ code: 'APPROVER_IS_CREATOR' });
    const clerk = actorWith(['purchasing.purchaseOrder.send']);
    expect(await yard.refusal(send, clerk)).toMatchObject({
      ...{ code: 'APPROVAL_REQUIRED', amount: '200', limit: '199.99' },
    });
    const after = await yard.act(send, yard.checker);
    expect([after.status, after.approvedById]).toEqual(['SENT', yard.checker.id]);
    await limit(null);
  });

  it('is submitted, rejected with a reason, submitted again and approved by another', async () => {
    const { id } = await draft();
    await yard.act((tx) => purchaseOrders.submit(tx, { id }));
    const reason = 'Too many.';
    const back = await yard.act((tx) => purchaseOrders.reject(tx, { id, reason }), yard.checker);
    expect([back.status, back.rejectReason]).toEqual(['DRAFT', reason]);
    await yard.act((tx) => purchaseOrders.submit(tx, { id }));
    const approve = (tx: Tx) => purchaseOrders.approve(tx, { id });
    expect(await yard.refusal(approve)).toMatchObject({ code: 'APPROVER_IS_CREATOR' });
    expect((await yard.act(approve, yard.checker)).status).toBe('SENT');
    expect((await factsOf(yard, id)).map(({ type }) => type)).toEqual([
      'purchaseOrderCreated',
      'purchaseOrderSubmitted',
      'purchaseOrderRejected',
      'purchaseOrderSubmitted',
      'purchaseOrderApproved',
    ]);
  });

  it('is confirmed line by line, and again when a promise moves', async () => {
    const wanted = [{ itemId: yard.tubeId }, { itemId: yard.saddleId }];
    const { id } = await sent(yard, { ...order(yard, ...wanted), requestedOn: '2026-03-15' });
    const [, saddle] = await linesNow(yard, id);
    const promise = { purchaseOrderLineId: saddle!.id, promisedOn: '2026-03-25' };
    await yard.act((tx) => purchaseOrders.confirm(tx, { id, lines: [promise] }));
    const promised = async () => (await linesNow(yard, id)).map((line) => line.promisedOn);
    expect(await promised()).toEqual(['2026-03-15', '2026-03-25']);
    await yard.act((tx) => purchaseOrders.confirm(tx, { id, promisedOn: '2026-04-01' }));
    expect(await promised()).toEqual(['2026-04-01', '2026-04-01']);
  });

  it('changes while it is a draft: lines by their ids, with the sums', async () => {
    const made = await yard.act((tx) =>
      purchaseOrders.create(
        tx,
        order(yard, { itemId: yard.tubeId, quantity: '5' }, { charge: '10' }),
      ),
    );
    const [tube, freight] = await linesNow(yard, made.id);
    const put = { id: tube!.id, itemId: yard.tubeId, quantity: decimal(6), unitPrice: decimal(3) };
    const after = await yard.act((tx) =>
      purchaseOrders.change(tx, {
        ...{ id: made.id, expectedVersion: 1, lines: [put], removedLineIds: [freight!.id] },
      }),
    );
    expect([canonical(after.netAmount), after.version]).toEqual(['18', 2]);
    const stale = { id: made.id, expectedVersion: 1 };
    const refusal = await yard.refusal((tx) => purchaseOrders.change(tx, stale));
    expect(refusal).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('tells everything that is wrong with it, and leaves nothing', async () => {
    const input = order(yard, { itemId: yard.tubeId, quantity: '0', discount: '101' });
    const [outcome] = await yard.act((tx) =>
      purchaseOrders.createMany(tx, [{ ...input, warehouseId: yard.companyId }]),
    );
    const paths = outcome && 'refused' in outcome ? outcome.refused.map(({ path }) => path) : [];
    expect(paths).toEqual([
      ['warehouseId'],
      ['lines', 0, 'quantity'],
      ['lines', 0, 'discountPercent'],
    ]);
  });

  it('is entered once for another system’s key', async () => {
    const externalRefs = [{ system: 'old', key: 'PO-1' }];
    const input = { ...order(yard, { itemId: yard.tubeId }), externalRefs };
    const enter = () => yard.act((tx) => purchaseOrders.upsertMany(tx, [input]));
    const [first, second] = [ok((await enter())[0]), ok((await enter())[0])];
    expect(second.id).toBe(first.id);
  });
});

it('leaves every invariant of buying whole', async () => {
  expect(await brokenBuying(yard)).toEqual([]);
});
