/** What an account can do for the posting rules, which never name an account by its code. */
export const accountRoles = [
  'BANK',
  'RECEIVABLES',
  'INVENTORY',
  'WORK_IN_PROCESS',
  'INPUT_VAT',
  'PAYABLES',
  'GOODS_RECEIVED_NOT_INVOICED',
  'OUTPUT_VAT',
  'RETAINED_EARNINGS',
  'OPENING_BALANCE',
  'REVENUE',
  'CHARGES_REVENUE',
  'EXCHANGE_GAIN',
  'COST_OF_SALES',
  'EXCHANGE_LOSS',
  'ROUNDING',
] as const;
export type PostingRole = (typeof accountRoles)[number];

export type AccountKind = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';

export interface ChartAccount {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly roles: readonly PostingRole[];
}

/** A chart of accounts as data: a company starts with a copy of one. */
export interface Chart {
  readonly code: string;
  readonly name: string;
  readonly accounts: readonly ChartAccount[];
}

/**
 * The roles whose accounts are kept by documents. A manual voucher on one of them would part the
 * account from the documents that explain it, so it is refused.
 */
const controlRoles: ReadonlySet<string> = new Set<PostingRole>([
  'RECEIVABLES',
  'PAYABLES',
  'INVENTORY',
  'WORK_IN_PROCESS',
  'GOODS_RECEIVED_NOT_INVOICED',
]);

/** Whether an account that plays this role may only be moved by documents. */
export function isControlRole(role: string): boolean {
  return controlRoles.has(role);
}

/** What is wrong with a chart: codes used twice, roles without an account or with several. */
export function chartFaults(chart: Chart): string[] {
  const codes = chart.accounts.map((account) => account.code);
  const roles = chart.accounts.flatMap((account) => [...account.roles]);
  return [
    ...repeated(codes).map((code) => `The account code ${code} is used twice.`),
    ...repeated(roles).map((role) => `The role ${role} is played by two accounts.`),
    ...accountRoles
      .filter((role) => !roles.includes(role))
      .map((role) => `The role ${role} is played by no account.`),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
