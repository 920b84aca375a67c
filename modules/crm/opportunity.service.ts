import { sql } from 'kysely';
import { insertAll, Refused, type Tx } from '../events/index.js';
import { actors } from '../auth/index.js';
import {
  attemptEach,
  canSee,
  inField,
  InvalidInput,
  isAccepted,
  type LocalDate,
  next,
  NotFound,
  ZERO,
} from '../kernel/index.js';
import { companies, numberSeries } from '../platform/index.js';
import { CustomerArchived } from './errors.js';
import { opportunityChanged, opportunityCreated } from './events.js';
import * as customers from './queries.js';
import * as stages from './opportunity-stage.service.js';
import {
  enterStage,
  lineRow,
  linesOf,
  ofCustomer,
  type Line,
  type Opportunity,
  updateOpportunity,
} from './opportunity-rows.js';
import {
  cleanLine,
  cleanOpportunity,
  currencyOf,
  type OpportunityColumns,
  type OpportunityDetails,
  opportunityLifecycle,
  type OpportunityLineColumns,
  type OpportunityLineInput,
  refuseTooManyLines,
  type WantedItem,
  worth,
} from './opportunity.rules.js';

export { linesOf } from './opportunity-rows.js';
export {
  lose,
  moveStage,
  reopen,
  win,
  winByOrder,
  type OpportunityLoss,
} from './opportunity-status.service.js';

/** Answers the items among ids; crm knows no inventory, so whoever calls brings it. */
export type ItemsByIds = (ids: string[]) => Promise<ReadonlyMap<string, WantedItem>>;

export interface OpportunityCreate extends OpportunityDetails {
  readonly companyId: string;
  readonly customerId: string;
  readonly name: string;
  /** The customer's when absent. */
  readonly currency?: string | null;
  /** The first stage when absent. */
  readonly stageId?: string | null;
  readonly lines?: readonly OpportunityLineInput[] | null;
}

/** A line that replaces the one with its id, or is added when it has none. */
export interface OpportunityLinePut extends OpportunityLineInput {
  readonly id?: string | null;
}

/** Absent keeps, null clears. */
export interface OpportunityChange extends OpportunityDetails {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly lines?: readonly OpportunityLinePut[] | null;
  readonly removedLineIds?: readonly string[] | null;
}

/** The opportunities among ids that the actor sees, by id. One statement. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Map<string, Opportunity>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('Opportunity')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  const seen = rows.filter((row) => canSee(tx.actor, row.companyId));
  return new Map(seen.map((row) => [row.id, row]));
}

/** Who may be named: the customer's contact, and an owner in service or the actor himself. */
async function surroundings(tx: Tx, customerId: string, details: OpportunityDetails) {
  const { contactId, ownerId } = details;
  const contacts: Map<string, { readonly customerId: string }> = await customers.contacts(
    tx,
    contactId ? [contactId] : [],
  );
  const foreign = ownerId !== undefined && ownerId !== tx.actor.id ? [ownerId] : [];
  const owners = await actors.getMany(tx, foreign);
  return { customerId, contacts, owners };
}

async function cleaned(
  tx: Tx,
  details: OpportunityDetails,
  before: OpportunityColumns,
  customerId: string,
): Promise<OpportunityColumns> {
  const { contacts, owners } = await surroundings(tx, customerId, details);
  // What is kept was checked when it was given.
  if (before.contactId !== null && !contacts.has(before.contactId))
    contacts.set(before.contactId, { customerId });
  const knowsOwner = (id: string) => id === tx.actor.id || id === before.ownerId || owners.has(id);
  return cleanOpportunity(details, before, { customerId, contacts, knowsOwner });
}

async function cleanLines(
  lines: readonly OpportunityLineInput[],
  currency: string,
  itemsByIds: ItemsByIds,
): Promise<OpportunityLineColumns[]> {
  inField('lines', () => refuseTooManyLines(lines.length));
  const ids = [...new Set(lines.flatMap(({ itemId }) => itemId ?? []))];
  const items = ids.length > 0 ? await itemsByIds(ids) : new Map<string, WantedItem>();
  const outcome = attemptEach(lines, (line) => cleanLine(line, currency, items));
  if (isAccepted(outcome)) return outcome.ok;
  throw new Refused(outcome.refused.map((reason) => reason.at('lines')));
}

async function firstStage(tx: Tx, stageId: string | null | undefined) {
  const all = await stages.all(tx);
  const live = all.filter(({ archivedAt }) => archivedAt === null);
  const stage = stageId ? live.find(({ id }) => id === stageId) : live[0];
  if (!stage) throw new NotFound('OpportunityStage', stageId ?? '').at('stageId');
  return stage;
}

async function customerFor(tx: Tx, id: string) {
  const customer = (await customers.getMany(tx, [id])).get(id);
  if (!customer) throw new NotFound('Customer', id).at('customerId');
  if (customer.archivedAt) throw new CustomerArchived(customer.code).at('customerId');
  return customer;
}

async function numberFor(tx: Tx, companyId: string, on: LocalDate): Promise<string> {
  const [number] = await numberSeries.take(tx, { companyId, series: 'opportunity', on, count: 1 });
  return number!;
}

const unsaid = { contactId: null, amount: ZERO, probabilityPercent: null, expectedCloseOn: null };

/**
 * Enters an opportunity in its first stage, or in the one told. Refusals: NotFound,
 * CustomerArchived, QuantityOutOfRange, UnitMismatch and InvalidInput by field.
 */
export async function create(
  tx: Tx,
  input: OpportunityCreate,
  itemsByIds: ItemsByIds,
): Promise<Opportunity> {
  const { companyId, customerId } = input;
  const today = await companies.today(tx, companyId);
  const customer = await customerFor(tx, customerId);
  const currency = currencyOf(input.currency, customer.currency);
  const said = { ...unsaid, source: null, description: null, name: '', ownerId: tx.actor.id };
  const columns = await cleaned(tx, input, said, customerId);
  const lines = await cleanLines(input.lines ?? [], currency, itemsByIds);
  const amount = inField('lines', () => worth(lines, columns.amount));
  const stage = await firstStage(tx, input.stageId);
  const id = tx.newId();
  const number = await numberFor(tx, companyId, today);
  const state = { status: 'OPEN' as const, stageId: stage.id, stageEnteredAt: tx.now };
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  const row = {
    ...columns,
    ...state,
    ...made,
    id,
    companyId,
    customerId,
    number,
    currency,
    amount,
  };
  const [after] = await insertAll(tx, 'Opportunity', [row]);
  await insertAll(
    tx,
    'OpportunityLine',
    lines.map((line, index) => lineRow(tx, { id, companyId }, line, index + 1)),
  );
  await enterStage(tx, { id, companyId }, stage.id);
  tx.emit(opportunityCreated({ before: null, after: after!, data: ofCustomer(after!) }));
  return after!;
}

/** Refuses ids that name no line of the opportunity, or a line twice. */
function refuseForeignLines(ids: readonly string[], lines: readonly Line[]): void {
  const open = new Set(lines.map(({ id }) => id));
  for (const id of ids) {
    if (open.delete(id)) continue;
    if (!lines.some((line) => line.id === id)) throw new NotFound('OpportunityLine', id);
    throw new InvalidInput('LINE_REPEATED', 'The line {id} is given more than once.', { id });
  }
}

/** Puts lines in the place of those with their ids, adds those without, and takes some out. */
async function changeLines(
  tx: Tx,
  before: Opportunity,
  patch: OpportunityChange,
  itemsByIds: ItemsByIds,
): Promise<{ readonly netAmount: Line['netAmount'] }[]> {
  const puts = patch.lines ?? [];
  const lines = await linesOf(tx, [before.id]);
  const gone = [...puts.flatMap(({ id }) => id ?? []), ...(patch.removedLineIds ?? [])];
  inField('lines', () => refuseForeignLines(gone, lines));
  const cleanedPuts = await cleanLines(puts, before.currency, itemsByIds);
  const kept = lines.filter(({ id }) => !gone.includes(id));
  inField('lines', () => refuseTooManyLines(kept.length + puts.length));
  let position = Math.max(0, ...lines.map((line) => line.position));
  const written = cleanedPuts.map((line, index) => {
    const old = lines.find(({ id }) => id === puts[index]?.id);
    const row = lineRow(tx, before, line, old?.position ?? ++position);
    if (!old) return row;
    const { id, createdAt } = old;
    const customFields = old.customFields as Record<string, unknown>;
    return { ...row, id, createdAt, customFields, version: old.version + 1 };
  });
  if (gone.length > 0)
    await sql`delete from "OpportunityLine" where "id" = any(${gone}::uuid[])`.execute(tx.db);
  await insertAll(tx, 'OpportunityLine', written);
  return [...kept, ...written];
}

/**
 * Changes an open opportunity: its details and, by their ids, its lines; what is not named stays.
 * Refusals: TransitionRefused unless open, StaleVersion, and those of `create`.
 */
export async function change(
  tx: Tx,
  patch: OpportunityChange,
  itemsByIds: ItemsByIds,
): Promise<Opportunity> {
  const before = await tx.lock('Opportunity', patch.id, patch.expectedVersion);
  const status = next(opportunityLifecycle, before.status, 'change');
  const columns = await cleaned(tx, patch, before, before.customerId);
  const lines = await changeLines(tx, before, patch, itemsByIds);
  const amount = inField('lines', () => worth(lines, columns.amount));
  const after = await updateOpportunity(tx, before, { ...columns, amount, status });
  tx.emit(opportunityChanged({ before, after, data: ofCustomer(after) }));
  return after;
}
