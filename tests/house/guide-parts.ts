import { allPermissions } from '../../modules/permissions.js';
import type { Chart } from '../../modules/finance/chart.rules.js';
import { chineseChart } from '../../modules/finance/charts/chinese.js';
import { internationalChart } from '../../modules/finance/charts/international.js';
import { mermaid } from '../../modules/kernel/index.js';
import { companySeries, groupSeries } from '../../modules/platform/number-series.rules.js';
import { graph } from '../../resolvers/graph.js';
import { allNouns, type DocumentDeclaration } from '../../schema/noun.js';
import { documentLimits } from '../../server/limits.js';
import { refusals } from './error-codes.js';
import { textOf } from './sources.js';

const fenced = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

type Cells = readonly (string | number)[];

const table = (head: Cells, rows: readonly Cells[]): string =>
  [head, [...head].fill('---'), ...rows]
    .map((cells: Cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const code = (text: string): string => `\`${text}\``;

/** The permissions of each noun, one row for each noun. */
function permissions(): string {
  const nounOf = (one: string): string => one.slice(0, one.lastIndexOf('.'));
  const nouns = [...new Set(allPermissions.map(nounOf))];
  const rows = nouns.map((noun) => {
    const all = allPermissions.filter((one) => nounOf(one) === noun);
    return [code(noun), all.map((one) => code(one.slice(noun.length + 1))).join(', ')];
  });
  return table(['noun', 'verbs'], rows);
}

const chart = ({ accounts }: Chart): string =>
  table(
    ['account', 'name', 'kind', 'roles'],
    accounts.map(({ code: number, name, englishName, kind, roles }) => [
      number,
      englishName ? `${name}, ${englishName}` : name,
      kind.toLowerCase(),
      roles.map(code).join(', '),
    ]),
  );

/** The accounts of a chart that the posting rules name. */
const named = (of: Chart): Chart => {
  return { ...of, accounts: of.accounts.filter(({ roles }) => roles.length > 0) };
};

const series = (): string =>
  table(
    ['series', 'pattern', 'gaps'],
    [...companySeries, ...groupSeries].map((one) => [
      code(one.code),
      code(one.pattern),
      one.isGapFree ? 'none' : 'may appear',
    ]),
  );

const limitMeanings: Record<keyof typeof documentLimits, string> = {
  tokens: 'tokens in the text',
  depth: 'levels of fields below each other',
  aliases: 'aliases',
  directivesOnNode: 'directives on one field, fragment or operation',
  directives: 'directives in the document',
  selections: 'fields and fragments, with every fragment opened',
  repeats: 'selections of one name side by side',
  repeatsInAll: 'such repetitions in the document',
  fragments: 'fragments',
  operations: 'operations',
};

const refused = (): string =>
  table(
    ['code', 'module', 'what it says'],
    refusals().map(({ code: one, module, message }) => [
      code(one),
      module,
      message.replaceAll('|', '\\|'),
    ]),
  );

const limits = (): string =>
  table(
    ['`extensions.limit`', 'at most', 'of'],
    Object.entries<number>({ ...documentLimits }).map(([limit, max]) => [
      code(limit),
      max,
      limitMeanings[limit as keyof typeof documentLimits],
    ]),
  );

// Nouns are known when the graph is built.
graph();

/** The documents by the name that a query has for one of them. */
const documents = new Map(
  allNouns().flatMap(({ name, document, description }) =>
    document === null
      ? []
      : [[name[0]!.toLowerCase() + name.slice(1), { name, document, description }] as const],
  ),
);

const diagram = ({ lifecycle }: DocumentDeclaration): string =>
  fenced('mermaid', mermaid(lifecycle));

/** Moves that nobody asks for: they follow from other documents. */
function derivedMoves({ lifecycle, verbs }: DocumentDeclaration): string[] {
  const moves = Object.values<object>(lifecycle.states).flatMap((one) => Object.keys(one));
  return verbs === undefined ? [] : [...new Set(moves)].filter((one) => !verbs.includes(one));
}

/** Every document with its states, in the order of their names. */
function states(): string {
  const sorted = [...documents.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const sections = sorted.map(({ name, document, description }) => {
    const derived = derivedMoves(document).map(code).join(', ');
    const note = derived === '' ? [] : [`Follow from other documents by themselves: ${derived}.`];
    return [`## ${name}`, description, diagram(document), ...note].join('\n\n');
  });
  return sections.join('\n\n');
}

/** What is printed between the marks of a guide, by the word behind `generated:`. */
const parts: Readonly<Record<string, () => string>> = {
  permissions,
  chart: () => chart(internationalChart),
  chineseChart: () => chart(named(chineseChart)),
  series,
  limits,
  refusals: refused,
  states,
};

/** A part by its name; the name of a document stands for the diagram of its states. */
function partOf(name: string): string | undefined {
  if (name.endsWith('.ts')) return fenced('ts', textOf(name));
  const document = documents.get(name)?.document;
  return document ? diagram(document) : parts[name]?.();
}

const MARKED = /^<!-- generated: (\S+) -->\n[\s\S]*?^<!-- end -->$/gm;

/** The text of a guide with its generated parts as they are now. A source file is shown whole. */
export const withParts = (text: string): string =>
  text.replace(MARKED, (_all, name: string) => {
    const part = partOf(name);
    if (part === undefined) throw new Error(`No part of a guide is called ${name}.`);
    return `<!-- generated: ${name} -->\n\n${part}\n\n<!-- end -->`;
  });
