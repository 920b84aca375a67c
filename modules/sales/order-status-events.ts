import { fact } from '../events/index.js';

/** Which order a link opens the status of. */
interface OfOrder {
  readonly salesOrderId: string;
}

/** A link is told of without its secret. */
export const orderStatusLinkCreated = fact<'OrderStatusLink', OfOrder>(
  'sales.orderStatusLinkCreated',
  'OrderStatusLink',
);
export const orderStatusLinkRevoked = fact<'OrderStatusLink', OfOrder>(
  'sales.orderStatusLinkRevoked',
  'OrderStatusLink',
);
