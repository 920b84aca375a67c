import { ZERO, mustSee, type Decimal } from '../kernel/index.js';
import { landed, type Tx } from '../events/index.js';
import { writeMovements } from './movement.service.js';
import type { DocumentRef } from './stored.js';
import { checkQuantities, openReservations } from './reservation.service.js';
import {
  pick,
  shortBy,
  valueLeaving,
  type Leaving,
  type Picked,
  type ShipLine,
} from './shipment.rules.js';
import { refuseShortages } from './shortage.service.js';
import { holdPlaces, lockPlaces, type PickedLevel, type Place } from './stock-level.service.js';
import { lockValuations, withLayers, type LayeredValuation } from './valuation.service.js';

export { receive, type Receipt, type Received } from './receipt.service.js';
export {
  reverseReceipts,
  type ReceiptReversal,
  type ReversedReceipt,
} from './receipt-reversal.service.js';
export {
  returnReceipts,
  type ReceiptReturn,
  type ReturnedReceipt,
  type SentBack,
} from './receipt-return.service.js';
export { revalue, type Revaluation, type Revalued } from './revaluation.service.js';

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

/** So much that left of one lot. */
export interface IssuedLot {
  readonly lotId: string;
  readonly quantity: Decimal;
}

/** What left by a line, at its cost in the company's base currency. */
export interface Issued {
  readonly lineId: string;
  readonly value: Decimal;
  readonly currency: string;
  /** What of it was reserved for the line. */
  readonly unreserved: Decimal;
  /** Which lots it was taken from; none for an item that is not kept by lots. */
  readonly lots: readonly IssuedLot[];
  readonly stockMoveIds: readonly string[];
}

/**
 * Locks what lies of items in warehouses, in the one order of all stock rows: for a verb that takes
 * them in several steps, which would lock them in another order. One statement, which nobody waits
 * for: whatever is sent after it finds them locked.
 */
export function hold(
  tx: Tx,
  { companyId, places }: { readonly companyId: string; readonly places: readonly Place[] },
): void {
  mustSee(tx.actor, companyId);
  if (places.length > 0) holdPlaces(tx, companyId, places);
}

/** What there is and what it is worth, locked in that order by one flight. */
async function gather(tx: Tx, { companyId, lines }: Issue) {
  const lineIds = [...new Set(lines.map(({ reservationLineId }) => reservationLineId))];
  const leaves = lines.map(({ itemId, quantity }) => ({ companyId, itemId, quantity }));
  const [levels, reservations, valuations] = await landed([
    lockPlaces(tx, companyId, lines),
    openReservations(tx, companyId, lineIds),
    lockValuations(tx, leaves),
  ]);
  return { levels, valuations, leaves, picked: pick(lines, levels, reservations) };
}

async function refuseShort(tx: Tx, companyId: string, picked: readonly Picked[]): Promise<void> {
  const shortages = picked.flatMap((one, index) =>
    shortBy(one).isZero()
      ? []
      : [{ ...one.line, index, requested: one.line.quantity, available: one.available }],
  );
  await refuseShortages(tx, companyId, shortages);
}

interface Told {
  readonly value: Decimal;
  readonly unreserved: Decimal;
  readonly lots: Map<string, Decimal>;
  readonly stockMoveIds: string[];
}

/** What leaves, as it is told, by line. */
function issuedBy(
  leaving: readonly Leaving[],
  moveIds: readonly string[],
  levelOf: (leaving: Leaving) => PickedLevel,
): Map<string, Omit<Issued, 'lineId' | 'currency'>> {
  const told = new Map<string, Told>();
  leaving.forEach((one, index) => {
    const nothing: Told = { value: ZERO, unreserved: ZERO, lots: new Map(), stockMoveIds: [] };
    const known = told.get(one.lineId) ?? nothing;
    const { lotId } = levelOf(one);
    if (lotId !== null) known.lots.set(lotId, one.quantity.add(known.lots.get(lotId) ?? ZERO));
    known.stockMoveIds.push(moveIds[index]!);
    const unreserved = known.unreserved.add(one.unreserved);
    told.set(one.lineId, { ...known, unreserved, value: known.value.add(one.value) });
  });
  return new Map(
    [...told].map(([lineId, { lots, ...rest }]) => [
      lineId,
      { ...rest, lots: [...lots].map(([lotId, quantity]) => ({ lotId, quantity })) },
    ]),
  );
}

/** Writes what leaves. One statement; answers the moves' ids. */
function write(
  tx: Tx,
  { kind, document, postedOn }: Issue,
  leaving: readonly Leaving[],
  around: {
    readonly levelOf: (leaving: Leaving) => PickedLevel;
    readonly valuations: readonly LayeredValuation[];
    readonly picked: readonly Picked[];
  },
): string[] {
  const valuationOf = new Map(around.valuations.map((one) => [one.itemId, one]));
  const movements = leaving.map((one) => ({
    ...{ kind, postedOn, lineId: one.lineId, document: one.document ?? document },
    level: around.levelOf(one),
    valuation: valuationOf.get(one.itemId)!,
    quantity: one.quantity.neg(),
    // Adding zero turns the negative zero of what is worth nothing into zero.
    value: one.value.neg().add(ZERO),
    unreserved: one.unreserved,
    consumed: one.consumed,
  }));
  const held = around.picked.flatMap(({ fromReserved }) => fromReserved);
  const steps = held.map(({ reservationId: id, quantity }) => ({ id, quantity }));
  return writeMovements(tx, movements, steps);
}

/**
 * Takes goods off stock: what is reserved for a line first, then free stock, by lot the one that
 * goes off first; valued one line after the other. Answers for each line, in order, its cost in
 * base currency and its lots. Four statements, five where something is kept by FIFO. NotFound for a
 * hidden company; every short line as InsufficientStock at its quantity.
 */
export async function issue(tx: Tx, input: Issue): Promise<Issued[]> {
  const { companyId, lines } = input;
  mustSee(tx.actor, companyId);
  checkQuantities(lines);
  if (lines.length === 0) return [];
  const { levels, picked, leaves, ...locked } = await gather(tx, input);
  await refuseShort(tx, companyId, picked);
  const valuations = await withLayers(tx, locked.valuations, leaves);
  const leaving = valueLeaving(picked, valuations);
  const levelById = new Map(levels.map((level) => [level.id, level]));
  const levelOf = ({ levelId }: Leaving) => levelById.get(levelId)!;
  const moveIds = write(tx, input, leaving, { levelOf, valuations, picked });
  const told = issuedBy(leaving, moveIds, levelOf);
  const currencies = new Map(valuations.map(({ itemId, currency }) => [itemId, currency]));
  return lines.map(({ lineId, itemId }) => {
    const nothing = { value: ZERO, unreserved: ZERO, lots: [], stockMoveIds: [] };
    const own = told.get(lineId) ?? nothing;
    return { lineId, currency: currencies.get(itemId) ?? '', ...own };
  });
}
