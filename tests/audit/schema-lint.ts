import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { root, textOf } from '../house/sources.js';

const SCHEMA = 'schema/schema.graphql';

/** Rules of others that are kept in part, or not at all; each with its reason. */
const settings: Linter.RulesRecord = {
  // Besides connections there are plain lists: errors of a payload, `nodes`, lines of a report.
  '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
  // Ids are of nodes; payloads, pages, amounts and lines of reports are none. That every node has
  // its id is kept by the interface Node.
  '@graphql-eslint/strict-id-in-types': 'off',
};

/** Single findings that stay, each with its reason. */
const kept: readonly string[] = [
  // It is another type than the one that holds it: the category of an item.
  'Field "itemCategory" starts with the name of the parent type "Item"',
  // The cost itself, in the row that says since when it holds.
  'Field "standardCost" starts with the name of the parent type "StandardCost"',
  // The log is read forward alone, as it happened.
  'Field `events` must contain an argument `last`, that return Int.',
  'Field `events` must contain an argument `before`, that return String or Scalar.',
];

/**
 * Types that only wait: custom fields that are defined while the graph serves take some of them,
 * and the status of an order has the types of every noun, though its holder asks for one order.
 */
const WAITING = /`((Money|Quantity)Input|ReferenceFilter|OrderStatus\w+)` is (unreachable|defined)/;

/** Rows of a past day are no nodes: no cache may take them for today's. Line of the type's edge. */
const isOfDay = (message: string, line: number): boolean =>
  message === "Edge type's field `node` must implement `Node` interface." &&
  textOf(SCHEMA).split('\n')[line - 1] === 'type StockBalanceEdge {';

/** The rules of @graphql-eslint for schemas and for Relay's server specification. */
export async function eslintFindings(): Promise<string[]> {
  const { configs } = graphqlPlugin;
  const rules = {
    ...configs['flat/schema-recommended'].rules,
    ...configs['flat/schema-relay'].rules,
    ...settings,
  } as Linter.RulesRecord;
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: [SCHEMA],
      plugins: { '@graphql-eslint': graphqlPlugin as unknown as ESLint.Plugin },
      languageOptions: {
        parser: graphqlPlugin.parser as unknown as Linter.Parser,
        parserOptions: { graphQLConfig: { schema: join(root, SCHEMA) } },
      },
      rules,
    },
  });
  const results = await eslint.lintFiles([SCHEMA]);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ message }) => !kept.includes(message) && !WAITING.test(message))
      .filter(({ message, line }) => !isOfDay(message, line))
      .map(({ ruleId, message, line }) => `${ruleId ?? 'parser'}: ${message} (line ${line})`),
  );
}

interface LinterAnswer {
  readonly errors: readonly { readonly rule: string; readonly message: string }[];
}

/** All rules of graphql-schema-linter as they come. */
export function schemaLinterFindings(): string[] {
  const command = join(root, 'node_modules/.bin/graphql-schema-linter');
  const { stdout } = spawnSync(command, [SCHEMA, '-f', 'json'], { cwd: root, encoding: 'utf8' });
  const { errors } = JSON.parse(stdout) as LinterAnswer;
  return errors
    .filter(({ message }) => !WAITING.test(message))
    .map(({ rule, message }) => `${rule}: ${message}`);
}
