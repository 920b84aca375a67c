import * as auth from './auth/events.js';
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

const isFact = (told: unknown): told is KnownFact =>
  typeof told === 'function' && 'type' in told && 'documentType' in told;

/** Every fact that can stand in the log, as each module declares its own. */
export const allFacts: readonly KnownFact[] = [
  ...Object.values(auth),
  ...Object.values(crm),
  ...Object.values(finance),
  ...Object.values(inventory),
  ...Object.values(manufacturing),
  ...Object.values(outbound),
  ...Object.values(platform),
  ...Object.values(purchasing),
  ...Object.values(sales),
].filter((told: unknown) => isFact(told));
