import type { ReadEdge, ReadNoun, ReaderActor } from './declaration.js';
import { mayRead } from './refusals.js';
import { columnOf, name, visible, type SqlDraft } from './sql.js';

/** A noun as one statement reads it. */
export interface Joined {
  readonly noun: ReadNoun;
  readonly alias: string;
}

/** What one statement reads beside its own table: the rows that edges to one lead to. */
export interface Joins {
  /**
   * The noun at the end of a path of edges to one, joined once whoever asks for it. A row that the
   * actor may not see joins as none.
   */
  readonly at: (path: readonly string[]) => Joined;
  /** The joins that were asked for. */
  readonly sql: () => string;
}

export function joinsFrom(root: Joined, actor: ReaderActor, draft: SqlDraft): Joins {
  const known = new Map<string, Joined>();
  const parts: string[] = [];
  const at = (path: readonly string[]): Joined => {
    const edgeName = path.at(-1);
    if (edgeName === undefined) return root;
    const key = path.join('.');
    const joined = known.get(key);
    if (joined) return joined;
    const from = at(path.slice(0, -1));
    const { edge, noun } = edgeToOne(from.noun, edgeName, actor);
    const alias = draft.alias();
    const id = `${columnOf(alias, 'id')} = ${columnOf(from.alias, edge.by)}`;
    const conditions = [id, ...visible(noun, alias, actor, draft)].join(' and ');
    parts.push(` left join ${name(noun.table)} ${alias} on ${conditions}`);
    known.set(key, { noun, alias });
    return { noun, alias };
  };
  return { at, sql: () => parts.join('') };
}

/** An edge to one and its noun. Throws FORBIDDEN when the actor may not read what it leads to. */
export function edgeToOne(
  noun: ReadNoun,
  field: string,
  actor: ReaderActor,
): { edge: ReadEdge; noun: ReadNoun } {
  const edge = noun.edges[field];
  const target = edge?.kind === 'one' ? edge.to() : null;
  if (!edge || !target) throw new Error(`${noun.name}.${field} leads to no single row`);
  mayRead(edge.permission, actor.permissions);
  mayRead(target.permission, actor.permissions);
  return { edge, noun: target };
}
