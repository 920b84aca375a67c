import SchemaBuilder from '@pothos/core';
import type { Decimal, LocalDate } from '../modules/kernel/index.js';
import type { GraphContext } from './context.js';
import type { JsonFieldValue } from './custom-fields/value.js';

/** The TypeScript side of every scalar: what resolvers are given and what they answer. */
export type Scalars = {
  ID: { Input: string; Output: string };
  Decimal: { Input: Decimal; Output: Decimal | string };
  Date: { Input: LocalDate; Output: string };
  DateTime: { Input: Date; Output: Date | string };
  CustomFieldValue: { Input: JsonFieldValue; Output: unknown };
};

/**
 * The one schema builder. Fields are nullable unless they say otherwise: a permission may hide
 * them.
 */
export const builder = new SchemaBuilder<{
  Context: GraphContext;
  Scalars: Scalars;
}>({});

export type Builder = typeof builder;

builder.queryType({ description: 'What can be read.' });
builder.mutationType({ description: 'What can be done.' });
builder.subscriptionType({ description: 'What is pushed as it happens.' });
