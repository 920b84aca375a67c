import { counts, routingLifecycle } from '../../modules/manufacturing/index.js';
import { choice, choices, date, decimal, instant, integer, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { WorkCenter } from './work-center.js';
import './errors.js';

export const RoutingStatus = choices('RoutingStatus', 'What has become of a routing.', {
  DRAFT: 'It is being written.',
  RELEASED: 'It counts from its first day to its end.',
  OBSOLETE: 'It was taken out of use.',
});

export const Routing = noun('Routing', {
  description: 'How an item is made: one revision of its operations.',
  permission: 'manufacturing.routing.read',
  company: 'companyId',
  extensible: 'manufacturing.routing.change',
  lookups: { refs: true },
  document: { lifecycle: routingLifecycle },
  asOf: { counted: counts, description: 'Only the revisions that count on this day.' },
  columns: {
    ...documented,
    revision: text('The name of the revision, unique for the item in the company.'),
    status: choice(RoutingStatus, 'What has become of it.'),
    validFrom: date('The first day on which it counts.', { isNullable: true }),
    validTo: date('The first day on which it no longer counts; null is open.', {
      isNullable: true,
    }),
  },
});

export const RoutingOperation = noun('RoutingOperation', {
  description: 'An operation of a routing: what is done where, and how long it takes.',
  permission: 'manufacturing.routing.read',
  company: 'companyId',
  extensible: 'manufacturing.routing.change',
  columns: {
    position: integer('Its place: operations are done in the order of their positions.'),
    name: text('What is done.'),
    setupMinutes: decimal('How long it is prepared, once for a work order.'),
    runMinutes: decimal('How long one good stock unit of the product takes.'),
    queueMinutes: decimal('How long work waits before it.'),
    moveMinutes: decimal('How long it takes to the next place.'),
    note: text('What more is to be said of it.', { isNullable: true }),
    createdAt: instant('When it was entered.'),
  },
});

edge(Routing, 'operations', {
  to: RoutingOperation,
  many: true,
  by: 'routingId',
  description: 'What is done.',
});
edge(RoutingOperation, 'routing', {
  to: Routing,
  by: 'routingId',
  description: 'The routing it belongs to.',
});
edge(RoutingOperation, 'workCenter', {
  to: WorkCenter,
  by: 'workCenterId',
  description: 'Where it is done.',
});
edge(WorkCenter, 'routingOperations', {
  to: RoutingOperation,
  many: true,
  by: 'workCenterId',
  description: 'What is done there.',
});
