/** A field that enters a customer, and tells of him. */
export const note = (code: string) =>
  `customerUpsert(input: {code: "${code}", name: "${code}", currency: "USD"})
    { customer { id code version } userErrors { code path } }`;
/** A field that renames a customer, and tells what was done to him. */
export const rename = (code: string, name: string) =>
  `customerUpsert(input: {code: "${code}", name: "${name}"})
    { customer { name version timeline { nodes { type } } } userErrors { code } }`;
