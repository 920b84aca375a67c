/** Every noun of the graph; what all of them share is added when all are declared. */
import './scalars.js';
import './custom-fields/value.js';
import './platform/company.js';
import './platform/reference.js';
import './auth/actor.js';
import './bulk/bulk-operation.js';
import './outbound/webhook.js';
import './auth/document-manifest.js';
import './crm/customer.js';
import './crm/customer-merge.js';
import './purchasing/supplier-merge.js';
import './inventory/item-merge.js';
import './platform/duplicates.js';
import './platform/custom-field.js';
import './inventory/stock.js';
import './lead-to-cash/purchasing.js';
import './lead-to-cash/making.js';
import './inventory/valuation.js';
import './inventory/lot.js';
import './inventory/stock-balance.js';
import './inventory/stock-documents.js';
import './sales/order-status.js';
import './lead-to-cash/sales.js';
import './lead-to-cash/finance.js';
import './lead-to-cash/manufacturing.js';
import './lead-to-cash/front-office.js';
import './platform/errors.js';
import './events/event.js';
import { addAvailableActions } from './events/available-action.js';
import { addTimelines } from './events/audit-entry.js';
import { addExternalRefs } from './platform/external-ref.js';

/** Adds timelines, available actions and external references to the nouns that have them. */
export function completeNouns(): void {
  addTimelines();
  addAvailableActions();
  addExternalRefs();
}
