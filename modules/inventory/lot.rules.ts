import { inField, ownCode, parseLocalDate, textOrNone } from '../kernel/index.js';
import { LotNotTracked, LotRequired } from './errors.js';

/** Goods of one item that were made or bought together. */
export interface LotInput {
  /** Unique for the company and item. */
  readonly code: string;
  readonly supplierLotCode?: string | null;
  readonly madeOn?: string | null;
  readonly expiresOn?: string | null;
}

export interface LotColumns {
  readonly code: string;
  readonly supplierLotCode: string | null;
  readonly madeOn: string | null;
  readonly expiresOn: string | null;
}

const day = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : parseLocalDate(text);

/** Cleans what is told of a lot; refuses by field. */
export function cleanLot({ code, supplierLotCode, madeOn, expiresOn }: LotInput): LotColumns {
  return {
    code: inField('code', () => ownCode(code)),
    supplierLotCode: inField('supplierLotCode', () => textOrNone(supplierLotCode, 40)),
    madeOn: inField('madeOn', () => day(madeOn)),
    expiresOn: inField('expiresOn', () => day(expiresOn)),
  };
}

/** A line's lot: none for an item that is not kept by lots, else what is told of it. */
export function lotOf(
  item: { readonly code: string; readonly isLotTracked: boolean },
  lot: Partial<LotInput>,
): LotColumns | null {
  const code = lot.code ?? null;
  if (!item.isLotTracked) {
    if (code === null) return null;
    throw new LotNotTracked(item.code).at('code');
  }
  if (code === null) throw new LotRequired(item.code).at('code');
  return cleanLot({ ...lot, code });
}
