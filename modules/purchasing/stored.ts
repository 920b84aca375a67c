import type { Selectable } from 'kysely';
import type { DB } from '../../prisma/generated/types.js';

/** A row as the store answers it; rules know its form and nothing of how it is read. */
export type Stored<T extends keyof DB> = Selectable<DB[T]>;

/** What another system calls a node. */
export interface ExternalName {
  readonly system: string;
  readonly key: string;
}
