import { refusalType } from './errors.js';

/** What was open and what was asked for, as the fields of a refusal. */
export const openAnd = (what: string, unit = "in the line's unit") =>
  ({
    open: ['Decimal', `What can be ${what}, ${unit}.`],
    requested: ['Decimal', `What was asked for, ${unit}.`],
  }) as const;

refusalType(
  'CreditExceedsInvoiced',
  'More was to be credited than was invoiced and is not credited.',
  openAnd('credited'),
);
refusalType(
  'CreditAmountExceedsInvoiced',
  "A greater amount was to be credited than is left of the invoice's line.",
  openAnd('credited', "in the invoice's currency before tax"),
);
refusalType('NothingToCredit', 'Everything is credited, or held by another credit note.');
refusalType(
  'AllocationExceedsCredit',
  'More was to settle other invoices or be paid out than is left of the credit note.',
  openAnd('allocated or be paid out', "in the credit note's currency"),
);
refusalType('InvoiceNotCreditable', 'Only a posted invoice is credited.', {
  status: ['String', 'The state of the invoice.'],
});
