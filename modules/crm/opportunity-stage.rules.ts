import {
  cleanText,
  type Decimal,
  decimal,
  fits,
  inField,
  ownCode,
  QuantityOutOfRange,
} from '../kernel/index.js';

/** What can be said of a stage. Absent keeps. */
export interface StageDetails {
  readonly name?: string;
  /** From 1; stages are passed in this order. */
  readonly position?: number;
  /** How likely an opportunity in the stage is won: 0 to 100. */
  readonly probabilityPercent?: Decimal;
}

export interface StageColumns {
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly probabilityPercent: Decimal;
}

/** The stages of a group that has named none of its own. */
export const standardStages: readonly StageColumns[] = [
  { code: 'QUALIFY', name: 'Qualify', position: 1, probabilityPercent: decimal(10) },
  { code: 'PROPOSE', name: 'Propose', position: 2, probabilityPercent: decimal(40) },
  { code: 'NEGOTIATE', name: 'Negotiate', position: 3, probabilityPercent: decimal(70) },
  { code: 'COMMIT', name: 'Commit', position: 4, probabilityPercent: decimal(90) },
];

const POSITION_MAX = 1_000;

function checkedPosition(position: number): number {
  if (Number.isInteger(position) && position >= 1 && position <= POSITION_MAX) return position;
  const message = 'The position {position} is not 1 to {maximum}.';
  const params = { position, maximum: POSITION_MAX };
  throw new QuantityOutOfRange('POSITION_OUT_OF_RANGE', message, params);
}

/** Takes a probability: 0 to 100 percent, at most four decimals. */
export function checkedProbability(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && !percent.isNegative() && percent.lte(100)) return percent;
  const message = 'The probability {percent} is not 0 to 100 percent with at most 4 decimals.';
  const params = { percent: percent.toString() };
  throw new QuantityOutOfRange('PROBABILITY_OUT_OF_RANGE', message, params);
}

/** Cleans what a stage is after the details given; refuses by field. */
export function cleanStage(details: StageDetails, before: StageColumns): StageColumns {
  const { name = before.name, position = before.position } = details;
  const { probabilityPercent = before.probabilityPercent } = details;
  return {
    code: inField('code', () => ownCode(before.code)),
    name: inField('name', () => cleanText(name, { min: 1, max: 200 })),
    position: inField('position', () => checkedPosition(position)),
    probabilityPercent: inField('probabilityPercent', () => checkedProbability(probabilityPercent)),
  };
}
