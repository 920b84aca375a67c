import {
  DuplicateKey,
  NotFound,
  canSee,
  localDateAt,
  mustSee,
  type LocalDate,
} from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import * as calendars from './calendar.service.js';
import { cleanDetails, cleanFounding, type CompanyFounding } from './company.rules.js';
import { FounderIsLimited } from './errors.js';
import { companyChanged, companyFounded } from './events.js';
import * as externalRefs from './external-ref.service.js';
import type { ExternalKey } from './external-ref.rules.js';
import { GROUP_ID, companySeries } from './number-series.rules.js';
import { createMissing } from './number-series.service.js';
import { perTransaction } from './per-transaction.js';

export type Company = Row<'Company'>;

export interface CompanyCreate extends CompanyFounding {
  /** The standard calendar when absent. */
  readonly calendarId?: string | null;
  /** The code of the chart of accounts that its books begin with. */
  readonly chart?: string | null;
  readonly externalRefs?: readonly ExternalKey[];
}

/** Absent keeps, null clears. */
export interface CompanyChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly legalName?: string | null;
  readonly taxNumber?: string | null;
  readonly timeZone?: string;
  readonly calendarId?: string;
}

const known = perTransaction(() => Promise.resolve(new Map<string, Company>()));

/** Those companies of a list that exist and that the actor sees; for rows refused one by one. */
export async function seen(tx: Tx, ids: readonly string[]): Promise<Map<string, Company>> {
  const visible = [...new Set(ids)].filter((id) => canSee(tx.actor, id));
  const read = await known(tx);
  const missing = visible.filter((id) => !read.has(id));
  if (missing.length > 0) {
    const rows = await tx.db
      .selectFrom('Company')
      .selectAll()
      .where('id', '=', oneOf(missing))
      .execute();
    for (const row of rows) read.set(row.id, row);
  }
  const shown = visible.map((id) => read.get(id)).filter((row) => row !== undefined);
  return new Map(shown.map((row) => [row.id, row]));
}

/** The companies of a list, each once; NotFound for one that is missing or hidden. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Map<string, Company>> {
  const found = await seen(tx, ids);
  return new Map(ids.map((id) => [id, orNotFound(found.get(id), id)]));
}

function orNotFound(company: Company | undefined, id: string): Company {
  if (!company) throw new NotFound('Company', id);
  return company;
}

/** A company that the actor sees; read once in a transaction. NotFound. */
export async function get(tx: Tx, id: string): Promise<Company> {
  return orNotFound((await getMany(tx, [id])).get(id), id);
}

/** A company by its code; NotFound when it is missing or hidden. */
export async function byCode(tx: Tx, code: string): Promise<Company> {
  const row = await tx.db
    .selectFrom('Company')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  const isSeen = row && canSee(tx.actor, row.id);
  return orNotFound(isSeen ? row : undefined, code);
}

/** The business day it is in a company, by its time zone and the transaction's clock. */
export async function today(tx: Tx, id: string): Promise<LocalDate> {
  return localDateAt(tx.now, (await get(tx, id)).timeZone);
}

async function insertCompany(tx: Tx, id: string, input: CompanyCreate): Promise<Company> {
  const columns = cleanFounding(input);
  const calendarId = input.calendarId ?? (await calendars.standard(tx)).id;
  if (input.calendarId) await calendars.get(tx, input.calendarId);
  const row = { id, ...columns, calendarId, createdAt: tx.now, updatedAt: tx.now };
  const company = await tx.db
    .insertInto('Company')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!company) throw new DuplicateKey('Company', 'code', columns.code).at('code');
  return company;
}

/**
 * Founds a company with its number series; the base currency and the standard calendar come from
 * the
 * reference data. DuplicateKey for its code, FounderIsLimited, InvalidInput by field.
 */
export async function create(tx: Tx, input: CompanyCreate): Promise<Company> {
  if (tx.actor.companies !== 'ALL') throw new FounderIsLimited();
  const id = tx.newId();
  const company = await insertCompany(tx, id, input);
  const refs = input.externalRefs ?? [];
  await externalRefs.claimOne(tx, { scopeId: GROUP_ID, noun: 'Company', nodeId: id, refs });
  const data = { chart: input.chart ?? null };
  tx.emit(companyFounded({ before: null, after: company, data }));
  await createMissing(tx, id, companySeries);
  return company;
}

/** Changes what a company says of itself. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: CompanyChange): Promise<Company> {
  mustSee(tx.actor, input.id);
  const before = await tx.lock('Company', input.id, input.expectedVersion);
  const details = cleanDetails({
    name: input.name ?? before.name,
    legalName: input.legalName === undefined ? before.legalName : input.legalName,
    taxNumber: input.taxNumber === undefined ? before.taxNumber : input.taxNumber,
    timeZone: input.timeZone ?? before.timeZone,
  });
  if (input.calendarId) await calendars.get(tx, input.calendarId);
  const calendarId = input.calendarId ?? before.calendarId;
  const after = await nextVersion(tx, 'Company', before, { ...details, calendarId });
  known.forget(tx);
  tx.emit(companyChanged({ before, after, data: {} }));
  return after;
}
