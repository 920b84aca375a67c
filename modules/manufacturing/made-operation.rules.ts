import type { Decimal } from '../kernel/index.js';
import { scaled, unscaled } from './scaled.rules.js';

/** An operation of an effective routing with the rates of the day, numbers as text. */
export interface StoredOperation {
  readonly itemId: string;
  readonly routingId: string;
  /** Null for a routing without operations. */
  readonly position: number | null;
  readonly name: string;
  readonly workCenterId: string;
  /** The work center's own. */
  readonly calendarId: string | null;
  readonly setupMinutes: string;
  readonly runMinutes: string;
  readonly queueMinutes: string;
  readonly moveMinutes: string;
  readonly efficiencyPercent: string;
  readonly labourRate: string;
  readonly machineRate: string;
  readonly overheadRate: string;
}

/** An operation as a work order takes it: minutes, and what an hour costs on the day. */
export interface MadeOperation {
  /** 10, 20, 30 …: the order in which they are done. */
  readonly position: number;
  readonly name: string;
  readonly workCenterId: string;
  /** The work center's own; none means the company's. */
  readonly calendarId: string | null;
  readonly setupMinutes: Decimal;
  /** For one good stock unit of the product. */
  readonly runMinutes: Decimal;
  readonly queueMinutes: Decimal;
  readonly moveMinutes: Decimal;
  /** How much of an hour the work center makes good; minutes are said at 100. */
  readonly efficiencyPercent: Decimal;
  readonly labourRate: Decimal;
  readonly machineRate: Decimal;
  readonly overheadRate: Decimal;
}

/** Operations by the item that is made, in their order. */
export function operationsByItem(
  operations: readonly StoredOperation[],
): Map<string, StoredOperation[]> {
  const byItem = new Map<string, StoredOperation[]>();
  for (const one of operations) {
    const own = byItem.get(one.itemId);
    if (own) own.push(one);
    else byItem.set(one.itemId, [one]);
  }
  return byItem;
}

/** An operation in the numbers that the rest of the house knows; none of a routing without any. */
export const madeOperation = (one: StoredOperation): MadeOperation[] =>
  one.position === null
    ? []
    : [
        {
          position: one.position,
          name: one.name,
          workCenterId: one.workCenterId,
          calendarId: one.calendarId,
          setupMinutes: unscaled(scaled(one.setupMinutes)),
          runMinutes: unscaled(scaled(one.runMinutes)),
          queueMinutes: unscaled(scaled(one.queueMinutes)),
          moveMinutes: unscaled(scaled(one.moveMinutes)),
          efficiencyPercent: unscaled(scaled(one.efficiencyPercent)),
          labourRate: unscaled(scaled(one.labourRate)),
          machineRate: unscaled(scaled(one.machineRate)),
          overheadRate: unscaled(scaled(one.overheadRate)),
        },
      ];
