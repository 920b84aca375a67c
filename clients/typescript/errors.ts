/** Why a mutation was refused: one of its `userErrors`. */
export interface Refusal {
  readonly __typename?: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly retryable: boolean;
}

/** A mutation of an operation in one transaction, and why it was refused. */
export interface RefusedInAtomic {
  /** Of the mutation's field in the answer. */
  readonly path: readonly string[];
  readonly userErrors: readonly Refusal[];
}

/** One error of an answer, as GraphQL over HTTP tells it. */
export interface GraphErrorEntry {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly requestId?: string;
    readonly retryable?: boolean;
    readonly refused?: readonly RefusedInAtomic[];
  };
}

/** The server answered with errors: of permission, validation or limits, or its own. */
export class GraphFailed extends Error {
  override readonly name = 'GraphFailed';

  constructor(
    readonly errors: readonly GraphErrorEntry[],
    /** The status over HTTP; null over a socket. */
    readonly status: number | null = null,
    /** What was answered beside the errors. */
    readonly data: unknown = null,
  ) {
    super(errors.map(({ message }) => message).join(' ') || 'The server answered no data.');
  }

  /** The stable code of the first error. */
  get code(): string {
    return this.errors[0]?.extensions?.code ?? 'UNKNOWN';
  }

  /** The mutations of an `@atomic` operation that were refused; empty where it failed otherwise. */
  get refused(): readonly RefusedInAtomic[] {
    return this.errors.flatMap(({ extensions }) => extensions?.refused ?? []);
  }
}

/** A mutation was refused by a rule; it changed nothing. */
export class MutationRefused extends Error {
  override readonly name = 'MutationRefused';

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ message, path }) => `${message} (${path.join('.')})`).join(' '));
  }

  get code(): string {
    return this.refusals[0]?.code ?? 'UNKNOWN';
  }
}

/**
 * The payload of a mutation when it was done; throws MutationRefused with its reasons otherwise.
 */
export function done<P extends { readonly userErrors: readonly Refusal[] }>(
  payload: P | null | undefined,
): P {
  if (!payload) throw new MutationRefused([]);
  if (payload.userErrors.length > 0) throw new MutationRefused(payload.userErrors);
  return payload;
}
