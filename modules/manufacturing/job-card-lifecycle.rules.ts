import { lifecycle } from '../kernel/index.js';

/** How an operation goes. It becomes READY by itself, when the one before it hands something on. */
export const jobCardLifecycle = lifecycle({
  subject: 'Job card',
  initial: 'PENDING',
  states: {
    PENDING: { ready: 'READY', skip: 'SKIPPED' },
    READY: { setUp: 'SETUP', start: 'RUNNING', report: 'RUNNING', finish: 'DONE', skip: 'SKIPPED' },
    SETUP: { start: 'RUNNING', stop: 'STOPPED', report: 'RUNNING' },
    RUNNING: { stop: 'STOPPED', report: 'RUNNING', finish: 'DONE' },
    STOPPED: { setUp: 'SETUP', start: 'RUNNING', report: 'STOPPED', finish: 'DONE' },
    DONE: {},
    SKIPPED: {},
  },
});

/** The moves of a job card that a caller may ask for. */
export const jobCardVerbs = ['setUp', 'start', 'stop', 'report', 'finish', 'skip'] as const;
