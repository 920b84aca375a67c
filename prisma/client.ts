import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { CustomTypesConfig } from 'pg';
import type { DB } from './generated/types.js';

/** One statement on its way to a connection. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly types: CustomTypesConfig;
  readonly rowMode?: 'array';
  /** The name it is prepared under; null for a text that is never prepared. */
  readonly name?: string | null;
}

export interface SentAnswer {
  readonly rows: unknown[];
  readonly rowCount: number | null;
  readonly command: string;
}

export type Send = (statement: SentStatement) => Promise<SentAnswer>;

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Kysely's view of a connection: it compiles, we send. */
function connectionOver(send: Send, types: CustomTypesConfig): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const answer = await send({ text: sql, values: parameters, types });
      const rows = answer.rows as R[];
      if (!CHANGING.has(answer.command)) return { rows };
      return { rows, numAffectedRows: BigInt(answer.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('Reads are bounded and are not streamed.');
    },
  };
}

const ours = (): Promise<void> =>
  Promise.reject(new Error('Transactions are begun by the one who holds the session.'));

function driverOver(connection: DatabaseConnection): Driver {
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
    beginTransaction: ours,
    commitTransaction: ours,
    rollbackTransaction: ours,
    destroy: () => Promise.resolve(),
  };
}

/** A Kysely, typed from the Prisma schema, that sends by `send` and parses by `types`. */
export function kyselyOver(send: Send, types: CustomTypesConfig): Kysely<DB> {
  const driver = driverOver(connectionOver(send, types));
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<DB>({ dialect });
}
