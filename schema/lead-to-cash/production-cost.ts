/** What the books make of work orders and suppliers. */
import { queries } from '../../modules/finance/index.js';
import { builder } from '../builder.js';
import { moneyOf } from '../finance/profitability.js';
import { baseCurrencies, readOf } from '../finance/read.js';
import { LedgerCost } from '../finance/work-cost.js';
import { WorkOrder } from '../manufacturing/work-order.js';
import { computed } from '../noun.js';
import { Company } from '../platform/company.js';
import { Supplier } from '../purchasing/supplier.js';
import { Money } from '../values.js';

computed(WorkOrder, 'ledgerCost', {
  description: 'What it cost, as the ledger has it; null while the books know nothing of it.',
  permission: 'finance.report.read',
  type: LedgerCost,
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const costs = await queries.workOrderCosts(readOf(reader), ids);
    return ids.map((id) => costs.get(id) ?? null);
  },
});

type Exposure = Awaited<ReturnType<typeof queries.supplierExposures>>[number] & {
  readonly baseCurrency: string;
};

const SupplierExposure = builder.objectRef<Exposure>('SupplierExposure').implement({
  description: 'What a company owes a supplier.',
  fields: (t) => ({
    company: t.field({
      type: Company.ref,
      description: 'The company that buys.',
      resolve: ({ companyId }, _args, context, info) =>
        context.reader.load(Company, companyId, info),
    }),
    payable: t.field({
      type: Money,
      nullable: false,
      description: 'What it owes, in base currency; below zero when it has paid ahead.',
      resolve: ({ payable, baseCurrency }) => moneyOf(payable, baseCurrency),
    }),
  }),
});

computed(Supplier, 'exposures', {
  description: 'What each company owes it.',
  permission: 'finance.exposure.read',
  type: [SupplierExposure],
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const found = await queries.supplierExposures(readOf(reader), ids, reader.actor.companies);
    const currencies = await baseCurrencies(
      reader,
      found.map(({ companyId }) => companyId),
    );
    const told = found.map((one) => ({ ...one, baseCurrency: currencies.get(one.companyId)! }));
    return ids.map((id) => told.filter(({ supplierId }) => supplierId === id));
  },
});
