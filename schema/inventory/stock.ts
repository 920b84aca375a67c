import { choice, choices, date, instant, money, quantity, text } from '../columns.js';
import { archivable, versioned } from '../common.js';
import { livesBy } from '../live.js';
import { computed, edge, edgeToAny, noun, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { Quantity } from '../values.js';
import { Item } from './item.js';

export const Warehouse = noun('Warehouse', {
  description: 'A place of a company where stock is kept.',
  permission: 'inventory.warehouse.read',
  company: 'companyId',
  lookups: { code: true },
  columns: {
    ...versioned,
    ...archivable,
    code: text('The code, unique in its company.'),
    name: text('The name of the warehouse.'),
  },
});

export const Bin = noun('Bin', {
  description: 'A place in a warehouse; the smallest for which stock is told.',
  permission: 'inventory.bin.read',
  company: 'companyId',
  columns: {
    ...versioned,
    ...archivable,
    code: text('The code, unique in its warehouse.'),
  },
});

export const StockStatus = choices('StockStatus', 'What stock may be used for.', {
  AVAILABLE: 'It may be sold and used.',
  QUALITY_HOLD: 'It waits for a decision about its quality.',
  BLOCKED: 'It may not be used.',
  CONSIGNED: 'It lies here and belongs to somebody else.',
});

export const StockLevel = noun('StockLevel', {
  description: 'What lies in a bin: the sum of its moves.',
  permission: 'inventory.stockLevel.read',
  company: 'companyId',
  columns: {
    status: choice(StockStatus, 'What it may be used for.'),
    onHand: quantity('What is there.', 'unit'),
    reserved: quantity('What of it is promised to documents.', 'unit'),
    updatedAt: instant('When it was changed last.'),
  },
});

export const MoveKind = choices('StockMoveKind', 'Why stock moved.', {
  OPENING: 'It was taken on when the company began.',
  SHIPMENT: 'It was sent to a customer.',
  SHIPMENT_REVERSAL: 'A shipment was undone.',
  RECEIPT: 'It came from a supplier.',
  RECEIPT_REVERSAL: 'A receipt was undone.',
  ISSUE: 'It went into a work order.',
  ISSUE_RETURN: 'It came back out of a work order.',
  COMPLETION: 'It was made.',
  COMPLETION_REVERSAL: 'A completion was undone.',
  TRANSFER: 'It was carried from place to place.',
  COUNT: 'A count found another quantity.',
  CUSTOMER_RETURN: 'A customer sent it back.',
  SUPPLIER_RETURN: 'It was sent back to its supplier.',
  ADJUSTMENT: 'It was put right by hand.',
});

export const StockMove = noun('StockMove', {
  description: 'A fact: so much of an item came into a bin or, when negative, left it.',
  permission: 'inventory.stockMove.read',
  company: 'companyId',
  columns: {
    kind: choice(MoveKind, 'Why it moved.'),
    status: choice(StockStatus, 'What it may be used for.'),
    quantity: quantity('How much came, or left.', 'unit'),
    value: money("What it is worth in the company's base currency.", 'currency', {
      permission: 'inventory.valuation.read',
    }),
    postedOn: date('The business day of the move.'),
    documentType: text('The noun by which it moved.'),
    createdAt: instant('When it was entered.'),
  },
});

export const Reservation = noun('Reservation', {
  description: "Stock that is promised to a document's line.",
  permission: 'inventory.reservation.read',
  company: 'companyId',
  columns: {
    quantity: quantity('What is still reserved.', 'unit'),
    documentType: text('The noun it is promised to.'),
    createdAt: instant('When it was reserved first.'),
    updatedAt: instant('When it was changed last.'),
  },
});

export const StockOpening = noun('StockOpening', {
  description: 'The voucher by which stock is taken on when a company begins.',
  permission: 'inventory.stockOpening.read',
  company: 'companyId',
  lookups: { number: true, refs: true },
  columns: {
    ...versioned,
    number: text('The number, from the series of its company.'),
    quantity: quantity('How much was taken on.', 'unit'),
    unitCost: money('What one stock unit cost.', 'currency'),
    value: money('What the whole is worth.', 'currency'),
    postedOn: date('The business day of the opening.'),
  },
});

computed(StockLevel, 'available', {
  description: 'What is on hand and not reserved; nothing of what may not be used.',
  type: Quantity,
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const answer = await reader.query({
      text: `select id, case status when 'AVAILABLE' then "onHand" - reserved else 0::numeric end, unit
             from "StockLevel" where id = any($1::uuid[])`,
      values: [rows.map((row) => row.id)],
    });
    const byId = new Map(answer.rows.map(([id, value, unit]) => [id, { value, unit }]));
    return rows.map((row) => byId.get(row.id));
  },
});

const ofItem: [Noun, string, string][] = [
  [StockLevel, 'stockLevels', 'Where it lies.'],
  [StockMove, 'stockMoves', 'How it came and left.'],
  [Reservation, 'reservations', 'To what it is promised.'],
  [StockOpening, 'stockOpenings', 'How it was taken on.'],
];
for (const [noun, field, description] of ofItem) {
  edge(noun, 'item', { to: Item, by: 'itemId', description: 'The item.' });
  edge(Item, field, { to: noun, many: true, by: 'itemId', description });
}
for (const noun of [Warehouse, Bin, StockLevel, StockMove, Reservation, StockOpening])
  edge(noun, 'company', { to: Company, by: 'companyId', description: 'The company.' });
for (const noun of [Bin, StockLevel, StockMove, StockOpening])
  edge(noun, 'warehouse', { to: Warehouse, by: 'warehouseId', description: 'The warehouse.' });
for (const noun of [StockLevel, StockMove, StockOpening])
  edge(noun, 'bin', { to: Bin, by: 'binId', description: 'The bin.' });

edge(Warehouse, 'bins', {
  to: Bin,
  many: true,
  by: 'warehouseId',
  description: 'The places in it.',
});
edge(Company, 'warehouses', {
  to: Warehouse,
  many: true,
  by: 'companyId',
  description: 'Where it keeps its stock.',
});
edge(Bin, 'stockLevels', {
  to: StockLevel,
  many: true,
  by: 'binId',
  description: 'What lies there.',
});
edge(Reservation, 'stockLevel', {
  to: StockLevel,
  by: 'stockLevelId',
  description: 'The stock that is promised.',
});
edge(StockLevel, 'reservations', {
  to: Reservation,
  many: true,
  by: 'stockLevelId',
  description: 'To what it is promised.',
});
edge(Bin, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'binId',
  description: 'How goods came there and left.',
});
edge(StockMove, 'reversalOf', {
  to: StockMove,
  by: 'reversalOfId',
  description: 'The move that it undoes; null for any other.',
});
edge(StockMove, 'reversedBy', {
  to: StockMove,
  many: true,
  by: 'reversalOfId',
  description: 'The move that undid it.',
});
for (const noun of [StockMove, Reservation])
  edgeToAny(noun, 'document', {
    nounColumn: 'documentType',
    by: 'documentId',
    description: 'The document it belongs to.',
  });

// A level has no facts of its own: it is moved and promised by documents, in the instant of their
// facts.
livesBy(StockLevel, {
  field: 'stockChanged',
  description:
    'Follows stock: each level that matches is told once a document moved, reserved or freed some ' +
    'of it.',
  toldBy: [
    ...['Delivery', 'GoodsReceipt', 'SalesOrder', 'SalesReturn', 'StockCount', 'StockOpening'],
    ...['StockTransfer', 'WorkOrder'],
  ],
  found: (documents) => `select document."n", l."id" from ${documents}
    join "StockMove" m on m."documentId" = document."id" and m."createdAt" = document."at"
    join "StockLevel" l on l."companyId" = m."companyId" and l."itemId" = m."itemId"
      and l."binId" = m."binId" and l."status" = m."status" and l."lotId" is not distinct from m."lotId"
    union select document."n", r."stockLevelId" from ${documents}
    join "Reservation" r on r."documentId" = document."id" and r."updatedAt" = document."at"`,
});
