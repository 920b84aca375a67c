import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { Client } from '../../typescript/client.js';
import { TypedDocumentString } from '../../typescript/generated/graphql.js';
import type { Screen } from '../progress.js';
import { MappingRefused, type Ground } from './compiling.js';
import { createDesk, queryByReference, type Desk } from './desk.js';
import { compile } from './expressions.js';
import { listOf, type Mapping, type Scalar, type Step } from './language.js';
import { readMapping, type MappingFile } from './mapping-file.js';
import { groundOf, planStep, type StepPlan, type Surroundings } from './plan.js';
import { fileIn } from './reading/bytes.js';
import { hashOf } from './reading/files.js';
import { openSources, type Sources } from './reading/sources.js';
import { openRefused } from './refused.js';
import { ImportRefused, unknown } from './refusals.js';
import { runStep, type StepResult } from './run-step.js';
import { persist } from './sending.js';
import { noState, openState } from './state.js';
import { schemaOf } from './verbs.js';

export interface ImportOptions {
  readonly client: Client;
  /** Of the mapping. */
  readonly path: string;
  readonly folder: string;
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly screen: Screen;
  readonly inFlight: number;
  readonly isDryRun: boolean;
  /** The only steps that are run, with those they need; null for all. */
  readonly only: readonly string[] | null;
  /** Where the diary of the run is kept, and where refused rows are written. */
  readonly statePath: string;
  readonly refusedPath: string;
  /** What tells this server from another. */
  readonly server: string;
}

export interface ImportResult {
  readonly steps: readonly StepResult[];
  /** Changes that the graph has recorded meanwhile; null where they may not be counted. */
  readonly changes: number | null;
  readonly refused: number;
  readonly refusedFiles: readonly string[];
  readonly whyAnew: string | null;
}

/**
 * Imports files by a mapping. All of the mapping is checked, and every file is read to its end,
 * before the first row is sent. Throws ImportRefused.
 */
export async function runImport(options: ImportOptions): Promise<ImportResult> {
  const file = readMapping(options.path);
  try {
    return await runMapping(options, file);
  } catch (error) {
    throw error instanceof MappingRefused ? file.explain(error) : error;
  }
}

async function runMapping(options: ImportOptions, file: MappingFile): Promise<ImportResult> {
  const { client, folder, isDryRun } = options;
  const { mapping } = file;
  const parameters = parametersOf(mapping, options.parameters);
  const schema = await schemaOf(client);
  const base = { mapping, parameters, schema, lookedUp: new Set<string>() };
  const ground = (sources: Sources): Ground => groundOf(base, sources, []);
  const sources = await openSources(mapping, folder, { groundOf: ground, compile });
  const around = { ...base, sources };
  const plans = mapping.steps.map((step) => planStep(around, step));
  const chosen = chosenOf(schema, mapping, plans, options.only);
  const totals = await totalsOf(sources, chosen);
  const state = isDryRun
    ? noState()
    : openState(options.statePath, await identityOf(options, file, parameters, chosen));
  const refused = openRefused(options.refusedPath);
  const desk = createDesk(client, schema);
  reachOthers(desk, schema, plans, chosen);
  const before = await countChanges(client);
  const steps: StepResult[] = [];
  try {
    const sender = { client, isDryRun, run: state.run };
    for (const step of chosen) {
      sources.forgetIndexes();
      const plan = planStep(around, step);
      await sources.loadIndexes();
      const told = { total: totals.get(step.from) ?? 0, isLookedUp: base.lookedUp.has(step.step) };
      const { screen, inFlight } = options;
      steps.push(await runStep({ sender, desk, screen, inFlight, state, refused }, plan, told));
    }
    state.end();
  } finally {
    refused.close();
    state.close();
  }
  return { steps, ...(await endOf(client, before, steps, refused)), whyAnew: state.whyAnew };
}

async function endOf(
  client: Client,
  before: number | null,
  steps: readonly StepResult[],
  files: { readonly csv: string; readonly jsonl: string },
) {
  const after = await countChanges(client);
  const refused = steps.reduce((sum, step) => sum + step.refused, 0);
  return {
    changes: before === null || after === null ? null : after - before,
    refused,
    refusedFiles: refused > 0 ? [files.csv, files.jsonl] : [],
  };
}

/** The parameters with what was given for them. Throws ImportRefused. */
function parametersOf(
  { parameters = {} }: Mapping,
  given: ImportOptions['parameters'],
): Readonly<Record<string, Scalar>> {
  const known = Object.keys(parameters);
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange !== undefined) throw new ImportRefused(unknown('The parameter', strange, known));
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { default: standard }]) => {
      const value = given[name] ?? standard;
      if (value === undefined)
        throw new ImportRefused(`The parameter ${name} is needed: --set ${name}=…`);
      return [name, value];
    }),
  );
}

/** The steps to run: those asked for, and those of which the nodes cannot be found otherwise. */
function chosenOf(
  schema: GraphQLSchema,
  { steps }: Mapping,
  plans: readonly StepPlan[],
  only: readonly string[] | null,
): readonly Step[] {
  if (only === null) return steps;
  const names = steps.map(({ step }) => step);
  const strange = only.find((name) => !names.includes(name));
  if (strange !== undefined) throw new ImportRefused(unknown('The step', strange, names));
  return plans
    .filter((plan) => {
      const isFound = plan.keepsKeys && queryByReference(schema, plan.verb.node) !== null;
      return only.includes(plan.step.step) || (!isFound && plan.step.existing !== undefined);
    })
    .map(({ step }) => step);
}

/** Nodes of steps that are not run are found by their external references. */
function reachOthers(
  desk: Desk,
  schema: GraphQLSchema,
  plans: readonly StepPlan[],
  chosen: readonly Step[],
): void {
  for (const plan of plans) {
    const query = queryByReference(schema, plan.verb.node);
    if (chosen.includes(plan.step) || query === null) continue;
    desk.steps.set(plan.step.step, { kind: 'onServer', query, system: plan.system });
  }
}

/** Reads every source of a step to its end: how many rows there are, and that all can be read. */
async function totalsOf(sources: Sources, steps: readonly Step[]): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const name of new Set(steps.map(({ from }) => from))) {
    let count = 0;
    for await (const _ of sources.table(name).rows()) count++;
    totals.set(name, count);
  }
  return totals;
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

async function identityOf(
  { folder, server }: ImportOptions,
  { mapping, text }: MappingFile,
  parameters: Surroundings['parameters'],
  chosen: readonly Step[],
) {
  const files = Object.values(mapping.sources).flatMap((source) =>
    'file' in source ? listOf(source.file) : [],
  );
  const inputs: Record<string, string> = {};
  for (const name of new Set(files)) {
    const path = fileIn(folder, name);
    inputs[basename(path)] = await hashOf(path);
  }
  const steps = chosen.map(({ step }) => step);
  return { mapping: sha(text + JSON.stringify(parameters)), inputs, server: sha(server), steps };
}

/** How many changes the graph has recorded since it began; null where that may not be read. */
async function countChanges(client: Client): Promise<number | null> {
  type Counted = { readonly auditEntries: { readonly totalCount: number } | null };
  const text = 'query Count { auditEntries(first: 1) { totalCount } }';
  const operation = new TypedDocumentString<Counted, Record<string, never>>(text);
  try {
    return (await persist(() => client.request(operation, {}))).auditEntries?.totalCount ?? null;
  } catch (error) {
    if (error instanceof ImportRefused) return null;
    throw error;
  }
}
