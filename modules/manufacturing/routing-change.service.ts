import { nextVersion, throwAll, type Tx } from '../events/index.js';
import { inField, localDateAt, newReasons, next } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { routingRetired } from './events.js';
import { optionalDay } from './product-data.checks.rules.js';
import { endOf } from './product-data.revision.rules.js';
import { operationsOfRoutings } from './routing-release.service.js';
import { write, type Routing } from './routing-write.service.js';
import {
  cleanDays,
  cleanOperations,
  routingLifecycle,
  type OperationInput,
} from './routing.rules.js';
import { getMany as workCenters } from './work-center.queries.js';
import { forgetProducts } from './product-data.memory.js';

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** Absent keeps, null clears. `operations` are all operations. */
export interface RoutingChange extends Versioned {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly operations?: readonly OperationInput[] | null;
}

/** Changes a draft. NotFound, StaleVersion, TransitionRefused, and refusals by field. */
export async function change(tx: Tx, input: RoutingChange): Promise<Routing> {
  const before = await tx.lock('Routing', input.id, input.expectedVersion);
  next(routingLifecycle, before.status, 'change');
  const given = input.operations ?? (await operationsOfRoutings(tx, [before.id]));
  const centers = await workCenters(
    tx,
    given.map((one) => one.workCenterId),
  );
  const all = newReasons();
  const { validFrom = before.validFrom, validTo = before.validTo } = input;
  const days = cleanDays({ validFrom, validTo }, all);
  const operations = cleanOperations(before.companyId, given, centers, all);
  if (all.list.length > 0) return throwAll(all.list);
  const header = { ...before, ...days };
  const plan = { id: before.id, before, header, operations, refs: [], isReleased: false };
  return (await write(tx, [plan])).get(before.id)!;
}

/**
 * Takes a routing out of use from a day on, today unless told. What was never released never
 * counts. NotFound, StaleVersion, TransitionRefused.
 */
export async function retire(
  tx: Tx,
  { id, expectedVersion, on }: Versioned & { readonly on?: string | null },
): Promise<Routing> {
  const before = await tx.lock('Routing', id, expectedVersion);
  const status = next(routingLifecycle, before.status, 'retire');
  const { timeZone } = await companies.get(tx, before.companyId);
  const day = inField('on', () => optionalDay(on)) ?? localDateAt(tx.now, timeZone);
  const span = endOf(before, before.status === 'RELEASED', day);
  forgetProducts(tx);
  const after = await nextVersion(tx, 'Routing', before, { status, ...span });
  tx.emit(routingRetired({ before, after, data: { itemId: before.itemId } }));
  return after;
}
