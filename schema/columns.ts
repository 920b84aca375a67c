import type { EnumRef } from '@pothos/core';
import { builder } from './builder.js';
import type { ColumnKind, ReadColumn } from '../prisma/reader/index.js';

/** A column of a noun: how it is stored, and how the graph shows it. */
export interface ColumnDeclaration extends Omit<ReadColumn, 'column'> {
  readonly description: string;
  /** The stored column when its name differs from the field's. */
  readonly column?: string;
  readonly choice?: ChoiceRef;
}

/** An enum with its name, by which its filter is known. */
export type ChoiceRef<Value extends string = string> = EnumRef<
  typeof builder.$inferSchemaTypes,
  Value,
  Value
> & { readonly choiceName: string };

interface ColumnOptions {
  readonly isNullable?: boolean;
  readonly isFilterable?: boolean;
  readonly column?: string;
  readonly permission?: string;
  readonly isMeasured?: boolean;
}

const declare =
  (kind: ColumnKind) =>
  (description: string, options: ColumnOptions = {}): ColumnDeclaration => ({
    kind,
    description,
    ...options,
    isNullable: options.isNullable ?? false,
    isFilterable: options.isFilterable ?? true,
  });

export const text = declare('text');
export const integer = declare('integer');
export const decimal = declare('decimal');
export const boolean = declare('boolean');
export const date = declare('date');
export const instant = declare('instant');
/** A list of texts. */
export const texts = declare('texts');

/** An amount whose currency stands in the column `currencyColumn` of the same row. */
export const money = (
  description: string,
  currencyColumn: string,
  options: ColumnOptions = {},
): ColumnDeclaration => ({ ...declare('money')(description, options), beside: currencyColumn });

/** A quantity whose unit stands in the column `unitColumn` of the same row. */
export const quantity = (
  description: string,
  unitColumn: string,
  options: ColumnOptions = {},
): ColumnDeclaration => ({ ...declare('quantity')(description, options), beside: unitColumn });

/** One of a declared set of values. */
export const choice = <Value extends string>(
  ref: ChoiceRef<Value>,
  description: string,
  options: ColumnOptions = {},
): ColumnDeclaration => ({
  ...declare('choice')(description, options),
  choice: ref,
});

/** Declares an enum: each value with its description. */
export function choices<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): ChoiceRef<Value> {
  const ref = builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries<string>(values).map(([value, told]) => [value, { value, description: told }]),
    ),
  });
  return Object.assign(ref, { choiceName: name }) as unknown as ChoiceRef<Value>;
}
