import { inField, parseLocalDate, type LocalDate } from '../kernel/index.js';
import type { Tx } from '../events/index.js';
import { companies } from '../platform/index.js';

/** The day a document is dated or posted: as given, else today where the company is. */
export async function dayOf(
  tx: Tx,
  companyId: string,
  given: string | null | undefined,
  field: string,
): Promise<LocalDate> {
  if (!given) return companies.today(tx, companyId);
  return inField(field, () => parseLocalDate(given));
}
