/** What the books make of orders and customers: margins, and what is owed and on order. */
import { queries } from '../../modules/finance/index.js';
import { builder } from '../builder.js';
import { Customer } from '../crm/customer.js';
import { moneyOf, Profitability, type Told } from '../finance/profitability.js';
import { baseCurrencies, readOf } from '../finance/read.js';
import { computed } from '../noun.js';
import { Company } from '../platform/company.js';
import { SalesOrder } from '../sales/sales-order.js';
import { Money } from '../values.js';

computed(SalesOrder, 'profitability', {
  description: 'What it earned; null while the books know nothing of it, as of history.',
  permission: 'finance.report.read',
  type: Profitability,
  needs: ['id', 'companyId'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const read = readOf(reader);
    const margins = await queries.profitability(read, ids);
    const expected = await queries.expectedOfOrders(read, ids);
    return rows.map((row): Told | null => {
      const margin = margins.get(String(row.id));
      const baseCurrency = margin?.baseCurrency ?? null;
      if (!margin || baseCurrency === null) return null;
      return {
        ...{ ...margin, baseCurrency, companyId: String(row.companyId) },
        expected: expected.get(String(row.id)) ?? null,
      };
    });
  },
});

computed(Customer, 'profitability', {
  description: 'What each company earned with it; a company that earned nothing is left out.',
  permission: 'finance.report.read',
  type: [Profitability],
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const { companies } = reader.actor;
    const read = readOf(reader);
    const margins = await queries.customerProfitability(read, ids, companies);
    const expected = await queries.expectedOfCustomers(read, ids, companies);
    const told = margins.map((one) => ({
      ...one,
      expected: expected.get(`${one.customerId} ${one.companyId}`) ?? null,
    }));
    return ids.map((id) => told.filter(({ customerId }) => customerId === id));
  },
});

type Exposure = Awaited<ReturnType<typeof queries.exposures>>[number] & {
  readonly baseCurrency: string;
};

const CustomerExposure = builder.objectRef<Exposure>('CustomerExposure').implement({
  description: 'What a customer owes a company and has on order; the credit check reads it.',
  fields: (t) => ({
    company: t.field({
      type: Company.ref,
      description: 'The company that sells.',
      resolve: ({ companyId }, _args, context, info) =>
        context.reader.load(Company, companyId, info),
    }),
    receivable: t.field({
      type: Money,
      nullable: false,
      description: 'What it owes, in base currency; below zero when it has paid ahead.',
      resolve: ({ receivable, baseCurrency }) => moneyOf(receivable, baseCurrency),
    }),
    openOrders: t.field({
      type: Money,
      nullable: false,
      description: 'What of its confirmed orders is still to be billed, in base currency.',
      resolve: ({ openOrders, baseCurrency }) => moneyOf(openOrders, baseCurrency),
    }),
  }),
});

computed(Customer, 'exposures', {
  description: 'What it owes each company and has on order there.',
  permission: 'finance.exposure.read',
  type: [CustomerExposure],
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const found = await queries.exposures(readOf(reader), ids, reader.actor.companies);
    const currencies = await baseCurrencies(
      reader,
      found.map(({ companyId }) => companyId),
    );
    const told = found.map((one) => ({ ...one, baseCurrency: currencies.get(one.companyId)! }));
    return ids.map((id) => told.filter(({ customerId }) => customerId === id));
  },
});
