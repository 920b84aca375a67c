import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSold, type Sold } from '../support/sold.js';

let sold: Sold;

beforeAll(async () => {
  sold = await openSold();
});

afterAll(() => sold.graph.close());

describe('a payment', () => {
  it('settles the invoice, and undone by red letters opens it again', async () => {
    const { companyId, customerId } = sold.shop;
    const { payment } = await sold.run<{ payment: { id: string; version: number } }>(
      'paymentReceive',
      {
        ...{ companyId, customerId, amount: '250', currency: 'USD', documentOn: sold.today },
        allocations: [{ salesInvoiceId: sold.invoiceId, amount: '230' }],
      },
      `payment { id status version allocated { amount } customer { code }
        availableActions { action } journalEntries { totalCount } allocations { nodes {
          amount { amount } salesInvoice { settlementStatus openAmount { amount } } } } }`,
    );
    const paid = { settlementStatus: 'PAID', openAmount: { amount: '0' } };
    expect(payment).toMatchObject({
      status: 'POSTED',
      allocated: { amount: '230' },
      customer: { code: 'ACME-C' },
      availableActions: [{ action: 'post' }, { action: 'allocate' }, { action: 'reverse' }],
      allocations: { nodes: [{ amount: { amount: '230' }, salesInvoice: paid }] },
      journalEntries: { totalCount: 1 },
    });
    const { id, version: expectedVersion } = payment;
    const reversed = await sold.run(
      'paymentReverse',
      { id, expectedVersion, reason: 'Bounced' },
      `payment { status allocations { nodes { amount { amount } } }
        journalEntries { nodes { status reversalOf { status } } } }`,
    );
    expect(reversed).toMatchObject({
      payment: {
        status: 'REVERSED',
        allocations: { nodes: [{ amount: { amount: '230' } }, { amount: { amount: '-230' } }] },
        journalEntries: {
          nodes: [
            { status: 'REVERSED', reversalOf: null },
            { status: 'POSTED', reversalOf: { status: 'REVERSED' } },
          ],
        },
      },
    });
  });
});

describe('a manual voucher', () => {
  const named = async (role: string): Promise<string> => {
    const { accounts } = await sold.ask<{ accounts: { nodes: { id: string; roles: string[] }[] } }>(
      `query ($id: ID!) { accounts(where: { company: { id: { eq: $id } } }) { nodes { id roles } } }`,
      { id: sold.shop.companyId },
    );
    return accounts.nodes.find(({ roles }) => roles.includes(role))!.id;
  };
  const draft = async (creditedRole: string) => ({
    companyId: sold.shop.companyId,
    documentOn: sold.today,
    description: 'Rounding',
    lines: [
      { accountId: await named('ROUNDING'), side: 'DEBIT', amount: '1' },
      { accountId: await named(creditedRole), side: 'CREDIT', amount: '1' },
    ],
  });

  it('is refused on an account that documents keep', async () => {
    const { data } = await sold.graph.ask(
      `mutation ($input: JournalEntryCreateInput!) { journalEntryCreate(input: $input) {
        userErrors { __typename path ... on ControlAccountRefused { role } } } }`,
      { input: await draft('RAW_MATERIALS') },
    );
    const refusal = { __typename: 'ControlAccountRefused', role: 'RAW_MATERIALS' };
    expect(data).toMatchObject({ journalEntryCreate: { userErrors: [refusal] } });
  });

  it('keeps its lines as a draft, and is not checked by its own maker', async () => {
    const { journalEntry } = await sold.run<{ journalEntry: { id: string } }>(
      'journalEntryCreate',
      await draft('BANK'),
      `journalEntry { id status lines { totalCount } entries { totalCount }
        availableActions { action allowed reason } }`,
    );
    expect(journalEntry).toMatchObject({
      status: 'DRAFT',
      lines: { totalCount: 2 },
      entries: { totalCount: 0 },
      availableActions: expect.arrayContaining([
        { action: 'check', allowed: false, reason: 'MAKER_IS_CHECKER' },
      ]) as unknown,
    });
    const { data } = await sold.graph.ask(
      `mutation ($id: ID!) { journalEntryCheck(input: { id: $id }) {
        journalEntry { id } userErrors { code } } }`,
      { id: journalEntry.id },
    );
    expect(data).toEqual({
      journalEntryCheck: { journalEntry: null, userErrors: [{ code: 'MAKER_IS_CHECKER' }] },
    });
  });
});
