import {
  Decimal,
  InvalidInput,
  QuantityOutOfRange,
  cleanText,
  fits,
  inField,
  unitDimensions,
  type UnitDimension,
} from '../kernel/index.js';
import { cleanCode } from './input.rules.js';

/** A unit that a deployment adds to those of the standard. */
export interface UnitInput {
  readonly code: string;
  readonly name: string;
  readonly symbol?: string | null;
  readonly dimension: string;
  /** How many of its dimension's base unit it is; a package has none and counts as 1. */
  readonly factor?: Decimal | null;
}

interface StoredUnit {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly dimension: string;
  readonly factor: Decimal;
  readonly isStandard: boolean;
}

export interface UnitColumns {
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly dimension: UnitDimension;
  readonly factor: Decimal;
}

function checkedDimension(text: string): UnitDimension {
  const dimension = unitDimensions.find((one) => one === text);
  if (dimension) return dimension;
  const message = '{dimension} is no dimension of units.';
  throw new InvalidInput('DIMENSION_UNKNOWN', message, { dimension: text });
}

function checkedFactor(factor: Decimal): Decimal {
  if (factor.isFinite() && factor.gt(0) && fits(factor, 38, 18)) return factor;
  const message = 'The factor {factor} is not above zero with at most 18 decimals.';
  throw new QuantityOutOfRange('FACTOR_OUT_OF_RANGE', message, { factor: factor.toString() });
}

/** Refuses to change what a unit measures: documents are written in it. */
function refuseFixed({ dimension, factor }: UnitColumns, before: StoredUnit): void {
  if (dimension === before.dimension && factor.eq(before.factor)) return;
  const message = 'What {unit} measures does not change, because documents are written in it.';
  throw new InvalidInput('UNIT_FIXED', message, { unit: before.code }).at('factor');
}

/** Cleans a unit; refuses by field. One of the standard keeps its name in every deployment. */
export function cleanUnit(input: UnitInput, before: StoredUnit | null): UnitColumns {
  const code = inField('code', () => cleanCode(input.code));
  const symbol = input.symbol ?? code;
  const unit = {
    code,
    name: inField('name', () => cleanText(input.name, { min: 1, max: 200 })),
    symbol: inField('symbol', () => cleanText(symbol, { min: 1, max: 20 })),
    dimension: inField('dimension', () => checkedDimension(input.dimension)),
    factor: inField('factor', () => checkedFactor(input.factor ?? new Decimal(1))),
  };
  if (before) refuseFixed(unit, before);
  return before?.isStandard ? { ...unit, name: before.name, symbol: before.symbol } : unit;
}
