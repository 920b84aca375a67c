import { canonical, mustSee, type Decimal } from '../kernel/index.js';
import { insertAll, type Tx } from '../events/index.js';
import type { DocumentRef } from './stored.js';

/** That some of one lot went into another. */
export interface LotPair {
  readonly componentLotId: string;
  readonly productLotId: string;
  /** Of the component, in its stock unit. */
  readonly quantity: Decimal;
  readonly unit: string;
  /** By which they went in, unless all pairs have the same. */
  readonly document?: DocumentRef;
}

/** Keeps which lots went into which, one level deep. One statement, or none. */
export async function record(
  tx: Tx,
  input: {
    readonly companyId: string;
    readonly document: DocumentRef;
    readonly pairs: readonly LotPair[];
  },
): Promise<void> {
  const { companyId, document, pairs } = input;
  mustSee(tx.actor, companyId);
  const rows = pairs.map(({ componentLotId, productLotId, quantity, unit, document: own }) => {
    const { type: documentType, id: documentId } = own ?? document;
    const ids = { companyId, documentType, documentId };
    const amount = { quantity: canonical(quantity), unit };
    return { id: tx.newId(), ...ids, componentLotId, productLotId, ...amount, createdAt: tx.now };
  });
  await insertAll(tx, 'LotGenealogy', rows);
}
