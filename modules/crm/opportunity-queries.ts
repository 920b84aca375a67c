/** Runs one statement, on the pool or on a transaction; rows are lists. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

/** The probabilities of stages in percent, as text, by stage. One statement. */
export async function stagePercents(
  read: Read,
  stageIds: readonly string[],
): Promise<Map<string, string>> {
  const text = `select "id", "probabilityPercent" from "OpportunityStage"
    where "id" = any($1::uuid[])`;
  const rows = await read({ text, values: [[...new Set(stageIds)]] });
  return new Map(rows.map(([id, percent]) => [String(id), String(percent)]));
}

/** The planned activity that is due next of each opportunity: its id. One statement. */
export async function nextActivities(
  read: Read,
  opportunityIds: readonly string[],
): Promise<Map<string, string>> {
  const text = `select distinct on ("documentId") "documentId", "id" from "Activity"
    where "documentId" = any($1::uuid[]) and "documentType" = 'Opportunity'
      and "status" = 'PLANNED'
    order by "documentId", "dueAt" nulls last, "id"`;
  const rows = await read({ text, values: [[...new Set(opportunityIds)]] });
  return new Map(rows.map(([documentId, id]) => [String(documentId), String(id)]));
}
