import {
  createTogether,
  createTransact,
  type Together,
  type Transact,
  type TransactRequest,
  type Tx,
} from '../../modules/events/index.js';
import type { Database } from '../../prisma/database.js';
import { renameRole } from './roles.js';

/** The ways to write to a database. */
export interface Ways {
  readonly transact: Transact;
  readonly together: Together;
}

export const waysTo = (database: Database, afterCommit?: () => void): Ways => {
  const parts = { database, hearings: [], ...(afterCommit && { afterCommit }) };
  return { transact: createTransact(parts), together: createTogether(parts) };
};

/** Verbs that share a transaction, and answer whether each was done; kept when all were. */
export const doing =
  ({ transact, together }: Ways, deadlineMs?: number) =>
  (...verbs: (readonly [TransactRequest, (tx: Tx) => Promise<{ roleId?: string }>])[]) =>
    together({ isTrial: false, ...(deadlineMs && { deadlineMs }) }, async (shared) => {
      const outcomes = [];
      for (const [request, work] of verbs)
        outcomes.push(await transact({ ...request, shared }, work));
      return { result: outcomes, isKept: outcomes.every(({ answer }) => answer !== null) };
    });

/** The verb that renames a role. */
export const renaming = (id: string, name: string) => async (tx: Tx) => {
  await renameRole(tx, id, name);
  return {};
};
