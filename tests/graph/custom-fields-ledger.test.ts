import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking, type Asking } from '../support/asking.js';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { followAny, followText, HEARTBEAT_MS } from '../support/following.js';
import { codesOf, executions, type Caller } from '../support/graph.js';
import { brokenInvariants } from '../support/invariants.js';

const choice = (code: string) => ({ code, labels: [{ locale: 'en', text: code }] });

describe.each(executions)('custom fields of the ledger, %s', (execution) => {
  let fielded: Fielded;
  let checker: Caller;
  let checking: Asking;
  let accounts: Map<string, string>;

  beforeAll(async () => {
    fielded = await openFielded(execution, { heartbeatMs: HEARTBEAT_MS });
    const { define, graph, ask, shop } = fielded;
    checker = await graph.as(['finance.journalEntry.read', 'finance.journalEntry.check']);
    checking = asking(checker);
    await define('LedgerEntry', 'branch', 'CHOICE', {
      choices: [choice('NORTH'), choice('SOUTH')],
    });
    await define('LedgerEntry', 'share', 'DECIMAL');
    await define('LedgerEntry', 'origin', 'TEXT', { default: 'OWN' });
    await define('LedgerEntry', 'hush', 'TEXT', { readPermission: 'finance.report.read' });
    const told = await ask<{ accounts: { nodes: { id: string; code: string }[] } }>(
      `query ($company: ID!) { accounts(first: 250,
        where: { company: { id: { eq: $company } } }) { nodes { id code } } }`,
      { company: shop.companyId },
    );
    accounts = new Map(told.accounts.nodes.map(({ code, id }) => [code, id]));
  });

  afterAll(async () => {
    expect(await brokenInvariants(fielded.graph.database)).toEqual([]);
    await fielded.graph.close();
  });

  const FIELDS = 'customFields { branch share origin }';
  const voucher = `id lines { nodes { position ${FIELDS} } }
    entries(orderBy: [{ position: {} }]) { nodes { side ${FIELDS} } }`;

  interface Voucher {
    readonly id: string;
    readonly lines: { readonly nodes: readonly object[] };
    readonly entries: { readonly nodes: readonly object[] };
  }

  const inputOf = (amount: string, debit: object | null, credit: object | null) => {
    const sides = [
      { accountId: accounts.get('6000'), side: 'DEBIT', amount, customFields: debit },
      { accountId: accounts.get('3000'), side: 'CREDIT', amount, customFields: credit },
    ];
    const { companyId } = fielded.shop;
    return { companyId, documentOn: '2026-11-02', description: 'By hand', lines: sides };
  };

  const create = async (...asked: Parameters<typeof inputOf>) => {
    const { journalEntry } = await fielded.run<{ journalEntry: Voucher }>(
      'journalEntryCreate',
      inputOf(...asked),
      `journalEntry { ${voucher} }`,
    );
    return journalEntry;
  };

  const posted = async (id: string) => {
    await checking.run('journalEntryCheck', { id }, 'journalEntry { id }');
    const told = await fielded.run<{ journalEntry: Voucher }>(
      'journalEntryPost',
      { id },
      `journalEntry { ${voucher} }`,
    );
    return told.journalEntry;
  };

  const debit = { branch: 'NORTH', share: '0.25' };

  it('are written with the draft, seen by who checks it, and taken over at posting', async () => {
    const draft = await create('100', debit, { values: [{ code: 'branch', value: 'SOUTH' }] });
    expect(draft.entries.nodes).toEqual([]);
    const seen = await checking.ask<{ journalEntry: Voucher }>(
      `query ($id: ID!) { journalEntry(by: { id: $id }) { ${voucher} } }`,
      { id: draft.id },
    );
    expect(seen.journalEntry.lines.nodes).toEqual([
      { position: 1, customFields: { ...debit, origin: null } },
      { position: 2, customFields: { branch: 'SOUTH', share: null, origin: null } },
    ]);
    // What was not told is by default, which counts for entries, however they come about.
    expect((await posted(draft.id)).entries.nodes).toEqual([
      { side: 'DEBIT', customFields: { ...debit, origin: 'OWN' } },
      { side: 'CREDIT', customFields: { branch: 'SOUTH', share: null, origin: 'OWN' } },
    ]);
  });

  it('are no more set on the voucher itself, once it is posted', async () => {
    await fielded.define('JournalEntry', 'note', 'TEXT');
    const { id } = await create('3', null, null);
    const set = { id, customFields: { note: 'Ask Ann.' } };
    await fielded.run('journalEntryCustomFieldsSet', set, 'journalEntry { id }');
    await posted(id);
    const { data } = await fielded.graph.ask(
      `mutation ($input: JournalEntryCustomFieldsSetInput!) {
        journalEntryCustomFieldsSet(input: $input) { userErrors { code path } } }`,
      { input: { id, customFields: { note: 'Asked.' } } },
    );
    expect(data!.journalEntryCustomFieldsSet).toEqual({
      userErrors: [{ code: 'CUSTOM_FIELDS_FIXED', path: ['input', 'customFields'] }],
    });
  });

  it('go on to the red letters', async () => {
    const { id } = await posted((await create('7', debit, null)).id);
    const { reversal } = await fielded.run<{ reversal: Voucher }>(
      'journalEntryReverse',
      { id, reason: 'Wrong' },
      `reversal { ${voucher} }`,
    );
    expect(reversal.entries.nodes).toMatchObject([
      { side: 'DEBIT', customFields: debit },
      { side: 'CREDIT', customFields: { branch: null } },
    ]);
  });

  it('are filters and groups of the ledger, exact to the last digit', async () => {
    await posted((await create('20.5', { branch: 'SOUTH' }, { branch: 'SOUTH' })).id);
    const { ledgerEntriesAggregate, ledgerEntries } = await fielded.ask<Record<string, unknown>>(
      `{ ledgerEntriesAggregate(where: { side: { eq: DEBIT }, amount: { gt: 0 },
            customFields: { branch: { isNull: false } } },
          groupBy: [{ customFields: { branch: VALUE } }]) {
          by { customFields { branch } } baseAmount { sum { amount } }
          customFields { share { sum } } }
        ledgerEntries(where: { customFields: { branch: { eq: SOUTH } } }) { totalCount } }`,
    );
    expect(ledgerEntriesAggregate).toEqual([
      {
        by: { customFields: { branch: 'NORTH' } },
        baseAmount: { sum: { amount: '107' } },
        customFields: { share: { sum: '0.5' } },
      },
      {
        by: { customFields: { branch: 'SOUTH' } },
        baseAmount: { sum: { amount: '20.5' } },
        customFields: { share: { sum: null } },
      },
    ]);
    expect(ledgerEntries).toEqual({ totalCount: 3 });
  });

  it('are followed as they are posted', async () => {
    const text = followText('ledgerEntryPosted', 'LedgerEntryWhere', `id side ${FIELDS}`);
    const where = { customFields: { share: { gte: '0.9' } } };
    const follower = followAny(fielded.graph.client, text, { where });
    await follower.beat();
    await posted((await create('1', { share: '0.95' }, { share: '0.1' })).id);
    await follower.beat(await fielded.graph.settled());
    await follower.stop();
    // The other side is told as gone, because it is not known that it never matched.
    const sides = follower.news().flatMap(({ node }) => (node ? [node.side] : []));
    expect(sides).toEqual(['DEBIT']);
  });

  it('are refused where the line is, and have no verb that changes what is posted', async () => {
    const { graph } = fielded;
    const mutation = `mutation ($input: JournalEntryCreateInput!) { journalEntryCreate(input: $input) {
      userErrors { code path } } }`;
    const input = inputOf('1', null, { values: [{ code: 'nothing', value: 'x' }] });
    expect((await graph.ask(mutation, { input })).data?.journalEntryCreate).toEqual({
      userErrors: [
        {
          code: 'CUSTOM_FIELD_UNKNOWN',
          path: ['input', 'lines', '1', 'customFields', 'values', '0', 'value'],
        },
      ],
    });
    const { __schema } = await fielded.ask<{
      __schema: { mutationType: { fields: { name: string }[] } };
    }>('{ __schema { mutationType { fields { name } } } }');
    const verbs = __schema.mutationType.fields.map(({ name }) => name);
    expect(verbs.filter((name) => /^(ledger|journal).*CustomFieldsSet$/.test(name))).toEqual([
      'journalEntryCustomFieldsSet',
    ]);
    const define = `mutation ($input: CustomFieldDefineInput!) { customFieldDefine(input: $input) {
      userErrors { code path } } }`;
    const unique = { noun: 'LedgerEntry', code: 'slip', kind: 'TEXT', isUnique: true };
    const labels = [{ locale: 'en', text: 'Slip' }];
    const answer = await graph.ask(define, { input: { ...unique, labels } });
    expect(answer.data?.customFieldDefine).toEqual({
      userErrors: [{ code: 'CUSTOM_FIELD_RULE', path: ['input', 'isUnique'] }],
    });
  });

  it('are hidden on lines and entries alike', async () => {
    const { id } = await posted((await create('3', { hush: 'secret' }, null)).id);
    for (const place of ['lines', 'entries']) {
      const answer = await checker.ask(
        `query ($id: ID!) { journalEntry(by: { id: $id }) { ${place} { nodes {
          customFields { hush } } } } }`,
        { id },
      );
      expect(codesOf(answer)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
      expect(JSON.stringify(answer.data)).not.toContain('secret');
    }
  });
});
