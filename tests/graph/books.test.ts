import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop } from '../support/graph-shop.js';
import { codesOf } from '../support/graph.js';
import { openSold, type Sold } from '../support/sold.js';

let sold: Sold;

beforeAll(async () => {
  sold = await openSold();
});

afterAll(() => sold.graph.close());

describe('a sold and invoiced order', () => {
  it('tells its margin from the ledger, and so does its customer', async () => {
    const margin = `revenue { amount currency } chargesRevenue { amount } costOfSales { amount }
      margin { amount } marginPercent company { code }`;
    const answer = await sold.ask(
      `query ($id: ID!) { salesOrder(by: { id: $id }) { status profitability { ${margin} }
        customer { profitability { ${margin} }
          exposures { receivable { amount currency } openOrders { amount } company { code } } } } }`,
      { id: sold.orderId },
    );
    const profitability = {
      revenue: { amount: '200', currency: 'USD' },
      chargesRevenue: { amount: '10' },
      costOfSales: { amount: '80' },
      margin: { amount: '130' },
      marginPercent: '61.9048',
      company: { code: 'ACME' },
    };
    const exposure = {
      receivable: { amount: '230', currency: 'USD' },
      openOrders: { amount: '0' },
      company: { code: 'ACME' },
    };
    expect(answer).toEqual({
      salesOrder: {
        status: 'INVOICED',
        profitability,
        customer: { profitability: [profitability], exposures: [exposure] },
      },
    });
  });

  it('leads from its lines to what was reserved, delivered and billed, and back', async () => {
    const answer = await sold.ask(
      `query ($id: ID!) { salesOrder(by: { id: $id }) { lines { nodes {
        kind status shipped { value unit } invoiced { value }
        item { code salesOrderLines { totalCount } }
        reservations { nodes { quantity { value } document { ... on SalesOrder { id } } } }
        deliveryLines { nodes { stockMoves { nodes { value { amount } deliveryLine { position }
          document { ... on Delivery { salesOrder { id } } } } } } }
        salesInvoiceLines { nodes { netAmount { amount } salesInvoice { id } } } } } } }`,
      { id: sold.orderId },
    );
    const move = {
      value: { amount: '-80' },
      deliveryLine: { position: 1 },
      document: { salesOrder: { id: sold.orderId } },
    };
    const billed = (amount: string) => ({
      nodes: [{ netAmount: { amount }, salesInvoice: { id: sold.invoiceId } }],
    });
    const goods = {
      kind: 'ITEM',
      status: 'INVOICED',
      shipped: { value: '4', unit: 'C62' },
      invoiced: { value: '4' },
      item: { code: 'ACME-I', salesOrderLines: { totalCount: 1 } },
      reservations: { nodes: [{ quantity: { value: '0' }, document: { id: sold.orderId } }] },
      deliveryLines: { nodes: [{ stockMoves: { nodes: [move] } }] },
      salesInvoiceLines: billed('200'),
    };
    const freight = { kind: 'CHARGE', item: null, salesInvoiceLines: billed('10') };
    expect(answer).toMatchObject({ salesOrder: { lines: { nodes: [goods, freight] } } });
  });

  it('leads to the vouchers of its delivery and its invoice, and back', async () => {
    const answer = await sold.ask(
      `query ($id: ID!) { salesOrder(by: { id: $id }) {
        deliveries { nodes { journalEntries { nodes {
          entries { nodes { role side baseAmount { amount } salesOrderLine { position } } }
          document { ... on Delivery { status } } } } } }
        salesInvoices { nodes { openAmount { amount } journalEntries { nodes {
          status fiscalPeriod { status } document { ... on SalesInvoice { id } } } } } }
        ledgerEntries { totalCount } } }`,
      { id: sold.orderId },
    );
    const side = { baseAmount: { amount: '80' }, salesOrderLine: { position: 1 } };
    const shipped = {
      entries: {
        nodes: [
          { ...side, role: 'COST_OF_SALES', side: 'DEBIT' },
          { ...side, role: 'RAW_MATERIALS', side: 'CREDIT' },
        ],
      },
      document: { status: 'DELIVERED' },
    };
    const billed = {
      status: 'POSTED',
      fiscalPeriod: { status: 'OPEN' },
      document: { id: sold.invoiceId },
    };
    const salesInvoice = {
      openAmount: { amount: '230' },
      journalEntries: { nodes: [billed] },
    };
    expect(answer).toEqual({
      salesOrder: {
        deliveries: { nodes: [{ journalEntries: { nodes: [shipped] } }] },
        salesInvoices: { nodes: [salesInvoice] },
        ledgerEntries: { totalCount: 6 },
      },
    });
  });

  it('offers the verbs that a caller may ask for, and no others', async () => {
    const answer = await sold.ask(
      `query ($id: ID!) { salesOrder(by: { id: $id }) { availableActions { action allowed } } }`,
      { id: sold.orderId },
    );
    const actions = ['change', 'confirm', 'cancel', 'hold', 'close', 'resume'].map((action) => ({
      action,
      allowed: action === 'close',
    }));
    expect(answer).toEqual({
      salesOrder: { availableActions: expect.arrayContaining(actions) as unknown },
    });
    expect(answer).toMatchObject({ salesOrder: { availableActions: { length: actions.length } } });
  });
});

describe('the reports of a company', () => {
  it('balance, and say of the income what the margins of its orders say', async () => {
    const year = sold.today.slice(0, 4);
    const answer = await sold.ask<{ booksCheck: { holds: boolean }[] }>(
      `query ($company: ID!, $from: Date!, $to: Date!) {
        trialBalance(company: $company, from: $from, to: $to) {
          closing { amount currency } debit { amount } credit { amount } }
        incomeStatement(company: $company, from: $from, to: $to) {
          grossProfit { amount } netProfit { amount } company { code } }
        openReceivables(company: $company, asOf: $to) {
          total { amount currency } totals { amount { amount } invoices }
          rows(first: 1) { customer { code } baseAmount { amount } } }
        booksCheck(company: $company) { name broken holds } }`,
      { company: sold.shop.companyId, from: `${year}-01-01`, to: `${year}-12-31` },
    );
    expect(answer).toMatchObject({
      trialBalance: {
        closing: { amount: '0', currency: 'USD' },
        debit: { amount: '2310' },
        credit: { amount: '2310' },
      },
      incomeStatement: {
        grossProfit: { amount: '130' },
        netProfit: { amount: '130' },
        company: { code: 'ACME' },
      },
      openReceivables: {
        total: { amount: '230', currency: 'USD' },
        totals: [{ amount: { amount: '230' }, invoices: 1 }],
        rows: [{ customer: { code: 'ACME-C' }, baseAmount: { amount: '230' } }],
      },
    });
    expect(answer.booksCheck.length).toBeGreaterThan(10);
    expect(answer.booksCheck.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('are not told to whom the company is hidden, nor without the permission', async () => {
    const { graph, shop } = sold;
    const other = await openShop(graph.client, 'OTHER');
    const query = 'query ($company: ID) { booksCheck(company: $company) { broken } }';
    const limited = await graph.as(['finance.report.read'], [other.companyId]);
    expect(codesOf(await limited.ask(query, { company: shop.companyId }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await limited.ask(query))).toEqual([]);
    const stranger = await graph.as(['sales.salesOrder.read'], [other.companyId]);
    expect(codesOf(await stranger.ask(query))).toEqual(['FORBIDDEN']);
    const hidden = 'query ($id: ID!) { salesOrder(by: { id: $id }) { id } }';
    expect(await stranger.ask(hidden, { id: sold.orderId })).toMatchObject({
      data: { salesOrder: null },
    });
  });
});
