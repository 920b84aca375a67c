import { done, type Client } from '../../typescript/client.js';
import {
  BinCreateDocument,
  CompanyCreateDocument,
  ImportGroundDocument,
  WarehouseCreateDocument,
} from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { binCode, CURRENCY, SYSTEM, type Ground } from './mapping.js';
import type { Source } from './source.js';

const COMPANY = {
  code: 'AW',
  name: 'Adventure Works Cycles',
  countryCode: 'US',
  baseCurrency: CURRENCY,
  timeZone: 'America/Los_Angeles',
  externalRefs: [{ system: SYSTEM, key: 'company' }],
};

const WAREHOUSE = { code: 'BOTHELL', name: 'Bothell' };

const groundNow = async (client: Client) =>
  (await client.request(ImportGroundDocument, { code: COMPANY.code, warehouse: WAREHOUSE.code }))
    .company;

async function companyId(client: Client): Promise<string> {
  const known = await groundNow(client);
  if (known) return known.id;
  const made = await client.request(CompanyCreateDocument, { input: COMPANY });
  return present(done(made.companyCreate).company).id;
}

async function warehouse(client: Client, company: string) {
  const known = (await groundNow(client))?.warehouses?.nodes[0];
  if (known) return known;
  const input = { companyId: company, ...WAREHOUSE };
  const made = await client.request(WarehouseCreateDocument, { input });
  return { ...present(done(made.warehouseCreate).warehouse), bins: null };
}

/**
 * Founds the company with its one warehouse and a bin for each location of the files; what is there
 * from an earlier run is taken as it is.
 */
export async function found(client: Client, locations: Source['locations']): Promise<Ground> {
  const company = await companyId(client);
  const { id: warehouseId, bins: known } = await warehouse(client, company);
  const bins = new Map<string, string>();
  for (const location of locations) {
    const code = binCode(location);
    const there = known?.nodes.find((bin) => bin.code === code);
    bins.set(location.LocationID, there?.id ?? (await openBin(client, { warehouseId, code })));
  }
  return { companyId: company, warehouseId, bins };
}

async function openBin(
  client: Client,
  input: { readonly warehouseId: string; readonly code: string },
): Promise<string> {
  const made = await client.request(BinCreateDocument, { input });
  return present(done(made.binCreate).bin).id;
}
