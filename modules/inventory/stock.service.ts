import { ZERO, mustSee, type Decimal } from '../kernel/index.js';
import { insertAll, type Tx } from '../events/index.js';
import {
  checkQuantities,
  openReservations,
  reduceReservations,
  type DocumentRef,
} from './reservation.service.js';
import {
  pick,
  shortBy,
  sumBy,
  valueLeaving,
  type Leaving,
  type Picked,
  type ShipLine,
} from './shipment.rules.js';
import { refuseShortages } from './shortage.service.js';
import { lockPlaces, moveLevels, type StockLevel } from './stock-level.service.js';
export { receive, type Receipt, type Received } from './receipt.service.js';
import { remainingOf } from './valuation.rules.js';
import { lockValuations, moveValuations, type Valuation } from './valuation.service.js';

export interface Issue {
  readonly companyId: string;
  /** Why the goods leave: to a customer, or into a work order. */
  readonly kind: 'SHIPMENT' | 'ISSUE';
  readonly document: DocumentRef;
  /** The day on which the goods leave the books. */
  readonly postedOn: string;
  /** Quantities in stock units. */
  readonly lines: readonly ShipLine[];
}

/** What left by a line, at its cost in the company's base currency. */
export interface Issued {
  readonly lineId: string;
  readonly value: Decimal;
  readonly currency: string;
}

async function gather(tx: Tx, { companyId, lines }: Issue) {
  const levels = await lockPlaces(tx, companyId, lines);
  const lineIds = [...new Set(lines.map(({ reservationLineId }) => reservationLineId))];
  const reservations = await openReservations(tx, companyId, lineIds);
  return { levels, picked: pick(lines, levels, reservations) };
}

async function refuseShort(tx: Tx, companyId: string, picked: readonly Picked[]): Promise<void> {
  const shortages = picked.flatMap((one, index) =>
    shortBy(one).isZero()
      ? []
      : [{ ...one.line, index, requested: one.line.quantity, available: one.available }],
  );
  await refuseShortages(tx, companyId, shortages);
}

/** Takes goods off the places and reservations they leave. Two statements. */
async function empty(tx: Tx, picked: readonly Picked[]): Promise<void> {
  const steps = picked.flatMap(({ fromReserved, fromFree }) => [
    ...fromReserved.map(({ levelId: id, quantity }) => {
      return { id, onHand: quantity.neg(), reserved: quantity.neg() };
    }),
    ...fromFree.map(({ levelId: id, quantity }) => {
      return { id, onHand: quantity.neg(), reserved: ZERO };
    }),
  ]);
  await moveLevels(tx, steps);
  const held = picked.flatMap(({ fromReserved }) => fromReserved);
  await reduceReservations(
    tx,
    held.map(({ reservationId: id, quantity }) => ({ id, quantity })),
  );
}

/**
 * Writes the moves and layers of what leaves, and takes it off the valuations. Three statements.
 */
async function record(
  tx: Tx,
  { companyId, kind, document, postedOn }: Issue,
  leaving: readonly Leaving[],
  around: { readonly levels: readonly StockLevel[]; readonly valuations: readonly Valuation[] },
): Promise<void> {
  const levels = new Map(around.levels.map((level) => [level.id, level]));
  const pools = new Map(around.valuations.map((valuation) => [valuation.itemId, valuation]));
  const moves = leaving.map(({ lineId, itemId, levelId, quantity, value }) => {
    const { warehouseId, binId, lotId, status, unit } = levels.get(levelId)!;
    const { currency } = pools.get(itemId)!;
    return {
      id: tx.newId(),
      ...{ companyId, itemId, warehouseId, binId, lotId, status, unit, currency, postedOn, lineId },
      kind,
      quantity: quantity.neg(),
      // Adding zero turns the negative zero of what is worth nothing into zero.
      value: value.neg().add(ZERO),
      documentType: document.type,
      documentId: document.id,
      createdAt: tx.now,
    };
  });
  await insertAll(tx, 'StockMove', moves);
  const layers = moves.map(({ id: stockMoveId, itemId, quantity, value, currency }) => {
    const worth = { quantity, value, currency, postedOn, createdAt: tx.now };
    const rest = remainingOf(pools.get(itemId)!.method);
    const remaining = { remainingQuantity: rest.quantity, remainingValue: rest.value };
    return { id: tx.newId(), companyId, itemId, stockMoveId, ...worth, ...remaining };
  });
  await insertAll(tx, 'ValuationLayer', layers);
  const steps = moves.map(({ itemId, quantity, value }) => {
    return { id: pools.get(itemId)!.id, quantity, value };
  });
  await moveValuations(tx, steps);
}

/**
 * Takes goods off stock: what is reserved for a line first, then free stock, valued one line after the
 * other. Answers for each line, in order, its cost in base currency. Eight statements. NotFound
 * for a hidden company; every short line as InsufficientStock at its quantity.
 */
export async function issue(tx: Tx, input: Issue): Promise<Issued[]> {
  const { companyId, lines } = input;
  mustSee(tx.actor, companyId);
  checkQuantities(lines);
  if (lines.length === 0) return [];
  const { levels, picked } = await gather(tx, input);
  await refuseShort(tx, companyId, picked);
  const valued = lines.map(({ itemId }) => ({ companyId, itemId }));
  const valuations = await lockValuations(tx, valued);
  const leaving = valueLeaving(picked, valuations);
  await empty(tx, picked);
  await record(tx, input, leaving, { levels, valuations });
  const values = sumBy(
    leaving,
    ({ lineId }) => lineId,
    ({ value }) => value,
  );
  const currencies = new Map(valuations.map(({ itemId, currency }) => [itemId, currency]));
  return lines.map(({ lineId, itemId }) => {
    return { lineId, value: values.get(lineId) ?? ZERO, currency: currencies.get(itemId) ?? '' };
  });
}
