import type { InputFieldMap } from '@pothos/core';
import { builder } from './builder.js';
import { isOfDay, type Noun } from './noun.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../prisma/reader/index.js';

export const PageInfo = builder
  .objectRef<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>('PageInfo')
  .implement({
    description: 'Where a page stands in its list.',
    extensions: { cost: 0 },
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', {
        nullable: false,
        description: 'Whether rows follow.',
      }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        nullable: false,
        description: 'Whether rows come before.',
      }),
      startCursor: t.exposeString('startCursor', { description: 'The cursor of the first row.' }),
      endCursor: t.exposeString('endCursor', { description: 'The cursor of the last row.' }),
    }),
  });

/** The day of a list; rows that are worked out for a day demand one. */
export const asOfArg = (noun: Noun): InputFieldMap =>
  noun.asOf
    ? builder.args((t) => ({
        asOf: t.field({
          type: 'Date',
          required: isOfDay(noun),
          description: noun.asOf!.description,
        }),
      }))
    : {};

/** The arguments of every list of a noun. */
export const listArgs = (noun: Noun) =>
  builder.args((t) => ({
    first: t.int({
      description: `How many rows: ${PAGE_DEFAULT} unless told, at most ${PAGE_MAX}.`,
    }),
    after: t.string({ description: 'Only rows behind this cursor.' }),
    last: t.int({ description: 'How many rows, from the end of the list.' }),
    before: t.string({ description: 'Only rows before this cursor.' }),
    where: t.field({ type: noun.where, description: 'Which rows.' }),
    ...asOfArg(noun),
    orderBy: t.field({
      type: [noun.orderBy],
      description: 'The order of the rows; the id is added behind it.',
    }),
  }));
