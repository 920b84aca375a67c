import { AuditEntry } from '../../schema/events/audit-entry.js';
import { Actor, ApiKey, Role } from '../../schema/auth/actor.js';
import { Company, NumberSeries } from '../../schema/platform/company.js';
import {
  Currency,
  ExchangeRate,
  PaymentTerms,
  TaxCode,
  Unit,
} from '../../schema/platform/reference.js';
import { WorkCalendar } from '../../schema/platform/work-calendar.js';
import { list, reads } from '../reads.js';

reads(Company, { one: 'company', many: 'companies' });
reads(Currency, { one: 'currency', many: 'currencies' });
reads(Unit, { one: 'unit', many: 'units' });
reads(PaymentTerms, { one: 'paymentTerms', many: 'paymentTermsList' });
reads(TaxCode, { one: 'taxCode', many: 'taxCodes' });
reads(WorkCalendar, { one: 'workCalendar', many: 'workCalendars' });
reads(Actor, { one: 'actor', many: 'actors' });
reads(Role, { one: 'role', many: 'roles' });
list(ExchangeRate, 'exchangeRates', 'The exchange rates: filtered, ordered and paged.');
list(NumberSeries, 'numberSeriesList', 'How documents are numbered.');
list(ApiKey, 'apiKeys', 'The API keys, without their secrets.');
list(AuditEntry, 'auditEntries', 'Who changed what, over all documents.');
