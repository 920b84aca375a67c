/** Every entrance of the graph. */
import './reads.js';
import './platform/company.js';
import './platform/reference.js';
import './auth/actor.js';
import './crm/customer.js';
import './crm/customer-parts.js';
import './inventory/item.js';
import './inventory/stock.js';
import './sales/sales-order.js';
import './sales/delivery.js';
import './sales/sales-invoice.js';
import './sales/sales-order-status.js';
import './finance/fiscal-period.js';
import './finance/journal-entry.js';
import './finance/payment.js';
import './finance/reports.js';
