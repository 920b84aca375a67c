import type { GraphQLSchema } from 'graphql';
import {
  MappingRefused,
  within,
  type Compiled,
  type CompiledFilter,
  type Ground,
  type Sight,
} from './compiling.js';
import { checkQuery } from './desk.js';
import { compile, compileFields } from './expressions.js';
import { compileFilter } from './filters.js';
import { compileJoins } from './joins.js';
import type { Mapping, Scalar, Step } from './language.js';
import type { Sources } from './reading/sources.js';
import type { Table } from './reading/table.js';
import { ImportRefused, unknown } from './refusals.js';
import { checkFields, verbOf, type Verb } from './verbs.js';

/** A step that is ready to be run. */
export interface StepPlan {
  readonly step: Step;
  readonly system: string;
  readonly verb: Verb;
  readonly table: Table;
  /** Whether its rows keep their keys as external references. */
  readonly keepsKeys: boolean;
  joined(sight: Sight): Sight;
  readonly holds: CompiledFilter;
  readonly key: Compiled;
  readonly existing: Compiled | null;
  readonly fields: Compiled;
}

/** What a mapping is compiled against, once its sources are open. */
export interface Surroundings {
  readonly mapping: Mapping;
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly schema: GraphQLSchema;
  readonly sources: Sources;
  /** The steps that others look up in; filled while steps are compiled. */
  readonly lookedUp: Set<string>;
}

/** The ground of a step: it sees the steps before it, and those only. */
export function groundOf(
  { mapping, parameters, schema, lookedUp }: Omit<Surroundings, 'sources'>,
  sources: Sources,
  before: readonly string[],
): Ground {
  return {
    ...{ parameters, tables: mapping.tables ?? {} },
    columnsOf: (name) => sources.columnsOf(name),
    index: (name, columns) => sources.index(name, columns),
    checkStep(name) {
      if (!before.includes(name))
        throw new ImportRefused(unknown('The earlier step', name, before));
      lookedUp.add(name);
    },
    checkQuery: (lookup) => checkQuery(schema, lookup),
  };
}

/** Compiles one step. Throws MappingRefused with the way to what is wrong. */
export function planStep(around: Surroundings, step: Step): StepPlan {
  const { mapping, sources, schema } = around;
  const at = mapping.steps.indexOf(step);
  return within('steps', () =>
    within(at, () => {
      const before = mapping.steps.slice(0, at).map((one) => one.step);
      if (before.includes(step.step))
        throw new MappingRefused(`The step ${step.step} is there twice.`, ['step']);
      const ground = groundOf(around, sources, before);
      const verb = verbOf(schema, step.mutation);
      within('fields', () => checkFields(step.fields, verb.row));
      const columns = within('from', () => sources.columnsOf(step.from));
      const names = { ground, frames: [{ alias: '', columns }] };
      const joined = compileJoins(step.join, names, compile);
      const { existing, fields } = step;
      return {
        ...{ step, verb, system: step.system ?? mapping.system },
        table: sources.table(step.from),
        keepsKeys: 'externalRefs' in verb.row.getFields() && !('externalRefs' in fields),
        joined: joined.sight,
        holds: within('where', () => compileFilter(step.where, joined.names, compile)),
        key: within('key', () => compile(step.key, joined.names)),
        existing: existing ? within('existing', () => compile(existing, joined.names)) : null,
        fields: within('fields', () => compileFields(fields, joined.names)),
      };
    }),
  );
}
