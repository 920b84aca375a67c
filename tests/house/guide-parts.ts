import { allPermissions } from '../../modules/permissions.js';
import { internationalChart } from '../../modules/finance/charts/international.js';
import { journalEntryLifecycle } from '../../modules/finance/journal-entry.rules.js';
import { fiscalPeriodLifecycle } from '../../modules/finance/fiscal-period.rules.js';
import { paymentLifecycle } from '../../modules/finance/payment.rules.js';
import { stockCountLifecycle, stockTransferLifecycle } from '../../modules/inventory/index.js';
import { mermaid } from '../../modules/kernel/index.js';
import { companySeries, groupSeries } from '../../modules/platform/number-series.rules.js';
import {
  deliveryLifecycle,
  salesInvoiceLifecycle,
  salesOrderLifecycle,
} from '../../modules/sales/lifecycles.rules.js';
import { documentLimits } from '../../server/limits.js';
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

const chart = (): string =>
  table(
    ['account', 'name', 'kind', 'roles'],
    internationalChart.accounts.map((one) => [
      one.code,
      one.name,
      one.kind.toLowerCase(),
      one.roles.map(code).join(', '),
    ]),
  );

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

const limits = (): string =>
  table(
    ['`extensions.limit`', 'at most', 'of'],
    Object.entries<number>({ ...documentLimits }).map(([limit, max]) => [
      code(limit),
      max,
      limitMeanings[limit as keyof typeof documentLimits],
    ]),
  );

/** What is printed between the marks of a guide, by the word behind `generated:`. */
const parts: Readonly<Record<string, () => string>> = {
  permissions,
  chart,
  series,
  limits,
  salesOrder: () => fenced('mermaid', mermaid(salesOrderLifecycle)),
  delivery: () => fenced('mermaid', mermaid(deliveryLifecycle)),
  stockTransfer: () => fenced('mermaid', mermaid(stockTransferLifecycle)),
  stockCount: () => fenced('mermaid', mermaid(stockCountLifecycle)),
  salesInvoice: () => fenced('mermaid', mermaid(salesInvoiceLifecycle)),
  payment: () => fenced('mermaid', mermaid(paymentLifecycle)),
  journalEntry: () => fenced('mermaid', mermaid(journalEntryLifecycle)),
  fiscalPeriod: () => fenced('mermaid', mermaid(fiscalPeriodLifecycle)),
};

const MARKED = /^<!-- generated: (\S+) -->\n[\s\S]*?^<!-- end -->$/gm;

/** The text of a guide with its generated parts as they are now. A source file is shown whole. */
export const withParts = (text: string): string =>
  text.replace(MARKED, (_all, name: string) => {
    const part = name.endsWith('.ts') ? fenced('ts', textOf(name)) : parts[name]?.();
    if (part === undefined) throw new Error(`No part of a guide is called ${name}.`);
    return `<!-- generated: ${name} -->\n\n${part}\n\n<!-- end -->`;
  });
