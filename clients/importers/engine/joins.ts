import { within, type Compile, type Names, type Sight } from './compiling.js';
import { belongingOf, compileFilter } from './filters.js';
import type { Row } from './frames.js';
import type { Joins } from './language.js';

/** Adds to what is in sight a row of each joined source: null where none fits. */
export interface Joined {
  readonly names: Names;
  sight(from: Sight): Sight;
}

/** Compiles joins, each of which sees the rows that were joined before it. */
export function compileJoins(joins: Joins | undefined, names: Names, compile: Compile): Joined {
  let seen = names;
  const steps: ((sight: Sight) => Row | null)[] = [];
  for (const [alias, join] of Object.entries(joins ?? {})) {
    const before = seen;
    const frame = within('join', () =>
      within(alias, () => ({ alias, columns: names.ground.columnsOf(join.source) })),
    );
    seen = { ...seen, frames: [...seen.frames, frame] };
    const after = seen;
    steps.push(
      within('join', () =>
        within(alias, () => {
          const belonging = belongingOf(join.source, join.on, before, compile);
          const filter = within('where', () => compileFilter(join.where, after, compile));
          return (sight: Sight) => {
            const fits = (row: Row) => filter({ ...sight, rows: [...sight.rows, row] });
            const rows = belonging(sight);
            return (join.take === 'last' ? rows.findLast(fits) : rows.find(fits)) ?? null;
          };
        }),
      ),
    );
  }
  return {
    names: seen,
    sight: (from) =>
      steps.reduce((sight, find) => ({ ...sight, rows: [...sight.rows, find(sight)] }), from),
  };
}
