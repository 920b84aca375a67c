import { sql, type Insertable } from 'kysely';
import type { DB } from '../../prisma/generated/types.js';
import type { Decimal } from '../kernel/index.js';
import { writeLater, type Tx } from '../events/index.js';

/** How far a stock level moves. */
export interface LevelStep {
  readonly id: string;
  readonly onHand: Decimal;
  readonly reserved: Decimal;
}

/** How far an item's valuation moves. */
export interface ValuationStep {
  readonly id: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** What a reservation holds less from now on. */
export interface ReservationStep {
  readonly id: string;
  readonly quantity: Decimal;
}

/** How far what is left of a receipt's layer moves. */
export interface LayerStep {
  readonly id: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** All that one step of a business action writes of stock. A row may be moved by several steps. */
export interface StockChanges {
  readonly moves?: readonly Insertable<DB['StockMove']>[];
  readonly layers?: readonly Insertable<DB['ValuationLayer']>[];
  readonly consumptions?: readonly Insertable<DB['LayerConsumption']>[];
  readonly layerSteps?: readonly LayerStep[];
  readonly levelSteps?: readonly LevelStep[];
  readonly reservationSteps?: readonly ReservationStep[];
  readonly valuationSteps?: readonly ValuationStep[];
}

const text = (rows: readonly object[] = []) => JSON.stringify(rows);

/**
 * Writes moves, layers and what they took of earlier layers, and moves the levels, reservations and
 * valuations, which are locked already: one statement with one text, whatever is written.
 */
export function writeStock(tx: Tx, changes: StockChanges): void {
  const { moves, layers, consumptions, layerSteps, levelSteps } = changes;
  const { reservationSteps, valuationSteps } = changes;
  const writing = sql`
    with moved as (
      insert into "StockMove" select * from json_populate_recordset(null::"StockMove",
        ${text(moves)}::json)
    ), layered as (
      insert into "ValuationLayer" select * from json_populate_recordset(null::"ValuationLayer",
        ${text(layers)}::json)
    ), consumed as (
      insert into "LayerConsumption" select * from json_populate_recordset(
        null::"LayerConsumption", ${text(consumptions)}::json)
    ), lessened as (
      update "ValuationLayer" l set "remainingQuantity" = l."remainingQuantity" + d.quantity,
        "remainingValue" = l."remainingValue" + d.value
      from (
        select id, sum(quantity) as quantity, sum(value) as value
        from json_to_recordset(${text(layerSteps)}::json)
          as step(id uuid, quantity numeric, value numeric) group by id
      ) d where l."id" = d.id
    ), carried as (
      update "StockLevel" s set "onHand" = s."onHand" + d.on_hand,
        "reserved" = s."reserved" + d.reserved, "updatedAt" = ${tx.now}
      from (
        select id, sum("onHand") as on_hand, sum(reserved) as reserved
        from json_to_recordset(${text(levelSteps)}::json)
          as step(id uuid, "onHand" numeric, reserved numeric) group by id
      ) d where s."id" = d.id
    ), freed as (
      update "Reservation" r set "quantity" = r."quantity" - d.quantity, "updatedAt" = ${tx.now}
      from (
        select id, sum(quantity) as quantity
        from json_to_recordset(${text(reservationSteps)}::json)
          as step(id uuid, quantity numeric) group by id
      ) d where r."id" = d.id
    )
    update "ItemValuation" v set "quantity" = v."quantity" + d.quantity,
      "value" = v."value" + d.value, "updatedAt" = ${tx.now}
    from (
      select id, sum(quantity) as quantity, sum(value) as value
      from json_to_recordset(${text(valuationSteps)}::json)
        as step(id uuid, quantity numeric, value numeric) group by id
    ) d where v."id" = d.id
  `;
  writeLater(tx, writing);
}
