import type { FactOn, Tx, VersionedTable } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import type { AllocatedSupplierCredit, SupplierCredit } from '../purchasing/index.js';
import type { AllocatedCredit, Credit } from '../sales/index.js';
import * as books from './books.service.js';
import { partToBase, type Posting, type Rate, toBase } from './entry.rules.js';
import * as journal from './journal.service.js';
import { creditedOf, creditedToUsOf, openOf, owedOf, type OpenItem } from './open-item.service.js';
import { invoiceBase } from './payment.rules.js';
import type { Settlement } from './posted-facts.js';
import { draftOf, type Listener, type Posted } from './posting.service.js';
import { postingRules } from './posting.rules.js';

/** A credit note as it was posted, whoever wrote it. */
interface PostedCredit extends Posted {
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly settled: Decimal;
}

/** What an invoice takes of a credit note, whoever wrote them. */
type Allocated = Omit<Settlement, 'invoiceBase' | 'paymentBase'> & {
  readonly open: Decimal;
  readonly grossAmount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
};

/** The rest of a credit note as it was allocated, whoever wrote it. */
interface PostedAllocation extends Posted {
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly taken: Decimal;
  readonly left: Decimal;
  readonly settlements: readonly Allocated[];
}

/** How credit notes of one kind are told and found. */
interface Kind<D> {
  readonly what: string;
  readonly held: (tx: Tx, invoiceIds: readonly string[]) => Promise<Map<string, OpenItem>>;
  readonly rule: (data: D) => Posting[];
}

/** As `Kind`, with what the books hold of the credit notes themselves. */
interface AllocatedKind<D> extends Kind<D> {
  readonly credited: (tx: Tx, noteIds: readonly string[]) => Promise<Map<string, OpenItem>>;
}

/**
 * What the books hold of a note of which nothing is left any more: the last part takes it, because
 * a refund that was undone may have given back another part than comes last. Null before the last.
 */
async function lastOf(
  tx: Tx,
  { noteId, left, isForeign }: { noteId: string; left: Decimal; isForeign: boolean },
  credited: AllocatedKind<unknown>['credited'],
): Promise<Decimal | null> {
  if (!isForeign || !left.isZero()) return null;
  return ((await credited(tx, [noteId])).get(noteId) ?? NOTHING).base;
}

const NOTHING: OpenItem = { amount: ZERO, base: ZERO };

/**
 * What is credited is taken off the invoice as far as that is open, and the rest stays on account.
 * The last of an invoice takes what the books still hold of it.
 */
function credits<T extends VersionedTable, D extends PostedCredit>(
  invoiceOf: (data: D) => string,
  { what, held, rule }: Kind<D & Rate & { readonly settledBase: Decimal }>,
): Listener<T, D> {
  return async (tx, facts: readonly FactOn<T, D>[]) => {
    const open = await held(
      tx,
      facts.map(({ data }) => invoiceOf(data)),
    );
    for (const fact of facts) {
      const of = await books.of(tx, fact.companyId ?? '');
      const { data } = fact;
      const left = open.get(invoiceOf(data)) ?? NOTHING;
      const { settled } = data;
      const rated = { ...data, baseCurrency: of.baseCurrency };
      const settledBase = settled.gte(left.amount) ? left.base : toBase(settled, rated);
      const rest = { amount: left.amount.sub(settled), base: left.base.sub(settledBase) };
      open.set(invoiceOf(data), rest);
      journal.postLater(tx, [draftOf(fact, of, what, rule({ ...rated, settledBase }))]);
    }
  };
}

/** What is left of credit notes settles other invoices, whose rates may be others. */
function allocations<T extends VersionedTable, D extends PostedAllocation>({
  what,
  held,
  credited,
  rule,
}: AllocatedKind<
  Omit<D, 'settlements'> & { readonly settlements: readonly Settlement[] }
>): Listener<T, D> {
  return async (tx, facts: readonly FactOn<T, D>[]) => {
    for (const fact of facts) {
      const of = await books.of(tx, fact.companyId ?? '');
      const { data } = fact;
      const rate = { ...data, baseCurrency: of.baseCurrency };
      const open = await held(tx, data.settlements.map(invoiceIdOf));
      const isForeign = data.currency !== of.baseCurrency;
      const { left } = data;
      const last = await lastOf(tx, { noteId: fact.after.id, left, isForeign }, credited);
      let { taken } = data;
      let spent = ZERO;
      const settlements = data.settlements.map((settlement, index): Settlement => {
        const { amount } = settlement;
        const openBase = (open.get(invoiceIdOf(settlement)) ?? NOTHING).base;
        const isLast = last !== null && index === data.settlements.length - 1;
        const paymentBase = isLast ? last.sub(spent) : partToBase(amount, taken, rate);
        taken = taken.add(amount);
        spent = spent.add(paymentBase);
        const base = invoiceBase({ ...settlement, openBase }, amount, of.baseCurrency);
        return { ...settlement, paymentBase, invoiceBase: base };
      });
      journal.postLater(tx, [draftOf(fact, of, what, rule({ ...data, settlements }))]);
    }
  };
}

const invoiceIdOf = ({ salesInvoiceId, purchaseInvoiceId }: Allocated): string =>
  salesInvoiceId ?? purchaseInvoiceId ?? '';

/** What customers are credited. */
export const postCredits = credits<'CreditNote', Credit>(({ salesInvoiceId }) => salesInvoiceId, {
  what: 'Credit note',
  held: openOf,
  rule: postingRules['sales.creditNotePosted'],
});

/** What is left of credit notes to customers settles other invoices of theirs. */
export const postCreditAllocations = allocations<'CreditNote', AllocatedCredit>({
  what: 'Allocation of credit note',
  held: openOf,
  credited: creditedOf,
  rule: postingRules['sales.creditNoteAllocated'],
});

/** What suppliers credit. */
export const postSupplierCredits = credits<'PurchaseCreditNote', SupplierCredit>(
  ({ purchaseInvoiceId }) => purchaseInvoiceId,
  {
    what: "Supplier's credit note",
    held: owedOf,
    rule: postingRules['purchasing.purchaseCreditNotePosted'],
  },
);

/** What is left of suppliers' credit notes settles other invoices of theirs. */
export const postSupplierCreditAllocations = allocations<
  'PurchaseCreditNote',
  AllocatedSupplierCredit
>({
  what: "Allocation of supplier's credit note",
  held: owedOf,
  credited: creditedToUsOf,
  rule: postingRules['purchasing.purchaseCreditNoteAllocated'],
});
