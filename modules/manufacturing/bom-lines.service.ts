import { sql } from 'kysely';
import { insertAll, insertLater, type Tx } from '../events/index.js';
import type { BomLineDraft } from './bom.rules.js';
import { forgetProducts } from './product-data.memory.js';

/** Writes the lines that BOMs have from now on; two statements, three where items stand in. */
export async function writeLines(
  tx: Tx,
  boms: readonly { readonly id: string; readonly companyId: string }[],
  linesOf: (id: string) => readonly BomLineDraft[],
  hasOld: boolean,
): Promise<void> {
  const ids = boms.map(({ id }) => id);
  if (hasOld) await sql`delete from "BomLine" where "bomId" = any(${ids}::uuid[])`.execute(tx.db);
  const rows = boms.flatMap(({ id: bomId, companyId }) =>
    linesOf(bomId).map(({ alternates, ...line }, index) => ({
      line: {
        ...{ id: tx.newId(), version: 1, companyId, bomId, position: index + 1 },
        ...line,
        hasAlternates: alternates.length > 0,
        customFields: {},
        createdAt: tx.now,
      },
      alternates,
    })),
  );
  await insertAll(
    tx,
    'BomLine',
    rows.map(({ line }) => line),
  );
  insertLater(
    tx,
    'BomLineAlternate',
    rows.flatMap(({ line: { id: bomLineId, bomId, companyId }, alternates }) =>
      alternates.map((alternate) => ({
        ...{ id: tx.newId(), version: 1, companyId, bomId, bomLineId },
        ...alternate,
        createdAt: tx.now,
      })),
    ),
  );
  forgetProducts(tx);
}
