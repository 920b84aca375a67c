import { decimal, type LocalDate } from '../kernel/index.js';
import { calendarQueries } from '../platform/index.js';
import type { Read } from './product-data.queries.js';
import {
  forecast,
  lateBy,
  operationsLeft,
  shopClock,
  type OperationLeft,
  type StandingOperation,
  type StandingOrder,
} from './work-order-forecast.rules.js';
import type { ShopCalendars } from './work-order-schedule.rules.js';

/** What can be told of an operation. */
export interface OperationTold extends OperationLeft {
  readonly expectedFinishOn: LocalDate | null;
}

/** What can be told of a work order and, by their ids, of its operations. */
export interface OrderTold {
  readonly expectedFinishOn: LocalDate | null;
  /** Days after the due day; null when it cannot be told. */
  readonly lateBy: number | null;
  readonly operations: ReadonlyMap<string, OperationTold>;
}

const STANDING = `select w."id", w."status", w."quantity", w."completed", w."scrapped",
    w."startOn", w."dueOn", case when w."completedAt" is not null then (select max(r."postedOn")
      from "ProductionReport" r where r."workOrderId" = w."id") end,
    o."timeZone", o."calendarId", t."calendarId", c."id", c."position", c."status", c."good",
    c."scrap", c."workCenterId", c."setupMinutes", c."runMinutes", c."queueMinutes",
    c."moveMinutes", c."actualSetupMinutes", c."actualRunMinutes"
  from "WorkOrder" w join "Company" o on o."id" = w."companyId"
  left join "JobCard" c on c."workOrderId" = w."id"
  left join "WorkCenter" t on t."id" = c."workCenterId"
  where w."id" = any($1::uuid[])`;

interface Standing {
  readonly order: StandingOrder;
  readonly operations: StandingOperation[];
  readonly timeZone: string;
  readonly calendarId: string | null;
  /** Of the work centers that have one of their own. */
  readonly own: Map<string, string>;
}

function orderOf(row: readonly unknown[]): Standing {
  const [, status, quantity, completed, scrapped, startOn, dueOn, completedOn] = row;
  return {
    order: {
      status: String(status),
      quantity: decimal(String(quantity)),
      completed: decimal(String(completed)),
      scrapped: decimal(String(scrapped)),
      startOn: startOn as LocalDate,
      dueOn: dueOn as LocalDate,
      completedOn: completedOn as LocalDate | null,
    },
    operations: [],
    timeZone: String(row[8]),
    calendarId: row[9] as string | null,
    own: new Map(),
  };
}

function operationOf(row: readonly unknown[]): StandingOperation {
  const [id, position, status, ...rest] = row.slice(11);
  const [good, scrap, workCenterId, ...minutes] = rest;
  const [setup, run, queue, move, actualSetup, actualRun] = minutes.map((one) =>
    decimal(String(one)),
  );
  return {
    id: String(id),
    position: Number(position),
    status: String(status),
    good: decimal(String(good)),
    scrap: decimal(String(scrap)),
    workCenterId: String(workCenterId),
    setupMinutes: setup!,
    runMinutes: run!,
    queueMinutes: queue!,
    moveMinutes: move!,
    actualSetupMinutes: actualSetup!,
    actualRunMinutes: actualRun!,
  };
}

function standingsOf(rows: readonly unknown[][]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const row of rows) {
    const id = String(row[0]);
    const standing = found.get(id) ?? orderOf(row);
    found.set(id, standing);
    if (row[11] === null) continue;
    const operation = operationOf(row);
    standing.operations.push(operation);
    const calendarId = row[10] as string | null;
    if (calendarId !== null) standing.own.set(operation.workCenterId, calendarId);
  }
  return found;
}

function toldOf(standing: Standing, calendars: ShopCalendars, now: Date): OrderTold {
  const { order, operations, timeZone } = standing;
  const clock = shopClock(now, timeZone);
  const { finishOn, operations: days } = forecast(order, operations, { clock, calendars });
  const left = operationsLeft(order, operations);
  return {
    expectedFinishOn: finishOn,
    lateBy: lateBy(order, finishOn, clock.today),
    operations: new Map(
      [...left].map(([id, one]) => [id, { ...one, expectedFinishOn: days.get(id) ?? null }]),
    ),
  };
}

/**
 * What is left of work orders and when it will be finished, by their ids: two statements, however
 * many there are. Whoever asks has seen to it that they may be seen.
 */
export async function forecasts(
  read: Read,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, OrderTold>> {
  const standings = standingsOf(await read({ text: STANDING, values: [[...new Set(ids)]] }));
  const wanted = [...standings.values()].flatMap(({ calendarId, own }) => [
    ...(calendarId === null ? [] : [calendarId]),
    ...own.values(),
  ]);
  const { standard, byId } = await calendarQueries.workDays(read, [...new Set(wanted)]);
  const told = [...standings].map(([id, standing]): [string, OrderTold] => {
    const company = byId.get(standing.calendarId ?? '') ?? standard;
    const centers = [...standing.own].map(
      ([center, calendar]) => [center, byId.get(calendar) ?? company] as const,
    );
    return [id, toldOf(standing, { company, workCenters: new Map(centers) }, now)];
  });
  return new Map(told);
}
