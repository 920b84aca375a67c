import { sql } from 'kysely';
import {
  insertMissing,
  nextVersion,
  type Row,
  throwAll,
  type Tx,
  updateAll,
} from '../events/index.js';
import {
  accepted,
  canonicalText,
  DuplicateKey,
  inField,
  isAccepted,
  newReasons,
  NotFound,
  type Outcome,
  refused,
  repeatedRows,
} from '../kernel/index.js';
import { companies, externalRefs, type ExternalKey } from '../platform/index.js';
import { WorkCenterArchived } from './errors.js';
import { workCenterArchived, workCenterChanged, workCenterCreated } from './events.js';
import { referredTo } from './product-data.gather.service.js';
import { calendarsAmong } from './work-center.queries.js';
import {
  cleanWorkCenter,
  cleanWorkCenterCode,
  type WorkCenterColumns,
  type WorkCenterDetails,
} from './work-center.rules.js';

export { setRate, setRates } from './work-center-rate.service.js';

export type WorkCenter = Row<'WorkCenter'>;

/** A work center as a caller writes it. */
export interface WorkCenterInput extends WorkCenterDetails {
  readonly companyId: string;
  /** Unique in the company. */
  readonly code: string;
  readonly externalRefs?: readonly ExternalKey[] | null;
}

/** Absent keeps; a calendar that is cleared is the company's again. */
export interface WorkCenterChange extends WorkCenterDetails {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

interface Plan {
  readonly id: string;
  readonly before: WorkCenter | null;
  readonly companyId: string;
  readonly code: string;
  readonly columns: WorkCenterColumns;
  readonly refs: readonly ExternalKey[];
}

const keyOf = ({ companyId, code }: { companyId: string; code: string }): string =>
  `${companyId} ${code}`;

/** Work centers that inputs name, by reference or by code, locked; answers one for each or null. */
async function known(tx: Tx, inputs: readonly WorkCenterInput[]): Promise<(WorkCenter | null)[]> {
  const ids = await referredTo(tx, 'WorkCenter', inputs);
  const { rows } = await sql<WorkCenter>`
    select * from "WorkCenter" where "id" in (
      select unnest(${ids.filter((id) => id !== null)}::uuid[]) union
      select w."id" from "WorkCenter" w join unnest(
        ${inputs.map(({ companyId }) => companyId)}::uuid[],
        ${inputs.map(({ code }) => code.trim())}::text[]
      ) as k(company, code) on w."companyId" = k.company and w."code" = k.code
    ) order by "id" for no key update
  `.execute(tx.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byCode = new Map(rows.map((row) => [keyOf(row), row]));
  return inputs.map(({ companyId, code }, index) => {
    const named = byId.get(ids[index] ?? '');
    return named ?? byCode.get(keyOf({ companyId, code: code.trim() })) ?? null;
  });
}

interface Around {
  readonly companies: ReadonlyMap<string, unknown>;
  readonly calendars: ReadonlySet<string>;
}

function plan(
  tx: Tx,
  input: WorkCenterInput,
  before: WorkCenter | null,
  around: Around,
): Outcome<Plan> {
  const all = newReasons();
  const { companyId, calendarId } = input;
  all.take(['companyId'], () => {
    if (!around.companies.has(companyId)) throw new NotFound('Company', companyId);
  });
  all.take(['calendarId'], () => refuseUnknown(calendarId, around.calendars));
  all.take([], () => refuseArchived(before));
  const code = before?.code ?? cleanWorkCenterCode(input.code, all);
  const columns = cleanWorkCenter(input, before, all);
  if (all.list.length > 0) return refused(...all.list);
  const refs = input.externalRefs ?? [];
  return accepted({ id: before?.id ?? tx.newId(), before, companyId, code, columns, refs });
}

function refuseUnknown(id: string | null | undefined, known: ReadonlySet<string>): void {
  if (id != null && !known.has(id)) throw new NotFound('WorkCalendar', id);
}

function refuseArchived(before: WorkCenter | null): void {
  if (before?.archivedAt) throw new WorkCenterArchived(before.code);
}

const isDifferent = ({ before, columns }: Plan): boolean =>
  Object.entries(columns).some(
    ([name, value]) =>
      canonicalText(before?.[name as keyof WorkCenter]) !== canonicalText(value as string),
  );

/** Of two rows for one work center the second is refused, so that none is written twice. */
function withoutRepeated(plans: readonly Outcome<Plan>[]): Outcome<Plan>[] {
  const marks = plans.map((one) => (isAccepted(one) ? (one.ok.before?.id ?? keyOf(one.ok)) : null));
  const value = (index: number): string => {
    const one = plans[index];
    return one && isAccepted(one) ? one.ok.code : '';
  };
  const repeated = repeatedRows(marks, { noun: 'WorkCenter', field: 'code', value });
  return plans.map((one, index) => (repeated[index] ? refused(repeated[index]) : one));
}

async function withClaims(tx: Tx, plans: readonly Outcome<Plan>[]): Promise<Outcome<Plan>[]> {
  const claiming = plans.filter(isAccepted).filter(({ ok }) => ok.refs.length > 0);
  const claims = await externalRefs.claim(
    tx,
    claiming.map(({ ok: { id, companyId, refs } }) => ({
      ...{ scopeId: companyId, noun: 'WorkCenter', nodeId: id, refs },
    })),
  );
  const byId = new Map(claiming.map(({ ok }, index) => [ok.id, claims[index]]));
  return plans.map((one) => {
    const claim = isAccepted(one) ? byId.get(one.ok.id) : undefined;
    return claim && !isAccepted(claim) ? claim : one;
  });
}

async function write(tx: Tx, plans: readonly Plan[]): Promise<Map<string, WorkCenter>> {
  const fresh = plans.filter(({ before }) => before === null);
  const stale = plans.filter((one) => one.before !== null && isDifferent(one));
  const made = await insertMissing(
    tx,
    'WorkCenter',
    fresh.map(({ id, companyId, code, columns }) => ({
      ...{ id, version: 1, companyId, code, ...columns, customFields: {} },
      ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
    })),
  );
  const ids = new Set(made.map(({ id }) => id));
  const lost = fresh.filter(({ id, refs }) => refs.length > 0 && !ids.has(id));
  await externalRefs.release(
    tx,
    lost.map(({ id }) => id),
  );
  const changed = await updateAll(
    tx,
    'WorkCenter',
    stale.map(({ id, before, columns }) => ({
      ...{ id, ...columns, version: before!.version + 1, updatedAt: tx.now },
    })),
  );
  for (const after of made) tx.emit(workCenterCreated({ before: null, after, data: {} }));
  changed.forEach((after, index) =>
    tx.emit(workCenterChanged({ before: stale[index]!.before, after, data: {} })),
  );
  return new Map([...made, ...changed].map((row) => [row.id, row]));
}

/**
 * Makes work centers, and changes those that are there: found by the first external reference, else
 * by code. One outcome for each input, in order; the statements do not grow with the list. Refuses
 * by field; NotFound, WORK_CENTER_ARCHIVED, DuplicateKey.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly WorkCenterInput[],
): Promise<Outcome<WorkCenter>[]> {
  const around = {
    companies: await companies.seen(
      tx,
      inputs.map(({ companyId }) => companyId),
    ),
    calendars: await calendarsAmong(
      tx,
      inputs.map(({ calendarId }) => calendarId),
    ),
  };
  const befores = await known(
    tx,
    inputs.filter(({ companyId }) => around.companies.has(companyId)),
  );
  const decided = inputs.map((input) => {
    const before = around.companies.has(input.companyId) ? (befores.shift() ?? null) : null;
    return plan(tx, input, before, around);
  });
  const claimed = await withClaims(tx, withoutRepeated(decided));
  const written = await write(
    tx,
    claimed.filter(isAccepted).map(({ ok }) => ok),
  );
  return claimed.map((one): Outcome<WorkCenter> => {
    if (!isAccepted(one)) return one;
    const after = written.get(one.ok.id) ?? one.ok.before;
    if (after) return accepted(after);
    return refused(new DuplicateKey('WorkCenter', 'code', one.ok.code).at('code'));
  });
}

/** Makes one work center. DuplicateKey for its code; otherwise as `upsertMany`. */
export async function create(tx: Tx, input: WorkCenterInput): Promise<WorkCenter> {
  const { companyId } = input;
  await companies.get(tx, companyId);
  const known = await calendarsAmong(tx, [input.calendarId]);
  const around = { companies: new Map([[companyId, true]]), calendars: known };
  const [decided] = await withClaims(tx, [plan(tx, input, null, around)]);
  if (!decided || !isAccepted(decided)) return throwAll(decided?.refused ?? []);
  const after = (await write(tx, [decided.ok])).get(decided.ok.id);
  if (after) return after;
  throw new DuplicateKey('WorkCenter', 'code', decided.ok.code).at('code');
}

/** Changes a work center. NotFound, StaleVersion, WORK_CENTER_ARCHIVED; by field. */
export async function change(tx: Tx, input: WorkCenterChange): Promise<WorkCenter> {
  const before = await tx.lock('WorkCenter', input.id, input.expectedVersion);
  refuseArchived(before);
  const existing = await calendarsAmong(tx, [input.calendarId]);
  inField('calendarId', () => refuseUnknown(input.calendarId, existing));
  const all = newReasons();
  const columns = cleanWorkCenter(input, before, all);
  if (all.list.length > 0) return throwAll(all.list);
  const after = await update(tx, before, columns);
  tx.emit(workCenterChanged({ before, after, data: {} }));
  return after;
}

function update(tx: Tx, before: WorkCenter, columns: Partial<WorkCenter>): Promise<WorkCenter> {
  const { name, calendarId, capacity, efficiencyPercent, archivedAt } = { ...before, ...columns };
  return nextVersion(tx, 'WorkCenter', before, {
    name,
    calendarId,
    capacity,
    efficiencyPercent,
    archivedAt,
  });
}

/** Takes a work center out of use; routings that name it stay. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: Pick<WorkCenterChange, 'id' | 'expectedVersion'>,
): Promise<WorkCenter> {
  const before = await tx.lock('WorkCenter', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await update(tx, before, { archivedAt: tx.now });
  tx.emit(workCenterArchived({ before, after, data: {} }));
  return after;
}
