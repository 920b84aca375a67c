import { sql } from 'kysely';
import { insertAll, Refused, type Hearing, type Row, type Tx } from '../../../modules/events/index.js';
import { items, openings, warehouses } from '../../../modules/inventory/index.js';
import {
  canonical,
  decimal,
  isAccepted,
  type Decimal,
  type Outcome,
} from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import { companies, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';

/**
 * A maker of bicycles. A BIKE is a FRAME, two WHEELs and a phantom KIT of 4 BOLTs; a FRAME is 2 kg
 * of TUBE, a WHEEL is a RIM and 1 BOLT. All tubes, rims and bolts lie in stock at 3, 5 and 0.50 EUR.
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

interface LineSpec {
  readonly itemId: string;
  readonly quantity: string;
  readonly unit?: string;
  readonly isFixed?: boolean;
  readonly kind?: 'COMPONENT' | 'BY_PRODUCT';
  readonly costSharePercent?: string;
  readonly issueMethod?: 'PICK' | 'BACKFLUSH';
  readonly operation?: number;
}

/** Puts a released BOM of one piece straight into the store, as its own services would leave it. */
export async function putBom(
  tx: Tx,
  companyId: string,
  itemId: string,
  lines: readonly LineSpec[],
  isPhantom = false,
): Promise<void> {
  const id = tx.newId();
  const times = { createdAt: tx.now };
  await insertAll(tx, 'Bom', [
    {
      ...{ id, companyId, itemId, isPhantom, revision: 'A', status: 'RELEASED' as const },
      ...{
        outputQuantity: '1',
        unit: 'C62',
        createdById: tx.actor.id,
        updatedAt: tx.now,
        ...times,
      },
      ...{ version: 1, yieldPercent: '100', customFields: {}, validFrom: '2026-01-01' },
    },
  ]);
  const rows = lines.map((line, index) => ({
    ...{ id: tx.newId(), companyId, bomId: id, position: index + 1, stockFactor: '1', version: 1 },
    ...{
      itemId: line.itemId,
      quantity: line.quantity,
      unit: line.unit ?? 'C62',
      scrapPercent: '0',
    },
    ...{ kind: line.kind ?? ('COMPONENT' as const), isFixed: line.isFixed ?? false },
    costSharePercent: line.costSharePercent ?? '0',
    issueMethod: line.issueMethod ?? ('PICK' as const),
    operation: line.operation ?? null,
    customFields: {},
    ...times,
  }));
  await insertAll(tx, 'BomLine', rows);
}

interface StepSpec {
  readonly workCenterId: string;
  readonly setup: string;
  readonly run: string;
}

/** Puts a released routing straight into the store: operations 10, 20, 30 … */
export async function putRouting(
  tx: Tx,
  companyId: string,
  itemId: string,
  steps: readonly StepSpec[],
): Promise<void> {
  const id = tx.newId();
  const made = { createdById: tx.actor.id, updatedAt: tx.now, createdAt: tx.now };
  const inForce = { status: 'RELEASED' as const, validFrom: '2026-01-01' };
  await insertAll(tx, 'Routing', [
    { id, companyId, itemId, revision: 'A', version: 1, customFields: {}, ...inForce, ...made },
  ]);
  const rows = steps.map(({ workCenterId, setup, run }, index) => ({
    ...{ id: tx.newId(), companyId, routingId: id, position: (index + 1) * 10, workCenterId },
    ...{ name: `Step ${index + 1}`, setupMinutes: setup, runMinutes: run, version: 1 },
    ...{ queueMinutes: '0', moveMinutes: '0', customFields: {}, createdAt: tx.now },
  }));
  await insertAll(tx, 'RoutingOperation', rows);
}

async function putCenter(tx: Tx, companyId: string, code: string, rates: readonly string[]) {
  const id = tx.newId();
  const made = { createdById: tx.actor.id, updatedAt: tx.now, createdAt: tx.now };
  await insertAll(tx, 'WorkCenter', [
    {
      ...{ id, companyId, code, name: code, capacity: 1, efficiencyPercent: '100', version: 1 },
      ...{ customFields: {}, ...made },
    },
  ]);
  const [labourRate = '0', machineRate = '0', overheadRate = '0'] = rates;
  await insertAll(tx, 'WorkCenterRate', [
    {
      ...{ id: tx.newId(), companyId, workCenterId: id, validFrom: '2026-01-01', currency: 'EUR' },
      ...{ labourRate, machineRate, overheadRate, version: 1, createdAt: tx.now },
    },
  ]);
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
