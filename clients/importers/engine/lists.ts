import {
  MappingRefused,
  textOf,
  within,
  type Compile,
  type Compiled,
  type Names,
  type Sight,
} from './compiling.js';
import { belongingOf, compileFilter } from './filters.js';
import { belowParent, pickOf } from './frames.js';
import { compileJoins } from './joins.js';
import type { ListPart, Spread, Value } from './language.js';
import { compare, spread } from './numbers.js';
import { below } from './refusals.js';

/** The sights of the items of a part, before their places are known. */
type Sights = (sight: Sight) => readonly Sight[];

interface Part {
  readonly sights: Sights;
  readonly item: Compiled;
  readonly spreads: readonly CompiledSpread[];
}

interface CompiledSpread extends Pick<Spread, 'places'> {
  readonly field: string;
  readonly amount: Compiled;
  readonly over: Compiled;
}

/** Compiles a list of one or more parts; items of one come after those of the part before. */
export function compileList(parts: readonly ListPart[], names: Names, compile: Compile): Compiled {
  const compiled = parts.map((part, index) => within(index, () => partOf(part, names, compile)));
  return (sight) => {
    const items: Value[] = [];
    for (const part of compiled) {
      const begin = items.length;
      const sights = part.sights(sight).map((one, index) => ({ ...one, position: begin + index }));
      const own = sights.map((one, index) => below(begin + index, () => part.item(one)));
      items.push(...part.spreads.reduce((last, one) => shared(one, sight, sights, last), own));
    }
    return items;
  };
}

function partOf(part: ListPart, names: Names, compile: Compile): Part {
  const { each, where, spread: spreads = {} } = part;
  if (each === undefined) {
    const holds = within('where', () => compileFilter(where, names, compile));
    const item = within('item', () => compile(part.item, names));
    return { sights: (sight) => (holds(sight) ? [sight] : []), item, spreads: [] };
  }
  const columns = within('each', () => names.ground.columnsOf(each));
  const frames = [{ alias: '', columns }, ...belowParent(names.frames)];
  const joined = compileJoins(part.join, { ...names, frames }, compile);
  return {
    sights: sightsOf({ ...part, each }, names, joined, compile),
    item: within('item', () => compile(part.item, joined.names)),
    spreads: Object.entries(spreads).map(([field, { amount, over, places }]) =>
      within('spread', () => ({
        ...{ field, places },
        amount: within(field, () => compile(amount, names)),
        over: within(field, () => compile(over, joined.names)),
      })),
    ),
  };
}

function sightsOf(
  part: ListPart & { readonly each: string },
  names: Names,
  joined: ReturnType<typeof compileJoins>,
  compile: Compile,
): Sights {
  const belonging = belongingOf(part.each, part.on ?? {}, names, compile);
  const holds = within('where', () => compileFilter(part.where, joined.names, compile));
  const order = part.orderBy === undefined ? null : pickOf(part.orderBy, joined.names.frames);
  if (typeof order === 'string') throw new MappingRefused(order, ['orderBy']);
  return (sight) => {
    const sights = belonging(sight)
      .map((row) => joined.sight({ ...sight, rows: [row, ...sight.rows] }))
      .filter(holds);
    return order ? sights.toSorted((a, b) => compare(order(a.rows), order(b.rows))) : sights;
  };
}

/** Puts into each item its share of an amount. */
function shared(
  { field, amount, over, places }: CompiledSpread,
  whole: Sight,
  sights: readonly Sight[],
  items: readonly Value[],
): Value[] {
  const total = textOf(amount(whole));
  if (total === '') return [...items];
  const shares = below(field, () =>
    spread(
      total,
      sights.map((sight) => textOf(over(sight)) || '0'),
      places,
    ),
  );
  return items.map((item, index) => ({ ...(item as object), [field]: shares[index] ?? null }));
}
