import * as auth from './auth/events.js';
import * as bulk from './bulk/events.js';
import * as crm from './crm/events.js';
import * as finance from './finance/events.js';
import * as inventory from './inventory/events.js';
import * as manufacturing from './manufacturing/events.js';
import * as outbound from './outbound/events.js';
import * as platform from './platform/events.js';
import * as purchasing from './purchasing/events.js';
import * as sales from './sales/events.js';

/** A type of fact, and the table of the documents that it is told of. */
export interface KnownFact {
  readonly type: string;
  readonly documentType: string;
}

const isFact = (one: unknown): one is KnownFact =>
  typeof one === 'function' && 'type' in one && 'documentType' in one;

const told: readonly unknown[] = [
  ...Object.values(auth),
  ...Object.values(bulk),
  ...Object.values(crm),
  ...Object.values(finance),
  ...Object.values(inventory),
  ...Object.values(manufacturing),
  ...Object.values(outbound),
  ...Object.values(platform),
  ...Object.values(purchasing),
  ...Object.values(sales),
];

/** Every fact that can stand in the log, as each module declares its own. */
export const allFacts = told.filter(isFact);
