/** The nested read that is measured: customers with their orders and lines. */
const query = `query Orders($from: String!, $first: Int!) {
  customers(first: $first, where: { code: { gte: $from } }, orderBy: [{ code: {} }]) {
    nodes {
      id code name
      salesOrders(first: 20) {
        nodes {
          id number status documentOn
          netAmount { amount currency } grossAmount { amount currency }
          lines(first: 3) {
            nodes {
              id position description quantity { value unit } netAmount { amount currency }
            }
          }
        }
      }
    }
  }
}`;

/** How many customers `sellingRows` are to make for it. */
export const CUSTOMERS = 1_000;

/** Requests that begin at different customers, so that no answer is asked for twice in a row. */
export const bodies = (first: number): string[] =>
  Array.from({ length: 40 }, (_, turn) => {
    const start = 1 + ((turn * 379) % (CUSTOMERS - first));
    const from = `CUST-${String(start).padStart(6, '0')}`;
    return JSON.stringify({ query, variables: { from, first } });
  });
