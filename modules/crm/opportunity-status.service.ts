import type { Tx } from '../events/index.js';
import { InvalidInput, next, NotFound } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import {
  opportunityLost,
  opportunityReopened,
  opportunityStageMoved,
  opportunityWon,
} from './events.js';
import {
  enterStage,
  leaveStage,
  ofCustomer,
  type Opportunity,
  updateOpportunity,
} from './opportunity-rows.js';
import { lossOf, opportunityLifecycle } from './opportunity.rules.js';
import * as stages from './opportunity-stage.service.js';

interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface OpportunityLoss extends Versioned {
  readonly reason: string;
  readonly competitor?: string | null;
}

async function liveStage(tx: Tx, id: string) {
  const stage = (await stages.all(tx)).find((one) => one.id === id);
  if (!stage) throw new NotFound('OpportunityStage', id).at('stageId');
  if (stage.archivedAt === null) return stage;
  const message = 'The stage {stage} is archived.';
  throw new InvalidInput('STAGE_ARCHIVED', message, { stage: stage.code }).at('stageId');
}

/**
 * Moves an open opportunity to another stage; one that is there already is answered as it is.
 * Refusals: TransitionRefused unless open, StaleVersion, NotFound, STAGE_ARCHIVED.
 */
export async function moveStage(
  tx: Tx,
  { id, expectedVersion, stageId }: Versioned & { readonly stageId: string },
): Promise<Opportunity> {
  const before = await tx.lock('Opportunity', id, expectedVersion);
  const status = next(opportunityLifecycle, before.status, 'moveStage');
  if (before.stageId === stageId) return before;
  const stage = await liveStage(tx, stageId);
  await leaveStage(tx, id);
  await enterStage(tx, before, stage.id);
  const moved = { status, stageId: stage.id, stageEnteredAt: tx.now };
  const after = await updateOpportunity(tx, before, moved);
  tx.emit(opportunityStageMoved({ before, after, data: ofCustomer(after) }));
  return after;
}

async function won(tx: Tx, before: Opportunity): Promise<Opportunity> {
  const status = next(opportunityLifecycle, before.status, 'win');
  const closedOn = await companies.today(tx, before.companyId);
  await leaveStage(tx, before.id, 'WON');
  const after = await updateOpportunity(tx, before, { status, closedOn });
  tx.emit(opportunityWon({ before, after, data: ofCustomer(after) }));
  return after;
}

async function reopened(tx: Tx, before: Opportunity): Promise<Opportunity> {
  const status = next(opportunityLifecycle, before.status, 'reopen');
  await enterStage(tx, before, before.stageId);
  const open = { closedOn: null, lostReason: null, competitor: null, stageEnteredAt: tx.now };
  const after = await updateOpportunity(tx, before, { ...open, status });
  tx.emit(opportunityReopened({ before, after, data: ofCustomer(after) }));
  return after;
}

/** Wins an open opportunity. Refusals: TransitionRefused, StaleVersion. */
export async function win(tx: Tx, { id, expectedVersion }: Versioned): Promise<Opportunity> {
  return won(tx, await tx.lock('Opportunity', id, expectedVersion));
}

/** Wins an opportunity that something was ordered of, in whatever state it is. NotFound. */
export async function winByOrder(tx: Tx, id: string): Promise<Opportunity> {
  const before = await tx.lock('Opportunity', id);
  if (before.status === 'WON') return before;
  return won(tx, before.status === 'LOST' ? await reopened(tx, before) : before);
}

/** Gives up an open opportunity, with the reason. Refusals: TransitionRefused, StaleVersion. */
export async function lose(tx: Tx, input: OpportunityLoss): Promise<Opportunity> {
  const loss = lossOf(input);
  const before = await tx.lock('Opportunity', input.id, input.expectedVersion);
  const status = next(opportunityLifecycle, before.status, 'lose');
  const closedOn = await companies.today(tx, before.companyId);
  await leaveStage(tx, before.id, 'LOST');
  const after = await updateOpportunity(tx, before, { ...loss, status, closedOn });
  tx.emit(opportunityLost({ before, after, data: ofCustomer(after) }));
  return after;
}

/**
 * Opens a closed opportunity again, in the stage it was closed in. Refusals: TransitionRefused,
 * StaleVersion.
 */
export async function reopen(tx: Tx, { id, expectedVersion }: Versioned): Promise<Opportunity> {
  return reopened(tx, await tx.lock('Opportunity', id, expectedVersion));
}
