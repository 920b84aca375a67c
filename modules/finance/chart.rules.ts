/** What an account can do for the posting rules, which never name an account by its code. */
export const accountRoles = [
  'BANK',
  'RECEIVABLES',
  'RAW_MATERIALS',
  'FINISHED_GOODS',
  'WORK_IN_PROCESS',
  'INPUT_VAT',
  'PAYABLES',
  'GOODS_RECEIVED_NOT_INVOICED',
  'OUTPUT_VAT',
  'RETAINED_EARNINGS',
  'OPENING_BALANCE',
  'REVENUE',
  'CHARGES_REVENUE',
  'SALES_RETURNS',
  'EXCHANGE_GAIN',
  'COST_OF_SALES',
  'PURCHASE_PRICE_VARIANCE',
  'MATERIAL_PRICE_VARIANCE',
  'MATERIAL_USAGE_VARIANCE',
  'LABOUR_RATE_VARIANCE',
  'LABOUR_EFFICIENCY_VARIANCE',
  'OVERHEAD_VARIANCE',
  'LOT_SIZE_VARIANCE',
  'SCRAP_VARIANCE',
  'INVENTORY_DIFFERENCES',
  'STOCK_REVALUATION',
  'LABOUR_ABSORBED',
  'OVERHEAD_ABSORBED',
  'PURCHASED_SERVICES',
  'EXCHANGE_LOSS',
  'ROUNDING',
] as const;
export type PostingRole = (typeof accountRoles)[number];

export type AccountKind = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';

/** The roles under which stock lies: what is bought, and what is made. */
export const stockRoles = ['RAW_MATERIALS', 'FINISHED_GOODS'] as const;
export type StockRole = (typeof stockRoles)[number];

/**
 * The stock of an item as a posting rule names it; which of the stock roles it is under is the
 * item's own matter.
 */
export type RuleRole = Exclude<PostingRole, StockRole> | 'INVENTORY';

/** Under which role the stock of a new item lies. */
export function stockRoleOf({ isMade }: { readonly isMade: boolean }): StockRole {
  return isMade ? 'FINISHED_GOODS' : 'RAW_MATERIALS';
}

export interface ChartAccount {
  readonly code: string;
  readonly name: string;
  /** Beside a name in another language. */
  readonly englishName?: string;
  readonly kind: AccountKind;
  readonly roles: readonly PostingRole[];
}

/** A chart of accounts as data: a company starts with a copy of one. */
export interface Chart {
  readonly code: string;
  readonly name: string;
  readonly voucherWords: VoucherWords;
  readonly accounts: readonly ChartAccount[];
}

/** How vouchers are told apart by words: all alike, or by what happens to money. */
export type VoucherWords = 'ONE' | 'RECEIPT_PAYMENT_TRANSFER';

/** The words under which vouchers are numbered, each from 1 in every month. */
export const voucherWords: Readonly<Record<VoucherWords, readonly string[]>> = {
  ONE: ['GL'],
  RECEIPT_PAYMENT_TRANSFER: ['收', '付', '转'],
};

/**
 * The word of a voucher. By the rules of Chinese bookkeeping (会计基础工作规范, article 51) one that
 * takes money in is a receipt (收), one that gives it out a payment (付), and any other a transfer
 * (转); between two accounts of money it is a payment.
 */
export function voucherWord(
  words: VoucherWords,
  lines: readonly { readonly isMoney: boolean; readonly side: 'DEBIT' | 'CREDIT' }[],
): string {
  if (words === 'ONE') return 'GL';
  if (lines.some(({ isMoney, side }) => isMoney && side === 'CREDIT')) return '付';
  return lines.some(({ isMoney }) => isMoney) ? '收' : '转';
}

/**
 * The roles whose accounts are kept by documents. A manual voucher on one of them would part the
 * account from the documents that explain it, so it is refused.
 */
const controlRoles: ReadonlySet<string> = new Set<PostingRole>([
  'RECEIVABLES',
  'PAYABLES',
  ...stockRoles,
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
