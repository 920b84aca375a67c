import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFielded, type Fielded } from '../support/custom-fields.js';
import { codesOf, type Caller } from '../support/graph.js';

let fielded: Fielded;

beforeAll(async () => {
  fielded = await openFielded();
});

afterAll(() => fielded.graph.close());

interface UserError {
  readonly code: string;
  readonly path: string[];
  readonly retryable: boolean;
}

/** What refuses a mutation; fails when it was done. */
async function refusal(field: string, input: object, caller: Caller = fielded.graph) {
  const name = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const { data, errors } = await caller.ask(
    `mutation ($input: ${name}!) { ${field}(input: $input) {
      userErrors { code path retryable } } }`,
    { input },
  );
  if (errors) return { code: codesOf({ errors })[0], path: [] };
  const [error] = (data?.[field] as { userErrors: UserError[] }).userErrors;
  if (!error) throw new Error(`${field} was done.`);
  return { code: error.code, path: error.path };
}

const labels = [{ locale: 'en', text: 'A label' }];
const text = (code: string, more: object = {}) => ({
  ...{ noun: 'Customer', code, kind: 'TEXT', labels },
  ...more,
});
const choices = [{ code: 'GOLD', labels }];

describe('a definition', () => {
  it.each([
    ['', 'Colour', '9a', 'a_b', '__proto__', 'a-b', 'a b', 'a"}', 'a\nb', 'é', 'a'.repeat(41)],
    ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'toJSON', 'prototype'],
    ['value', 'values', 'and', 'or', 'not', "a'b", 'a) { x } }', 'a->b', 'a::int', '$all', 'a.b'],
  ])('has a code that is a plain name and nothing else (%#)', async (...codes) => {
    for (const code of codes) {
      const refused = await refusal('customFieldDefine', text(code));
      expect([code, refused]).toEqual([
        code,
        { code: 'CUSTOM_FIELD_CODE', path: ['input', 'code'] },
      ]);
    }
  });

  it.each([
    ['a noun that there is not', text('a', { noun: 'Nothing' }), 'CUSTOM_FIELD_NOUN', 'noun'],
    ['a table by its name', text('a', { noun: 'Bom' }), 'CUSTOM_FIELD_NOUN', 'noun'],
    ['a noun that is not extensible', text('a', { noun: 'ApiKey' }), 'CUSTOM_FIELD_NOUN', 'noun'],
    ['__proto__ as a noun', text('a', { noun: '__proto__' }), 'CUSTOM_FIELD_NOUN', 'noun'],
    ['no label', text('a', { labels: [] }), 'CUSTOM_FIELD_LABEL', 'labels'],
    [
      'no language',
      text('a', { labels: [{ locale: 'x"', text: 'x' }] }),
      'CUSTOM_FIELD_LOCALE',
      'labels',
    ],
    ['a range of texts', text('a', { minimum: 1 }), 'CUSTOM_FIELD_RULE', 'minimum'],
    [
      'an empty range',
      { ...text('a'), kind: 'DECIMAL', minimum: 2, maximum: 1 },
      'CUSTOM_FIELD_RANGE',
      'minimum',
    ],
    [
      'a pattern of numbers',
      { ...text('a'), kind: 'INTEGER', pattern: 'x' },
      'CUSTOM_FIELD_RULE',
      'pattern',
    ],
    ['no choices of a choice', { ...text('a'), kind: 'CHOICE' }, 'CUSTOM_FIELD_RULE', 'choices'],
    ['choices of a text', text('a', { choices }), 'CUSTOM_FIELD_RULE', 'choices'],
    [
      'a choice that is no name',
      { ...text('a'), kind: 'CHOICE', choices: [{ code: '__A', labels }] },
      'CUSTOM_FIELD_CHOICE',
      'choices',
    ],
    [
      'a choice that is true',
      { ...text('a'), kind: 'CHOICE', choices: [{ code: 'true', labels }] },
      'CUSTOM_FIELD_CHOICE',
      'choices',
    ],
    [
      'a reference to nothing',
      { ...text('a'), kind: 'REFERENCE' },
      'CUSTOM_FIELD_RULE',
      'references',
    ],
    [
      'a reference to no noun',
      { ...text('a'), kind: 'REFERENCE', references: 'Query' },
      'NOT_FOUND',
      'references',
    ],
    [
      'a permission that there is not',
      text('a', { readPermission: 'x.y' }),
      'PERMISSION_UNKNOWN',
      'readPermission',
    ],
    [
      'a default of another kind',
      { ...text('a'), kind: 'INTEGER', default: 'x' },
      'DECIMAL_MALFORMED',
      'default',
    ],
    [
      'an object as a default',
      text('a', { default: { eq: 'x' } }),
      'CUSTOM_FIELD_VALUE',
      'default',
    ],
    [
      'a default that is to be unique',
      text('a', { default: 'x', isUnique: true }),
      'CUSTOM_FIELD_UNIQUE_DEFAULT',
      'default',
    ],
    ['a look-ahead', text('a', { pattern: '(?=x)' }), 'CUSTOM_FIELD_PATTERN', 'pattern'],
    ['a back-reference', text('a', { pattern: '(a)\\1' }), 'CUSTOM_FIELD_PATTERN', 'pattern'],
    [
      'a pattern that grows',
      text('a', { pattern: '((a{100}){100}){100}' }),
      'CUSTOM_FIELD_PATTERN',
      'pattern',
    ],
    ['a long pattern', text('a', { pattern: 'a'.repeat(201) }), 'CUSTOM_FIELD_PATTERN', 'pattern'],
  ])('has not %s', async (_, input, code, field) => {
    const refused = await refusal('customFieldDefine', input);
    expect([refused.code, refused.path.slice(0, 2)]).toEqual([code, ['input', field]]);
  });

  it('says nothing that becomes a part of the graph or of a statement', async () => {
    const { define, ask, run, shop } = fielded;
    const evil = `" } type Query { x: Int } \\"""\n'); drop table "Customer"; --`;
    await define('Customer', 'evil', 'TEXT', {
      labels: [{ locale: 'en', text: evil }],
      description: evil,
      default: evil,
    });
    const input = { code: 'EVIL', name: 'Evil', currency: 'USD' };
    const { customer } = await run<{ customer: object }>(
      'customerUpsert',
      input,
      'customer { customFields { evil } }',
    );
    expect(customer).toEqual({ customFields: { evil: evil.trim() } });
    const { __type } = await ask<{ __type: { fields: { name: string; description: string }[] } }>(
      '{ __type(name: "CustomerCustomFields") { fields { name description } } }',
    );
    expect(__type.fields.find(({ name }) => name === 'evil')?.description).toContain('drop table');
    const where = { customFields: { evil: { eq: evil.trim() } } };
    const { customers } = await ask<{ customers: { totalCount: number } }>(
      'query ($where: CustomerWhere) { customers(where: $where) { totalCount } }',
      { where },
    );
    expect(customers.totalCount).toBe(1);
    expect(shop.customerId).toContain('Customer:');
  });

  it('has one code on a noun, and the same code on another', async () => {
    const { define } = fielded;
    await define('Item', 'grade', 'TEXT');
    await define('Supplier', 'grade', 'INTEGER');
    const input = { ...text('grade'), noun: 'Item' };
    expect(await refusal('customFieldDefine', input)).toEqual({
      code: 'DUPLICATE_KEY',
      path: ['input', 'code'],
    });
  });

  it('changes nothing when it is only tried', async () => {
    const { ask, graph } = fielded;
    const { data } = await graph.ask(
      `mutation ($input: CustomFieldDefineInput!) { customFieldDefine(input: $input) {
        customFieldDefinition { code key } userErrors { code } } }`,
      { input: { ...text('tried', { isUnique: true }), validateOnly: true } },
    );
    expect(data).toEqual({
      customFieldDefine: { customFieldDefinition: { code: 'tried', key: 'tried' }, userErrors: [] },
    });
    const { customFieldDefinitions } = await ask<{ customFieldDefinitions: object }>(
      '{ customFieldDefinitions(where: { code: { eq: "tried" } }) { totalCount } }',
    );
    expect(customFieldDefinitions).toEqual({ totalCount: 0 });
  });

  it('needs a permission of each verb', async () => {
    const nobody = await fielded.graph.as(['crm.customer.read']);
    for (const verb of ['Define', 'Change', 'Deprecate', 'Remove']) {
      const input =
        verb === 'Define' ? text('x') : { id: 'x:1', ...(verb === 'Deprecate' && { reason: 'x' }) };
      expect(await refusal(`customField${verb}`, input, nobody)).toEqual({
        code: 'FORBIDDEN',
        path: [],
      });
    }
  });
});

describe('a field', () => {
  const change = (input: object) =>
    fielded.run('customFieldChange', input, 'customFieldDefinition { version kind }');

  it('becomes wider and never narrower', async () => {
    const { define, run, ask, shop } = fielded;
    const id = await define('Customer', 'count', 'INTEGER', { isIndexed: true });
    await run(
      'customerChange',
      { id: shop.customerId, customFields: { count: 7 } },
      'customer { id }',
    );
    await change({ id, kind: 'DECIMAL' });
    const { customers } = await ask<{ customers: object }>(
      `{ customers(where: { customFields: { count: { gt: "6.5" } } }) {
        nodes { customFields { count value(code: "count") } } } }`,
    );
    expect(customers).toEqual({ nodes: [{ customFields: { count: '7', value: '7' } }] });
    for (const kind of ['INTEGER', 'TEXT', 'MONEY', 'BOOLEAN'])
      expect(await refusal('customFieldChange', { id, kind })).toEqual({
        code: 'CUSTOM_FIELD_CHANGE_UNSAFE',
        path: ['input', 'kind'],
      });
  });

  it('gets choices, retires them and never loses one', async () => {
    const { define, run, ask, shop } = fielded;
    const id = await define('Customer', 'level', 'CHOICE', { choices });
    await run(
      'customerChange',
      { id: shop.customerId, customFields: { level: 'GOLD' } },
      'customer { id }',
    );
    const silver = { code: 'SILVER', labels };
    expect(await refusal('customFieldChange', { id, choices: [silver] })).toEqual({
      code: 'CUSTOM_FIELD_CHOICE_GONE',
      path: ['input', 'choices'],
    });
    await change({ id, choices: [{ ...choices[0], isRetired: true }, silver] });
    const { customer } = await ask<{ customer: object }>(
      'query ($id: ID!) { customer(by: { id: $id }) { customFields { level } } }',
      { id: shop.customerId },
    );
    expect(customer).toEqual({ customFields: { level: 'GOLD' } });
    const again = { id: shop.customerId, customFields: { level: 'GOLD' } };
    expect(await refusal('customerChange', again)).toEqual({
      code: 'CUSTOM_FIELD_CHOICE_RETIRED',
      path: ['input', 'customFields', 'level'],
    });
  });

  it('is deprecated, then removed, and its code then holds nothing of it', async () => {
    const { define, run, ask, graph, shop } = fielded;
    const id = await define('Customer', 'nick', 'TEXT', { default: 'none', isIndexed: true });
    const set = { id: shop.customerId, customFields: { nick: 'Bob' } };
    await run('customerChange', set, 'customer { id }');
    expect((await refusal('customFieldRemove', { id })).code).toBe('CUSTOM_FIELD_IN_USE');
    await run(
      'customFieldDeprecate',
      { id, reason: 'Nobody asks.' },
      'customFieldDefinition { id }',
    );
    const { __type } = await ask<{ __type: { fields: { name: string }[] } }>(
      `{ __type(name: "CustomerCustomFields") {
        fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }`,
    );
    expect(__type.fields.find(({ name }) => name === 'nick')).toEqual({
      name: 'nick',
      isDeprecated: true,
      deprecationReason: 'Nobody asks.',
    });
    await run('customFieldRemove', { id }, 'customFieldDefinition { id }');
    const gone = await graph.ask('{ customers { nodes { customFields { nick } } } }');
    expect(codesOf(gone)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    const byCode = await graph.ask(
      '{ customers { nodes { customFields { value(code: "nick") } } } }',
    );
    expect(new Set(codesOf(byCode))).toEqual(new Set(['CUSTOM_FIELD_UNKNOWN']));
    await define('Customer', 'nick', 'INTEGER');
    const { customer } = await ask<{ customer: object }>(
      `query ($id: ID!) { customer(by: { id: $id }) {
        customFields { nick value(code: "nick") } } }`,
      { id: shop.customerId },
    );
    expect(customer).toEqual({ customFields: { nick: null, value: null } });
  });

  it('is not changed by who has read another version', async () => {
    const id = await fielded.define('Customer', 'stale', 'TEXT');
    await change({ id, description: 'Once', expectedVersion: 1 });
    const again = { id, description: 'Twice', expectedVersion: 1 };
    expect((await refusal('customFieldChange', again)).code).toBe('STALE_VERSION');
  });
});
