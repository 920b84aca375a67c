import { instant, integer, text } from './columns.js';

/** What every row that can change tells of itself. */
export const versioned = {
  version: integer(
    'Counts its changes; send it as expectedVersion so as not to overwrite others.',
    { isMeasured: false },
  ),
  createdAt: instant('When it was entered.'),
};

/** What every row that is kept for ever, but may leave daily use, tells of itself. */
export const archivable = {
  archivedAt: instant('When it left daily use; null while it is in use.', { isNullable: true }),
};

/** What every document tells of itself beside its state. */
export const documented = {
  ...versioned,
  updatedAt: instant('When it was changed last.'),
};

export const codeColumn = (what: string) => text(`The code of the ${what}, unique.`);

/** Why `on` is deprecated where `asOf` tells the same day. */
export const sameAsOf = 'Use asOf, which is the same. Kept until 2027-12-01.';
