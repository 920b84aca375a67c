import { v7 as newId } from 'uuid';
import { at, createSequencer, encodeCursor, type Sequencer } from '../modules/events/index.js';
import { globalId } from '../modules/kernel/index.js';
import type { Database } from '../prisma/database.js';
import type { Audience } from './audience.js';
import type { Broadcast } from './bare-sockets.js';
import type { Served } from './stage.js';

/** Somebody who is told of events and tells them on to an audience. */
export interface Side {
  readonly name: string;
  readonly served: Served;
  readonly audience: Audience;
  /** Makes an event for one group of listeners. */
  tell(group: number): Promise<void>;
  /** When events were done, in milliseconds, by their places in the log; each is answered once. */
  done(): Promise<Map<number, number>>;
  close(): Promise<void>;
}

type Parts = Pick<Side, 'served' | 'audience'>;

export const now = (): number => performance.timeOrigin + performance.now();

/** One transaction that changes an order and tells it to the log, as another process would write. */
const CHANGE = `with changed as (
    update "SalesOrder" set "version" = "version" + 1, "updatedAt" = now() where "id" = $1
    returning "id", "version", "companyId", "customerId")
  insert into "Event" ("id", "transactionId", "place", "type", "companyId", "documentType",
    "documentId", "version", "changedFields", "data", "actorId", "requestId", "occurredAt")
  select $2::uuid, nextval('event_transaction'), 0, 'sales.salesOrderChanged', "companyId",
    'SalesOrder', "id", "version", '{customerReference}',
    jsonb_build_object('customerId', "customerId"), gen_random_uuid(), 'bench', now()
  from changed`;

const PLACES = `select "id", "position" from "Event" where "id" = any($1::uuid[])`;

/** The product: events are rows that this process commits and its own sequencer gives places. */
export function productSide(parts: Parts, database: Database, orders: readonly string[]): Side {
  const sequencer: Sequencer = createSequencer(database);
  let done = new Map<string, number>();
  return {
    ...parts,
    name: 'product',
    async tell(group) {
      const id = newId();
      await database.query({ text: CHANGE, values: [orders[group], id] });
      done.set(id, now());
      sequencer.wake();
    },
    async done() {
      await sequencer.settled();
      const { rows } = await database.query({ text: PLACES, values: [[...done.keys()]] });
      const places = new Map(rows.map(([id, place]) => [Number(place), done.get(String(id))!]));
      done = new Map();
      return places;
    },
    close: () => sequencer.close(),
  };
}

/** The peer: it is handed the text that the product's listeners heard, with a place of its own. */
export function bareSide(parts: Parts, orders: readonly string[], sample: () => string): Side {
  let places = new Map<number, number>();
  let last = 1_000_000;
  return {
    ...parts,
    name: 'bare ws',
    tell(group) {
      last += 1;
      const cursor = `"cursor":"${encodeCursor(at(last))}"`;
      const text = sample().replace(/"cursor":"[^"]*"/, cursor);
      places.set(last, now());
      parts.served.child.send({
        group: globalId('SalesOrder', orders[group]!),
        text,
      } satisfies Broadcast);
      return Promise.resolve();
    },
    done() {
      const answer = places;
      places = new Map();
      return Promise.resolve(answer);
    },
    close: () => Promise.resolve(),
  };
}
