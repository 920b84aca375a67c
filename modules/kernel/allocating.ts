import type { Decimal } from './decimal.js';
import { checkedPayable } from './open-invoice.js';
import { inField } from './outcome.js';
import { InvalidInput } from './refusals.js';

/** How much of a payment or a credit note settles a document, whoever wrote that. */
interface Allocated {
  /** In the currency of the payment or credit note. */
  readonly amount: Decimal;
}

/** What is allocated in which currency, and the field of each allocation that names its document. */
export interface Allocating {
  readonly currency: string;
  readonly field: string;
  /** The invoices or credit notes that are named, in the order of the allocations. */
  readonly documentIds: readonly string[];
}

/** Refuses to allocate nothing: InvalidInput at `allocations`. */
export function refuseNothingAllocated(allocations: readonly Allocated[]): void {
  if (allocations.length > 0) return;
  throw new InvalidInput('ALLOCATIONS_MISSING', 'Nothing is allocated.').at('allocations');
}

/**
 * Refuses what is no amount of the currency, and a document that is named twice, with their places
 * in `allocations`: InvalidInput, QuantityOutOfRange.
 */
export function checkAllocated(
  allocations: readonly Allocated[],
  { currency, field, documentIds }: Allocating,
): void {
  const seen = new Set<string>();
  allocations.forEach(({ amount }, index) => {
    const place = ['allocations', index] as const;
    inField('allocations', () =>
      inField(index, () => inField('amount', () => checkedPayable(amount, currency))),
    );
    const id = documentIds[index] ?? '';
    if (seen.has(id)) {
      const message = 'The document is named twice.';
      throw new InvalidInput('INVOICE_REPEATED', message).at(...place, field);
    }
    seen.add(id);
  });
}
