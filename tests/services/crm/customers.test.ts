import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, contacts, customers, type CustomerInput } from '../../../modules/crm/index.js';
import { decimal, isAccepted, type Outcome } from '../../../modules/kernel/index.js';
import { companies, paymentTerms, reference } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;
let companyId: string;
let otherId: string;

async function found(code: string): Promise<string> {
  const place = { countryCode: 'US', baseCurrency: 'USD', timeZone: 'America/New_York' };
  return (await stage.act((tx) => companies.create(tx, { code, name: code, ...place }))).id;
}

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
  [companyId, otherId] = [await found('ACME'), await found('OTHER')];
});

afterAll(() => database.close());

function ok<T>(outcome: Outcome<T> | undefined): T {
  if (outcome && isAccepted(outcome)) return outcome.ok;
  throw new Error(`Refused: ${outcome?.refused.map(({ message }) => message).join(' ')}`);
}

function reason(outcome: Outcome<unknown>): string {
  const first = 'refused' in outcome ? outcome.refused[0] : undefined;
  return first ? `${first.code} ${first.path.join('.')}` : 'taken';
}

const load = (...list: CustomerInput[]) => stage.act((tx) => customers.upsertMany(tx, list));
const newCustomer = () => stage.act((tx) => customers.upsert(tx, { name: 'New', currency: 'USD' }));

async function count(table: string): Promise<number> {
  const { rows } = await database.query({ text: `select count(*) from "${table}"`, values: [] });
  return rows[0]?.[0] as number;
}

const home = { kind: 'BILLING' as const, line1: 'Ring 1', city: 'Bonn', countryCode: 'DE' };

const wheel = (): CustomerInput => ({
  code: 'WHEEL',
  name: 'Wheel House',
  currency: 'EUR',
  taxNumber: 'DE 136 695 976',
  addresses: [
    { ...home, isDefault: true },
    { ...home, kind: 'SHIPPING' },
  ],
  contacts: [{ lastName: 'Lovelace', email: 'ada@wheel.example' }],
  terms: [{ companyId, creditLimit: decimal('1000.50') }],
  externalRefs: [{ system: 'old', key: 'W1' }],
});

describe('loading customers', () => {
  it('makes each once with all that belongs to it, and a second run changes nothing', async () => {
    const [first, numbered] = await load(wheel(), { name: 'Numbered', currency: 'USD' });
    expect(ok(first)).toMatchObject({ version: 1, taxNumber: 'DE136695976' });
    expect(ok(numbered).code).toMatch(/^C-\d{5}$/);
    const before = [await count('Event'), await count('CustomerAddress'), await count('Contact')];
    const [second] = await load(wheel());
    expect(ok(second)).toEqual(ok(first));
    const after = [await count('Event'), await count('CustomerAddress'), await count('Contact')];
    expect(after).toEqual(before);
  });

  it('changes what differs, and adds what is missing', async () => {
    const [changed] = await load({
      email: 'office@wheel.example',
      addresses: [{ ...home, city: 'Köln', isDefault: true }],
      terms: [{ companyId, isOnCreditHold: true }],
      externalRefs: [{ system: 'old', key: 'W1' }],
    });
    const { id, version, name } = ok(changed);
    expect([version, name]).toEqual([2, 'Wheel House']);
    const { rows } = await database.query({
      text: `select "city", "isDefault" from "CustomerAddress"
        where "customerId" = $1 and "kind" = 'BILLING' order by "id"`,
      values: [id],
    });
    expect(rows).toEqual([
      ['Bonn', false],
      ['Köln', true],
    ]);
    const agreed = (await stage.act((tx) => customers.terms(tx, companyId, [id]))).get(id);
    expect(agreed).toMatchObject({ isOnCreditHold: true });
    expect(agreed?.creditLimit?.toString()).toBe('1000.5');
  });

  it('refuses a row without harm to the others', async () => {
    const before = await count('Customer');
    const fine = { name: 'Fine', currency: 'EUR' };
    const outcomes = await load(
      { ...fine, code: 'FINE' },
      { ...fine, code: 'FINE' },
      { ...fine, code: 'no good' },
      { ...fine, name: ' ' },
      { ...fine, currency: 'EUX' },
      { ...fine, paymentTermsId: randomUUID() },
      { ...fine, taxNumber: 'DE1', addresses: [home] },
      { ...fine, addresses: [{ ...home, countryCode: 'XX' }] },
      { ...fine, contacts: [{ lastName: 'A', email: 'nobody' }] },
      { ...fine, terms: [{ companyId: randomUUID() }] },
      { ...fine, terms: [{ companyId }, { companyId }] },
      { ...fine, terms: [{ companyId, creditLimit: decimal('-1') }] },
      { ...fine, code: 'FINE2', externalRefs: [{ system: 'old', key: 'W1' }] },
      { ...fine, externalRefs: [{ system: '', key: 'W1' }] },
    );
    expect(outcomes.map(reason)).toEqual([
      'taken',
      'DUPLICATE_KEY code',
      'CODE_MALFORMED code',
      'TEXT_TOO_SHORT name',
      'CURRENCY_UNKNOWN currency',
      'NOT_FOUND paymentTermsId',
      'TAX_NUMBER_MALFORMED taxNumber',
      'COUNTRY_UNKNOWN addresses.0.countryCode',
      'EMAIL_MALFORMED contacts.0.email',
      'NOT_FOUND terms.0.companyId',
      'DUPLICATE_KEY terms.1.companyId',
      'AMOUNT_OUT_OF_RANGE terms.0.creditLimit',
      'CODE_FIXED code',
      'TEXT_TOO_SHORT externalRefs.0.system',
    ]);
    expect(await count('Customer')).toBe(before + 1);
  });

  it('takes as many statements for 250 as for two', async () => {
    const run = (length: number, system: string) =>
      database.statements.during(() =>
        load(
          ...Array.from({ length }, (_, index) => ({
            ...wheel(),
            code: `${system}-${index}`,
            externalRefs: [{ system, key: String(index) }],
          })),
        ),
      );
    const few = await run(2, 'FEW');
    const many = await run(250, 'MANY');
    expect(many.value.map(reason)).toEqual(Array.from({ length: 250 }, () => 'taken'));
    expect(many.texts.length).toBe(few.texts.length);
  });
});

describe('changing a customer', () => {
  it('keeps what is absent, clears what is null and compares the version', async () => {
    const { id } = await newCustomer();
    const change = (input: Omit<customers.CustomerChange, 'id'>) =>
      stage.act((tx) => customers.change(tx, { id, ...input }));
    expect(await change({ phone: '+49 228 1234', expectedVersion: 1 })).toMatchObject({
      name: 'New',
      version: 2,
    });
    expect(await change({ phone: null })).toMatchObject({ phone: null, version: 3 });
    await expect(change({ name: 'Old', expectedVersion: 2 })).rejects.toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: 3,
    });
  });

  it('looks at a tax number as the country of the billing address writes it', async () => {
    const { id } = await newCustomer();
    await stage.act((tx) => addresses.add(tx, { ...home, customerId: id }));
    const refusal = await stage.refusal((tx) => customers.change(tx, { id, taxNumber: '123456' }));
    expect([refusal.code, refusal.path]).toEqual(['TAX_NUMBER_MALFORMED', ['taxNumber']]);
  });

  it('keeps an archived customer as it was', async () => {
    const { id, code } = await newCustomer();
    await stage.act((tx) => customers.archive(tx, { id }));
    expect((await stage.act((tx) => customers.archive(tx, { id }))).version).toBe(2);
    const verbs = [
      () => stage.refusal((tx) => customers.change(tx, { id, name: 'Other' })),
      () => stage.refusal((tx) => customers.upsert(tx, { code, name: 'Other' })),
      () => stage.refusal((tx) => addresses.add(tx, { ...home, customerId: id })),
      () => stage.refusal((tx) => contacts.add(tx, { lastName: 'A', customerId: id })),
      () => stage.refusal((tx) => customers.setTerms(tx, { customerId: id, companyId })),
    ];
    for (const verb of verbs) expect((await verb()).code).toBe('CUSTOMER_ARCHIVED');
  });

  it('refuses one that nobody knows', async () => {
    const id = randomUUID();
    expect((await stage.refusal((tx) => customers.get(tx, id))).code).toBe('NOT_FOUND');
    expect((await stage.refusal((tx) => customers.archive(tx, { id }))).code).toBe('NOT_FOUND');
    const terms = await stage.refusal((tx) => customers.terms(tx, companyId, [id]));
    expect(terms.code).toBe('NOT_FOUND');
  });
});

describe('the addresses and contacts of a customer', () => {
  it('have one default of a kind, and archived ones go out of use', async () => {
    const { id: customerId } = await newCustomer();
    const add = (city: string) =>
      stage.act((tx) => addresses.add(tx, { ...home, customerId, city, isDefault: true }));
    const [first, second] = [await add('Bonn'), await add('Köln')];
    const read = await stage.act((tx) => customers.addresses(tx, [first.id, second.id]));
    expect([first, second].map(({ id }) => read.get(id)?.isDefault)).toEqual([false, true]);
    expect(read.get(first.id)?.version).toBe(2);
    const { id } = first;
    const back = await stage.act((tx) => addresses.change(tx, { id, isDefault: true }));
    expect(back).toMatchObject({ city: 'Bonn', isDefault: true, version: 3 });
    const gone = await stage.act((tx) => addresses.archive(tx, { id, expectedVersion: 3 }));
    expect(gone).toMatchObject({ isDefault: false, version: 4 });
  });

  it('are changed by versions, keeping what is absent', async () => {
    const { id: customerId } = await newCustomer();
    const person = { customerId, lastName: 'Lovelace', email: 'ada@wheel.example' };
    const { id } = await stage.act((tx) => contacts.add(tx, person));
    const change = (expectedVersion: number) =>
      stage.act((tx) => contacts.change(tx, { id, role: 'Buyer', expectedVersion }));
    expect(await change(1)).toMatchObject({ email: 'ada@wheel.example', role: 'Buyer' });
    await expect(change(1)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    expect(await stage.act((tx) => contacts.archive(tx, { id }))).toMatchObject({ version: 3 });
  });
});

describe('what a company agrees with a customer', () => {
  it('is unlimited credit by default, on the customer’s own payment terms', async () => {
    const { id: paymentTermsId } = await stage.act((tx) => paymentTerms.byCode(tx, 'NET30'));
    const own = { name: 'Own', currency: 'USD', paymentTermsId };
    const { id } = await stage.act((tx) => customers.upsert(tx, own));
    const terms = await stage.act((tx) => customers.terms(tx, companyId, [id]));
    expect(terms.get(id)).toEqual({ creditLimit: null, isOnCreditHold: false, paymentTermsId });
  });

  it('is set, changed by versions, and of no concern to the other company', async () => {
    const { id: customerId } = await newCustomer();
    const set = (limit: string | null, expectedVersion?: number) => {
      const creditLimit = limit === null ? null : decimal(limit);
      const input = { customerId, companyId, creditLimit, expectedVersion };
      return stage.act((tx) => customers.setTerms(tx, input));
    };
    expect(await set('10')).toMatchObject({ version: 1 });
    expect(await set('20', 1)).toMatchObject({ version: 2 });
    expect(await set('20')).toMatchObject({ version: 2 });
    await expect(set('30', 1)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    const other = await stage.act((tx) => customers.terms(tx, otherId, [customerId]));
    expect(other.get(customerId)?.creditLimit).toBeNull();
    expect((await set(null)).creditLimit).toBeNull();
  });

  it('is hidden from those who do not see the company', async () => {
    const { id: customerId } = await newCustomer();
    const stranger = actorWith([], [otherId]);
    const read = await stage.refusal(
      (tx) => customers.terms(tx, companyId, [customerId]),
      stranger,
    );
    const set = await stage.refusal(
      (tx) => customers.setTerms(tx, { customerId, companyId }),
      stranger,
    );
    const terms = [{ companyId }];
    const loaded = await stage.refusal(
      (tx) => customers.upsert(tx, { name: 'A', currency: 'USD', terms }),
      stranger,
    );
    expect([read, set, loaded].map(({ code }) => code)).toEqual(Array(3).fill('NOT_FOUND'));
  });
});

onPostgres('two lists at once', () => {
  it('make a customer once, and change what another has made meanwhile', async () => {
    const names = Array.from({ length: 8 }, (_, place) => `Race ${place}`);
    const list = (name: string) => load({ code: 'RACE', name, currency: 'USD' });
    const outcomes = (await Promise.all(names.map(list))).flat();
    expect(outcomes.map(reason)).toEqual(names.map(() => 'taken'));
    const ids = outcomes.flatMap((one) => ('ok' in one ? one.ok.id : []));
    expect(new Set(ids).size).toBe(1);
    const versions = outcomes.flatMap((one) => ('ok' in one ? one.ok.version : []));
    expect(versions.sort((one, other) => one - other)).toEqual(names.map((_, place) => place + 1));
  });
});
