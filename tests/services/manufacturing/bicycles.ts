import { expect } from 'vitest';
import { sql } from 'kysely';
import { Refused, type Hearing, type Row, type Tx } from '../../../modules/events/index.js';
import { items, openings, warehouses } from '../../../modules/inventory/index.js';
import {
  canonical,
  decimal,
  isAccepted,
  type Decimal,
  type Outcome,
} from '../../../modules/kernel/index.js';
import { boms, routings, workCenters, workOrders } from '../../../modules/manufacturing/index.js';
import { companies, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { logInvariants } from '../../support/invariants/log.js';
import { workOrderInvariants } from '../../support/invariants/work-orders.js';
import { stockInvariants } from '../../support/invariants/stock.js';

/**
 * A maker of bicycles. A BIKE is a FRAME, two WHEELs and a phantom KIT of 4 BOLTs; a FRAME is 2 kg
 * of TUBE, a WHEEL is a RIM and 1 BOLT. Tubes, rims and bolts lie in stock at 3, 5 and 0.50 EUR.
 * Assembly costs 30 EUR of labour, 6 of machine and 12 of overhead an hour, welding 60, 0 and 30.
 */
export interface Workshop extends Acting {
  readonly database: Database;
  readonly companyId: string;
  readonly warehouseId: string;
  readonly ids: Readonly<Record<ItemCode, string>>;
  readonly centers: Readonly<Record<'ASSEMBLY' | 'WELDING', string>>;
}

type ItemCode = 'BIKE' | 'FRAME' | 'WHEEL' | 'KIT' | 'TUBE' | 'RIM' | 'BOLT' | 'SCRAPS';

function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ message }) => message).join(' ')}`);
}

async function foundItems(tx: Tx): Promise<Workshop['ids']> {
  const codes: ItemCode[] = ['BIKE', 'FRAME', 'WHEEL', 'KIT', 'TUBE', 'RIM', 'BOLT', 'SCRAPS'];
  const made = await items.upsertMany(
    tx,
    codes.map((code) => ({
      code,
      name: code,
      unit: code === 'TUBE' ? 'KGM' : 'C62',
      isStocked: true,
    })),
  );
  return Object.fromEntries(
    made.map((one, index) => [codes[index], ok(one).id]),
  ) as Workshop['ids'];
}

type Line = boms.BomInput['lines'][number];

interface LineSpec extends Partial<Omit<Line, 'quantity' | 'costSharePercent'>> {
  readonly itemId: string;
  readonly quantity: string;
  readonly costSharePercent?: string;
}

/** A BOM of one piece that counts from the first of January on. */
export async function putBom(
  tx: Tx,
  companyId: string,
  itemId: string,
  specs: readonly LineSpec[],
  isPhantom = false,
): Promise<void> {
  const lines = specs.map(({ costSharePercent: share = '0', ...line }) => {
    return { ...line, quantity: decimal(line.quantity), costSharePercent: decimal(share) };
  });
  const inForce = { validFrom: '2026-01-01', isReleased: true };
  await boms.create(tx, { companyId, itemId, isPhantom, lines, ...inForce });
}

interface StepSpec {
  readonly workCenterId: string;
  readonly setup: string;
  readonly run: string;
}

/** A routing that counts from the first of January on: operations 10, 20, 30 … */
export async function putRouting(
  tx: Tx,
  companyId: string,
  itemId: string,
  steps: readonly StepSpec[],
): Promise<void> {
  const operations = steps.map(({ workCenterId, setup, run }, index) => ({
    ...{ name: `Step ${index + 1}`, workCenterId },
    ...{ setupMinutes: decimal(setup), runMinutes: decimal(run) },
  }));
  const inForce = { validFrom: '2026-01-01', isReleased: true };
  await routings.create(tx, { companyId, itemId, operations, ...inForce });
}

async function putCenter(tx: Tx, companyId: string, code: string, rates: readonly string[]) {
  const { id } = await workCenters.create(tx, { companyId, code, name: code });
  const [labourRate, machineRate, overheadRate] = rates.map(decimal);
  const hour = { labourRate: labourRate!, machineRate: machineRate!, overheadRate: overheadRate! };
  await workCenters.setRate(tx, { workCenterId: id, validFrom: '2026-01-01', ...hour });
  return id;
}

/** Takes goods on stock at a cost for each. */
export async function stock(
  shop: Pick<Workshop, 'act' | 'companyId' | 'warehouseId'>,
  itemId: string,
  quantity: string,
  unitCost: string,
): Promise<void> {
  const { companyId, warehouseId } = shop;
  const [opening] = await shop.act((tx) =>
    openings.upsertMany(tx, [
      {
        ...{ companyId, warehouseId, itemId, postedOn: '2026-03-01' },
        ...{ quantity: decimal(quantity), unitCost: decimal(unitCost) },
      },
    ]),
  );
  ok(opening);
}

async function putProducts(tx: Tx, companyId: string, ids: Workshop['ids']) {
  const assembly = await putCenter(tx, companyId, 'ASSEMBLY', ['30', '6', '12']);
  const welding = await putCenter(tx, companyId, 'WELDING', ['60', '0', '30']);
  await putBom(tx, companyId, ids.KIT, [{ itemId: ids.BOLT, quantity: '4' }], true);
  await putBom(tx, companyId, ids.BIKE, [
    { itemId: ids.FRAME, quantity: '1' },
    { itemId: ids.WHEEL, quantity: '2' },
    { itemId: ids.KIT, quantity: '1' },
  ]);
  await putBom(tx, companyId, ids.FRAME, [{ itemId: ids.TUBE, quantity: '2', unit: 'KGM' }]);
  await putBom(tx, companyId, ids.WHEEL, [
    { itemId: ids.RIM, quantity: '1' },
    { itemId: ids.BOLT, quantity: '1' },
  ]);
  await putRouting(tx, companyId, ids.BIKE, [
    { workCenterId: assembly, setup: '10', run: '20' },
    { workCenterId: assembly, setup: '0', run: '10' },
  ]);
  await putRouting(tx, companyId, ids.FRAME, [{ workCenterId: welding, setup: '30', run: '15' }]);
  await putRouting(tx, companyId, ids.WHEEL, [{ workCenterId: assembly, setup: '0', run: '5' }]);
  return { ASSEMBLY: assembly, WELDING: welding };
}

/** Of several refusals at once the first is told. */
function telling(stage: Acting): Acting {
  return {
    ...stage,
    async refusal(verb, actor) {
      try {
        return await stage.refusal(verb, actor);
      } catch (error) {
        const [first] = error instanceof Refused ? error.refusals : [];
        if (first) return first;
        throw error;
      }
    },
  };
}

/** Founds the workshop with 1,000 of each material. */
export async function openWorkshop(
  database: Database,
  hearings: readonly Hearing[] = [],
): Promise<Workshop> {
  const stage = telling(acting(database, hearings));
  await stage.act(reference.seed);
  const founding = { countryCode: 'DE', baseCurrency: 'EUR', timeZone: 'Europe/Berlin' };
  const { id: companyId } = await stage.act((tx) =>
    companies.create(tx, { ...founding, code: 'CYCLE', name: 'Cycle' }),
  );
  const ids = await stage.act(foundItems);
  const place = { companyId, code: 'MAIN', name: 'Main' };
  const { id: warehouseId } = await stage.act((tx) => warehouses.create(tx, place));
  const centers = await stage.act((tx) => putProducts(tx, companyId, ids));
  const shop = { ...stage, database, companyId, warehouseId, ids, centers };
  await stock(shop, ids.TUBE, '1000', '3');
  await stock(shop, ids.RIM, '1000', '5');
  await stock(shop, ids.BOLT, '1000', '0.5');
  return shop;
}

/** A demand of so many of an item by Friday, 20 March 2026. */
export function demand(
  { companyId, warehouseId, ids }: Workshop,
  code: ItemCode,
  quantity: string,
): workOrders.PlanDemand {
  const dueOn = '2026-03-20';
  return { companyId, warehouseId, itemId: ids[code], quantity: decimal(quantity), dueOn };
}

/** Plans and releases what makes so many of an item; its own work order first. */
export async function released(
  shop: Workshop,
  code: ItemCode,
  quantity: string,
  more: Partial<workOrders.PlanDemand> = {},
): Promise<Row<'WorkOrder'>[]> {
  return shop.act(async (tx) => {
    const [planned = []] = await workOrders.plan(tx, [
      { ...demand(shop, code, quantity), ...more },
    ]);
    return workOrders.releaseMany(tx, planned);
  });
}

export const orderNow = ({ database }: Workshop, id: string): Promise<Row<'WorkOrder'>> =>
  database.db.selectFrom('WorkOrder').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const cardsOf = ({ database }: Workshop, workOrderId: string) =>
  database.db
    .selectFrom('JobCard')
    .selectAll()
    .where('workOrderId', '=', workOrderId)
    .orderBy('position')
    .execute();

export const materialsOf = ({ database }: Workshop, workOrderId: string) =>
  database.db
    .selectFrom('WorkOrderMaterial')
    .selectAll()
    .where('workOrderId', '=', workOrderId)
    .orderBy('position')
    .execute();

/** On hand, reserved and worth of an item. */
export async function stockOf({ database }: Workshop, itemId: string): Promise<string[]> {
  const { rows } = await sql<Record<'onHand' | 'reserved' | 'value', Decimal>>`
    select coalesce(sum("onHand"), 0) as "onHand", coalesce(sum("reserved"), 0) as "reserved",
      coalesce((select "value" from "ItemValuation" where "itemId" = ${itemId}), 0) as "value"
    from "StockLevel" where "itemId" = ${itemId}
  `.execute(database.db);
  const { onHand, reserved, value } = rows[0]!;
  return [onHand, reserved, value].map(canonical);
}

/** The facts told of a document, in order, without their module. */
export async function factsOf({ database }: Workshop, documentId: string): Promise<string[]> {
  const events = await database.db
    .selectFrom('Event')
    .select('type')
    .where('documentId', '=', documentId)
    .orderBy('version')
    .execute();
  return events.map(({ type }) => type.replace('manufacturing.', ''));
}

/** A stocked item; one with lines is made of them in five minutes at the assembly. */
export async function newItem(
  shop: Workshop,
  code: string,
  lines: Parameters<typeof putBom>[3],
  rest: { readonly isLotTracked?: boolean } = {},
): Promise<string> {
  const [outcome] = await shop.act((tx) =>
    items.upsertMany(tx, [{ code, name: code, unit: 'C62', isStocked: true, ...rest }]),
  );
  if (!outcome || !isAccepted(outcome)) throw new Error(code);
  const { id } = outcome.ok;
  if (lines.length === 0) return id;
  await shop.act(async (tx) => {
    await putBom(tx, shop.companyId, id, lines);
    const step = { workCenterId: shop.centers.ASSEMBLY, setup: '0', run: '5' };
    await putRouting(tx, shop.companyId, id, [step]);
  });
  return id;
}

/** What must hold of it all; nothing here is booked, so what the books say is left out. */
export async function expectInvariants(database: Database): Promise<void> {
  const all = [...workOrderInvariants, ...stockInvariants, ...logInvariants].filter(
    ({ name }) => !name.includes('inventory account'),
  );
  for (const { name, text } of all) {
    const { rows } = await database.query({ text, values: [] });
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
}

/** What stands in the cost columns: material, labour, overhead, completed, variance. */
export async function costsOf(shop: Workshop, id: string): Promise<string[]> {
  const order = await orderNow(shop, id);
  const { materialCost, labourCost, overheadCost, completedCost, varianceCost } = order;
  return [materialCost, labourCost, overheadCost, completedCost, varianceCost].map(canonical);
}
