/** Whose order it is, as each fact of an order tells. */
export function ofCustomer({ customerId }: { readonly customerId: string }) {
  return { customerId };
}
