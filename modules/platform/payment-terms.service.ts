import { sql } from 'kysely';
import { DuplicateKey, NotFound, attempt, inField, type Outcome } from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import { writeCoded } from './coded-upsert.service.js';
import { paymentTermsChanged, paymentTermsCreated } from './events.js';
import { cleanCode, cleanName } from './input.rules.js';
import { checkNetDays, standardTerms } from './payment-terms.rules.js';

export type PaymentTerms = Row<'PaymentTerms'>;

export interface PaymentTermsCreate {
  readonly code: string;
  readonly name: string;
  readonly netDays: number;
}

/** Absent keeps. */
export interface PaymentTermsChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly netDays?: number;
}

/** The terms that exist among ids, by id. */
export async function getMany(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaymentTerms>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await tx.db
    .selectFrom('PaymentTerms')
    .selectAll()
    .where('id', '=', oneOf(wanted))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Terms by their id. NotFound. */
export async function get(tx: Tx, id: string): Promise<PaymentTerms> {
  const row = (await getMany(tx, [id])).get(id);
  if (!row) throw new NotFound('PaymentTerms', id);
  return row;
}

/** Terms by their code. NotFound. */
export async function byCode(tx: Tx, code: string): Promise<PaymentTerms> {
  const row = await tx.db
    .selectFrom('PaymentTerms')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new NotFound('PaymentTerms', code);
  return row;
}

async function insertMissing(tx: Tx, terms: readonly PaymentTermsCreate[]) {
  const created = await tx.db
    .insertInto('PaymentTerms')
    .values(terms.map((one) => ({ id: tx.newId(), ...one, createdAt: tx.now })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .execute();
  for (const after of created) tx.emit(paymentTermsCreated({ before: null, after, data: {} }));
  return created;
}

/** Makes the standard terms that are missing. */
export function createMissing(tx: Tx): Promise<PaymentTerms[]> {
  return insertMissing(tx, standardTerms);
}

/** Makes terms. DuplicateKey for their code, NET_DAYS_OUT_OF_RANGE, InvalidInput by field. */
export async function create(tx: Tx, input: PaymentTermsCreate): Promise<PaymentTerms> {
  const code = inField('code', () => cleanCode(input.code));
  const name = inField('name', () => cleanName(input.name));
  const netDays = inField('netDays', () => checkNetDays(input.netDays));
  const [created] = await insertMissing(tx, [{ code, name, netDays }]);
  if (!created) throw new DuplicateKey('PaymentTerms', 'code', code).at('code');
  return created;
}

/** Changes terms for documents to come. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: PaymentTermsChange): Promise<PaymentTerms> {
  const before = await tx.lock('PaymentTerms', input.id, input.expectedVersion);
  const name = inField('name', () => cleanName(input.name ?? before.name));
  const netDays = inField('netDays', () => checkNetDays(input.netDays ?? before.netDays));
  const after = await nextVersion(tx, 'PaymentTerms', before, { name, netDays });
  tx.emit(paymentTermsChanged({ before, after, data: {} }));
  return after;
}

/**
 * Makes terms, and changes those whose code is there. One outcome for each, in order; three
 * statements. DuplicateKey, NET_DAYS_OUT_OF_RANGE, InvalidInput by field.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly PaymentTermsCreate[],
): Promise<Outcome<PaymentTerms>[]> {
  const { rows } = await sql<PaymentTerms>`
    select * from "PaymentTerms" where "code" = any(${inputs.map(({ code }) => code.trim())}::text[])
    order by "id" for no key update
  `.execute(tx.db);
  const known = new Map(rows.map((row) => [row.code, row]));
  const plans = inputs.map((input) =>
    attempt(() => {
      const code = inField('code', () => cleanCode(input.code));
      const name = inField('name', () => cleanName(input.name));
      const netDays = inField('netDays', () => checkNetDays(input.netDays));
      const before = known.get(code) ?? null;
      return { key: code, code, before, columns: { code, name, netDays } };
    }),
  );
  return writeCoded(tx, 'PaymentTerms', plans, (before, after) => {
    tx.emit((before ? paymentTermsChanged : paymentTermsCreated)({ before, after, data: {} }));
  });
}
