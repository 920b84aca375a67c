/** With whom the demo company trades, and at which prices. */

export const company = {
  code: 'VELO',
  name: 'Velo Works',
  legalName: 'Velo Works B.V.',
  countryCode: 'NL',
  baseCurrency: 'EUR',
  timeZone: 'Europe/Amsterdam',
};

/** One yen in euros, as suppliers bill it, and at what the bank changes it when they are paid. */
export const yen = { currency: 'JPY', rate: '0.0061', paidAt: '0.00613' };

export type SupplierCode = 'VANDAM' | 'TAIYO';

export const suppliers: readonly {
  readonly code: SupplierCode;
  readonly name: string;
  readonly currency: string;
  readonly countryCode: string;
  readonly leadTimeDays: number;
  /** Whether it charges the company's value added tax. */
  readonly isTaxed: boolean;
}[] = [
  {
    code: 'VANDAM',
    name: 'Van Dam Rijwieldelen',
    currency: 'EUR',
    countryCode: 'NL',
    leadTimeDays: 2,
    isTaxed: true,
  },
  {
    code: 'TAIYO',
    name: 'Taiyo Components',
    currency: yen.currency,
    countryCode: 'JP',
    leadTimeDays: 6,
    isTaxed: false,
  },
];

export interface Supply {
  readonly item: string;
  readonly supplier: SupplierCode;
  /** What one unit costs, in the supplier's currency. */
  readonly unitPrice: string;
  /** What lies in stock at the beginning, and what one unit of it cost in euros. */
  readonly inStock: string;
  readonly unitCost: string;
}

const from =
  (supplier: SupplierCode) =>
  (item: string, unitPrice: string, inStock: string, unitCost = unitPrice): Supply => ({
    item,
    supplier,
    unitPrice,
    inStock,
    unitCost,
  });
const vanDam = from('VANDAM');
const taiyo = from('TAIYO');

/** Rims, axles and hub gears are short of what the order of the story needs. */
export const supplies: readonly Supply[] = [
  vanDam('FRAME-RAW', '96', '12'),
  vanDam('FRAME-20', '61', '8'),
  vanDam('PAINT', '14.8', '10'),
  vanDam('RIM-28', '17.5', '6'),
  vanDam('RIM-20', '13.2', '16'),
  vanDam('TYRE-28', '15.6', '24'),
  vanDam('TYRE-20', '11.9', '16'),
  vanDam('SPOKE', '0.19', '1200'),
  taiyo('SHELL', '1370', '40', '8.36'),
  taiyo('AXLE', '990', '18', '6.04'),
  taiyo('GEARS-8', '16800', '1', '102.48'),
  taiyo('GEARS-27', '21400', '5', '130.54'),
  vanDam('CRANK', '24.5', '10'),
  taiyo('BRAKES', '3900', '12', '23.79'),
  vanDam('SADDLE', '19.9', '20'),
  vanDam('HANDLEBAR', '16.3', '20'),
  vanDam('STEM', '11.2', '20'),
  vanDam('GRIP', '2.4', '40'),
  vanDam('BELL', '3.1', '20'),
];

/** A made part of which a spare one lies in stock. */
export const spare = { item: 'WHEEL-28', inStock: '2', unitCost: '74.5' };

/** The rims are billed at this price, not as they were ordered. */
export const billedOtherwise = { item: 'RIM-28', unitPrice: '18.2' };

/** What is offered: by the list, and from how many pieces on. */
export const prices: readonly {
  readonly item: string;
  readonly unitPrice: string;
  readonly minQuantity?: string;
}[] = [
  { item: 'CITY-8', unitPrice: '890' },
  { item: 'CITY-8', unitPrice: '849', minQuantity: '4' },
  { item: 'TOUR-27', unitPrice: '1090' },
  { item: 'KIDS-20', unitPrice: '469' },
];

/** What the customer asks for, and how much of it goes with the first delivery. */
export const wanted: readonly {
  readonly item: string;
  readonly quantity: string;
  readonly first: string;
  readonly discountPercent?: string;
}[] = [
  { item: 'CITY-8', quantity: '4', first: '2' },
  { item: 'TOUR-27', quantity: '3', first: '3' },
  { item: 'KIDS-20', quantity: '5', first: '0', discountPercent: '4' },
];

export const freight = { description: 'Freight to Dordrecht', unitPrice: '120' };

const place = (kind: 'BILLING' | 'SHIPPING', address: readonly string[]) => {
  const [line1 = '', postalCode = '', city = '', countryCode = ''] = address;
  return { kind, line1, postalCode, city, countryCode, isDefault: true };
};

export const customers = [
  {
    code: 'HARBOUR',
    name: 'Harbour Cycles',
    legalName: 'Harbour Cycles V.O.F.',
    email: 'orders@harbour-cycles.example',
    currency: 'EUR',
    creditLimit: '20000',
    addresses: [
      place('BILLING', ['Coolsingel 40', '3011 AD', 'Rotterdam', 'NL']),
      place('SHIPPING', ['Voorstraat 12', '3311 ER', 'Dordrecht', 'NL']),
    ],
    contacts: [{ firstName: 'Noor', lastName: 'Visser', role: 'Buyer' }],
  },
  {
    code: 'OSTKREUZ',
    name: 'Ostkreuz Fahrräder',
    legalName: 'Ostkreuz Fahrräder GmbH',
    email: 'einkauf@ostkreuz.example',
    currency: 'EUR',
    creditLimit: '8000',
    addresses: [place('BILLING', ['Sonntagstraße 8', '10245', 'Berlin', 'DE'])],
    contacts: [{ firstName: 'Jana', lastName: 'Krüger', role: 'Owner' }],
  },
];
