import { lifecycle } from '../kernel/index.js';

/**
 * What becomes of a work order. `start` and `reportProduction` are asked by nobody: they follow
 * from the first material, the first operation and each completion that is not the last.
 */
export const workOrderLifecycle = lifecycle({
  subject: 'Work order',
  initial: 'PLANNED',
  states: {
    PLANNED: { change: 'PLANNED', release: 'RELEASED', cancel: 'CANCELLED' },
    RELEASED: {
      start: 'IN_PROGRESS',
      issueMaterials: 'RELEASED',
      complete: 'COMPLETED',
      cancel: 'CANCELLED',
    },
    IN_PROGRESS: {
      issueMaterials: 'IN_PROGRESS',
      returnMaterials: 'IN_PROGRESS',
      reportProduction: 'IN_PROGRESS',
      complete: 'COMPLETED',
      pause: 'PAUSED',
    },
    PAUSED: { resume: 'IN_PROGRESS', returnMaterials: 'PAUSED' },
    COMPLETED: {
      issueMaterials: 'COMPLETED',
      returnMaterials: 'COMPLETED',
      close: 'CLOSED',
    },
    CLOSED: {},
    CANCELLED: {},
  },
});

/** The moves of a work order that a caller may ask for; the others follow from what is reported. */
export const workOrderVerbs = [
  'change',
  'release',
  'issueMaterials',
  'returnMaterials',
  'complete',
  'pause',
  'resume',
  'cancel',
  'close',
] as const;
