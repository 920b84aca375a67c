import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { textOf } from '../house/sources.js';

/** Too heavy to be installed by everybody: 43 MB with a program for each platform. */
const COMPILER = 'relay-compiler@21.0.1';

interface List {
  readonly owner: string;
  readonly field: string;
  /** What names a row: its id, where it has one. */
  readonly named: string;
  /** What it must be asked for with, beside its page. */
  readonly required: readonly string[];
}

/** A value for each type of an argument that some list demands. */
const VALUES: Readonly<Record<string, string>> = { Date: '"2026-11-24"' };

function nameOf(schema: GraphQLSchema, connection: string): string {
  const node = schema.getType(connection.replace(/Connection$/, ''));
  return isObjectType(node) && node.getFields().id ? 'id' : '__typename';
}

/** Every list of the graph that is paged by cursors, on the root and on nodes. */
function lists(): List[] {
  const schema = buildSchema(textOf('schema/schema.graphql'));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const isRefetchable = (type: GraphQLObjectType) =>
    type.name === 'Query' || type.getInterfaces().some(({ name }) => name === 'Node');
  return types.filter(isRefetchable).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ type: answered }) => getNamedType(answered).name.endsWith('Connection'))
      .map(({ name, args, type: answered }) => ({
        ...{ owner: type.name, field: name, named: nameOf(schema, getNamedType(answered).name) },
        required: args
          .filter(isRequiredArgument)
          .map((one) => `${one.name}: ${VALUES[getNamedType(one.type).name]!}, `),
      })),
  );
}

const moduleOf = ({ owner, field }: List): string => `Audit${owner}${field}`;

/** A component as Relay has it: a page of the list, and the query that fetches the next one. */
function component(list: List): string {
  const { owner, field, named, required } = list;
  const module = moduleOf(list);
  return `import { graphql } from 'relay-runtime';
graphql\`
  fragment ${module}_list on ${owner}
  @refetchable(queryName: "${module}RefetchQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    ${field}(${required.join('')}first: $count, after: $cursor) @connection(key: "${module}_list_${field}") {
      edges { node { ${named} } }
    }
  }
\`;
`;
}

/** Compiles a fragment with @connection and @refetchable for every list. */
export function relayFindings() {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  const all = lists();
  try {
    for (const name of ['src', 'made']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'schema.graphql'), textOf('schema/schema.graphql'));
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    const config = { src: 'src', schema: 'schema.graphql', language: 'typescript' };
    const written = { ...config, artifactDirectory: 'made', eagerEsModules: true };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(written));
    for (const list of all)
      writeFileSync(join(folder, 'src', `${moduleOf(list)}.ts`), component(list));
    const command = ['--yes', COMPILER, 'relay.config.json'];
    const { status, stdout, stderr } = spawnSync('npx', command, { cwd: folder, encoding: 'utf8' });
    const made = readdirSync(join(folder, 'made')).filter((name) => name.includes('RefetchQuery'));
    const isWhole = status === 0 && made.length === all.length;
    const told = `${made.length} of ${all.length} compiled: ${stderr}${stdout}`.slice(0, 4000);
    return { findings: isWhole ? [] : [told], lists: all.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
