import type { LevelScope } from '../level.js';
import type { SqlDraft } from '../sql.js';

/** What writing a statement needs beside its plan. */
export interface Writing {
  readonly scope: LevelScope;
  readonly draft: SqlDraft;
}

/** Thrown while a statement is made when the walk over rows must answer after all. */
export class MustWalk extends Error {}

/** An edge that the actor may not follow is null, which the walk knows. */
export function checkRights(
  permissions: readonly (string | undefined)[],
  { scope }: Writing,
): void {
  const isDenied = permissions.some(
    (one) => one !== undefined && !scope.actor.permissions.has(one),
  );
  if (isDenied) throw new MustWalk();
}
