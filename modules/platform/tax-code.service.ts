import { sql } from 'kysely';
import {
  DuplicateKey,
  InvalidInput,
  NotFound,
  attempt,
  canSee,
  inField,
  mustSee,
  type Decimal,
  type Outcome,
} from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import { writeCoded } from './coded-upsert.service.js';
import * as companies from './company.service.js';
import { taxCodeArchived, taxCodeChanged, taxCodeCreated } from './events.js';
import { cleanCode, cleanName } from './input.rules.js';
import { checkRatePercent } from './tax-code.rules.js';

export type TaxCode = Row<'TaxCode'>;

export interface TaxCodeCreate {
  readonly companyId: string;
  readonly code: string;
  readonly name: string;
  /** In percent, such as 19 or 7.7. */
  readonly ratePercent: Decimal;
}

/**
 * Absent keeps. A rate that the law changes is a new code: documents show what they were taxed
 * with.
 */
export interface TaxCodeChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly ratePercent?: Decimal;
}

/**
 * The tax codes that exist among ids in companies the actor sees, archived ones included, by id.
 */
export async function getMany(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TaxCode>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await tx.db
    .selectFrom('TaxCode')
    .selectAll()
    .where('id', '=', oneOf(wanted))
    .execute();
  const visible = rows.filter((row) => canSee(tx.actor, row.companyId));
  return new Map(visible.map((row) => [row.id, row]));
}

/** Makes a tax code of a company. NotFound for the company, DuplicateKey, InvalidInput by field. */
export async function create(tx: Tx, input: TaxCodeCreate): Promise<TaxCode> {
  const { id: companyId } = await companies.get(tx, input.companyId);
  const code = inField('code', () => cleanCode(input.code));
  const name = inField('name', () => cleanName(input.name));
  const ratePercent = inField('ratePercent', () => checkRatePercent(input.ratePercent));
  const after = await tx.db
    .insertInto('TaxCode')
    .values({ id: tx.newId(), companyId, code, name, ratePercent, createdAt: tx.now })
    .onConflict((conflict) => conflict.columns(['companyId', 'code']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new DuplicateKey('TaxCode', 'code', code).at('code');
  tx.emit(taxCodeCreated({ before: null, after, data: {} }));
  return after;
}

function refuseArchived({ code, archivedAt }: TaxCode): void {
  if (archivedAt === null) return;
  throw new InvalidInput('TAX_CODE_ARCHIVED', 'The tax code {code} is archived.', { code });
}

async function lockLive(tx: Tx, input: { id: string; expectedVersion?: number | null }) {
  const row = await tx.lock('TaxCode', input.id, input.expectedVersion);
  mustSee(tx.actor, row.companyId);
  refuseArchived(row);
  return row;
}

/** Changes a tax code for documents to come. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: TaxCodeChange): Promise<TaxCode> {
  const before = await lockLive(tx, input);
  const name = inField('name', () => cleanName(input.name ?? before.name));
  const wanted = input.ratePercent ?? before.ratePercent;
  const ratePercent = inField('ratePercent', () => checkRatePercent(wanted));
  const after = await nextVersion(tx, 'TaxCode', before, { name, ratePercent });
  tx.emit(taxCodeChanged({ before, after, data: {} }));
  return after;
}

/** Takes a tax code out of use; what was taxed with it stays. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<TaxCode> {
  const before = await lockLive(tx, input);
  const after = await nextVersion(tx, 'TaxCode', before, { archivedAt: tx.now });
  tx.emit(taxCodeArchived({ before, after, data: {} }));
  return after;
}

const keyOf = ({ companyId, code }: { companyId: string; code: string }): string =>
  `${companyId} ${code}`;

/**
 * Makes tax codes of companies, and changes those whose code is there. One outcome for each, in
 * order; four statements. NotFound for the company, TAX_CODE_ARCHIVED, DuplicateKey, and
 * InvalidInput by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly TaxCodeCreate[],
): Promise<Outcome<TaxCode>[]> {
  const seen = await companies.seen(tx, [...new Set(inputs.map(({ companyId }) => companyId))]);
  const { rows } = await sql<TaxCode>`
    select t.* from "TaxCode" t join unnest(
      ${inputs.map(({ companyId }) => companyId)}::uuid[],
      ${inputs.map(({ code }) => code.trim())}::text[]
    ) as k(company, code) on t."companyId" = k.company and t."code" = k.code
    order by t."id" for no key update of t
  `.execute(tx.db);
  const known = new Map(rows.map((row) => [keyOf(row), row]));
  const plans = inputs.map((input) =>
    attempt(() => {
      const { companyId } = input;
      if (!seen.has(companyId)) throw new NotFound('Company', companyId).at('companyId');
      const code = inField('code', () => cleanCode(input.code));
      const name = inField('name', () => cleanName(input.name));
      const ratePercent = inField('ratePercent', () => checkRatePercent(input.ratePercent));
      const key = keyOf({ companyId, code });
      const before = known.get(key) ?? null;
      if (before) inField('code', () => refuseArchived(before));
      return { key, code, before, columns: { companyId, code, name, ratePercent } };
    }),
  );
  return writeCoded(tx, 'TaxCode', plans, (before, after) => {
    tx.emit((before ? taxCodeChanged : taxCodeCreated)({ before, after, data: {} }));
  });
}
