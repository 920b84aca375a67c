import { describe, expect, it } from 'vitest';
import { RuleViolation, attempt } from '../../../modules/kernel/index.js';
import { cleanFounding } from '../../../modules/platform/company.rules.js';

const founding = {
  code: 'ACME-DE',
  name: ' Acme Maschinenbau ',
  legalName: 'Acme Maschinenbau GmbH',
  taxNumber: '',
  countryCode: 'DE',
  baseCurrency: 'EUR',
  timeZone: 'Europe/Berlin',
};

function refusalOf(change: object): [string, unknown] {
  const result = attempt(() => cleanFounding({ ...founding, ...change }));
  if (!(result instanceof RuleViolation)) throw new Error('It was not refused.');
  return [result.code, result.path];
}

describe('founding a company', () => {
  it('trims what people typed and takes an empty tax number for none', () => {
    expect(cleanFounding(founding)).toEqual({
      ...founding,
      name: 'Acme Maschinenbau',
      taxNumber: null,
    });
  });

  it.each([
    [{ code: 'acme' }, 'CODE_MALFORMED', 'code'],
    [{ code: '' }, 'CODE_MALFORMED', 'code'],
    [{ code: 'A'.repeat(21) }, 'CODE_MALFORMED', 'code'],
    [{ code: 'A\u0000B' }, 'CODE_MALFORMED', 'code'],
    [{ name: '  ' }, 'TEXT_TOO_SHORT', 'name'],
    [{ name: 'A\u202eB' }, 'TEXT_CHARACTER', 'name'],
    [{ legalName: 'x'.repeat(201) }, 'TEXT_TOO_LONG', 'legalName'],
    [{ countryCode: 'XX' }, 'COUNTRY_UNKNOWN', 'countryCode'],
    [{ countryCode: 'de' }, 'COUNTRY_UNKNOWN', 'countryCode'],
    [{ baseCurrency: 'EURO' }, 'CURRENCY_UNKNOWN', 'baseCurrency'],
    [{ baseCurrency: 'XAU' }, 'CURRENCY_UNKNOWN', 'baseCurrency'],
    [{ timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    [{ timeZone: '+01:00' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
  ])('refuses %j and leads to the field', (change, code, field) => {
    expect(refusalOf(change)).toEqual([code, [field]]);
  });
});
