import { builder } from './builder.js';

/** An amount with its currency, as the reader shapes it. */
export const Money = builder.objectRef<{ amount: string; currency: string }>('Money').implement({
  description: 'An amount of money in a currency.',
  extensions: { cost: 0 },
  fields: (t) => ({
    amount: t.expose('amount', {
      type: 'Decimal',
      nullable: false,
      description: 'The amount, exact.',
    }),
    currency: t.exposeString('currency', {
      nullable: false,
      description: 'The ISO 4217 code of the currency.',
    }),
  }),
});

/** A value with its unit, as the reader shapes it. */
export const Quantity = builder.objectRef<{ value: string; unit: string }>('Quantity').implement({
  description: 'A quantity in a unit of measure.',
  extensions: { cost: 0 },
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Decimal',
      nullable: false,
      description: 'How much, exact.',
    }),
    unit: t.exposeString('unit', {
      nullable: false,
      description: 'The UN/CEFACT code of the unit.',
    }),
  }),
});
