import { randomUUID } from 'node:crypto';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  AfterSalesDocument,
  JobCardFinishDocument,
  JobCardReportDocument,
  SalesOrderMakeWorkOrdersDocument,
  WorkOrderChangeDocument,
  WorkOrderIssueMaterialsDocument,
  WorkOrdersCloseDocument,
  WorkOrdersCompleteDocument,
  WorkOrdersPlanDocument,
  WorkOrdersReleaseDocument,
  WorkOrderWithPartsDocument,
  type JobCardReportInput,
  type SalesOrderMakeWorkOrdersInput,
  type WorkOrderChangeInput,
  type WorkOrderCompletionInput,
  type WorkOrderDemandInput,
  type WorkOrderIssueMaterialsInput,
  type WorkOrdersCompleteInput,
  type WorkOrdersReleaseInput,
} from '../../clients/typescript/generated/graphql.js';
import type { Maker } from './graph-maker.js';

const key = () => ({ idempotencyKey: randomUUID() });
const refs = (ids: readonly string[]) => ids.map((id) => ({ id }));

/** Makes what a maker sells by the shipped operations; each step throws the refusal it meets. */
export function producer(client: Client, maker: Maker) {
  return { ...planning(client, maker), ...making(client), ...looking(client) };
}

function planning(client: Client, { companyId, warehouseId }: Maker) {
  return {
    /** Makes the work orders of an order in one click; answers their ids, the bike's first. */
    async make(id: string, told: Partial<SalesOrderMakeWorkOrdersInput> = {}) {
      const input = { id, release: true, ...told };
      const answer = await client.request(SalesOrderMakeWorkOrdersDocument, { input }, key());
      const { salesOrder } = done(answer.salesOrderMakeWorkOrders);
      const { nodes } = salesOrder!.workOrders!;
      return nodes.filter(({ status }) => status !== 'CANCELLED').map((one) => one.id);
    },
    /** Plans work orders for stock, and hands them to the shop floor. */
    async stockUp(itemId: string, quantity: string, told: Partial<WorkOrderDemandInput> = {}) {
      const dueOn = new Date().toISOString().slice(0, 10);
      const demands = [{ companyId, warehouseId, itemId, quantity, dueOn, ...told }];
      const input = { demands };
      const { workOrdersPlan } = await client.request(WorkOrdersPlanDocument, { input }, key());
      const ids = done(workOrdersPlan).workOrders.map((one) => one!.id);
      await release(client, ids);
      return ids;
    },
    release: (ids: readonly string[], policy?: WorkOrdersReleaseInput['policy']) =>
      release(client, ids, policy),
    /** Changes a work order that is only planned. */
    async change(id: string, told: Partial<WorkOrderChangeInput>) {
      const input = { id, ...told };
      const { workOrderChange } = await client.request(WorkOrderChangeDocument, { input });
      return done(workOrderChange).workOrder!;
    },
  };
}

async function release(
  client: Client,
  ids: readonly string[],
  policy?: WorkOrdersReleaseInput['policy'],
) {
  const input = { workOrders: refs(ids), policy };
  const { workOrdersRelease } = await client.request(WorkOrdersReleaseDocument, { input }, key());
  return done(workOrdersRelease).workOrders.map((one) => one!);
}

function making(client: Client) {
  return {
    /** Takes materials into a work order: all that it needs, or what is told. */
    async issue(id: string, told: Partial<WorkOrderIssueMaterialsInput> = {}) {
      const input = { id, ...told };
      const answer = await client.request(WorkOrderIssueMaterialsDocument, { input }, key());
      return done(answer.workOrderIssueMaterials).workOrder!;
    },
    /** Reports of a job card what was done, in the minutes that are told. */
    async report(input: JobCardReportInput) {
      const { jobCardReport } = await client.request(JobCardReportDocument, { input }, key());
      return done(jobCardReport).jobCard!;
    },
    async finish(id: string) {
      const finishing = { input: { id } };
      const { jobCardFinish } = await client.request(JobCardFinishDocument, finishing, key());
      return done(jobCardFinish).jobCard!;
    },
    /** Reports what is made: by hand what was issued and worked, or with `asPlanned` all of it. */
    async complete(lines: WorkOrderCompletionInput[], told: Partial<WorkOrdersCompleteInput> = {}) {
      const input = { lines, ...told };
      const answer = await client.request(WorkOrdersCompleteDocument, { input }, key());
      return done(answer.workOrdersComplete).workOrders.map((one) => one!);
    },
    async close(ids: readonly string[]) {
      const input = { workOrders: refs(ids) };
      const { workOrdersClose } = await client.request(WorkOrdersCloseDocument, { input }, key());
      return done(workOrdersClose).workOrders.map((one) => one!);
    },
  };
}

/** Issues the materials and reports the time that the plan says. */
export const asPlanned = { issue: true, reportTime: true } as const;

function looking(client: Client) {
  return {
    /** A work order with its materials, its job cards and its cost. */
    workOrder: async (id: string) =>
      (await client.request(WorkOrderWithPartsDocument, { id })).workOrder!,
    /** The lines of an order with how far they are. */
    linesOf: async (id: string) =>
      (await client.request(AfterSalesDocument, { by: { id } })).salesOrder!.lines!.nodes,
  };
}
