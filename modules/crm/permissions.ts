/** What a role may grant on customers. */
export const crmPermissions = [
  'crm.customer.read',
  'crm.customer.create',
  'crm.customer.change',
  'crm.customer.archive',
  'crm.customerTerms.read',
  'crm.customerTerms.set',
  'crm.address.read',
  'crm.address.add',
  'crm.address.change',
  'crm.address.archive',
  'crm.contact.read',
  'crm.contact.add',
  'crm.contact.change',
  'crm.contact.archive',
] as const;
