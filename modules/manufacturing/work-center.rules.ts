import {
  checkedPrice,
  cleanText,
  type Decimal,
  fits,
  ONE,
  ownCode,
  parseLocalDate,
  QuantityOutOfRange,
  type Reasons,
  ZERO,
} from '../kernel/index.js';

/** What can be said of a work center. Absent keeps, or takes the default. */
export interface WorkCenterDetails {
  readonly name?: string | null;
  /** None means the company's. */
  readonly calendarId?: string | null;
  readonly capacity?: number | null;
  readonly efficiencyPercent?: Decimal | null;
}

export interface WorkCenterColumns {
  readonly name: string;
  readonly calendarId: string | null;
  readonly capacity: number;
  readonly efficiencyPercent: Decimal;
}

const CAPACITY_MAX = 100_000;

function checkedCapacity(capacity: number): number {
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= CAPACITY_MAX) return capacity;
  const message = 'The capacity {capacity} is not 1 to {maximum}.';
  const params = { capacity, maximum: CAPACITY_MAX };
  throw new QuantityOutOfRange('CAPACITY_OUT_OF_RANGE', message, params);
}

function checkedEfficiency(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && percent.gt(0) && percent.lte(1_000)) return percent;
  const message = 'The efficiency {percent} is not above 0, up to 1000, with at most 4 decimals.';
  const params = { percent: percent.toString() };
  throw new QuantityOutOfRange('EFFICIENCY_OUT_OF_RANGE', message, params);
}

/** Cleans what a work center is after the details given; refusals go to `all`. */
export function cleanWorkCenter(
  details: WorkCenterDetails,
  before: WorkCenterColumns | null,
  all: Reasons,
): WorkCenterColumns {
  const name = details.name ?? before?.name ?? '';
  const capacity = details.capacity ?? before?.capacity ?? 1;
  const efficiency = details.efficiencyPercent ?? before?.efficiencyPercent ?? ONE.mul(100);
  const { calendarId = before?.calendarId ?? null } = details;
  return {
    name: all.take(['name'], () => cleanText(name, { min: 1, max: 200 })) ?? '',
    calendarId,
    capacity: all.take(['capacity'], () => checkedCapacity(capacity)) ?? 1,
    efficiencyPercent:
      all.take(['efficiencyPercent'], () => checkedEfficiency(efficiency)) ?? efficiency,
  };
}

/** Takes the code of a work center. */
export const cleanWorkCenterCode = (code: string, all: Reasons): string =>
  all.take(['code'], () => ownCode(code)) ?? '';

/** What an hour costs from a day on, in base currency; nothing of what is not said. */
export interface RateInput {
  readonly workCenterId: string;
  readonly validFrom: string;
  readonly labourRate?: Decimal | null;
  readonly machineRate?: Decimal | null;
  readonly overheadRate?: Decimal | null;
}

/** Cleans a rate; refusals go to `all`. */
export function cleanRate(input: RateInput, all: Reasons) {
  const rate = (field: 'labourRate' | 'machineRate' | 'overheadRate') =>
    all.take([field], () => checkedPrice(input[field] ?? ZERO)) ?? ZERO;
  return {
    validFrom: all.take(['validFrom'], () => parseLocalDate(input.validFrom)) ?? input.validFrom,
    labourRate: rate('labourRate'),
    machineRate: rate('machineRate'),
    overheadRate: rate('overheadRate'),
  };
}
