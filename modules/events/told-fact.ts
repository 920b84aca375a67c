/** What every document that changes has. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Something that became true of one document, whatever its noun. */
export interface Fact {
  /** `module.nounVerb`, such as `sales.salesOrderConfirmed`. */
  readonly type: string;
  readonly documentType: string;
  /** Null for what the group shares. */
  readonly companyId: string | null;
  readonly before: object | null;
  readonly after: Versioned;
  /** What listeners and followers need beside the row itself. */
  readonly data: object;
}
