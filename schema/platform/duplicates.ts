import { builder } from '../builder.js';
import { choices, text } from '../columns.js';
import { versioned } from '../common.js';
import { addEdge, noun, type Noun } from '../noun.js';
import { PageInfo } from '../paging.js';

export const DuplicateReason = choices('DuplicateReason', 'Why two may be, or not be, the same.', {
  TAX_NUMBER: 'They have the same tax number.',
  EMAIL: 'They, or contacts of theirs, have the same address for e-mail.',
  PHONE: 'They, or contacts of theirs, have the same telephone number.',
  LEGAL_NAME: 'They have the same name in the register.',
  EMAIL_DOMAIN: 'Their addresses for e-mail are of the same organisation.',
  GTIN: 'They have the same Global Trade Item Number.',
  MANUFACTURER_PART_NUMBER: 'Their manufacturer calls them the same.',
  SAME_NAME: 'They are called the same, but for marks, case and the form of the company.',
  SIMILAR_NAME: 'They are called almost the same.',
  SAME_PLACE: 'They are called alike, and are in the same place.',
  DIFFERENT_TAX_NUMBER: 'Against it: their tax numbers differ.',
  DIFFERENT_KIND: 'Against it: one is a person and one an organisation.',
  DIFFERENT_COUNTRY: 'Against it: they are in different countries.',
  DIFFERENT_GTIN: 'Against it: their Global Trade Item Numbers differ.',
  DIFFERENT_UNIT: 'Against it: their stock is kept in different units.',
});

export const DuplicateDismissal = noun('DuplicateDismissal', {
  description: 'Two that look alike and are not the same: they are suggested no more.',
  permission: 'platform.duplicateDismissal.read',
  company: null,
  columns: { ...versioned, noun: text('Which noun the two are of.') },
});
addEdge(DuplicateDismissal, 'first', {
  ...{ kind: 'any', to: () => null, from: 'id', nounColumn: 'noun', by: 'lowId' },
  description: 'One of the two.',
});
addEdge(DuplicateDismissal, 'second', {
  ...{ kind: 'any', to: () => null, from: 'id', nounColumn: 'noun', by: 'highId' },
  description: 'The other.',
});

/** Two that may be the same, as they were judged. */
export interface Suspected {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** One page of what was judged. */
export interface SuspectedPage {
  readonly nodes: readonly Suspected[];
  readonly totalCount: number;
  readonly compared: number;
  readonly skippedValues: number;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

function pairType(of: Noun) {
  const side = (at: 'left' | 'right', description: string) => ({ at, description });
  const sides = {
    survivor: side('left', 'The one that was entered first: suggested to stay.'),
    duplicate: side('right', 'The one that was entered later: suggested to be merged.'),
  };
  return builder.objectRef<Suspected>(`${of.name}Duplicate`).implement({
    description: `Two of ${of.name} that may be the same.`,
    fields: (t) => ({
      score: t.field({
        type: 'Decimal',
        nullable: false,
        description: 'How likely they are the same, from 0 to 1.',
        resolve: ({ score }) => String(score) as never,
      }),
      reasons: t.field({
        type: [DuplicateReason],
        nullable: { list: false, items: false },
        description: 'What speaks for it and against it.',
        resolve: ({ reasons }) => reasons as never,
      }),
      ...Object.fromEntries(
        Object.entries(sides).map(([field, { at, description }]) => [
          field,
          t.field({
            type: of.ref,
            description,
            resolve: (pair, _args, context, info) => context.reader.load(of, pair[at], info),
          }),
        ]),
      ),
    }),
  });
}

/** The type of a page of duplicates of a noun. */
export function duplicatesType(of: Noun) {
  return builder.objectRef<SuspectedPage>(`${of.name}Duplicates`).implement({
    description: `Which of ${of.name} may be the same, the likeliest first.`,
    fields: (t) => ({
      nodes: t.field({
        type: [pairType(of)],
        nullable: { list: false, items: false },
        description: 'The pairs.',
        resolve: ({ nodes }) => [...nodes],
      }),
      totalCount: t.exposeInt('totalCount', {
        nullable: false,
        description: 'How many pairs there are, on all pages.',
      }),
      compared: t.exposeInt('compared', {
        nullable: false,
        description: 'How many were compared: all that are in use.',
      }),
      skippedValues: t.exposeInt('skippedValues', {
        nullable: false,
        description: 'Values that so many share that they tell nothing; those were left out.',
      }),
      pageInfo: t.field({
        type: PageInfo,
        nullable: false,
        description: 'Where the page stands in the list.',
        resolve: ({ endCursor, hasNextPage }) => ({
          ...{ endCursor, hasNextPage, hasPreviousPage: false, startCursor: null },
        }),
      }),
    }),
  });
}
