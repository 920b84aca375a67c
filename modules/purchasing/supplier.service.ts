import { sql } from 'kysely';
import { nextVersion, Refused, type Row, type Tx } from '../events/index.js';
import {
  attempt,
  distinct,
  isAccepted,
  matchRows,
  type Outcome,
  RuleViolation,
} from '../kernel/index.js';
import {
  countryCodes,
  currencies,
  externalRefs,
  GROUP_ID,
  merges,
  paymentTerms,
  upserts,
} from '../platform/index.js';
import { SupplierArchived } from './errors.js';
import { supplierArchived, supplierChanged, supplierCreated } from './events.js';
import { type Versioned } from './rows.js';
import {
  cleanSupplier,
  planSupplier,
  type SupplierDetails,
  type SupplierInput,
  type SupplierPlan,
} from './supplier.rules.js';

export { supplierDuplicates as duplicates } from './supplier-duplicates.queries.js';
export { hearMerged as hearMergedItem } from './item-merge.service.js';
export { merge } from './supplier-merge.service.js';
export { getMany, sources, type Source } from './queries.js';

type Supplier = Row<'Supplier'>;

/** Absent keeps, null clears. */
export interface SupplierChange extends SupplierDetails, Versioned {}

/**
 * Whom the external references of each row name, and every supplier named by them or by a code. The
 * keys are joined and not compared with a list: a plan made while the table was small stays good.
 */
async function knownSuppliers(tx: Tx, inputs: readonly SupplierInput[]) {
  const refs = inputs.flatMap(({ externalRefs: own = [] }) => own);
  const wanted = { scopeId: GROUP_ID, noun: 'Supplier', refs };
  const ids = refs.length > 0 ? await externalRefs.find(tx, wanted) : [];
  const named = inputs.map(({ externalRefs: own = [] }) => distinct(ids.splice(0, own.length)));
  const codes = inputs.map(({ code }) => code?.trim() ?? '');
  const { rows } = await sql<Supplier>`
    select * from "Supplier"
    where "id" in (
      select unnest(${named.flat()}::uuid[]) union
      select "id" from "Supplier" natural join unnest(${codes}::text[]) as k("code")
    )
    order by "id" for no key update
  `.execute(tx.db);
  return { named, ...(await merges.follow(tx, 'Supplier', { codes, rows })) };
}

async function surroundings(tx: Tx, details: readonly SupplierDetails[]) {
  return {
    countries: countryCodes,
    currencies: await currencies.all(tx),
    paymentTerms: await paymentTerms.getMany(
      tx,
      distinct(details.map(({ paymentTermsId }) => paymentTermsId)),
    ),
  };
}

async function decide(tx: Tx, inputs: readonly SupplierInput[]) {
  const { named, codes, rows } = await knownSuppliers(tx, inputs);
  const sought = codes.map((code, index) => ({ code: code || null, named: named[index] ?? [] }));
  const matches = matchRows(sought, rows, 'Supplier');
  const around = await surroundings(tx, [...inputs, ...rows]);
  return inputs.map((input, index) =>
    attempt((): SupplierPlan => {
      const match = matches[index];
      if (!match || match instanceof RuleViolation) throw match ?? new Error('A row has no match.');
      const id = match.known?.id ?? tx.newId();
      return planSupplier(input, { id, before: match.known }, around);
    }),
  );
}

/**
 * Makes suppliers and changes those that are there already: found by external reference, else by
 * code. One outcome for each input, in order; a refused one leaves nothing. The number of
 * statements does not grow with the list. Refuses by field; CODE_FIXED; DuplicateKey;
 * SupplierArchived.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly SupplierInput[],
): Promise<Outcome<Supplier>[]> {
  if (inputs.length === 0) return [];
  return upserts.lookingAgain(inputs, (some) => upsertOnce(tx, some));
}

async function upsertOnce(tx: Tx, inputs: readonly SupplierInput[]): Promise<Outcome<Supplier>[]> {
  const plans = await decide(tx, inputs);
  const written = await upserts.write(tx, { table: 'Supplier', series: 'supplier' }, plans);
  return written.map((outcome): Outcome<Supplier> => {
    if (!isAccepted(outcome)) return outcome;
    const { before, after, isChanged } = outcome.ok;
    if (isChanged)
      tx.emit((before ? supplierChanged : supplierCreated)({ before, after, data: {} }));
    return { ok: after };
  });
}

/**
 * Makes one supplier, or changes the one with its code or external reference. Throws every reason
 * against it.
 */
export async function upsert(tx: Tx, input: SupplierInput): Promise<Supplier> {
  const [outcome] = await upsertMany(tx, [input]);
  if (outcome && isAccepted(outcome)) return outcome.ok;
  const [first, ...others] = outcome?.refused ?? [];
  throw first && others.length === 0 ? first : new Refused(outcome?.refused ?? []);
}

/** Changes what a supplier says of itself. NotFound, StaleVersion, SupplierArchived, by field. */
export async function change(tx: Tx, input: SupplierChange): Promise<Supplier> {
  const before = await tx.lock('Supplier', input.id, input.expectedVersion);
  if (before.archivedAt) throw new SupplierArchived(before.code);
  const columns = cleanSupplier(input, before, await surroundings(tx, [input, before]));
  const after = await nextVersion(tx, 'Supplier', before, columns);
  tx.emit(supplierChanged({ before, after, data: {} }));
  return after;
}

/** Takes a supplier out of use: no new orders. NotFound, StaleVersion. */
export async function archive(tx: Tx, { id, expectedVersion }: Versioned): Promise<Supplier> {
  const before = await tx.lock('Supplier', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await nextVersion(tx, 'Supplier', before, { archivedAt: tx.now });
  tx.emit(supplierArchived({ before, after, data: {} }));
  return after;
}
