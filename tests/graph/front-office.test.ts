import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  ActivityCompleteDocument,
  ActivityCreateDocument,
  OpportunityChangeDocument,
  OpportunityCreateDocument,
  OpportunityDocument,
  OpportunityLoseDocument,
  OpportunityMoveStageDocument,
  OpportunityReopenDocument,
  OpportunityStagesDocument,
  OpportunityWinDocument,
  PriceListCreateDocument,
  PriceListPricesSetDocument,
  QuoteAcceptDocument,
  QuoteApproveDocument,
  QuoteChangeDocument,
  QuoteCreateDocument,
  QuoteLoseDocument,
  QuoteReviseDocument,
  QuoteSendDocument,
  QuoteSubmitDocument,
  SalesSettingsSetDocument,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('the front office, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
  });
  afterAll(() => graph.close());

  const key = () => ({ idempotencyKey: randomUUID() });

  /** An opportunity of ten of the shop's item at 50 each. */
  async function pursued() {
    const { companyId, customerId, itemId } = shop;
    const lines = [{ itemId, quantity: '10', unitPrice: '50' }];
    const input = { companyId, customerId, name: 'Ten of it', lines };
    const { opportunityCreate } = await graph.client.request(OpportunityCreateDocument, { input });
    return done(opportunityCreate).opportunity!;
  }

  async function quoted(told: object = {}) {
    const { companyId, customerId, warehouseId } = shop;
    const input = { companyId, customerId, warehouseId, ...told };
    const { quoteCreate } = await graph.client.request(QuoteCreateDocument, { input });
    return done(quoteCreate).quote!;
  }

  async function send(id: string) {
    const { quoteSubmit } = await graph.client.request(QuoteSubmitDocument, { input: { id } });
    expect(done(quoteSubmit).quote!.status).toBe('APPROVED');
    const { quoteSend } = await graph.client.request(QuoteSendDocument, { input: { id } });
    return done(quoteSend).quote!;
  }

  it('leads from an opportunity over its quote to a confirmed order, and back', async () => {
    const { id: opportunityId, ...opened } = await pursued();
    expect(opened).toMatchObject({
      status: 'OPEN',
      amount: { amount: '500', currency: 'USD' },
      chancePercent: '10',
      weightedAmount: { amount: '50', currency: 'USD' },
      stage: { code: 'QUALIFY' },
    });
    const quote = await quoted({ opportunityId });
    // The item lies in stock at 20 each: 500 net less 200 of material.
    expect(quote).toMatchObject({
      netAmount: { amount: '500' },
      estimatedCost: { amount: '200', currency: 'USD' },
      estimatedMargin: { amount: '300' },
      marginPercent: '60',
      isExpired: false,
    });
    await send(quote.id);
    const accepting = { input: { id: quote.id, confirm: true } };
    const keyed = key();
    const { quoteAccept } = await graph.client.request(QuoteAcceptDocument, accepting, keyed);
    const { salesOrder } = done(quoteAccept);
    expect(salesOrder).toMatchObject({ status: 'CONFIRMED', grossAmount: { amount: '500' } });
    const replay = await graph.client.request(QuoteAcceptDocument, accepting, keyed);
    expect(done(replay.quoteAccept).salesOrder!.id).toBe(salesOrder!.id);
    const by = { id: opportunityId };
    const { opportunity } = await graph.client.request(OpportunityDocument, { by });
    expect(opportunity).toMatchObject({
      status: 'WON',
      weightedAmount: { amount: '500' },
      stageChanges: { nodes: [{ stage: { code: 'QUALIFY' }, outcome: 'WON' }] },
      customer: { code: 'ACME-C' },
    });
    const [seen] = opportunity!.quotes!.nodes;
    expect(seen).toMatchObject({ id: quote.id, status: 'ACCEPTED' });
    expect(seen!.salesOrders!.nodes[0]).toMatchObject({
      id: salesOrder!.id,
      lines: { nodes: [{ quotedUnitCost: '20', quoteLine: { id: quote.lines!.nodes[0]!.id } }] },
    });
    expect(opportunity!.timeline!.nodes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['crm.opportunityCreated', 'crm.opportunityWon']),
    );
  });

  it('moves an opportunity through its stages, and plans what is next', async () => {
    const { opportunityStages } = await graph.client.request(OpportunityStagesDocument, {});
    const stages = opportunityStages!.nodes;
    expect(stages.map(({ code }) => code)).toEqual(['QUALIFY', 'PROPOSE', 'NEGOTIATE', 'COMMIT']);
    const { id } = await pursued();
    const moving = { input: { id, stageId: stages[2]!.id } };
    const moved = await graph.client.request(OpportunityMoveStageDocument, moving);
    expect(done(moved.opportunityMoveStage).opportunity).toMatchObject({
      chancePercent: '70',
      weightedAmount: { amount: '350' },
    });
    const changing = { input: { id, probabilityPercent: '35' } };
    const changed = await graph.client.request(OpportunityChangeDocument, changing);
    expect(done(changed.opportunityChange).opportunity!.weightedAmount!.amount).toBe('175');
    const plan = async (subject: string, dueAt: string) => {
      const input = { nodeId: id, kind: 'CALL' as const, subject, dueAt };
      const { activityCreate } = await graph.client.request(ActivityCreateDocument, { input });
      return done(activityCreate).activity!;
    };
    await plan('Later', '2030-02-01T09:00:00Z');
    const first = await plan('Sooner', '2030-01-01T09:00:00Z');
    expect(first.node).toEqual({ __typename: 'Opportunity', id });
    const read = async () =>
      (await graph.client.request(OpportunityDocument, { by: { id } })).opportunity!;
    expect((await read()).nextActivity!.activity!.subject).toBe('Sooner');
    const completing = { input: { id: first.id, outcome: 'Agreed' } };
    const { activityComplete } = await graph.client.request(ActivityCompleteDocument, completing);
    expect(done(activityComplete).activity!.status).toBe('DONE');
    expect((await read()).nextActivity!.activity!.subject).toBe('Later');
    expect((await read()).activities!.nodes).toHaveLength(2);
  });

  it('closes an opportunity and opens it again', async () => {
    const { id } = await pursued();
    const losing = { input: { id, reason: 'Too dear', competitor: 'Nuts & Co' } };
    const lost = await graph.client.request(OpportunityLoseDocument, losing);
    expect(done(lost.opportunityLose).opportunity).toMatchObject({
      status: 'LOST',
      weightedAmount: { amount: '0' },
    });
    const opened = await graph.client.request(OpportunityReopenDocument, { input: { id } });
    expect(done(opened.opportunityReopen).opportunity!.status).toBe('OPEN');
    const won = await graph.client.request(OpportunityWinDocument, { input: { id } });
    expect(done(won.opportunityWin).opportunity!.status).toBe('WON');
    const again = await graph.client.request(OpportunityWinDocument, { input: { id } });
    expect(again.opportunityWin!.userErrors).toMatchObject([{ code: 'TRANSITION_REFUSED' }]);
  });

  it('prices what tells no price from the lists, and tells an item its prices', async () => {
    const { companyId, itemId } = shop;
    const list = { companyId, code: 'ALL', name: 'All', currency: 'USD' };
    const made = await graph.client.request(PriceListCreateDocument, { input: list });
    const { id } = done(made.priceListCreate).priceList!;
    const prices = [
      { itemId, unitPrice: '48' },
      { itemId, unitPrice: '45', minQuantity: '5' },
    ];
    const setting = { input: { id, prices } };
    const set = await graph.client.request(PriceListPricesSetDocument, setting);
    expect(done(set.priceListPricesSet).priceList!.prices!.totalCount).toBe(2);
    const quote = await quoted({ lines: [{ itemId, quantity: '5' }] });
    expect(quote.netAmount.amount).toBe('225');
    const { data } = await graph.ask(
      `query ($by: ItemBy!) { item(by: $by) { prices(orderBy: [{ minQuantity: { direction: ASC } }]) {
        nodes { minQuantity { value unit } unitPrice { amount } priceList { code } } } } }`,
      { by: { id: itemId } },
    );
    expect(data).toMatchObject({
      item: {
        prices: {
          nodes: [
            {
              minQuantity: { value: '0' },
              unitPrice: { amount: '48' },
              priceList: { code: 'ALL' },
            },
            { minQuantity: { value: '5' }, unitPrice: { amount: '45' } },
          ],
        },
      },
    });
  });

  it('asks someone else for approval, and does not let the writer give it', async () => {
    const { companyId, itemId } = shop;
    const allowed = { companyId, minMarginPercent: '61' };
    const settings = { input: allowed };
    done((await graph.client.request(SalesSettingsSetDocument, settings)).salesSettingsSet);
    const { id } = await quoted({ lines: [{ itemId, quantity: '1', unitPrice: '50' }] });
    const submitted = await graph.client.request(QuoteSubmitDocument, { input: { id } });
    expect(done(submitted.quoteSubmit).quote!.status).toBe('PENDING_APPROVAL');
    const self = await graph.client.request(QuoteApproveDocument, { input: { id } });
    expect(self.quoteApprove!.userErrors).toMatchObject([
      { code: 'APPROVER_IS_CREATOR', __typename: 'ApproverIsCreator' },
    ]);
    const chief = await graph.as(['sales.quote.read', 'sales.quote.approve']);
    const approval = `mutation ($id: ID!) { quoteApprove(input: { id: $id }) {
      quote { status approvedBy { id } } userErrors { code } } }`;
    const answer = await chief.ask(approval, { id });
    expect(answer.data).toMatchObject({ quoteApprove: { quote: { status: 'APPROVED' } } });
    const free = { input: { companyId, minMarginPercent: null } };
    done((await graph.client.request(SalesSettingsSetDocument, free)).salesSettingsSet);
  });

  it('hides cost and margin from those who may only read what is asked', async () => {
    const { itemId } = shop;
    const { id } = await quoted({ lines: [{ itemId, quantity: '1', unitPrice: '50' }] });
    const clerk = await graph.as(['sales.quote.read']);
    const answer = await clerk.ask(
      'query ($by: QuoteBy!) { quote(by: $by) { netAmount { amount } estimatedCost { amount } } }',
      { by: { id } },
    );
    expect(answer.data).toEqual({ quote: { netAmount: { amount: '50' }, estimatedCost: null } });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });

  it('changes, loses and revises quotes, and orders parts of them', async () => {
    const { itemId } = shop;
    const { id } = await quoted({ lines: [{ itemId, quantity: '6', unitPrice: '50' }] });
    const change = { input: { id, customerReference: 'RFQ 1' } };
    const changed = await graph.client.request(QuoteChangeDocument, change);
    const quote = done(changed.quoteChange).quote!;
    await send(id);
    const lines = [{ quoteLineId: quote.lines!.nodes[0]!.id, quantity: '2' }];
    const some = await graph.client.request(QuoteAcceptDocument, { input: { id, lines } }, key());
    expect(done(some.quoteAccept)).toMatchObject({
      quote: { status: 'PARTIALLY_ORDERED', lines: { nodes: [{ ordered: { value: '2' } }] } },
      salesOrder: { status: 'DRAFT', netAmount: { amount: '100' } },
    });
    const more = [{ ...lines[0]!, quantity: '5' }];
    const over = await graph.client.request(
      QuoteAcceptDocument,
      { input: { id, lines: more } },
      key(),
    );
    expect(over.quoteAccept!.userErrors).toMatchObject([
      { code: 'ORDER_EXCEEDS_QUOTE', path: ['input', 'lines', '0', 'quantity'] },
    ]);
    const unkeyed = await graph.client.request(QuoteAcceptDocument, { input: { id } });
    expect(unkeyed.quoteAccept!.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REQUIRED' }]);
    const other = await quoted({ lines: [{ itemId, quantity: '1', unitPrice: '50' }] });
    const losing = { input: { id: other.id, reason: 'Silence' } };
    done((await graph.client.request(QuoteLoseDocument, losing)).quoteLose);
    const revising = { input: { id: other.id } };
    const revised = done((await graph.client.request(QuoteReviseDocument, revising)).quoteRevise);
    expect(revised.quote).toMatchObject({
      number: other.number,
      revision: 2,
      status: 'DRAFT',
      supersedes: { id: other.id, status: 'SUPERSEDED' },
    });
  });

  it('only tries an acceptance that is to be validated', async () => {
    const { itemId } = shop;
    const { id } = await quoted({ lines: [{ itemId, quantity: '1', unitPrice: '50' }] });
    await send(id);
    const trying = { input: { id, confirm: true, validateOnly: true } };
    const tried = await graph.client.request(QuoteAcceptDocument, trying);
    expect(done(tried.quoteAccept).quote!.status).toBe('ACCEPTED');
    const { data } = await graph.ask('query ($by: QuoteBy!) { quote(by: $by) { status } }', {
      by: { id },
    });
    expect(data).toEqual({ quote: { status: 'SENT' } });
  });

  it('refuses an activity about what nothing is noted about', async () => {
    const input = { nodeId: shop.warehouseId, kind: 'NOTE' as const, subject: 'Dusty' };
    const { activityCreate } = await graph.client.request(ActivityCreateDocument, { input });
    expect(activityCreate!.userErrors).toMatchObject([
      { code: 'NODE_KIND_UNKNOWN', path: ['input', 'nodeId'] },
    ]);
  });

  it('reads opportunities with all that came of them in as many statements for many as for one', async () => {
    const query = `query ($first: Int) { opportunities(first: $first) { nodes {
      weightedAmount { amount } nextActivity { activity { subject } } daysInStage
      lines { nodes { item { code } } } stageChanges { nodes { days stage { code } } }
      quotes { nodes { isExpired lines { nodes { salesOrderLines { nodes { id } } } } } } } } }`;
    const count = async (first: number) => {
      const { texts, value } = await graph.caused(() => graph.ask(query, { first }));
      expect(value.errors).toBeUndefined();
      return texts.length;
    };
    await pursued();
    await count(1);
    expect(await count(50)).toBeLessThanOrEqual(15);
  });
});
