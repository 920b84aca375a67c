import { randomUUID } from 'node:crypto';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  BomsBulkDocument,
  CompanyCreateDocument,
  ItemsBulkDocument,
  RoutingsBulkDocument,
  StockOpeningBulkDocument,
  TaxCodeCreateDocument,
  WorkCenterRateSetDocument,
  WorkCentersBulkDocument,
  type CompanyCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import { customer, warehouse, type Shop } from './graph-shop.js';

/** A shop that makes what it sells: `itemId` is its bike. */
export interface Maker extends Shop {
  readonly code: string;
  readonly frameId: string;
  readonly tubeId: string;
  readonly wheelId: string;
  readonly weldingId: string;
  readonly assemblyId: string;
}

export interface MakerOptions {
  /** What differs of the company: an American one with the plain international chart unless told. */
  readonly company?: Partial<CompanyCreateInput>;
  readonly currency?: string;
  /** How many wheels lie in stock; 100 unless told. */
  readonly wheels?: string;
  /** The day of the opening stock; today unless told. */
  readonly openedOn?: string;
}

const SINCE = '2020-01-01';

/**
 * Founds a maker of bikes through the graph. A BIKE is one FRAME and two WHEELs (15 each), put
 * together in 20 minutes; a FRAME is three TUBEs (4 each), welded in 10 minutes after 30 minutes of
 * set-up for each lot. An hour of assembly costs 30 of labour and machine and 15 of overhead, one
 * of welding 60 and 30. So a lot of n frames costs n × (12 + 10 + 5) + 30 + 15, and a bike takes
 * its frame + 30 + 10 + 5.
 */
export async function foundMaker(
  client: Client,
  code: string,
  options: MakerOptions = {},
): Promise<Maker> {
  const companyId = await foundCompany(client, code, options);
  const warehouseId = await warehouse(client, companyId);
  const taxCodeId = await taxCode(client, companyId);
  const { currency = 'USD' } = options;
  const customerId = await customer(client, { code: `${code}-C`, name: code, currency });
  const [itemId, frameId, tubeId, wheelId] = await foundItems(client, code);
  const items = { itemId, frameId, tubeId, wheelId };
  const centers = await foundCenters(client, companyId);
  const maker = { code, companyId, warehouseId, taxCodeId, customerId, ...items, ...centers };
  await foundProductData(client, maker);
  await openStock(client, maker, options);
  return maker;
}

async function foundCompany(client: Client, code: string, { company }: MakerOptions) {
  const usual = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'Etc/UTC' };
  const input = { code, name: code, ...usual, ...company };
  const { companyCreate } = await client.request(CompanyCreateDocument, { input });
  return done(companyCreate).company!.id;
}

async function taxCode(client: Client, companyId: string) {
  const input = { companyId, code: 'VAT', name: 'VAT', ratePercent: '10' };
  const { taxCodeCreate } = await client.request(TaxCodeCreateDocument, { input });
  return done(taxCodeCreate).taxCode!.id;
}

/** The bike, its frame, a tube and a wheel. */
async function foundItems(client: Client, code: string) {
  const item = (name: string, isMade: boolean, isSold: boolean) => {
    const stocked = { unit: 'C62', isStocked: true };
    return { code: `${code}-${name}`, name, ...stocked, isMade, isBought: !isMade, isSold };
  };
  const rows = [
    item('BIKE', true, true),
    item('FRAME', true, false),
    item('TUBE', false, false),
    item('WHEEL', false, true),
  ];
  const { itemsBulk } = await client.request(ItemsBulkDocument, { input: { rows } });
  const ids = done(itemsBulk).results.map((result) => done(result).item!.id);
  return ids as [string, string, string, string];
}

async function foundCenters(client: Client, companyId: string) {
  const rows = ['WELDING', 'ASSEMBLY'].map((code) => ({ companyId, code, name: code }));
  const { workCentersBulk } = await client.request(WorkCentersBulkDocument, { input: { rows } });
  const ids = done(workCentersBulk).results.map((result) => done(result).workCenter!.id);
  const [weldingId, assemblyId] = ids as [string, string];
  await setRate(client, weldingId, { labourRate: '30', machineRate: '30', overheadRate: '30' });
  await setRate(client, assemblyId, { labourRate: '24', machineRate: '6', overheadRate: '15' });
  return { weldingId, assemblyId };
}

type Rates = Readonly<Record<'labourRate' | 'machineRate' | 'overheadRate', string>>;

/** What an hour of a work center costs from a day on. */
export async function setRate(
  client: Client,
  workCenterId: string,
  rates: Rates,
  validFrom = SINCE,
): Promise<void> {
  const input = { workCenterId, validFrom, ...rates };
  done((await client.request(WorkCenterRateSetDocument, { input })).workCenterRateSet);
}

async function foundProductData(client: Client, maker: Maker): Promise<void> {
  const { companyId, itemId, frameId, tubeId, wheelId, weldingId, assemblyId } = maker;
  const released = { companyId, revision: 'A', isReleased: true, validFrom: SINCE };
  const part = (id: string, quantity: string) => ({ itemId: id, quantity });
  const boms = [
    { ...released, itemId, lines: [part(frameId, '1'), part(wheelId, '2')] },
    {
      ...{ ...released, itemId: frameId },
      lines: [{ ...part(tubeId, '3'), issueMethod: 'BACKFLUSH' as const }],
    },
  ];
  const { bomsBulk } = await client.request(BomsBulkDocument, { input: { rows: boms } });
  done(bomsBulk).results.forEach((result) => done(result));
  const assemble = { name: 'Assemble', workCenterId: assemblyId, runMinutes: '20' };
  const weld = { name: 'Weld', workCenterId: weldingId, setupMinutes: '30', runMinutes: '10' };
  const rows = [
    { ...released, itemId, operations: [assemble] },
    { ...released, itemId: frameId, operations: [weld] },
  ];
  const { routingsBulk } = await client.request(RoutingsBulkDocument, { input: { rows } });
  done(routingsBulk).results.forEach((result) => done(result));
}

async function openStock(client: Client, maker: Maker, options: MakerOptions): Promise<void> {
  const { companyId, warehouseId, tubeId, wheelId } = maker;
  const { wheels = '100', openedOn: postedOn } = options;
  const place = { companyId, warehouseId, postedOn };
  const rows = [
    { ...place, itemId: tubeId, quantity: '100', unitCost: '4' },
    { ...place, itemId: wheelId, quantity: wheels, unitCost: '15' },
  ];
  const key = { idempotencyKey: randomUUID() };
  const answer = await client.request(StockOpeningBulkDocument, { input: { rows } }, key);
  done(answer.stockOpeningBulk).results.forEach((result) => done(result));
}
