import type { ColumnType } from 'kysely';
import type { Decimal } from '../modules/kernel/decimal.js';

/** A `numeric` column: exact in both directions, never a JavaScript number. */
export type Numeric = ColumnType<Decimal, Decimal | string, Decimal | string>;

/** What may be written to a `jsonb` column: JSON text, or an object that becomes it. */
type JsonInput = string | { readonly [key: string]: unknown };

/**
 * A `jsonb` column. Its shape is unknown until whoever reads it has checked it. Lists are written
 * as JSON text, because the driver sends a JavaScript array as a PostgreSQL array.
 */
export type Json = ColumnType<unknown, JsonInput, JsonInput>;
