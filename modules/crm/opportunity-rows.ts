import { sql } from 'kysely';
import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import type { OpportunityLineColumns } from './opportunity.rules.js';

export type Opportunity = Row<'Opportunity'>;
export type Line = Row<'OpportunityLine'>;

/** The lines of opportunities in the order of their positions. One statement. */
export async function linesOf(tx: Tx, opportunityIds: readonly string[]): Promise<Line[]> {
  if (opportunityIds.length === 0) return [];
  return tx.db
    .selectFrom('OpportunityLine')
    .selectAll()
    .where('opportunityId', '=', sql<string>`any(${[...opportunityIds]}::uuid[])`)
    .orderBy('opportunityId')
    .orderBy('position')
    .execute();
}

/** A line's row, as it stands in a new or changed opportunity. */
export function lineRow(
  tx: Tx,
  opportunity: { readonly id: string; readonly companyId: string },
  line: OpportunityLineColumns,
  position: number,
) {
  return {
    ...line,
    id: tx.newId(),
    version: 1,
    companyId: opportunity.companyId,
    opportunityId: opportunity.id,
    position,
    customFields: {},
    createdAt: tx.now,
  };
}

/** Writes an opportunity that is locked, and counts its version. */
export async function updateOpportunity(
  tx: Tx,
  before: Opportunity,
  patch: Partial<Opportunity>,
): Promise<Opportunity> {
  return nextVersion(tx, 'Opportunity', before, { ...patch, customFields: undefined });
}

/** Begins a stage of an opportunity. */
export async function enterStage(
  tx: Tx,
  opportunity: { readonly id: string; readonly companyId: string },
  stageId: string,
): Promise<void> {
  const { id: opportunityId, companyId } = opportunity;
  const entered = { id: tx.newId(), companyId, opportunityId, stageId, enteredAt: tx.now };
  await insertAll(tx, 'OpportunityStageChange', [{ ...entered, actorId: tx.actor.id }]);
}

/** Ends the stage that an opportunity is in; `outcome` tells when it was closed there. */
export async function leaveStage(
  tx: Tx,
  opportunityId: string,
  outcome: 'WON' | 'LOST' | null = null,
): Promise<void> {
  await tx.db
    .updateTable('OpportunityStageChange')
    .set({ leftAt: tx.now, outcome })
    .where('opportunityId', '=', opportunityId)
    .where('leftAt', 'is', null)
    .execute();
}

/** Whose opportunity it is, as each of its facts tells. */
export const ofCustomer = ({ customerId }: Opportunity) => ({ customerId });
