import { bomLifecycle, bomVerbs, counts, countsLine } from '../../modules/manufacturing/index.js';
import {
  boolean,
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  quantity,
  text,
} from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import './errors.js';

export const BomStatus = choices('BOMStatus', 'What has become of a BOM.', {
  DRAFT: 'It is being written.',
  IN_REVIEW: 'Someone looks at it before it is released.',
  RELEASED: 'It counts from its first day on.',
  SUPERSEDED: 'A later revision has taken its place from its end on.',
  OBSOLETE: 'It was taken out of use.',
});

export const Bom = noun('BOM', {
  description: 'What an item is made of: one revision of its bill of materials.',
  permission: 'manufacturing.bom.read',
  company: 'companyId',
  extensible: 'manufacturing.bom.change',
  table: 'Bom',
  lookups: { refs: true },
  document: { lifecycle: bomLifecycle, verbs: bomVerbs },
  asOf: { counted: counts, description: 'Only the revisions that count on this day.' },
  columns: {
    ...documented,
    revision: text('The name of the revision, unique for the item in the company.'),
    status: choice(BomStatus, 'What has become of it.'),
    isPhantom: boolean('Whether the product goes through into what it is part of.'),
    outputQuantity: quantity('How much of the product its lines make, in stock units.', 'unit'),
    yieldPercent: decimal('How much of what is started comes out good.'),
    validFrom: date('The first day on which it counts.', { isNullable: true }),
    validTo: date('The first day on which it no longer counts; null is open.', {
      isNullable: true,
    }),
    note: text('What more is to be said of it.', { isNullable: true }),
  },
});

export const BomLineKind = choices('BOMLineKind', 'Which way a line of a BOM goes.', {
  COMPONENT: 'It goes into the product.',
  BY_PRODUCT: 'It comes out beside the product.',
});

export const IssueMethod = choices('IssueMethod', 'How material comes to a work order.', {
  PICK: 'It is picked and issued by hand.',
  BACKFLUSH: 'It is taken off stock when work is reported.',
});

export const BomLine = noun('BOMLine', {
  description: 'A line of a BOM: a component or a by-product.',
  permission: 'manufacturing.bom.read',
  company: 'companyId',
  extensible: 'manufacturing.bom.change',
  table: 'BomLine',
  asOf: { counted: countsLine, description: 'Only the lines that count on this day.' },
  columns: {
    position: integer('Its place in the BOM, from 1.'),
    kind: choice(BomLineKind, 'Which way it goes.'),
    quantity: quantity(
      'How much for the output quantity, or once for a work order when it is fixed.',
      'unit',
    ),
    stockFactor: decimal('How many stock units of the item one unit of the line is.'),
    isFixed: boolean('Whether it is taken once for a work order, whatever is made.'),
    scrapPercent: decimal('How much of it is lost: required is quantity ÷ (1 − scrap).'),
    roundingMultiple: decimal(
      "What is required of it is rounded up to a multiple of this, in the line's unit; null for any quantity.",
      { isNullable: true },
    ),
    costSharePercent: decimal('How much of the cost a by-product bears.'),
    operation: integer('The position of the operation that takes it; null means the first.', {
      isNullable: true,
    }),
    issueMethod: choice(IssueMethod, 'How it comes to a work order.'),
    validFrom: date('The first day on which it counts; null is open.', { isNullable: true }),
    validTo: date('The first day on which it no longer counts; null is open.', {
      isNullable: true,
    }),
    createdAt: instant('When it was entered.'),
  },
});

export const BomLineAlternate = noun('BOMLineAlternate', {
  description: "An item that may stand in for a component of a BOM: for its line's own, so much.",
  permission: 'manufacturing.bom.read',
  company: 'companyId',
  table: 'BomLineAlternate',
  asOf: { counted: countsLine, description: 'Only those that count on this day.' },
  columns: {
    priority: integer('Which comes first: the lowest.'),
    ratio: decimal("How many stock units of it stand in for one stock unit of the line's item."),
    validFrom: date('The first day on which it counts; null is open.', { isNullable: true }),
    validTo: date('The first day on which it no longer counts; null is open.', {
      isNullable: true,
    }),
    createdAt: instant('When it was entered.'),
  },
});

edge(Bom, 'lines', { to: BomLine, many: true, by: 'bomId', description: 'What it consists of.' });
edge(BomLine, 'bom', { to: Bom, by: 'bomId', description: 'The BOM it belongs to.' });
edge(BomLine, 'alternates', {
  to: BomLineAlternate,
  many: true,
  by: 'bomLineId',
  description: 'What may stand in for its item; what is planned and costed is its own.',
});
edge(BomLineAlternate, 'bomLine', {
  to: BomLine,
  by: 'bomLineId',
  description: 'The line for whose item it may stand in.',
});
