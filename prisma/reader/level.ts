import type { GraphQLSchema } from 'graphql';
import { readAggregate, readAggregatePerParent, type AggregateOf } from './aggregate/index.js';
import type { ReadEdge, ReadNoun, ReadRow, ReaderScope } from './declaration.js';
import { readByIds, readListPerParent } from './list.js';
import type { ListArgs } from './page.js';
import type { ComputedPlan, EdgePlan, LevelPlan, Wants } from './plan.js';
import { argsOf } from './planned-args.js';
import { isIncluded } from './selection.js';

/** What reading below a level needs beside its plan. */
export interface LevelScope extends ReaderScope {
  readonly schema: GraphQLSchema;
  readonly variables: Record<string, unknown>;
  readonly nounNamed: (name: string) => ReadNoun | undefined;
}

/**
 * Reads everything selected below these rows and hangs it on them: one statement for each edge of
 * each level, whatever the number of rows. Edges of one level are read side by side.
 */
export async function readBelow(
  plan: LevelPlan,
  rows: readonly ReadRow[],
  scope: LevelScope,
): Promise<void> {
  if (rows.length === 0) return;
  await Promise.all([
    ...plan.edges.map((edge) => included(edge, scope) && readEdge(edge, rows, scope)),
    ...plan.computed.map((one) => included(one, scope) && readComputed(one, rows, scope)),
  ]);
}

const included = ({ paths }: EdgePlan | ComputedPlan, scope: LevelScope): boolean =>
  isIncluded(paths, scope.variables);

/** A failure below an edge belongs to that edge: its field is null, its parent stays. */
async function settle(
  plan: EdgePlan | ComputedPlan,
  rows: readonly ReadRow[],
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    for (const row of rows) row.$e[plan.key] = error;
  }
}

const readEdge = (plan: EdgePlan, rows: readonly ReadRow[], scope: LevelScope) =>
  settle(plan, rows, async () => {
    const { permissions } = scope.actor;
    const target = plan.edge.to();
    const isDenied = [plan.permission, target?.permission].some(
      (one) => one !== undefined && !permissions.has(one),
    );
    if (isDenied) return;
    if (plan.edge.kind === 'many') await readMany(plan, target!, rows, scope);
    else if (plan.edge.kind === 'one') await readOne(plan, target!, rows, scope);
    else await readAny(plan, rows, scope);
  });

async function readMany(
  plan: EdgePlan,
  target: ReadNoun,
  rows: readonly ReadRow[],
  scope: LevelScope,
): Promise<void> {
  const { edge, key } = plan;
  const level = plan.level(target);
  const parents = [...new Set(rows.map((row) => row.$k[edge.from] as string))];
  const args = argsOf(plan, scope) as ListArgs;
  const [connection, aggregates] = await Promise.all([
    readListPerParent({ level, args, scope }, edge, parents, plan.wants),
    readAggregates(plan.wants, args, { edge, parents }, scope),
  ]);
  const below: ReadRow[] = [];
  for (const row of rows) {
    const parent = row.$k[edge.from] as string;
    const value = connection(parent);
    row.$e[key] = aggregates ? { ...value, $e: aggregates(parent) } : value;
    for (const child of value.nodes) below.push(child);
  }
  await readBelow(level, below, scope);
}

/**
 * The groups that are selected beside a page, by response key: one statement for each, whatever the
 * number of parents. What refuses one is its own error; the page stays.
 */
export async function readAggregates(
  { aggregates }: Wants,
  list: ListArgs,
  below: { readonly edge: ReadEdge; readonly parents: readonly string[] } | null,
  scope: LevelScope,
): Promise<((parent: string) => Record<string, unknown>) | null> {
  if (aggregates.length === 0) return null;
  const wanted = aggregates.filter(({ paths }) => isIncluded(paths, scope.variables));
  const read = async (of: AggregateOf): Promise<(parent: string) => unknown> => {
    try {
      if (below) return await readAggregatePerParent(of, below.edge, below.parents);
      const rows = await readAggregate(of);
      return () => rows;
    } catch (error) {
      return () => error;
    }
  };
  const found = await Promise.all(
    wanted.map((plan) =>
      read({
        plan,
        args: { ...argsOf(plan, scope), where: list.where, asOf: list.asOf },
        scope,
      }),
    ),
  );
  return (parent) => Object.fromEntries(wanted.map(({ key }, at) => [key, found[at]!(parent)]));
}

async function readOne(
  plan: EdgePlan,
  target: ReadNoun,
  rows: readonly ReadRow[],
  scope: LevelScope,
): Promise<void> {
  const { edge, key } = plan;
  const ids = distinct(rows.map((row) => row.$k[edge.by]));
  if (ids.length === 0) return;
  const level = plan.level(target);
  const found = await readByIds(level, ids, scope);
  for (const row of rows) row.$e[key] = found.get(row.$k[edge.by] as string) ?? null;
  await readBelow(level, [...found.values()], scope);
}

/** An edge to any noun: one statement for each noun that the rows name. */
async function readAny(plan: EdgePlan, rows: readonly ReadRow[], scope: LevelScope): Promise<void> {
  const { edge, key } = plan;
  const nouns = distinct(rows.map((row) => row.$k[edge.nounColumn!]));
  await Promise.all(
    nouns.map(async (nounName) => {
      const noun = scope.nounNamed(nounName);
      if (!noun || !scope.actor.permissions.has(noun.permission)) return;
      const mine = rows.filter((row) => row.$k[edge.nounColumn!] === nounName);
      const level = plan.level(noun);
      const found = await readByIds(level, distinct(mine.map((row) => row.$k[edge.by])), scope);
      for (const row of mine) row.$e[key] = found.get(row.$k[edge.by] as string) ?? null;
      await readBelow(level, [...found.values()], scope);
    }),
  );
}

const distinct = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string')),
];

const readComputed = (plan: ComputedPlan, rows: readonly ReadRow[], scope: LevelScope) =>
  settle(plan, rows, async () => {
    const keys = rows.map((row) => row.$k);
    const values = await plan.computed.load(keys, argsOf(plan, scope), scope);
    rows.forEach((row, index) => (row.$e[plan.key] = values[index]));
  });
