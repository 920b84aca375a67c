import { sql } from 'kysely';
import { ZERO, inField, mustSee, checkedQuantity, type Decimal } from '../kernel/index.js';
import { readNow, writeLater, type Row, type Tx } from '../events/index.js';
import { allot, type Allotment, type Demand } from './reservation.rules.js';
import { refuseShortages } from './shortage.service.js';
import type { DocumentRef } from './stored.js';
import { lockPlaces } from './stock-level.service.js';
import { sumBy } from './shipment.rules.js';
import { writeStock } from './stock-write.service.js';

export interface Reserve {
  readonly companyId: string;
  readonly document: DocumentRef;
  /** Quantities in stock units. */
  readonly lines: readonly Demand[];
  /** AVAILABLE takes what there is; ALL_OR_NOTHING refuses when anything is short. */
  readonly policy: 'AVAILABLE' | 'ALL_OR_NOTHING';
}

export interface Reserved {
  readonly lineId: string;
  readonly reserved: Decimal;
}

export interface Released {
  readonly lineId: string;
  readonly released: Decimal;
}

/** Refuses a quantity that cannot be, with its line. */
export function checkQuantities(lines: readonly { readonly quantity: Decimal }[]): void {
  lines.forEach(({ quantity }, index) =>
    inField('lines', () =>
      inField(index, () => inField('quantity', () => checkedQuantity(quantity))),
    ),
  );
}

/** The reservations of lines by place; what a line has there already grows. One statement. */
function writeReservations(
  tx: Tx,
  rows: readonly { document: DocumentRef; lineId: string; levelId: string; quantity: Decimal }[],
): void {
  const writing = sql`
    insert into "Reservation" ("id", "companyId", "itemId", "stockLevelId", "documentType",
      "documentId", "lineId", "quantity", "unit", "createdAt", "updatedAt")
    select r.id, s."companyId", s."itemId", s."id", r.document_type, r.document, r.line,
      r.quantity, s."unit", ${tx.now}, ${tx.now}
    from unnest(
      ${rows.map(() => tx.newId())}::uuid[], ${rows.map(({ levelId }) => levelId)}::uuid[],
      ${rows.map(({ lineId }) => lineId)}::uuid[],
      ${rows.map(({ quantity }) => quantity)}::numeric[],
      ${rows.map(({ document }) => document.type)}::text[],
      ${rows.map(({ document }) => document.id)}::uuid[]
    ) as r(id, level, line, quantity, document_type, document)
    join "StockLevel" s on s."id" = r.level
    on conflict ("lineId", "stockLevelId") do update
      set "quantity" = "Reservation"."quantity" + excluded."quantity", "updatedAt" = ${tx.now}
  `;
  writeLater(tx, writing);
}

function shortagesOf(lines: readonly Demand[], allotments: readonly Allotment[]) {
  return lines.flatMap((line, index) => {
    const available = allotments[index]?.available ?? ZERO;
    return line.mayBeShort || available.gte(line.quantity)
      ? []
      : [{ ...line, index, requested: line.quantity, available }];
  });
}

/**
 * Promises free stock to the lines of a document, bin by bin; an earlier line comes first. Answers
 * for each line, in order, what was reserved now, in stock units. Three statements. NotFound for a
 * hidden company; with ALL_OR_NOTHING every line that is short and may not be, as InsufficientStock
 * at its quantity.
 */
export async function reserve(tx: Tx, input: Reserve): Promise<Reserved[]> {
  const { companyId, document, lines, policy } = input;
  mustSee(tx.actor, companyId);
  checkQuantities(lines);
  if (lines.length === 0) return [];
  const allotments = allot(lines, await lockPlaces(tx, companyId, lines, { onlyFree: true }));
  if (policy === 'ALL_OR_NOTHING') {
    await refuseShortages(tx, companyId, shortagesOf(lines, allotments));
  }
  const rows = allotments.flatMap(({ lineId, portions }, index) => {
    const own = lines[index]?.document ?? document;
    return portions.map((portion) => ({ lineId, ...portion, document: own }));
  });
  if (rows.length > 0) {
    const levelSteps = rows.map(({ levelId: id, quantity }) => {
      return { id, onHand: ZERO, reserved: quantity };
    });
    writeStock(tx, { levelSteps });
    writeReservations(tx, rows);
  }
  return allotments.map(({ lineId, quantity }) => ({ lineId, reserved: quantity }));
}

/** The reservations of lines that still hold something; read under the locks of their places. */
export async function openReservations(
  tx: Tx,
  companyId: string,
  lineIds: readonly string[],
): Promise<Row<'Reservation'>[]> {
  // Sorted here: an order by the id tempts plans to read the table along that.
  const reading = sql<Row<'Reservation'>>`
    select * from "Reservation"
    where "lineId" = any(${lineIds}::uuid[]) and "companyId" = ${companyId} and "quantity" > 0
  `;
  const found = await readNow(tx, reading);
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Locks the places in which lines hold something, in the order of their ids. */
async function lockHeldPlaces(tx: Tx, companyId: string, lineIds: readonly string[]) {
  await sql`
    select s."id" from "StockLevel" s
    where s."companyId" = ${companyId} and s."id" in (
      select "stockLevelId" from "Reservation" where "lineId" = any(${lineIds}::uuid[])
    )
    order by s."id" for no key update of s
  `.execute(tx.db);
}

/**
 * Frees what is still reserved for lines. Answers for each line, in order, what became free, in
 * stock units; zero for a line that holds nothing. Three statements. NotFound for a hidden company.
 */
export async function release(
  tx: Tx,
  input: { readonly companyId: string; readonly lineIds: readonly string[] },
): Promise<Released[]> {
  const { companyId, lineIds } = input;
  mustSee(tx.actor, companyId);
  if (lineIds.length === 0) return [];
  await lockHeldPlaces(tx, companyId, lineIds);
  const open = await openReservations(tx, companyId, lineIds);
  if (open.length > 0) {
    const levelSteps = open.map(({ stockLevelId, quantity }) => {
      return { id: stockLevelId, onHand: ZERO, reserved: quantity.neg() };
    });
    const reservationSteps = open.map(({ id, quantity }) => ({ id, quantity }));
    writeStock(tx, { levelSteps, reservationSteps });
  }
  const sums = sumBy(
    open,
    ({ lineId }) => lineId,
    ({ quantity }) => quantity,
  );
  return lineIds.map((lineId) => ({ lineId, released: sums.get(lineId) ?? ZERO }));
}
