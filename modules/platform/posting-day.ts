import type { Tx } from '../events/index.js';
import { inField, parseLocalDate, type LocalDate } from '../kernel/index.js';
import { today } from './company.service.js';

/** The day a document is dated or posted: as given, else today where the company is. */
export async function dayOf(
  tx: Tx,
  companyId: string,
  given: string | null | undefined,
  field: string,
): Promise<LocalDate> {
  if (given === null || given === undefined) return today(tx, companyId);
  return inField(field, () => parseLocalDate(given));
}
