import type { Row, Tx } from '../events/index.js';
import { canonicalText, isAccepted, type Outcome } from '../kernel/index.js';
import type { ExternalKey } from '../platform/index.js';
import { type BomHeader, type BomLineDraft, linesText } from './bom.rules.js';
import { linesOfBoms } from './bom-structure.queries.js';
import { grouped } from './product-data.checks.rules.js';

type Bom = Row<'Bom'>;

/** What is to become of a BOM. */
export interface BomPlan {
  readonly id: string;
  /** Null for a new one. */
  readonly before: Bom | null;
  readonly header: BomHeader & Pick<Bom, 'companyId' | 'itemId' | 'revision' | 'unit'>;
  readonly lines: readonly BomLineDraft[];
  readonly refs: readonly ExternalKey[];
  readonly isReleased: boolean;
}

/** Whether a BOM is already what an input wants of it: its lines, what it says, and its state. */
function isAsWanted(before: Bom, lines: string, { header, isReleased, ...plan }: BomPlan): boolean {
  const isOpen = before.status === 'DRAFT' || before.status === 'IN_REVIEW';
  const fields = ['isPhantom', 'outputQuantity', 'yieldPercent', 'note'] as const;
  // What was released counts from a day of its own when none was told, and ends with the next one.
  const days = (['validFrom', 'validTo'] as const).filter((day) => isOpen || header[day] !== null);
  const isSame = [...fields, ...days].every(
    (field) => canonicalText(before[field]) === canonicalText(header[field]),
  );
  return isSame && linesText(plan.lines) === lines && !(isReleased && isOpen);
}

/** The ids of what is already as it is wanted, so that nothing of it is written. */
export async function settled(tx: Tx, plans: readonly Outcome<BomPlan>[]): Promise<Set<string>> {
  const known = plans.filter(isAccepted).flatMap(({ ok }) => (ok.before ? [ok] : []));
  if (known.length === 0) return new Set();
  const lines = grouped(
    await linesOfBoms(
      tx,
      known.map(({ id }) => id),
    ),
    ({ bomId }) => bomId,
  );
  const same = known.filter((one) =>
    isAsWanted(one.before!, linesText(lines.get(one.id) ?? []), one),
  );
  return new Set(same.map(({ id }) => id));
}
