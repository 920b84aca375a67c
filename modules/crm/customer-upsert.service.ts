import { sql } from 'kysely';
import {
  RuleViolation,
  attempt,
  isAccepted,
  matchRows,
  NotFound,
  type Outcome,
} from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import {
  GROUP_ID,
  countryCodes,
  companies,
  currencies,
  externalRefs,
  merges,
  paymentTerms,
  upserts,
} from '../platform/index.js';
import { insertMany as insertAddresses } from './address.service.js';
import { insertMany as insertContacts } from './contact.service.js';
import { agreementsWith, writeMany as writeAgreements } from './customer-terms.service.js';
import { planCustomer, type CustomerInput, type CustomerPlan } from './customer-upsert.rules.js';
import { customerChanged, customerCreated } from './events.js';
import { addressesOf, contactsOf } from './queries.js';

type Customer = Row<'Customer'>;

const present = (ids: readonly (string | null | undefined)[]): string[] =>
  ids.filter((id): id is string => typeof id === 'string');

/**
 * Whom the external references of each row name, and every customer named by them or by a code. The
 * keys are joined and not compared with a list: a plan made while the table was small stays good.
 */
async function knownCustomers(tx: Tx, inputs: readonly CustomerInput[]) {
  const refs = inputs.flatMap(({ externalRefs: own = [] }) => own);
  const wanted = { scopeId: GROUP_ID, noun: 'Customer', refs };
  const ids = refs.length > 0 ? await externalRefs.find(tx, wanted) : [];
  const named = inputs.map(({ externalRefs: own = [] }) => present(ids.splice(0, own.length)));
  const codes = inputs.map(({ code }) => code?.trim() ?? '');
  const { rows } = await sql<Customer>`
    select * from "Customer"
    where "id" in (
      select unnest(${named.flat()}::uuid[]) union
      select "id" from "Customer" natural join unnest(${codes}::text[]) as k("code")
    )
    order by "id" for no key update
  `.execute(tx.db);
  return { named, ...(await merges.follow(tx, 'Customer', { codes, rows })) };
}

function byCustomer<T extends { readonly customerId: string }>(rows: readonly T[]) {
  return (id: string): T[] => rows.filter(({ customerId }) => customerId === id);
}

async function gather(tx: Tx, inputs: readonly CustomerInput[]) {
  const { named, codes, rows } = await knownCustomers(tx, inputs);
  const ids = rows.map(({ id }) => id);
  const agreements = await agreementsWith(tx, ids);
  const termsIds = [
    ...inputs.flatMap((input) => [input, ...(input.terms ?? [])]),
    ...rows,
    ...agreements,
  ].map(({ paymentTermsId }) => paymentTermsId);
  return {
    matches: matchRows(
      codes.map((code, index) => ({ code: code || null, named: named[index] ?? [] })),
      rows,
      'Customer',
    ),
    companies: await companies.seen(
      tx,
      inputs.flatMap(({ terms = [] }) => terms.map(({ companyId }) => companyId)),
    ),
    countries: countryCodes,
    currencies: await currencies.all(tx),
    paymentTerms: await paymentTerms.getMany(tx, present(termsIds)),
    addresses: byCustomer(await addressesOf(tx, ids)),
    contacts: byCustomer(await contactsOf(tx, ids)),
    agreements: byCustomer(agreements),
  };
}

/** Terms are agreed by companies that exist and that the actor sees. */
function refuseHidden({ terms = [] }: CustomerInput, seen: ReadonlyMap<string, unknown>): void {
  terms.forEach(({ companyId }, index) => {
    if (seen.has(companyId)) return;
    throw new NotFound('Company', companyId).at('terms', index, 'companyId');
  });
}

async function decide(tx: Tx, inputs: readonly CustomerInput[]) {
  const around = await gather(tx, inputs);
  return inputs.map((input, index) =>
    attempt((): CustomerPlan => {
      refuseHidden(input, around.companies);
      const match = around.matches[index];
      if (!match || match instanceof RuleViolation) throw match ?? new Error('A row has no match.');
      const id = match.known?.id ?? tx.newId();
      return planCustomer(input, { id, before: match.known }, around);
    }),
  );
}

/** Writes what belongs to the customers that were taken. */
async function writeParts(tx: Tx, taken: readonly CustomerPlan[]): Promise<void> {
  const own = <T>(list: readonly T[], id: string) =>
    list.map((part) => ({ customerId: id, ...part }));
  await insertAddresses(
    tx,
    taken.flatMap(({ id, addresses }) => own(addresses, id)),
  );
  await insertContacts(
    tx,
    taken.flatMap(({ id, contacts }) => own(contacts, id)),
  );
  await writeAgreements(
    tx,
    taken.flatMap(({ id, agreements }) => own(agreements, id)),
  );
}

/**
 * Makes customers and changes those that are there already: found by external reference, else by
 * code. One outcome for each input, in order; a refused one leaves nothing. The number of
 * statements does not grow with the list. Refuses by field; CODE_FIXED; DuplicateKey;
 * CustomerArchived.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly CustomerInput[],
): Promise<Outcome<Customer>[]> {
  if (inputs.length === 0) return [];
  return upserts.lookingAgain(inputs, (some) => upsertOnce(tx, some));
}

async function upsertOnce(tx: Tx, inputs: readonly CustomerInput[]): Promise<Outcome<Customer>[]> {
  const plans = await decide(tx, inputs);
  const written = await upserts.write(tx, { table: 'Customer', series: 'customer' }, plans);
  for (const outcome of written) {
    if (!isAccepted(outcome) || !outcome.ok.isChanged) continue;
    const { before, after } = outcome.ok;
    tx.emit((before ? customerChanged : customerCreated)({ before, after, data: {} }));
  }
  const taken = plans.filter((_, index) => 'ok' in (written[index] ?? {})) as CustomerPlan[];
  await writeParts(tx, taken);
  return written.map((outcome) =>
    isAccepted(outcome) ? { ok: outcome.ok.after } : { refused: outcome.refused },
  );
}
