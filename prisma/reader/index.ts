import DataLoader from 'dataloader';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { ReadNoun, ReadRow, ReaderActor, RunStatement } from './declaration.js';
import { readAggregate } from './aggregate/index.js';
import type { AggregateRow } from './aggregate/rows.js';
import type { AggregateArgs } from './aggregate/statement.js';
import { readAggregates, readBelow, type LevelScope } from './level.js';
import { findId, findIds, isSeen, type LookupKey, type NaturalKeys } from './find.js';
import { readByIds, readList } from './list.js';
import type { ConnectionValue, ListArgs } from './page.js';
import { aggregatePlanOf, listPlanOf, rowPlanOf, type LevelPlan } from './plan.js';
import {
  readNewest,
  readTouched,
  touchedLoader,
  tryWhere,
  type NewestArgs,
  type Touched,
  type Touching,
} from './touched.js';

export type * from './declaration.js';
export type { ConnectionValue, ListArgs } from './page.js';
export {
  bookOf,
  carryBook,
  customColumnName,
  fieldsOwner,
  nounUnder,
  type CustomBook,
  type CustomColumn,
} from './custom.js';
export type { LookupKey, NaturalKeys } from './find.js';
export type { AggregateRow } from './aggregate/rows.js';
export type { AggregateArgs } from './aggregate/statement.js';
export { measuresTypeOf } from './aggregate/plan.js';
export { PAGE_DEFAULT, PAGE_MAX } from './page.js';
export { refuseRead } from './refusals.js';
export { filteredColumns } from './touched.js';
export type { Touched, Touching } from './touched.js';
export {
  keepingForms,
  makeGroups,
  makeList,
  makeRow,
  MustWalk,
  planWrittenGroups,
  planWrittenLevel,
  planWrittenList,
  rowsWritten,
  sending,
  sendRow,
  type Declared,
  type Make,
  type Send,
  type WrittenLevel,
  type WrittenList,
} from './written/index.js';
export { argsOf } from './planned-args.js';
export { isIncluded, selectionOf, type Document, type Selected } from './selection.js';

/**
 * What one request reads by. A fresh one follows each transaction, because what it has loaded is
 * stale.
 */
export interface Reader {
  readonly query: RunStatement;
  readonly actor: ReaderActor;
  readonly now: Date;
  /** One page of a noun, with everything that is selected below it. */
  list(noun: ReadNoun, args: ListArgs, info: GraphQLResolveInfo): Promise<ConnectionValue>;
  /** The groups of a noun's rows with what is measured of each: one statement. */
  aggregate(noun: ReadNoun, args: AggregateArgs, info: GraphQLResolveInfo): Promise<AggregateRow[]>;
  /** One row by its raw id; calls of one tick for one selection share a statement. */
  load(noun: ReadNoun, id: string, info: GraphQLResolveInfo): Promise<ReadRow | null>;
  /** The raw id that a look-up names, or null when there is none that the actor sees. */
  find(noun: ReadNoun, by: LookupKey): Promise<string | null>;
  /** The raw ids that many keys of one kind name, in their order: one statement. */
  findAll(noun: ReadNoun, keys: NaturalKeys): Promise<(string | null)[]>;
  /** For statements by which the store itself writes JSON text. */
  scope(schema: GraphQLSchema): LevelScope;
  /** Whether the actor sees the row with this raw id. */
  sees(noun: ReadNoun, id: string): Promise<boolean>;
  /**
   * The rows that documents stand for, among those the actor sees, and whether each matches; calls
   * of one tick without a filter share a statement.
   */
  touched(noun: ReadNoun, touching: Touching): Promise<Touched[]>;
  /** The ids of the newest rows that match a filter, from before an id on. */
  newest(noun: ReadNoun, asked: NewestArgs): Promise<string[]>;
  /** Throws what is wrong with a filter. */
  tryWhere(noun: ReadNoun, where: NewestArgs['where']): Promise<void>;
}

export interface ReaderParts {
  readonly query: RunStatement;
  readonly actor: ReaderActor;
  readonly now: Date;
  /** The operation's variables as coerced by the executor's gate. */
  readonly variables: Record<string, unknown>;
  readonly nounNamed: (name: string) => ReadNoun | undefined;
}

export function createReader(parts: ReaderParts): Reader {
  const loaders = new Map<LevelPlan, DataLoader<string, ReadRow | null>>();
  const scopeOf = (info: GraphQLResolveInfo): LevelScope => ({ ...parts, schema: info.schema });
  const loaderOf = (level: LevelPlan, scope: LevelScope) => {
    const known = loaders.get(level);
    if (known) return known;
    const loader = new DataLoader<string, ReadRow | null>(
      async (ids) => {
        const found = await readByIds(level, ids, scope);
        await readBelow(level, [...found.values()], scope);
        return ids.map((id) => found.get(id) ?? null);
      },
      { maxBatchSize: 1000 },
    );
    loaders.set(level, loader);
    return loader;
  };
  const touching = new Map<unknown, ReturnType<typeof touchedLoader>>();
  const touchingOf = (noun: ReadNoun, found: Touching['found']) => {
    const by = found ?? noun;
    const known = touching.get(by) ?? touchedLoader(noun, found, parts);
    touching.set(by, known);
    return known;
  };
  return {
    query: parts.query,
    actor: parts.actor,
    now: parts.now,
    async list(noun, args, info) {
      const scope = scopeOf(info);
      const { level, wants } = listPlanOf(noun, info);
      const [connection, aggregates] = await Promise.all([
        readList({ level, args, scope }, wants),
        readAggregates(wants, args, null, scope),
      ]);
      await readBelow(level, connection.nodes, scope);
      return aggregates ? { ...connection, $e: aggregates('') } : connection;
    },
    aggregate: (noun, args, info) =>
      readAggregate({ plan: aggregatePlanOf(noun, info), args, scope: scopeOf(info) }),
    load: (noun, id, info) => loaderOf(rowPlanOf(noun, info), scopeOf(info)).load(id),
    find: (noun, by) => findId(noun, by, parts),
    findAll: (noun, keys) => findIds(noun, keys, parts),
    scope: (schema) => ({ ...parts, schema }),
    sees: (noun, id) => isSeen(noun, id, parts),
    touched: (noun, { documents, found, where }) =>
      where == null
        ? touchingOf(noun, found).load(documents)
        : readTouched(noun, { documents, found, where }, parts),
    newest: (noun, asked) => readNewest(noun, asked, parts),
    tryWhere: (noun, where) => tryWhere(noun, where, parts),
  };
}
