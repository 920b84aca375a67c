import type { GraphQLSchema } from 'graphql';
import type { ReadEdge, ReaderScope } from '../declaration.js';
import { guarded, ofParent } from '../page-statement.js';
import type { OrderInput } from '../order.js';
import { argsOf } from '../planned-args.js';
import { columnOf, finish, sqlDraft, type SqlDraft } from '../sql.js';
import { refuseZone } from './periods.js';
import { isSelected, type AggregatePlan } from './plan.js';
import { rowReader, type AggregateRow } from './rows.js';
import { compileAggregate, rowOfGroup, type AggregateArgs, type Asked } from './statement.js';

/** What reading groups needs beside its plan. */
export interface AggregateScope extends ReaderScope {
  readonly schema: GraphQLSchema;
  readonly variables: Record<string, unknown>;
}

/** The groups that are asked for, by one statement. */
export interface AggregateOf {
  readonly plan: AggregatePlan;
  readonly args: AggregateArgs;
  readonly scope: AggregateScope;
}

/** What is selected for the variables of this request, with the arguments of each count. */
export function askedOf({ plan, args, scope }: AggregateOf): { asked: Asked; distinct: string[] } {
  const { variables, actor } = scope;
  const distinct = plan.distinct.filter((one) => isSelected(one, variables));
  const isAny = (gated: AggregatePlan['counts']) => gated.some((one) => isSelected(one, variables));
  const asked: Asked = {
    ...{ noun: plan.noun, args, actor, isCounted: isAny(plan.counts) },
    measures: plan.measures.filter((one) => isSelected(one, variables)),
    distinct: distinct.map((one) => argsOf(one, scope).of as OrderInput),
  };
  return { asked, distinct: distinct.map(({ key }) => key) };
}

/** The groups of all rows of a noun. */
export async function readAggregate(of: AggregateOf): Promise<AggregateRow[]> {
  const { asked, distinct } = askedOf(of);
  const draft = sqlDraft();
  const { text, groups } = compileAggregate(asked, draft, () => [], rowOfGroup);
  const rows = await answered(of, groups.cursor, draft, text);
  return rows.map(rowReader(groups, distinct, 0));
}

/** The groups of each parent's rows: one statement for all parents. */
export async function readAggregatePerParent(
  of: AggregateOf,
  edge: ReadEdge,
  parents: readonly string[],
): Promise<(parent: string) => AggregateRow[]> {
  const { asked, distinct } = askedOf(of);
  const draft = sqlDraft();
  const keys = draft.bind(parents, 'uuid[]');
  const own = (alias: string) => [
    `${columnOf(alias, edge.by)} = parent.key`,
    ...ofParent(edge, alias, draft),
  ];
  const { text: child, groups } = compileAggregate(asked, draft, own, rowOfGroup);
  const text = `select parent.key, child.* from unnest(${keys}) as parent(key) cross join lateral (${child}) child`;
  const read = rowReader(groups, distinct, 1);
  const byParent = new Map<string, AggregateRow[]>();
  for (const values of await answered(of, groups.cursor, draft, text)) {
    const parent = values[0] as string;
    const known = byParent.get(parent);
    if (known) known.push(read(values));
    else byParent.set(parent, [read(values)]);
  }
  return (parent) => byParent.get(parent) ?? [];
}

/** The store may not know a time zone that we know. */
async function answered(
  { args, scope }: AggregateOf,
  cursor: unknown,
  draft: SqlDraft,
  text: string,
): Promise<unknown[][]> {
  try {
    return (await guarded({ cursor }, scope.query(finish(draft, text)))).rows;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    if (args.timeZone && code === '22023' && message?.includes('time zone'))
      refuseZone(args.timeZone);
    throw error;
  }
}
