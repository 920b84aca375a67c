import { ZERO, type Decimal } from '../kernel/index.js';
import { signed, type Dimensions, type Posting, type Side } from './entry.rules.js';
import { stockRoles, type RuleRole } from './chart.rules.js';

/** A line of a voucher that is undone by red letters. */
interface Undone extends Dimensions {
  readonly role: string | null;
  readonly side: Side;
  readonly amount: Decimal;
}

const net = ({ side, amount }: Pick<Undone, 'side' | 'amount'>): Decimal =>
  side === 'DEBIT' ? amount : ZERO.sub(amount);

const isStock = (role: string | null): boolean => stockRoles.some((one) => one === role);

/** The same place in the books: the role, and the line of the order with its item. */
const placeOf = (role: string | null, { purchaseOrderLineId, itemId }: Dimensions): string =>
  [isStock(role) ? 'INVENTORY' : role, purchaseOrderLineId, itemId].join(' ');

/**
 * What is wanted beyond the red letters of what was posted. Both balance, so this does too; it is
 * empty when what goes back is worth what it was when it came.
 */
export function remainder(wanted: readonly Posting[], undone: readonly Undone[]): Posting[] {
  const left = new Map<string, Posting>();
  const add = (role: RuleRole, amount: Decimal, dimensions: Dimensions) => {
    const place = placeOf(role, dimensions);
    const before = left.get(place);
    const sum = amount.add(before ? net(before) : ZERO);
    left.set(place, signed(role, sum, before?.dimensions ?? dimensions));
  };
  for (const posting of wanted) add(posting.role, net(posting), posting.dimensions);
  for (const { role, ...line } of undone) {
    if (role === null) continue;
    add(isStock(role) ? 'INVENTORY' : (role as RuleRole), net(line), dimensionsOf(line));
  }
  return [...left.values()].filter(({ amount }) => !amount.isZero());
}

function dimensionsOf(line: Dimensions): Dimensions {
  const { supplierId, purchaseOrderId, purchaseOrderLineId, itemId } = line;
  return { supplierId, purchaseOrderId, purchaseOrderLineId, itemId };
}
