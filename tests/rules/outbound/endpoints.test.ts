import { describe, expect, it } from 'vitest';
import {
  cleanChangedFields,
  cleanFactTypes,
  cleanNoun,
  cleanRange,
  cleanUrl,
  triggers,
} from '../../../modules/outbound/endpoint.rules.js';

const known = [
  { type: 'sales.salesOrderConfirmed', documentType: 'SalesOrder' },
  { type: 'sales.salesOrderCancelled', documentType: 'SalesOrder' },
  { type: 'crm.customerChanged', documentType: 'Customer' },
];

const refusalOf = (rule: () => unknown): unknown => {
  try {
    rule();
    return null;
  } catch (error) {
    return (error as { code: unknown }).code;
  }
};

describe('which facts are sent', () => {
  const happened = {
    type: 'sales.salesOrderConfirmed',
    documentType: 'SalesOrder',
    changedFields: ['status', 'confirmedAt'],
  };
  it.each([
    [{ noun: 'SalesOrder', factTypes: [], changedFields: [] }, true],
    [{ noun: 'Customer', factTypes: [], changedFields: [] }, false],
    [{ noun: 'SalesOrder', factTypes: [happened.type], changedFields: [] }, true],
    [{ noun: 'SalesOrder', factTypes: ['sales.salesOrderCancelled'], changedFields: [] }, false],
    [{ noun: 'SalesOrder', factTypes: [], changedFields: ['status'] }, true],
    [{ noun: 'SalesOrder', factTypes: [], changedFields: ['note'] }, false],
    [{ noun: 'SalesOrder', factTypes: [happened.type], changedFields: ['note'] }, false],
  ])('%j: %s', (asked, expected) => expect(triggers(asked, happened)).toBe(expected));
});

describe('what an endpoint is set up with', () => {
  it('is a noun of which facts are told, and its facts, each once', () => {
    expect(cleanNoun('Customer', known)).toBe('Customer');
    expect(refusalOf(() => cleanNoun('Nothing', known))).toBe('NOUN_UNKNOWN');
    const types = ['sales.salesOrderConfirmed', 'sales.salesOrderCancelled'];
    expect(cleanFactTypes([...types, types[0]!], 'SalesOrder', known)).toEqual(types.toSorted());
    const wrong = () => cleanFactTypes(['crm.customerChanged'], 'SalesOrder', known);
    expect(refusalOf(wrong)).toBe('FACT_TYPE_UNKNOWN');
  });

  it('is at most fifty names of fields', () => {
    expect(cleanChangedFields(['b', 'a', 'b'])).toEqual(['a', 'b']);
    expect(refusalOf(() => cleanChangedFields(['__proto__']))).toBe('FIELD_MALFORMED');
    const many = Array.from({ length: 51 }, (_, at) => `f${at}`);
    expect(refusalOf(() => cleanChangedFields(many))).toBe('LIMIT_EXCEEDED');
  });

  it.each([
    ['https://example.com/hook?x=1', 'https://example.com/hook?x=1'],
    [' http://127.1:8080 ', 'http://127.0.0.1:8080/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
  ])('is an address: %s', (text, url) => expect(cleanUrl(text)).toBe(url));

  it.each(['', 'example.com', 'file:///etc/passwd', 'https://a:b@c/', 'https://a/#x', 'http://'])(
    'is not the address %j',
    (text) => expect(refusalOf(() => cleanUrl(text))).toBe('URL_MALFORMED'),
  );

  it('replays whole positions in order', () => {
    expect(cleanRange('1', '999999999999999')).toEqual({ first: 1, last: 999999999999999 });
    for (const [from, to] of [
      ...[
        ['2', '1'],
        ['0', '1'],
        ['-1', '1'],
        ['1.5', '2'],
        ['1', '1e3'],
        ['', ''],
      ],
      ['1', '9999999999999999'],
    ] as const)
      expect(refusalOf(() => cleanRange(from, to))).toBe('RANGE_MALFORMED');
  });
});
