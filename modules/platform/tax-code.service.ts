import {
  DuplicateKey,
  InvalidInput,
  canSee,
  inField,
  mustSee,
  type Decimal,
} from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
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
  const rows = await tx.db.selectFrom('TaxCode').selectAll().where('id', 'in', wanted).execute();
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

async function lockLive(tx: Tx, input: { id: string; expectedVersion?: number | null }) {
  const row = await tx.lock('TaxCode', input.id, input.expectedVersion);
  mustSee(tx.actor, row.companyId);
  if (row.archivedAt === null) return row;
  const message = 'The tax code {code} is archived.';
  throw new InvalidInput('TAX_CODE_ARCHIVED', message, { code: row.code });
}

/** Changes a tax code for documents to come. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: TaxCodeChange): Promise<TaxCode> {
  const before = await lockLive(tx, input);
  const name = inField('name', () => cleanName(input.name ?? before.name));
  const wanted = input.ratePercent ?? before.ratePercent;
  const ratePercent = inField('ratePercent', () => checkRatePercent(wanted));
  const after = await tx.db
    .updateTable('TaxCode')
    .set({ name, ratePercent, version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(taxCodeChanged({ before, after, data: {} }));
  return after;
}

/** Takes a tax code out of use; what was taxed with it stays. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<TaxCode> {
  const before = await lockLive(tx, input);
  const after = await tx.db
    .updateTable('TaxCode')
    .set({ archivedAt: tx.now, version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(taxCodeArchived({ before, after, data: {} }));
  return after;
}
