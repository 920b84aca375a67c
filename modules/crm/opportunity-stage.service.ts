import { insertMissing, nextVersion, type Row, type Tx } from '../events/index.js';
import { DuplicateKey, InvalidInput, ZERO } from '../kernel/index.js';
import {
  opportunityStageArchived,
  opportunityStageChanged,
  opportunityStageCreated,
} from './events.js';
import {
  cleanStage,
  type StageColumns,
  type StageDetails,
  standardStages,
} from './opportunity-stage.rules.js';

export type Stage = Row<'OpportunityStage'>;

export interface StageCreate extends StageDetails {
  readonly code: string;
  readonly name: string;
  readonly position: number;
}

/** Absent keeps. */
export interface StageChange extends StageDetails {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

async function insert(tx: Tx, stages: readonly StageColumns[]): Promise<Stage[]> {
  const rows = stages.map((stage) => ({ id: tx.newId(), ...stage, createdAt: tx.now }));
  const created = await insertMissing(tx, 'OpportunityStage', rows);
  for (const after of created) tx.emit(opportunityStageCreated({ before: null, after, data: {} }));
  return created;
}

const read = (tx: Tx): Promise<Stage[]> =>
  tx.db.selectFrom('OpportunityStage').selectAll().orderBy('position').orderBy('code').execute();

/**
 * The stages in their order, archived ones included. A group that has none gets the standard ones:
 * qualify, propose, negotiate, commit.
 */
export async function all(tx: Tx): Promise<Stage[]> {
  const stages = await read(tx);
  if (stages.length > 0) return stages;
  await insert(tx, standardStages);
  // Another transaction may have been the first: what it wrote is there by now.
  return read(tx);
}

/** Adds a stage. DuplicateKey for its code, QuantityOutOfRange, InvalidInput by field. */
export async function create(tx: Tx, input: StageCreate): Promise<Stage> {
  await all(tx);
  const { code, name, position } = input;
  const columns = cleanStage(input, { code, name, position, probabilityPercent: ZERO });
  const [created] = await insert(tx, [columns]);
  if (!created) throw new DuplicateKey('OpportunityStage', 'code', columns.code).at('code');
  return created;
}

/** Changes a stage for every opportunity in it. NotFound, StaleVersion, refusals by field. */
export async function change(tx: Tx, input: StageChange): Promise<Stage> {
  const before = await tx.lock('OpportunityStage', input.id, input.expectedVersion);
  const after = await nextVersion(tx, 'OpportunityStage', before, cleanStage(input, before));
  tx.emit(opportunityStageChanged({ before, after, data: {} }));
  return after;
}

function refuseLast(stages: readonly Stage[], id: string): void {
  if (stages.some((stage) => stage.id !== id && stage.archivedAt === null)) return;
  throw new InvalidInput('LAST_STAGE', 'The last stage in use cannot be archived.').at('id');
}

/** Takes a stage out of use: none enters it any more. NotFound, StaleVersion, LAST_STAGE. */
export async function archive(
  tx: Tx,
  { id, expectedVersion }: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Stage> {
  const before = await tx.lock('OpportunityStage', id, expectedVersion);
  if (before.archivedAt) return before;
  refuseLast(await read(tx), id);
  const after = await nextVersion(tx, 'OpportunityStage', before, { archivedAt: tx.now });
  tx.emit(opportunityStageArchived({ before, after, data: {} }));
  return after;
}
