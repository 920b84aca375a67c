import { sql } from 'kysely';
import {
  insertMissing,
  nextVersion,
  orThrow,
  Refused,
  type Row,
  type Tx,
  updateAll,
} from '../events/index.js';
import { customers } from '../crm/index.js';
import {
  accepted,
  attempt,
  byField,
  canSee,
  distinct,
  DuplicateKey,
  InvalidInput,
  isAccepted,
  NotFound,
  type Outcome,
  present,
  refused,
  repeatedRows,
  RuleViolation,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { priceListArchived, priceListChanged, priceListCreated } from './events.js';
import {
  cleanIdentity,
  cleanPriceList,
  type PriceInput,
  type PriceListColumns,
  type PriceListDetails,
} from './price-list.rules.js';
import * as prices from './price-set.service.js';

export type PriceList = Row<'PriceList'>;

/** A list as a caller writes it. */
export interface PriceListInput extends PriceListDetails {
  readonly companyId: string;
  readonly code: string;
  readonly name: string;
  readonly currency: string;
}

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** Absent keeps, null clears; the code and the currency stay. */
export interface PriceListChange extends PriceListDetails, Versioned {}

const unsaid: PriceListColumns = { name: '', customerId: null, validFrom: null, validTo: null };

async function knownCustomers(tx: Tx, ids: readonly (string | null | undefined)[]) {
  const known = await customers.getMany(tx, distinct(ids));
  return (id: string): boolean => known.has(id);
}

const keyOf = ({ companyId, code }: Pick<PriceList, 'companyId' | 'code'>): string =>
  `${companyId} ${code}`;

async function existing(tx: Tx, inputs: readonly PriceListInput[]) {
  const { rows } = await sql<PriceList>`
    select * from "PriceList" where ("companyId", "code") in (
      select * from unnest(
        ${inputs.map(({ companyId }) => companyId)}::uuid[],
        ${inputs.map(({ code }) => code.trim())}::text[]))
    order by "id" for no key update
  `.execute(tx.db);
  const seen = rows.filter(({ companyId }) => canSee(tx.actor, companyId));
  return new Map(seen.map((row) => [keyOf(row), row]));
}

function cleanNew(input: PriceListInput, knowsCustomer: (id: string) => boolean) {
  const identity = cleanIdentity(input);
  return { ...identity, ...cleanPriceList(input, unsaid, knowsCustomer) };
}

function cleanKnown(
  input: PriceListInput,
  before: PriceList,
  knowsCustomer: (id: string) => boolean,
) {
  refuseArchived(before);
  if (input.currency !== before.currency) {
    const message = 'The prices of the list are in {currency}, which does not change.';
    const params = { currency: before.currency };
    throw new InvalidInput('CURRENCY_FIXED', message, params).at('currency');
  }
  return cleanPriceList(input, before, knowsCustomer);
}

async function insert(tx: Tx, companyId: string, columns: ReturnType<typeof cleanNew>) {
  const row = { ...columns, id: tx.newId(), companyId, createdAt: tx.now, updatedAt: tx.now };
  const [after] = await insertMissing(tx, 'PriceList', [row]);
  if (!after) throw new DuplicateKey('PriceList', 'code', columns.code).at('code');
  tx.emit(priceListCreated({ before: null, after, data: {} }));
  return after;
}

async function update(tx: Tx, before: PriceList, patch: Partial<PriceList>): Promise<PriceList> {
  return nextVersion(tx, 'PriceList', before, { ...patch, customFields: undefined });
}

function refuseArchived({ code, archivedAt }: PriceList): void {
  if (archivedAt === null) return;
  const message = 'The price list {list} is archived.';
  throw new InvalidInput('PRICE_LIST_ARCHIVED', message, { list: code });
}

/**
 * Makes a list of a company, for one customer or for everybody. DuplicateKey for its code, NotFound
 * and InvalidInput by field.
 */
export async function create(tx: Tx, input: PriceListInput): Promise<PriceList> {
  const { id: companyId } = await byField('companyId', () => companies.get(tx, input.companyId));
  const knowsCustomer = await knownCustomers(tx, [input.customerId]);
  return insert(tx, companyId, cleanNew(input, knowsCustomer));
}

/** Changes what a list says of itself. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, patch: PriceListChange): Promise<PriceList> {
  const before = await tx.lock('PriceList', patch.id, patch.expectedVersion);
  refuseArchived(before);
  const knowsCustomer = await knownCustomers(tx, [patch.customerId, before.customerId]);
  const after = await update(tx, before, cleanPriceList(patch, before, knowsCustomer));
  tx.emit(priceListChanged({ before, after, data: {} }));
  return after;
}

/** Takes a list out of use: nothing is priced by it any more. NotFound, StaleVersion. */
export async function archive(tx: Tx, { id, expectedVersion }: Versioned): Promise<PriceList> {
  const before = await tx.lock('PriceList', id, expectedVersion);
  if (before.archivedAt) return before;
  const after = await update(tx, before, { archivedAt: tx.now });
  tx.emit(priceListArchived({ before, after, data: {} }));
  return after;
}

function isSame(before: PriceList, columns: PriceListColumns): boolean {
  return (Object.keys(columns) as (keyof PriceListColumns)[]).every(
    (field) => before[field] === columns[field],
  );
}

type Decided =
  | { readonly before: PriceList; readonly columns: PriceListColumns }
  | {
      readonly before: undefined;
      readonly columns: ReturnType<typeof cleanNew> & { readonly companyId: string };
    };

async function decide(tx: Tx, inputs: readonly PriceListInput[]) {
  const founded = await companies.seen(tx, distinct(inputs.map((input) => input.companyId)));
  const known = await existing(tx, inputs);
  const knowsCustomer = await knownCustomers(
    tx,
    [...inputs, ...known.values()].map(({ customerId }) => customerId),
  );
  const keys = inputs.map((input) => keyOf({ ...input, code: input.code.trim() }));
  const value = (index: number): string => inputs[index]?.code ?? '';
  const repeated = repeatedRows(keys, { noun: 'PriceList', field: 'code', value });
  return inputs.map((input, index) =>
    attempt((): Decided => {
      if (repeated[index]) throw repeated[index];
      const { companyId } = input;
      if (!founded.has(companyId)) throw new NotFound('Company', companyId).at('companyId');
      const before = known.get(keys[index] ?? '');
      return before
        ? { before, columns: cleanKnown(input, before, knowsCustomer) }
        : { before, columns: { companyId, ...cleanNew(input, knowsCustomer) } };
    }),
  );
}

/**
 * Makes lists, and changes those whose code is there. One outcome for each input, in order; of two
 * for one code the second is refused. The number of statements does not grow with the list.
 */
export async function upsertMany(
  tx: Tx,
  inputs: readonly PriceListInput[],
): Promise<Outcome<PriceList>[]> {
  const decided = await decide(tx, inputs);
  const good = decided.flatMap((one) => (one instanceof RuleViolation ? [] : [one]));
  const fresh = good.flatMap((one) => (one.before === undefined ? [one.columns] : []));
  const stale = good.flatMap((one) =>
    one.before && !isSame(one.before, one.columns) ? [one] : [],
  );
  const made = await insertMissing(
    tx,
    'PriceList',
    fresh.map((columns) => {
      return {
        ...columns,
        id: tx.newId(),
        version: 1,
        customFields: {},
        createdAt: tx.now,
        updatedAt: tx.now,
      };
    }),
  );
  const changed = await updateAll(
    tx,
    'PriceList',
    stale.map(({ before, columns: { name, customerId, validFrom, validTo } }) => {
      const told = { id: before.id, name, customerId, validFrom, validTo };
      return { ...told, version: before.version + 1, updatedAt: tx.now };
    }),
  );
  for (const after of made) tx.emit(priceListCreated({ before: null, after, data: {} }));
  changed.forEach((after, index) => {
    tx.emit(priceListChanged({ before: present(stale[index]).before, after, data: {} }));
  });
  const written = new Map([...made, ...changed].map((row) => [keyOf(row), row]));
  return decided.map((one): Outcome<PriceList> => {
    if (one instanceof RuleViolation) return refused(one);
    const after = written.get(keyOf(one.before ?? one.columns)) ?? one.before;
    if (after) return accepted(after);
    const code = 'code' in one.columns ? one.columns.code : '';
    return refused(new DuplicateKey('PriceList', 'code', code).at('code'));
  });
}

/**
 * Sets prices of a list: all or none, each replacing the one for the same item, unit, break and
 * first day. Refusals by the place of the price; StaleVersion, PRICE_LIST_ARCHIVED.
 */
export async function setPrices(
  tx: Tx,
  input: Versioned & { readonly prices: readonly PriceInput[] },
): Promise<PriceList> {
  const list = await tx.lock('PriceList', input.id, input.expectedVersion);
  refuseArchived(list);
  const outcomes = await prices.setMany(tx, { priceListId: list.id, prices: input.prices });
  const reasons = outcomes.flatMap((outcome, index) =>
    isAccepted(outcome) ? [] : outcome.refused.map((reason) => reason.at('prices', index)),
  );
  if (reasons.length > 1) throw new Refused(reasons);
  if (reasons.length === 1) orThrow(refused(present(reasons[0])));
  return list;
}
