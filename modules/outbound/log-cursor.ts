import type { Database, Session } from '../../prisma/database.js';

/** How far one who follows the log has come; 0 before the first event. */
export async function cursorOf(database: Database, name: string): Promise<number> {
  const text = 'select "position" from "LogCursor" where "name" = $1';
  const { rows } = await database.query({ text, values: [name] });
  return Number(rows[0]?.[0] ?? 0);
}

/**
 * Moves a cursor on, in the transaction of what was done for the events before it. False when
 * another process moved it meanwhile: then nothing of that may be kept.
 */
export async function advance(
  session: Pick<Session, 'query'>,
  name: string,
  from: number,
  to: number,
): Promise<boolean> {
  const text = `insert into "LogCursor" ("name", "position") values ($1, $3)
    on conflict ("name") do update set "position" = $3 where "LogCursor"."position" = $2
    returning 1`;
  return (await session.query({ text, values: [name, from, to] })).rows.length === 1;
}
