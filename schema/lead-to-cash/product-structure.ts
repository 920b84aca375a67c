/** What an item consists of, what it goes into and what it costs, worked out as of a day. */
import { costing, explosions, unitCost, type Read } from '../../modules/manufacturing/index.js';
import { type Decimal, fits, parseGlobalId } from '../../modules/kernel/index.js';
import { refuseRead, type ReaderScope } from '../../prisma/reader/index.js';
import { builder } from '../builder.js';
import { sameAsOf } from '../common.js';
import { Item } from '../inventory/item.js';
import { Bom, IssueMethod } from '../manufacturing/bom.js';
import { computed } from '../noun.js';
import { Money, Quantity } from '../values.js';
import { moneyOf } from '../finance/profitability.js';

type Part = NonNullable<Awaited<ReturnType<typeof explosions.parts>>[number]>[number];
type Use = NonNullable<Awaited<ReturnType<typeof explosions.uses>>[number]>[number];

const pathText = 'The codes of the items from there to here.';

const ExplosionLine = builder.objectRef<Part>('ExplosionLine').implement({
  description: 'A part of a product on one of its levels.',
  fields: (t) => ({
    level: t.exposeInt('level', {
      nullable: false,
      description: 'How deep it stands; 1 is what goes into the product itself.',
    }),
    path: t.field({
      type: ['String'],
      nullable: { list: false, items: false },
      description: pathText,
      resolve: ({ path }) => [...path],
    }),
    item: t.field({
      type: Item.ref,
      description: 'The part.',
      resolve: ({ itemId }, _args, context, info) => context.reader.load(Item, itemId, info),
    }),
    quantity: t.field({
      type: Quantity,
      nullable: false,
      description: 'How much of it is needed, scrap and yield included, in its stock unit.',
      resolve: ({ quantity: value, unit }) => ({ value, unit }),
    }),
    operation: t.exposeInt('operation', {
      description: 'The position of the operation that takes it; null means the first.',
    }),
    issueMethod: t.field({
      type: IssueMethod,
      nullable: false,
      description: 'How it comes to a work order.',
      resolve: ({ issueMethod }) => issueMethod,
    }),
    isMade: t.exposeBoolean('isMade', {
      nullable: false,
      description: 'Whether it is made by a BOM of its own on that day.',
    }),
  }),
});

const WhereUsedLine = builder.objectRef<Use>('WhereUsedLine').implement({
  description: 'A product that an item goes into.',
  fields: (t) => ({
    level: t.exposeInt('level', {
      nullable: false,
      description: 'How far up it stands; 1 is what the item itself goes into.',
    }),
    path: t.field({
      type: ['String'],
      nullable: { list: false, items: false },
      description: pathText,
      resolve: ({ path }) => [...path],
    }),
    item: t.field({
      type: Item.ref,
      description: 'The product.',
      resolve: ({ itemId }, _args, context, info) => context.reader.load(Item, itemId, info),
    }),
    bom: t.field({
      type: Bom.ref,
      description: 'The BOM by which it is made on that day.',
      resolve: ({ bomId }, _args, context, info) => context.reader.load(Bom, bomId, info),
    }),
    perUnit: t.expose('perUnit', {
      type: 'Decimal',
      nullable: false,
      description: 'How many stock units of the item one stock unit of the product takes.',
    }),
    isAlternate: t.exposeBoolean('isAlternate', {
      nullable: false,
      description:
        'Whether it is used only where it, or something on the way, stands in for another.',
    }),
  }),
});

interface Costs {
  readonly cost: ReturnType<typeof unitCost>;
}

const elements = {
  material: 'What its components cost, or what is paid for it when it is bought.',
  labour: 'What people and machines cost by its routing.',
  overhead: 'What its hours bear of the overhead.',
} as const;

const ItemCost = builder.objectRef<Costs>('ItemCost').implement({
  description: "What one stock unit of an item costs, in the company's base currency.",
  fields: (t) => ({
    ...Object.fromEntries(
      Object.entries(elements).map(([name, description]) => [
        name,
        t.field({
          type: Money,
          nullable: false,
          description,
          resolve: ({ cost }) => moneyOf(cost[name as keyof typeof elements], cost.currency),
        }),
      ]),
    ),
    total: t.field({
      type: Money,
      nullable: false,
      description: 'All of it together.',
      resolve: ({ cost: { material, labour, overhead, currency } }) =>
        moneyOf(material.add(labour).add(overhead), currency),
    }),
    isComplete: t.boolean({
      nullable: false,
      description: 'False when something in it has no known cost and counts as nothing.',
      resolve: ({ cost }) => cost.isComplete,
    }),
  }),
});

type Scope = Pick<ReaderScope, 'query' | 'actor' | 'now'>;

type Asked = Readonly<Record<'company', string> & Partial<Record<'asOf' | 'on', string | null>>>;

const readOf =
  ({ query }: Scope): Read =>
  async (statement) =>
    (await query(statement)).rows;

/** The company and the day that are asked of; a hidden company is told as one that is not there. */
async function asked(rows: readonly { readonly id?: unknown }[], args: Asked, scope: Scope) {
  const id = parseGlobalId(args.company);
  const companyId = id?.type === 'Company' ? id.uuid : '';
  const company = companyId && (await explosions.askedCompany(readOf(scope), companyId, scope));
  if (!company)
    return refuseRead('NOT_FOUND', 'There is no Company with this id that you may see.');
  const itemIds = rows.map((row) => String(row.id));
  const { baseCurrency, today } = company;
  return { baseCurrency, wanted: { companyId, itemIds, on: dayOf(args) ?? today } };
}

/** The day that is asked for, by its name or by the one that it had before. */
function dayOf({ asOf, on }: Asked): string | null | undefined {
  if (asOf == null || on == null) return asOf ?? on;
  return refuseRead('BAD_USER_INPUT', 'The day is told once, by asOf.');
}

function positive(quantity: Decimal | null | undefined, name: string): Decimal | null {
  if (quantity == null || (quantity.gt(0) && fits(quantity, 28, 9))) return quantity ?? null;
  return refuseRead('BAD_USER_INPUT', `${name} is above zero, with at most 9 decimals.`);
}

const tooMany = (): never =>
  refuseRead(
    'BAD_USER_INPUT',
    `There are more than ${explosions.ROWS_MAX} rows; ask for fewer levels.`,
  );

const companyText = 'The company whose BOMs are read.';
const dayText = 'The day: today in the company unless told.';
const dayArgs = (t: Parameters<NonNullable<Parameters<typeof computed>[2]['args']>>[0]) => ({
  asOf: t.field({ type: 'Date', description: dayText }),
  on: t.field({ type: 'Date', description: dayText, deprecationReason: sameAsOf }),
});
const levelsText = `How many levels: all, at most ${explosions.LEVELS_MAX}, unless told.`;

computed<Asked & { quantity: Decimal; levels?: number | null }>(Item, 'explosion', {
  description: 'What so much of it consists of, on all levels, phantoms blown through.',
  permission: 'manufacturing.bom.read',
  type: [ExplosionLine],
  needs: ['id'],
  args: (t) => ({
    company: t.id({ required: true, description: companyText }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: 'How much of it, in its stock unit.',
    }),
    ...dayArgs(t),
    levels: t.int({ description: levelsText }),
  }),
  load: async (rows, args, reader) => {
    const { wanted } = await asked(rows, args, reader);
    const quantity = positive(args.quantity, 'The quantity')!;
    const { levels } = args;
    const lists = await explosions.parts(readOf(reader), wanted, { quantity, levels });
    return lists.map((list) => list ?? tooMany());
  },
});

computed<Asked & { levels?: number | null }>(Item, 'whereUsed', {
  description: 'The products it goes into, or may as an alternate, on all levels upward.',
  permission: 'manufacturing.bom.read',
  type: [WhereUsedLine],
  needs: ['id'],
  args: (t) => ({
    company: t.id({ required: true, description: companyText }),
    ...dayArgs(t),
    levels: t.int({ description: levelsText }),
  }),
  load: async (rows, args, reader) => {
    const { wanted } = await asked(rows, args, reader);
    const lists = await explosions.uses(readOf(reader), wanted, args.levels);
    return lists.map((list) => list ?? tooMany());
  },
});

computed<Asked & { lotSize?: Decimal | null }>(Item, 'estimatedCost', {
  description: 'What one stock unit of it costs by BOM, routing and rates of a day.',
  permission: 'manufacturing.cost.read',
  type: ItemCost,
  needs: ['id'],
  args: (t) => ({
    company: t.id({ required: true, description: companyText }),
    ...dayArgs(t),
    lotSize: t.field({
      type: 'Decimal',
      description: 'Set-up and fixed quantities are spread over so many: 1 unless told.',
    }),
  }),
  load: async (rows, args, reader): Promise<Costs[]> => {
    const { wanted, baseCurrency } = await asked(rows, args, reader);
    const lotSize = positive(args.lotSize, 'The lot size');
    const costs = await costing.scaledCosts(readOf(reader), { ...wanted, lotSize });
    return wanted.itemIds.map((id) => ({ cost: unitCost(costs.get(id)!, baseCurrency) }));
  },
});
