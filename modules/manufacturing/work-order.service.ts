// The verbs of a work order, gathered for the door.
export { companiesOf } from './work-order-known.service.js';
export { create, plan, type PlanDemand, type PlanOptions } from './work-order-plan.service.js';
export {
  release,
  releaseHeld,
  releaseMany,
  type ReleaseOptions,
} from './work-order-release.service.js';
export {
  complete,
  completeMany,
  type CompletionLine,
  type CompletionOptions,
} from './production.service.js';
export {
  giveBack as returnMaterials,
  issue as issueMaterials,
  type MaterialIssue,
  type MaterialReturn,
} from './material.service.js';
export type { Versioned, WorkOrder } from './work-order-rows.js';
export {
  change,
  pause,
  resume,
  type WithReason,
  type WorkOrderChange,
} from './work-order-status.service.js';
export {
  cancel,
  cancelNotBegun,
  openFor,
  type OpenWorkOrder,
  type WorkOrderCancel,
} from './work-order-cancel.service.js';
export { close, closeMany, type CloseOptions } from './work-order-close.service.js';
