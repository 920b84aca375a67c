/** An item of the demo company: what lies in stock at the beginning, and what is ordered of it. */
export interface Goods {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  readonly unitCost: string;
  readonly ordered: string;
  readonly unitPrice: string;
  readonly discountPercent: string;
  /** How much of it goes with the first delivery. */
  readonly first: string;
}

/** Pieces, by their UN/CEFACT code. */
const unit = 'C62';

export const goods: readonly Goods[] = [
  {
    code: 'CITY-8',
    name: 'City bicycle, eight gears',
    unit,
    quantity: '12',
    unitCost: '412.5',
    ordered: '4',
    unitPrice: '749',
    discountPercent: '0',
    first: '2',
  },
  {
    code: 'HELMET-M',
    name: 'Helmet, medium',
    unit,
    quantity: '40',
    unitCost: '31.2',
    ordered: '6',
    unitPrice: '59.9',
    discountPercent: '10',
    first: '6',
  },
  {
    code: 'LOCK-U',
    name: 'Lock, shackle',
    unit,
    quantity: '25',
    unitCost: '18.75',
    ordered: '6',
    unitPrice: '34.5',
    discountPercent: '0',
    first: '0',
  },
];

export const freight = { description: 'Freight to Rotterdam', unitPrice: '85' };

export const customer = {
  name: 'Harbour Cycles',
  legalName: 'Harbour Cycles V.O.F.',
  email: 'orders@harbour-cycles.example',
  currency: 'EUR',
  creditLimit: '10000',
  addresses: [
    {
      kind: 'BILLING' as const,
      line1: 'Coolsingel 40',
      postalCode: '3011 AD',
      city: 'Rotterdam',
      countryCode: 'NL',
      isDefault: true,
    },
    {
      kind: 'SHIPPING' as const,
      line1: 'Voorstraat 12',
      postalCode: '3311 ER',
      city: 'Dordrecht',
      countryCode: 'NL',
      isDefault: true,
    },
  ],
  contacts: [{ firstName: 'Noor', lastName: 'Visser', role: 'Buyer' }],
};
