import type { Database } from '../../prisma/database.js';

/** How far behind the log those are who follow it. */
export interface OutboundLag {
  /** Facts that were committed and have no position yet. */
  readonly unsequenced: number;
  /** Events that a follower has not come to, by its name. */
  readonly behind: ReadonlyMap<string, number>;
  /** Deliveries that wait for their turn or their next attempt. */
  readonly pending: number;
}

const LAG = `select
  (select count(*) from "Event" where "position" is null)::int,
  (select coalesce(max("position"), 0) from "Event")::text,
  (select coalesce(json_object_agg("name", "position"), '{}') from "LogCursor"),
  (select count(*) from "WebhookDelivery" where "status" = 'PENDING')::int`;

/** Asked when metrics are; one statement. */
export async function outboundLag(database: Database): Promise<OutboundLag> {
  const { rows } = await database.query({ text: LAG, values: [] });
  const [unsequenced, last, cursors, pending] = rows[0] as [
    number,
    string,
    Record<string, number>,
    number,
  ];
  const behind = Object.entries(cursors).map(([name, position]): [string, number] => [
    name,
    Math.max(0, Number(last) - position),
  ]);
  return { unsequenced, behind: new Map(behind), pending };
}
