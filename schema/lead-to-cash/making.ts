/** Ways between work orders and what they stand on: items, stock, customers and orders. */
import { Actor } from '../auth/actor.js';
import { Customer } from '../crm/customer.js';
import { Item } from '../inventory/item.js';
import { Lot } from '../inventory/lot.js';
import { Reservation, StockMove, Warehouse } from '../inventory/stock.js';
import { Bom } from '../manufacturing/bom.js';
import { JobCard, JobCardReport } from '../manufacturing/job-card.js';
import { Routing } from '../manufacturing/routing.js';
import { WorkCenter } from '../manufacturing/work-center.js';
import '../manufacturing/work-order-figures.js';
import '../manufacturing/work-order-forecast.js';
import {
  ProductionReport,
  WorkOrder,
  WorkOrderMaterial,
  WorkOrderMaterialAlternate,
} from '../manufacturing/work-order.js';
import './material-alternates.js';
import { edge, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { SalesOrder, SalesOrderLine } from '../sales/sales-order.js';

const madeFor: [Noun, string, string, string][] = [
  [Company, 'company', 'companyId', 'The company that makes it.'],
  [Item, 'item', 'itemId', 'What is made.'],
  [Bom, 'bom', 'bomId', 'What it is made of, frozen at release; null before.'],
  [Routing, 'routing', 'routingId', 'How it is made, frozen at release; null without one.'],
  [Warehouse, 'warehouse', 'warehouseId', 'Where materials are taken and the product goes.'],
  [Customer, 'customer', 'customerId', 'For whom it is made; null when it is made to stock.'],
  [SalesOrder, 'salesOrder', 'salesOrderId', 'The order it is made for.'],
  [SalesOrderLine, 'salesOrderLine', 'salesOrderLineId', 'The line of the order it is made for.'],
];
for (const [noun, field, by, description] of madeFor) {
  edge(WorkOrder, field, { to: noun, by, description });
  edge(noun, 'workOrders', {
    to: WorkOrder,
    many: true,
    by,
    description: 'What is made for it, or of it.',
  });
}

edge(WorkOrderMaterial, 'item', {
  to: Item,
  by: 'itemId',
  description: 'The component or the by-product.',
});
edge(Item, 'workOrderMaterials', {
  to: WorkOrderMaterial,
  many: true,
  by: 'itemId',
  description: 'Which work orders need it, or bring it out.',
});
edge(WorkOrderMaterialAlternate, 'item', {
  to: Item,
  by: 'itemId',
  description: 'What may stand in.',
});
edge(Item, 'workOrderMaterialAlternates', {
  to: WorkOrderMaterialAlternate,
  many: true,
  by: 'itemId',
  description: 'The materials of work orders for which it may stand in.',
});
edge(WorkOrderMaterial, 'reservations', {
  to: Reservation,
  many: true,
  by: 'lineId',
  description: 'The stock that is promised to it.',
});
edge(Reservation, 'workOrderMaterial', {
  to: WorkOrderMaterial,
  by: 'lineId',
  description: 'The material of a work order that the stock is promised to.',
});
edge(WorkOrder, 'reservations', {
  to: Reservation,
  many: true,
  by: 'documentId',
  description: 'The stock that is promised to it.',
});
edge(WorkOrder, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'documentId',
  description: 'How materials went in and the product came out.',
});
const moved: [Noun, string, string][] = [
  [WorkOrderMaterial, 'workOrderMaterial', 'The material that moved by it.'],
  [WorkOrderMaterialAlternate, 'workOrderMaterialAlternate', 'What moved for a material by it.'],
  [ProductionReport, 'productionReport', 'The report by which the product came.'],
];
for (const [noun, field, description] of moved) {
  edge(noun, 'stockMoves', {
    to: StockMove,
    many: true,
    by: 'lineId',
    description: 'How it moved in stock.',
  });
  edge(StockMove, field, { to: noun, by: 'lineId', description });
}
for (const [noun, field, description] of [
  [WorkOrder, 'workOrders', 'The work orders whose last product it is.'],
  [ProductionReport, 'productionReports', 'The reports by which it came.'],
] as const) {
  edge(noun, 'lot', { to: Lot, by: 'lotId', description: 'The lot of the product.' });
  edge(Lot, field, { to: noun, many: true, by: 'lotId', description });
}
edge(JobCard, 'workCenter', {
  to: WorkCenter,
  by: 'workCenterId',
  description: 'Where it is done.',
});
edge(WorkCenter, 'jobCards', {
  to: JobCard,
  many: true,
  by: 'workCenterId',
  description: 'What is done there.',
});
edge(Company, 'jobCards', {
  to: JobCard,
  many: true,
  by: 'companyId',
  description: 'The operations of its work orders.',
});
edge(JobCard, 'company', { to: Company, by: 'companyId', description: 'The company.' });
for (const noun of [JobCardReport, ProductionReport])
  edge(noun, 'actor', { to: Actor, by: 'actorId', description: 'Who told it.' });
