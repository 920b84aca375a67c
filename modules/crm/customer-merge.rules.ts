import { MergeDiffers, mergedColumns, type MergePair } from '../kernel/index.js';
import { type AddressColumns } from './address.rules.js';
import type { ContactColumns } from './contact.rules.js';
import type { CustomerColumns } from './customer.rules.js';
import type { TermsColumns } from './customer-terms.rules.js';
import { missingAddresses, missingContacts } from './missing-parts.rules.js';
import type { Stored } from './stored.js';

/** What of a customer can be chosen in a merge. */
export const customerFields = [
  'name',
  'legalName',
  'taxNumber',
  'email',
  'phone',
  'currency',
  'paymentTermsId',
] as const satisfies readonly (keyof CustomerColumns)[];

export type CustomerField = (typeof customerFields)[number];

/** A person is no organisation: tax numbers and names are read by what they are of. */
export function refuseOtherKind({ survivor, merged }: MergePair<Stored<'Customer'>>): void {
  if (survivor.kind !== merged.kind) throw new MergeDiffers('kind').at('mergedId');
}

/** What the survivor says of itself afterwards. What is taken was checked when it was said. */
export const columnsTaken = (
  pair: MergePair<Stored<'Customer'>>,
  take: readonly CustomerField[],
): Pick<CustomerColumns, CustomerField> => mergedColumns(pair, customerFields, new Set(take));

interface OfCustomer {
  readonly customerId: string;
}

/** Which of two customers' parts are the survivor's, and which the merged's. */
function parted<T extends OfCustomer>(rows: readonly T[], survivorId: string) {
  const isOwn = ({ customerId }: T) => customerId === survivorId;
  return { own: rows.filter(isOwn), others: rows.filter((row) => !isOwn(row)) };
}

/**
 * The addresses that only the merged has; a default stays one where the survivor has none of the
 * kind.
 */
export function addressesTaken(
  rows: readonly (AddressColumns & OfCustomer)[],
  survivorId: string,
): (AddressColumns & OfCustomer)[] {
  const { own, others } = parted(rows, survivorId);
  const defaults = new Set(own.filter(({ isDefault }) => isDefault).map(({ kind }) => kind));
  return missingAddresses(others, own).map((address) => ({
    customerId: survivorId,
    kind: address.kind,
    name: address.name,
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    countryCode: address.countryCode,
    isDefault: address.isDefault && !defaults.has(address.kind),
  }));
}

/** The contacts that only the merged has. */
export function contactsTaken(
  rows: readonly (ContactColumns & OfCustomer)[],
  survivorId: string,
): (ContactColumns & OfCustomer)[] {
  const { own, others } = parted(rows, survivorId);
  return missingContacts(others, own).map(({ firstName, lastName, email, phone, role }) => ({
    ...{ customerId: survivorId, firstName, lastName, email, phone, role },
  }));
}

/** What companies agreed with the merged only; where both have terms the survivor's hold. */
export function termsTaken(
  rows: readonly (TermsColumns & OfCustomer & { readonly companyId: string })[],
  survivorId: string,
) {
  const { own, others } = parted(rows, survivorId);
  const agreed = new Set(own.map(({ companyId }) => companyId));
  return others
    .filter(({ companyId }) => !agreed.has(companyId))
    .map(({ companyId, creditLimit, isOnCreditHold, paymentTermsId }) => ({
      ...{ customerId: survivorId, companyId, before: null },
      columns: { creditLimit, isOnCreditHold, paymentTermsId },
    }));
}
