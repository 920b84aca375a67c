import { type Row, type Tx, insertMissing } from '../events/index.js';
import { checkedAmount, type Decimal, inField, StaleVersion, ZERO } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { purchasingSettingsSet } from './events.js';
import { checkedPercent } from './input.rules.js';
import { settingsOf } from './queries.js';

type Settings = Row<'PurchasingSettings'>;

/** Absent keeps, null clears. */
export interface SettingsInput {
  readonly companyId: string;
  readonly expectedVersion?: number | null;
  /** In the company's base currency; null means that no order needs an approval. */
  readonly approvalLimit?: Decimal | null;
  readonly priceTolerancePercent?: Decimal;
}

/** Makes the row of a company that has said nothing yet; whoever comes second finds it there. */
async function lockedSettings(tx: Tx, { companyId, expectedVersion }: SettingsInput) {
  const stamps = { createdAt: tx.now, updatedAt: tx.now };
  const none = { approvalLimit: null, priceTolerancePercent: ZERO };
  const row = { id: tx.newId(), version: 1, companyId, ...none, ...stamps };
  const [made] = await insertMissing(tx, 'PurchasingSettings', [row]);
  if (made) {
    if (expectedVersion) throw new StaleVersion('PurchasingSettings', made.id, expectedVersion, 0);
    return { before: null, id: made.id, settings: made };
  }
  const known = (await settingsOf(tx, [companyId])).get(companyId);
  const before = await tx.lock('PurchasingSettings', known?.id ?? '', expectedVersion);
  return { before, id: before.id, settings: before };
}

/** Says how a company buys. NotFound for the company, StaleVersion, by field. */
export async function set(tx: Tx, input: SettingsInput): Promise<Settings> {
  await companies.get(tx, input.companyId);
  const { before, id, settings } = await lockedSettings(tx, input);
  const { approvalLimit = settings.approvalLimit } = input;
  const tolerance = input.priceTolerancePercent ?? settings.priceTolerancePercent;
  const columns = {
    approvalLimit: inField('approvalLimit', () => approvalLimit && checkedAmount(approvalLimit)),
    priceTolerancePercent: inField('priceTolerancePercent', () => checkedPercent(tolerance)),
  };
  const version = before ? before.version + 1 : 1;
  const after = await tx.db
    .updateTable('PurchasingSettings')
    .set({ ...columns, version, updatedAt: tx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(purchasingSettingsSet({ before, after, data: {} }));
  return after;
}
