import { workOrderLifecycle, workOrderVerbs } from '../../modules/manufacturing/index.js';
import {
  boolean,
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  money,
  quantity,
  text,
} from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { IssueMethod } from './bom.js';
import './work-order-errors.js';

export const WorkOrderStatus = choices('WorkOrderStatus', 'What has become of a work order.', {
  PLANNED: 'It is planned; nothing is frozen and nothing reserved.',
  RELEASED: 'The shop floor may begin; BOM, routing and rates are frozen.',
  IN_PROGRESS: 'Material or time went into it.',
  PAUSED: 'It stands still for now.',
  COMPLETED: 'All of it is made, or nothing more comes of it.',
  CLOSED: 'It has ended, and what was left in process is swept into variances.',
  CANCELLED: 'It was given up before anything went into it.',
});

export const Backflush = choices('Backflush', 'When materials are issued by themselves.', {
  NONE: 'Never: all materials are issued by hand.',
  ON_COMPLETION: 'When the product is completed.',
  ON_OPERATION: 'When the operation that takes them reports.',
});

export const MaterialKind = choices('WorkOrderMaterialKind', 'Which way a material goes.', {
  COMPONENT: 'It goes into the product.',
  BY_PRODUCT: 'It comes out beside the product.',
});

const COSTS = { permission: 'manufacturing.cost.read' } as const;

export const WorkOrder = noun('WorkOrder', {
  description: 'What is to be made: so much of an item.',
  permission: 'manufacturing.workOrder.read',
  company: 'companyId',
  extensible: 'manufacturing.workOrder.change',
  lookups: { number: true, refs: true },
  document: { lifecycle: workOrderLifecycle, verbs: workOrderVerbs },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(WorkOrderStatus, 'What has become of it.'),
    quantity: quantity('How much is to be made.', 'unit'),
    completed: quantity('How much is made and good.', 'unit'),
    scrapped: quantity('How much was thrown away.', 'unit'),
    backflush: choice(Backflush, 'When its materials are issued by themselves.'),
    priority: integer('What comes first: the higher the sooner.'),
    startOn: date('When work must start.'),
    dueOn: date('When it must be there.'),
    releasedAt: instant('When it was released.', { isNullable: true }),
    startedAt: instant('When material or time went into it first.', { isNullable: true }),
    completedAt: instant('When the last of it was made.', { isNullable: true }),
    closedAt: instant('When it was closed.', { isNullable: true }),
    pauseReason: text('Why it stands still.', { isNullable: true }),
    cancelReason: text('Why it was cancelled.', { isNullable: true }),
    plannedUnitCost: money('What one unit is planned to cost, frozen at release.', 'currency', {
      isNullable: true,
      ...COSTS,
    }),
  },
});

export const WorkOrderMaterial = noun('WorkOrderMaterial', {
  description: 'What a work order needs of an item, or gets beside its product; frozen at release.',
  permission: 'manufacturing.workOrder.read',
  company: 'companyId',
  extensible: 'manufacturing.workOrder.change',
  columns: {
    position: integer('Its place in the work order, from 1.'),
    kind: choice(MaterialKind, 'Which way it goes.'),
    issueMethod: choice(IssueMethod, 'How it is issued.'),
    operation: integer('The position of the operation that takes it; null means the first.', {
      isNullable: true,
    }),
    isFixed: boolean('Whether it is taken once, whatever the quantity.'),
    perUnit: decimal('How much one unit of the product takes, in its stock unit.'),
    roundingMultiple: decimal(
      'What is required of it was rounded up to a multiple of this, in its stock unit; null for any quantity.',
      { isNullable: true },
    ),
    required: quantity('How much the whole work order takes.', 'unit'),
    reserved: quantity('How much of it lies ready in stock.', 'unit'),
    issued: quantity(
      'How much went in, as itself or by what stood in for it, less what came back; of a by-product what came.',
      'unit',
    ),
    costSharePercent: decimal('What a by-product bears of the cost.'),
    plannedUnitCost: money('What one unit is planned to cost.', 'currency', COSTS),
    issuedCost: money('What was issued of it cost.', 'currency', COSTS),
    createdAt: instant('When it was frozen.'),
  },
});

export const WorkOrderMaterialAlternate = noun('WorkOrderMaterialAlternate', {
  description:
    'An item that may go into a work order in the place of a material; frozen at release.',
  permission: 'manufacturing.workOrder.read',
  company: 'companyId',
  columns: {
    priority: integer('Which comes first: the lowest.'),
    ratio: decimal('How many stock units of it stand in for one stock unit of the material.'),
    served: decimal("How much of the material it stands in for, in the material's stock unit."),
    issued: quantity('How much of it went in for that, less what came back.', 'unit'),
    issuedCost: money('What was issued of it cost.', 'currency', COSTS),
    createdAt: instant('When it was frozen.'),
  },
});

export const ProductionReport = noun('ProductionReport', {
  description: 'What of a work order was put on stock or thrown away at once.',
  permission: 'manufacturing.workOrder.read',
  company: 'companyId',
  columns: {
    good: quantity('How much went on stock.', 'unit'),
    scrap: quantity('How much was thrown away.', 'unit'),
    scrapReason: text('Why it was thrown away.', { isNullable: true }),
    value: money('What stock took it at.', 'currency', COSTS),
    postedOn: date('The business day.'),
    createdAt: instant('When it was told.'),
  },
});

edge(WorkOrder, 'materials', {
  to: WorkOrderMaterial,
  many: true,
  by: 'workOrderId',
  description: 'What it needs, and what comes out beside the product.',
});
edge(WorkOrderMaterial, 'workOrder', {
  to: WorkOrder,
  by: 'workOrderId',
  description: 'The work order it goes into.',
});
edge(WorkOrderMaterial, 'alternates', {
  to: WorkOrderMaterialAlternate,
  many: true,
  by: 'workOrderMaterialId',
  description: 'What may stand in for it where it is short.',
});
edge(WorkOrderMaterialAlternate, 'material', {
  to: WorkOrderMaterial,
  by: 'workOrderMaterialId',
  description: 'The material for which it may stand in.',
});
edge(WorkOrder, 'reports', {
  to: ProductionReport,
  many: true,
  by: 'workOrderId',
  description: 'What was completed of it.',
});
edge(ProductionReport, 'workOrder', {
  to: WorkOrder,
  by: 'workOrderId',
  description: 'The work order that made it.',
});
edge(WorkOrder, 'parent', {
  to: WorkOrder,
  by: 'parentWorkOrderId',
  description: 'The work order whose material it makes; null when it makes no component.',
});
edge(WorkOrder, 'children', {
  to: WorkOrder,
  many: true,
  by: 'parentWorkOrderId',
  description: 'The work orders that make its components.',
});
