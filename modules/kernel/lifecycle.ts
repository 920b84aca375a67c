import { TransitionRefused } from './refusals.js';

/** The states a subject can be in, and the actions that lead from one to another, as data. */
export interface Lifecycle<State extends string, Action extends string> {
  /** What moves, as a caller would say it: `Sales order`. */
  readonly subject: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, Readonly<Partial<Record<Action, State>>>>>;
}

type StateTable = Readonly<Record<string, Readonly<Record<string, string>>>>;
type StateOf<Table> = Extract<keyof Table, string>;
type ActionOf<Table> = { [S in keyof Table]: Extract<keyof Table[S], string> }[keyof Table];

/** The states of a lifecycle as a union. */
export type LifecycleState<L> = L extends Lifecycle<infer State, string> ? State : never;
/** The actions of a lifecycle as a union. */
export type LifecycleAction<L> = L extends { readonly states: infer Table }
  ? { [S in keyof Table]: Extract<keyof Table[S], string> }[keyof Table]
  : never;

/** Declares a lifecycle. Every target must be one of its states: the compiler sees to it. */
export function lifecycle<const Table extends StateTable>(definition: {
  readonly subject: string;
  readonly initial: NoInfer<StateOf<Table>>;
  readonly states: Table & {
    readonly [S in keyof Table]: { readonly [A in keyof Table[S]]: NoInfer<StateOf<Table>> };
  };
}): Lifecycle<StateOf<Table>, ActionOf<Table>> {
  return definition;
}

function targetsOf<S extends string, A extends string>(
  { subject, states: table }: Lifecycle<S, A>,
  from: string,
): Readonly<Partial<Record<A, S>>> {
  // A state that the table lacks was never written by `next`: the row is wrong, not the caller.
  if (!Object.hasOwn(table, from)) throw new Error(`${subject} is in the unknown state ${from}.`);
  return table[from as S];
}

/** The actions that the state allows, in the order of their declaration. */
export function allowedActions<S extends string, A extends string>(
  cycle: Lifecycle<S, A>,
  from: string,
): A[] {
  return Object.keys(targetsOf(cycle, from)) as A[];
}

/** The one way a state changes: the state after the action. Refuses TransitionRefused. */
export function next<S extends string, A extends string>(
  cycle: Lifecycle<S, A>,
  from: string,
  action: A,
): S {
  const targets = targetsOf(cycle, from);
  const target = Object.hasOwn(targets, action) ? targets[action] : undefined;
  if (target !== undefined) return target;
  throw new TransitionRefused(cycle.subject, from, action, allowedActions(cycle, from));
}

/** Every state, in the order of its declaration. */
export function states<S extends string>(cycle: Lifecycle<S, string>): S[] {
  return Object.keys(cycle.states) as S[];
}

/** The states that actions lead to from the initial one; a state that is missing here is dead. */
export function reachable<S extends string>(cycle: Lifecycle<S, string>): Set<S> {
  const found = new Set<S>([cycle.initial]);
  // A Set is walked in the order of insertion, and what is added while walking is walked too.
  for (const state of found) {
    for (const target of Object.values<S | undefined>(cycle.states[state])) {
      if (target !== undefined) found.add(target);
    }
  }
  return found;
}

/** The lifecycle as the text of a Mermaid state diagram. */
export function mermaid<S extends string>(cycle: Lifecycle<S, string>): string {
  const moves = states(cycle).flatMap((state) =>
    Object.entries<S | undefined>(cycle.states[state]).map(
      ([action, target]) => `  ${state} --> ${target ?? state} : ${action}`,
    ),
  );
  const ends = states(cycle).filter((state) => Object.keys(cycle.states[state]).length === 0);
  const last = ends.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', `  [*] --> ${cycle.initial}`, ...moves, ...last].join('\n');
}
