import { expect } from 'vitest';
import type { GraphQLError } from 'graphql';
import type { Feed, Together, Transact } from '../../../modules/events/index.js';
import type { Actor } from '../../../modules/kernel/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import type { Database } from '../../../prisma/database.js';
import { createReader } from '../../../prisma/reader/index.js';
import { graph } from '../../../resolvers/graph.js';
import { nounNamed } from '../../../schema/noun.js';
import { createDocuments } from '../../../server/documents.js';
import { costLimits, createAdmission } from '../../../server/admission.js';
import { createExecutor, type Form } from '../../../server/executor.js';
import type { Execution } from '../../../server/prepare.js';
import { writtenText } from '../../../server/written.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { companyId, fill } from './stocked.js';

export interface Answer {
  readonly data: Node;
  readonly errors: readonly GraphQLError[];
  /** The statements it took. */
  readonly texts: readonly string[];
  /** Whether the store wrote the text of it. */
  readonly isWritten: boolean;
}

type Text = 'id' | 'code' | 'number' | 'city' | 'category';
type Way =
  | ('addresses' | 'companies' | 'company' | 'customer' | 'customers' | 'document' | 'fixed')
  | ('items' | 'north' | 'salesOrders' | 'south' | 'stockLevels' | 'stockMoves' | 'terms')
  | 'warehouses';

/** A place in an answer: what a test selected is there. */
export type Node = { readonly [K in Text]?: string | null } & { readonly [K in Way]?: Node } & {
  readonly nodes?: readonly Node[];
  readonly edges?: readonly { readonly cursor: string }[];
  readonly totalCount?: number;
  readonly salesOrdersAggregate?: readonly Group[];
  readonly pageInfo?: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/** A group of an answer. */
export interface Group {
  readonly cursor: string;
  readonly count: number;
  readonly by: Readonly<Record<string, unknown>>;
  readonly [measure: string]: unknown;
}

interface Asking {
  readonly variables?: Record<string, unknown>;
  readonly actor?: Actor;
  readonly execution?: Execution;
  /** Values unless told, and then the text that the store may write is compared with them. */
  readonly form?: Form;
}

/** Reads from a filled database through the graph as it is served, without a door. */
export interface Reading {
  readonly database: Database;
  read(query: string, asking?: Asking): Promise<Answer>;
  close(): Promise<void>;
}

export const everyone: Actor = actorWith(allPermissions);

/** May do everything, in the first company only. */
export const limited: Actor = actorWith(allPermissions, [companyId(1)]);

export const without = (...permissions: string[]): Actor =>
  actorWith(allPermissions.filter((one) => !permissions.includes(one)));

const transact: Transact = () => Promise.reject(new Error('Only reads are tested here.'));
const together: Together = () => Promise.reject(new Error('Only reads are tested here.'));

export async function openReading(filled: typeof fill = fill): Promise<Reading> {
  const database = await openTestDatabase();
  await filled(database);
  const documents = (execution: Execution) => createDocuments({ schema: graph, execution });
  const kept = { compiled: documents('compiled'), interpreted: documents('interpreted') };
  const executor = createExecutor({
    documents: kept.compiled,
    // What may be asked at once is not what is tested here.
    admission: createAdmission({ ...costLimits, max: 1e12, capacity: 1e12 }),
    ...{ database, transact, together, feed: {} as Feed },
    clock: () => new Date('2026-03-02T09:00:00Z'),
    readerOf: (request) => createReader({ ...request, nounNamed }),
    report: (error) => {
      throw error;
    },
    checkPayload: () => () => null,
  });
  return {
    database,
    close: () => database.close(),
    async read(query, asking = {}) {
      const { variables = {}, actor = everyone, execution = 'compiled', form } = asking;
      const prepared = kept[execution].prepareText(query, null, actor.permissions);
      const caller = {
        actor,
        requestId: 'reading-test',
        locale: 'en',
        app: null,
        idempotencyKey: null,
      };
      const ask = async (asked: Form): Promise<Answer> => {
        const run = () => executor.execute(prepared, caller, variables, asked);
        const { value, texts } = await database.statements.during(run);
        const { data, errors = [] } = value;
        const written = writtenText(data);
        // As the caller gets it: records without prototypes and typed scalars become plain JSON.
        const plain = JSON.parse(written ?? JSON.stringify(data ?? null)) as Node;
        return { data: plain, errors, texts, isWritten: written !== undefined };
      };
      if (form) return ask(form);
      const answer = await ask('values');
      // Whatever these tests ask, the store's own text of it says the same.
      const text = await ask('text');
      if (text.isWritten) expect(JSON.stringify(text.data)).toBe(JSON.stringify(answer.data));
      else expect(codes(text)).toEqual(codes(answer));
      return answer;
    },
  };
}

/** The codes of an answer's errors. */
export const codes = ({ errors }: Answer): unknown[] =>
  errors.map(({ extensions }) => extensions.code);
