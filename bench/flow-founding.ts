import { post } from './clients.js';
import { Agent } from 'node:http';

/** Sends one operation of the graph under a key and answers its data; throws when it is refused. */
export type Ask = (query: string, variables: object, key: string) => Promise<Answer>;
export type Answer = Readonly<Record<string, Payload>>;

interface Payload {
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  readonly results?: readonly (Payload & Readonly<Record<string, unknown>>)[];
  readonly [noun: string]: unknown;
}

/** One caller over a connection of its own. */
export function asker(url: string, apiKey: string): Ask {
  const agent = new Agent({ keepAlive: true });
  return async (query, variables, key) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'idempotency-key': key };
    const text = await post(agent, url, JSON.stringify({ query, variables }), headers);
    return answerOf(text);
  };
}

/** The data of an answer; whatever went wrong in it is thrown. */
export function answerOf(text: string): Answer {
  const { data, errors } = JSON.parse(text) as { data: Answer | null; errors?: unknown };
  if (errors !== undefined || data === null) throw new Error(text.slice(0, 600));
  for (const payload of Object.values(data)) {
    const refused = [payload, ...(payload.results ?? [])].flatMap(({ userErrors }) => userErrors);
    if (refused.length > 0) throw new Error(JSON.stringify(refused.slice(0, 3)));
  }
  return data;
}

/** A maker of three products of two made levels, with bought parts for years in stock. */
export interface Maker {
  readonly companyId: string;
  readonly warehouseId: string;
  readonly customerIds: readonly string[];
  readonly productIds: readonly string[];
}

const told = 'userErrors { code message }';
const today = (): string => new Date().toISOString().slice(0, 10);

const idIn = (payload: Payload | undefined, noun: string): string =>
  (payload?.[noun] as { id: string }).id;

const idsIn = (payload: Payload | undefined, noun: string): string[] =>
  (payload?.results ?? []).map((result) => (result[noun] as { id: string }).id);

/** A mutation of one noun, by the names that the graph gives to input and answer. */
async function make(ask: Ask, name: string, noun: string, input: object): Promise<string> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${noun} { id } ${told} } }`;
  return idIn(
    (await ask(query, { input }, `found-${JSON.stringify(input).slice(0, 150)}`))[name],
    noun,
  );
}

async function bulk(ask: Ask, name: string, noun: string, rows: readonly object[]) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) {
    ${name}(input: $input) { results { ${noun} { id } ${told} } ${told} } }`;
  return idsIn((await ask(query, { input: { rows } }, `found-${name}`))[name], noun);
}

const PRODUCTS = ['BIKE-A', 'BIKE-B', 'BIKE-C'];
const CUSTOMERS = 50;

async function foundItems(ask: Ask) {
  const item = (code: string, isMade: boolean, isSold: boolean) => {
    return { code, name: code, unit: 'C62', isMade, isBought: !isMade, isSold, isStocked: true };
  };
  const products = PRODUCTS.map((code) => item(code, true, true));
  const modules = PRODUCTS.map((code) => item(`${code}-MODULE`, true, false));
  const parts = PRODUCTS.flatMap((code) =>
    ['P1', 'P2', 'P3', 'P4'].map((part) => item(`${code}-${part}`, false, false)),
  );
  const ids = await bulk(ask, 'itemsBulk', 'item', [...products, ...modules, ...parts]);
  return { products: ids.slice(0, 3), modules: ids.slice(3, 6), parts: ids.slice(6) };
}

type Items = Awaited<ReturnType<typeof foundItems>>;

/** Each product takes a module and two parts, each module two parts; one operation each. */
async function foundProductData(ask: Ask, companyId: string, items: Items): Promise<void> {
  const workCenterId = await make(ask, 'workCenterCreate', 'workCenter', {
    ...{ companyId, code: 'LINE', name: 'Line', capacity: 100 },
  });
  await make(ask, 'workCenterRateSet', 'workCenterRate', {
    ...{ workCenterId, validFrom: '2020-01-01' },
    ...{ labourRate: '30', machineRate: '6', overheadRate: '12' },
  });
  const part = (at: number, quantity: string) => ({ itemId: items.parts[at]!, quantity });
  const boms = items.products.flatMap((itemId, at) => {
    const module = { itemId: items.modules[at]!, quantity: '1' };
    const revision = '1';
    const shared = { companyId, revision, isReleased: true };
    return [
      { ...shared, itemId, lines: [module, part(at * 4, '2'), part(at * 4 + 1, '1')] },
      {
        ...{ ...shared, itemId: items.modules[at]! },
        lines: [part(at * 4 + 2, '4'), part(at * 4 + 3, '1')],
      },
    ];
  });
  await bulk(ask, 'bomsBulk', 'bom', boms);
  const operation = { name: 'Assemble', workCenterId, setupMinutes: '5', runMinutes: '12' };
  const routings = [...items.products, ...items.modules].map((itemId) => {
    return { companyId, itemId, revision: '1', isReleased: true, operations: [operation] };
  });
  await bulk(ask, 'routingsBulk', 'routing', routings);
}

/** Founds the maker through the graph. */
export async function foundMaker(ask: Ask, code = 'BENCH'): Promise<Maker> {
  const companyId = await make(ask, 'companyCreate', 'company', {
    ...{ code, name: 'Bench', countryCode: 'US', baseCurrency: 'USD' },
    timeZone: 'America/New_York',
  });
  const place = { companyId, code: 'MAIN', name: 'Main' };
  const warehouseId = await make(ask, 'warehouseCreate', 'warehouse', place);
  const items = await foundItems(ask);
  await foundProductData(ask, companyId, items);
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => {
    return { code: `C-${at}`, name: `Customer ${at}`, currency: 'USD' };
  });
  const customerIds = await bulk(ask, 'customersBulk', 'customer', customers);
  const stock = items.parts.map((itemId, at) => {
    const quantity = { quantity: '100000000', unitCost: `${at + 1}.5` };
    return { companyId, warehouseId, itemId, postedOn: today(), ...quantity };
  });
  await bulk(ask, 'stockOpeningBulk', 'stockOpening', stock);
  return { companyId, warehouseId, customerIds, productIds: items.products };
}
