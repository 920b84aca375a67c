import { textOf } from '../house/sources.js';
import { unlistedBreakingChanges } from './breaking.js';
import { clientFindings } from './clients.js';
import { federationFindings } from './federation.js';
import { httpFindings } from './http.js';
import { relayFindings } from './relay.js';
import { eslintFindings, schemaLinterFindings } from './schema-lint.js';
import { openAudited } from './served.js';

process.env.TZ = 'UTC';

/** What an audit looked at, and what it found against us. */
interface Verdict {
  readonly told: string;
  readonly findings: readonly string[];
}

let failures = 0;

async function audit(name: string, run: () => Verdict | Promise<Verdict>): Promise<void> {
  const began = performance.now();
  const { told, findings } = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const verdict = findings.length === 0 ? 'ok' : `${findings.length} findings`;
  process.stdout.write(`${name}: ${verdict}; ${told} (${seconds} s)\n`);
  for (const finding of findings.slice(0, 20)) process.stdout.write(`  ${finding}\n`);
  failures += findings.length;
}

await audit('@graphql-eslint', async () => ({
  told: 'schema-recommended and relay',
  findings: await eslintFindings(),
}));
await audit('graphql-schema-linter', () => ({
  told: 'all rules',
  findings: schemaLinterFindings(),
}));
await audit('graphql-inspector', async () => ({
  told: 'breaking changes since the last release that are not listed',
  findings: await unlistedBreakingChanges(textOf('schema/schema.graphql')),
}));
await audit('relay-compiler', () => {
  const { findings, lists } = relayFindings();
  return { told: `@connection and @refetchable on ${lists} lists`, findings };
});
await audit('federation-composition', () => {
  const { findings, entities } = federationFindings();
  return { told: `${entities} entities, composed with a carrier's graph`, findings };
});
const audited = await openAudited();
try {
  await audit('graphql-http', async () => {
    const { findings, explained, audits } = await httpFindings(audited);
    const kept = audits - findings.length - explained;
    return { told: `${kept} of ${audits}, ${explained} refused on purpose`, findings };
  });
  await audit('clients', async () => {
    const { findings, clients, operations } = await clientFindings(audited);
    return { told: `${operations} operations alike by ${clients} clients`, findings };
  });
} finally {
  await audited.close();
}
process.exitCode = failures === 0 ? 0 : 1;
