import type { Client } from '../../clients/typescript/client.js';
import {
  BalanceSheetDocument,
  IncomeStatementDocument,
  OpenPayablesDocument,
  OpenReceivablesDocument,
  OrderMarginDocument,
  TrialBalanceDocument,
} from '../../clients/typescript/generated/graphql.js';

const FIRST = '2000-01-01';
const today = (): string => new Date().toISOString().slice(0, 10);

/** Reads the books of a company by the shipped operations; amounts in base currency. */
export function bookkeeper(client: Client, company: string) {
  return {
    /** What the accounts hold that are not empty, by name: debits less credits. */
    async balances(to = today()): Promise<Record<string, string>> {
      const asked = { company, from: FIRST, to };
      const { rows } = (await client.request(TrialBalanceDocument, asked)).trialBalance!;
      const held = rows.filter(({ closing }) => closing.amount !== '0');
      return Object.fromEntries(held.map(({ name, closing }) => [name, closing.amount]));
    },
    /** What an account moved, by name: its debits and its credits. */
    async turnover(account: string) {
      const asked = { company, from: FIRST, to: today() };
      const { rows } = (await client.request(TrialBalanceDocument, asked)).trialBalance!;
      const found = rows.find(({ name }) => name === account);
      return found && [found.debit.amount, found.credit.amount];
    },
    async income(from = FIRST, to = today()) {
      const asked = { company, from, to };
      return (await client.request(IncomeStatementDocument, asked)).incomeStatement!;
    },
    /** A balance sheet by the names of its accounts, with its sums. */
    async sheet(asOf: string) {
      const { balanceSheet } = await client.request(BalanceSheetDocument, { company, asOf });
      const { assets, totalAssets, totalLiabilities, totalEquity } = balanceSheet!;
      const named = assets.map(({ name, balance }) => [name, balance.amount]);
      const sums = [totalAssets, totalLiabilities, totalEquity].map(({ amount }) => amount);
      return { assets: Object.fromEntries(named) as Record<string, string>, sums };
    },
    async receivable() {
      const asked = { company, asOf: today() };
      return (await client.request(OpenReceivablesDocument, asked)).openReceivables!.total.amount;
    },
    async payable() {
      const asked = { company, asOf: today() };
      return (await client.request(OpenPayablesDocument, asked)).openPayables!.total.amount;
    },
    async margin(salesOrder: string) {
      const answer = await client.request(OrderMarginDocument, { salesOrder });
      return answer.salesOrder!.profitability!;
    },
  };
}
