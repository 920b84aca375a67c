import {
  canonical,
  cleanText,
  type Decimal,
  InvalidInput,
  lifecycle,
  LimitExceeded,
  NotFound,
  type Reasons,
  textOrNone,
  within,
  ZERO,
} from '../kernel/index.js';
import { RoutingWithoutOperations, WorkCenterArchived } from './errors.js';
import {
  checkedMinutes,
  checkedPosition,
  checkedSpan,
  type Span,
} from './product-data.checks.rules.js';

/** What becomes of a routing. A released one that a later one follows ends, and stays released. */
export const routingLifecycle = lifecycle({
  subject: 'Routing',
  initial: 'DRAFT',
  states: {
    DRAFT: { change: 'DRAFT', release: 'RELEASED', retire: 'OBSOLETE' },
    RELEASED: { retire: 'OBSOLETE' },
    OBSOLETE: {},
  },
});

/** An operation as a caller writes it; minutes that are not said are none. */
export interface OperationInput {
  /** 10, 20, 30 … in the order of the list unless told. */
  readonly position?: number | null;
  readonly name: string;
  readonly workCenterId: string;
  readonly setupMinutes?: Decimal | null;
  /** For one good stock unit of the product, at an efficiency of 100 percent. */
  readonly runMinutes?: Decimal | null;
  readonly queueMinutes?: Decimal | null;
  readonly moveMinutes?: Decimal | null;
  readonly note?: string | null;
}

export interface OperationDraft {
  readonly position: number;
  readonly name: string;
  readonly workCenterId: string;
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
  readonly queueMinutes: Decimal;
  readonly moveMinutes: Decimal;
  readonly note: string | null;
}

/** Work centers that a routing may name, by id. */
export type KnownCenters = ReadonlyMap<
  string,
  { readonly companyId: string; readonly code: string; readonly archivedAt: Date | null }
>;

/** A routing holds no more operations. */
export const OPERATIONS_MAX = 500;

function refuseCenter(workCenterId: string, companyId: string, centers: KnownCenters): void {
  const center = centers.get(workCenterId);
  if (center?.companyId !== companyId) throw new NotFound('WorkCenter', workCenterId);
  if (center.archivedAt) throw new WorkCenterArchived(center.code);
}

const minutesOf = [
  'setupMinutes',
  'runMinutes',
  'queueMinutes',
  'moveMinutes',
] as const satisfies readonly (keyof OperationInput)[];

/** Cleans the operations of a routing; every refusal is told with the place of its operation. */
export function cleanOperations(
  companyId: string,
  operations: readonly OperationInput[],
  centers: KnownCenters,
  all: Reasons,
): OperationDraft[] {
  if (operations.length > OPERATIONS_MAX) {
    all.take(['operations'], () => {
      throw new LimitExceeded('Operations', OPERATIONS_MAX, operations.length);
    });
    return [];
  }
  const taken = new Set<number>();
  return operations.map((one, index) => {
    const own = within(all, 'operations', index);
    const position = one.position ?? (index + 1) * 10;
    own.take(['position'], () => refuseTaken(position, taken));
    own.take(['workCenterId'], () => refuseCenter(one.workCenterId, companyId, centers));
    const minutes = minutesOf.map((field) => [
      field,
      own.take([field], () => checkedMinutes(one[field] ?? ZERO)) ?? ZERO,
    ]);
    return {
      position,
      name: own.take(['name'], () => cleanText(one.name, { min: 1, max: 200 })) ?? '',
      workCenterId: one.workCenterId,
      ...(Object.fromEntries(minutes) as Record<(typeof minutesOf)[number], Decimal>),
      note: own.take(['note'], () => textOrNone(one.note, 4_000)) ?? null,
    };
  });
}

function refuseTaken(position: number, taken: Set<number>): void {
  checkedPosition(position);
  if (taken.has(position)) {
    const message = 'The position {position} is given more than once.';
    throw new InvalidInput('POSITION_REPEATED', message, { position });
  }
  taken.add(position);
}

/** Cleans the days on which a routing is to count. */
export const cleanDays = (
  input: { readonly validFrom?: string | null; readonly validTo?: string | null },
  all: Reasons,
): Span => checkedSpan(input.validFrom, input.validTo, all);

/** Refuses to release a routing by which nothing is done. */
export function refuseEmpty(revision: string, operations: readonly unknown[]): void {
  if (operations.length === 0) throw new RoutingWithoutOperations(revision);
}

/** One text for the operations of a routing, by which a change of them is seen and told. */
export function operationsText(operations: readonly OperationDraft[]): string {
  return operations
    .map((one) => {
      const minutes = minutesOf.map((field) => canonical(one[field]));
      return [one.position, one.name, one.workCenterId, ...minutes, one.note ?? ''].join(' ');
    })
    .join('\n');
}
