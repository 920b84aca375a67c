import { sql } from 'kysely';
import { Refused } from '../events/index.js';
import { isAccepted, RuleViolation, type Outcome } from '../kernel/index.js';

/** A document as the caller has read it. */
export interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface WithReason extends Versioned {
  readonly reason: string;
}

/** One text for any number of ids, so that the statement is prepared once. */
export const oneOf = (ids: readonly string[]) => sql<string>`any(${[...new Set(ids)]}::uuid[])`;

/** The steps of a change as the rows of a statement; numbers travel as text. */
export const stepsOf = (steps: readonly object[]) => sql`${JSON.stringify(steps)}::json`;

/** Groups a list by a key, in the order of first appearance. */
export function groupBy<T>(list: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}

/** Each value once, in the order of first appearance; what is absent is left out. */
export function distinct(values: readonly (string | null | undefined)[]): string[] {
  const given = values.filter((value): value is string => value !== null && value !== undefined);
  return [...new Set(given)];
}

/** Throws every reason at once; a single one as itself. */
export function throwAll(reasons: readonly RuleViolation[]): never {
  const [only, ...others] = reasons;
  throw only && others.length === 0 ? only : new Refused(reasons);
}

/** The value of an outcome; every reason against it is thrown at once. */
export function orThrow<T>(outcome: Outcome<T> | undefined): T {
  if (outcome === undefined) throw new Error('A list answered less than it was asked.');
  return isAccepted(outcome) ? outcome.ok : throwAll(outcome.refused);
}

/** What must be there: were it missing, that would be a bug and not a caller's mistake. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('Something that must exist is missing.');
  return value;
}

/** Awaits what one field of the input leads to; a refusal is told with the field. */
export async function byField<T>(field: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RuleViolation ? error.at(field) : error;
  }
}

function unplacedReason(reason: RuleViolation): RuleViolation {
  return Object.assign(reason.at(), { path: [] });
}

/**
 * Awaits a call down with lines of our own making: the places that its refusals name are not in
 * what the caller wrote, so they are left out.
 */
export async function unplaced<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refused) return throwAll(error.refusals.map(unplacedReason));
    throw error instanceof RuleViolation ? unplacedReason(error) : error;
  }
}

/** Whose document it is, as each fact of an order tells. */
export function ofSupplier({ supplierId }: { readonly supplierId: string }) {
  return { supplierId };
}

/** Which order a receipt or an invoice belongs to, as each of its facts tells. */
export function ofOrder<Order extends string | null>(document: {
  readonly supplierId: string;
  readonly purchaseOrderId: Order;
}) {
  const { supplierId, purchaseOrderId } = document;
  return { supplierId, purchaseOrderId };
}
