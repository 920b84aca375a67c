import type { Selectable } from 'kysely';
import type { DB } from '../../prisma/generated/types.js';

/** A row as the store answers it; rules know its form and nothing of how it is read. */
export type Stored<T extends keyof DB> = Selectable<DB[T]>;

/** The document whose lines are served. */
export interface DocumentRef {
  readonly type: string;
  readonly id: string;
}

/** What another system calls a node. */
export interface ExternalName {
  readonly system: string;
  readonly key: string;
}
