import type { ExecutionResult } from 'graphql';
import { isRefused, type Prepared, type Refused } from './prepare.js';

/** An operation, and how it ended. */
export interface OperationDone {
  /** Null for one without a name, or that was refused before it had one. */
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription' | 'unknown';
  readonly outcome: 'done' | 'errors' | 'refused';
  readonly seconds: number;
}

export function doneOf(
  prepared: Prepared | Refused,
  { errors, data }: ExecutionResult,
  seconds: number,
): OperationDone {
  if (isRefused(prepared)) return { name: null, kind: 'unknown', outcome: 'refused', seconds };
  const { name, operation: kind } = prepared.operation;
  const outcome = errors === undefined ? 'done' : data === undefined ? 'refused' : 'errors';
  return { name: name?.value ?? null, kind, outcome, seconds };
}
