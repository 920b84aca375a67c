import { phoneKey, plainName, plainText } from '../kernel/index.js';
import type { Comparable, DuplicatePolicy } from '../kernel/index.js';

/**
 * What agreement is worth among customers. Chosen, not learnt: a number that an authority gives out
 * once is nearly proof, a name is worth what a name is worth, a place only beside a name.
 */
export const customerPolicy: DuplicatePolicy = {
  weights: {
    TAX_NUMBER: 0.9,
    EMAIL: 0.8,
    PHONE: 0.6,
    LEGAL_NAME: 0.6,
    EMAIL_DOMAIN: 0.45,
    SAME_PLACE: 0.5,
  },
  doubts: { DIFFERENT_TAX_NUMBER: 0.3, DIFFERENT_KIND: 0.7 },
  trigramShare: 0.6,
  similarFrom: 0.85,
  similarWorth: 0.9,
};

/** Many people are called the same, few shops are. */
const NAME_WEIGHT = { ORGANISATION: 0.7, PERSON: 0.4 } as const;

/** Whoever has an address there shares nothing with the others who do. */
const PUBLIC_DOMAINS = new Set(
  `126.com 139.com 163.com aol.com foxmail.com gmail.com gmx.de gmx.net googlemail.com hotmail.com
  icloud.com live.com mail.com mail.ru me.com msn.com outlook.com proton.me protonmail.com qq.com
  sina.com sohu.com t-online.de web.de yahoo.com yandex.ru yeah.net`.split(/\s+/),
);

export interface ComparedCustomer {
  readonly id: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly kind: string;
  readonly taxNumber: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly {
    readonly countryCode: string;
    readonly postalCode: string | null;
    readonly city: string;
  }[];
}

type Key = readonly [reason: string, value: string];

function mailKeys(emails: readonly string[]): Key[] {
  return emails.flatMap((email): Key[] => {
    const plain = email.toLowerCase();
    const domain = plain.slice(plain.indexOf('@') + 1);
    const own: Key = ['EMAIL', plain];
    return PUBLIC_DOMAINS.has(domain) ? [own] : [own, ['EMAIL_DOMAIN', domain]];
  });
}

function placesOf({ addresses }: ComparedCustomer): string[] {
  return addresses.map(({ countryCode, postalCode, city }) =>
    [countryCode, plainText(postalCode ?? city).replaceAll(' ', '')].join(' '),
  );
}

/** A customer as it is compared. Those at one place whose names begin alike are looked at too. */
export function comparableCustomer(customer: ComparedCustomer): Comparable {
  const { id, legalName, taxNumber, phones, kind } = customer;
  const name = plainName(customer.name);
  const places = placesOf(customer);
  const keys: Key[] = [
    ...mailKeys(customer.emails),
    ...phones.map((phone): Key => ['PHONE', phoneKey(phone)]),
    ...places.map((place): Key => ['NEAR', `${place} ${name.slice(0, 3)}`]),
  ];
  if (taxNumber !== null) keys.push(['TAX_NUMBER', taxNumber]);
  if (legalName !== null) keys.push(['LEGAL_NAME', plainName(legalName)]);
  return {
    ...{ id, name, keys, places },
    traits: { DIFFERENT_TAX_NUMBER: taxNumber, DIFFERENT_KIND: kind },
    nameWeight: kind === 'PERSON' ? NAME_WEIGHT.PERSON : NAME_WEIGHT.ORGANISATION,
  };
}
