import { items } from '../../../modules/inventory/index.js';
import { decimal, type Decimal } from '../../../modules/kernel/index.js';
import { boms, routings, workCenters } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openShop, type Shop } from '../sales/shop.js';

/** A line as the tests write it: what, how much, and what is not usual about it. */
export type Part = readonly [
  itemId: string,
  quantity: string,
  rest?: Partial<boms.BomInput['lines'][number]>,
];

/** A shop that makes things. */
export interface Workshop extends Shop {
  /** A made item; its code is its name. */
  item(code: string, rest?: { readonly unit?: string }): Promise<string>;
  /** A BOM as it is entered, a draft unless told. */
  bom(itemId: string, parts: readonly Part[], rest?: Partial<boms.BomInput>): Promise<boms.Bom>;
  /** A BOM that counts from the first of January on. */
  released(
    itemId: string,
    parts: readonly Part[],
    rest?: Partial<boms.BomInput>,
  ): Promise<boms.Bom>;
  /** A work center with the rates of an hour: labour, machine, overhead. */
  center(code: string, rates: readonly [string, string, string]): Promise<string>;
  /** A released routing: work center, set-up and run minutes. */
  routing(
    itemId: string,
    operations: readonly (readonly [center: string, setup: string, run: string])[],
  ): Promise<routings.Routing>;
}

export const lineOf = ([itemId, quantity, rest]: Part) => ({
  itemId,
  quantity: decimal(quantity),
  ...rest,
});

/** Opens a workshop that makes what its tests ask for, with bolts and nuts at 1.50 EUR. */
export async function openWorkshop(database: Database): Promise<Workshop> {
  const shop = await openShop(database, []);
  const { act, companyId } = shop;
  const bom: Workshop['bom'] = (itemId, parts, rest) =>
    act((tx) => boms.create(tx, { companyId, itemId, lines: parts.map(lineOf), ...rest }));
  return {
    ...shop,
    bom,
    item: async (code, rest) =>
      (await act((tx) => items.upsert(tx, { code, name: code, isMade: true, ...rest }))).id,
    released: (itemId, parts, rest) =>
      bom(itemId, parts, { validFrom: '2026-01-01', isReleased: true, ...rest }),
    async center(code, [labourRate, machineRate, overheadRate]) {
      const { id } = await act((tx) => workCenters.create(tx, { companyId, code, name: code }));
      const rates = { labourRate, machineRate, overheadRate };
      const numbers = Object.fromEntries(
        Object.entries(rates).map(([name, rate]) => [name, decimal(rate)]),
      ) as Record<keyof typeof rates, Decimal>;
      const rate = { workCenterId: id, validFrom: '2026-01-01', ...numbers };
      await act((tx) => workCenters.setRate(tx, rate));
      return id;
    },
    routing: (itemId, operations) =>
      act((tx) =>
        routings.create(tx, {
          ...{ companyId, itemId, validFrom: '2026-01-01', isReleased: true },
          operations: operations.map(([workCenterId, setup, run], index) => ({
            ...{ name: `Operation ${index + 1}`, workCenterId },
            ...{ setupMinutes: decimal(setup), runMinutes: decimal(run) },
          })),
        }),
      ),
  };
}

/** The types of the facts told of something, in order, without their module. */
export async function factsOf({ database }: Shop, documentId: string): Promise<string[]> {
  const events = await database.db
    .selectFrom('Event')
    .select(['type', 'version'])
    .where('documentId', '=', documentId)
    .orderBy('version')
    .execute();
  return events.map(({ type }) => type.replace('manufacturing.', ''));
}
