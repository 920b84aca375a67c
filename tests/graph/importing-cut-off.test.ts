import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../clients/typescript/client.js';
import { packageRoot } from '../../prisma/package-root.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { importFolder, importInto, type ImportFolder } from '../support/importing.js';

const LONG = 180_000;
const COUNT = 6_000;

const mapping = (name: string) => `system: shop
sources:
  customers: { file: ${name}.csv }
steps:
  - step: customers
    mutation: customersBulk
    from: customers
    key: number
    fields: { code: number, name: name, kind: { value: PERSON }, currency: { value: EUR } }
`;

const customers = (letter: string, count: number): string =>
  `number,name\n${Array.from({ length: count }, (_, at) => `${letter}${at},Name ${at}\n`).join('')}`;

describe('an import that is cut off', () => {
  let graph: TestGraph;
  let place: ImportFolder;

  beforeAll(async () => {
    graph = await openGraph();
    place = importFolder();
  });

  afterAll(async () => {
    place.remove();
    await graph.close();
  });

  const count = async (table: string, where = 'true'): Promise<number> => {
    const text = `select count(*)::int from "${table}" where ${where}`;
    return Number((await graph.database.query({ text, values: [] })).rows[0]?.[0]);
  };

  const chunksDone = (): number => {
    if (!existsSync(place.path('state.jsonl'))) return 0;
    return readFileSync(place.path('state.jsonl'), 'utf8').split('\n').length - 2;
  };

  /** The command as a process of its own, so that it can be killed. */
  function start() {
    const main = join(packageRoot(), 'clients', 'importers', 'main.ts');
    const given = { mapping: place.path('mapping.yaml'), dir: place.folder, url: graph.url };
    const files = { state: place.path('state.jsonl'), refused: place.path('refused') };
    const named = { ...given, ...files, token: graph.token, 'in-flight': '2' };
    const words = Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
      cwd: packageRoot(),
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    return { child, output: () => output };
  }

  it(
    'goes on where it was killed, and nothing is done twice',
    async () => {
      place.write('mapping.yaml', mapping('many'));
      place.write('many.csv', customers('C', COUNT));
      const first = start();
      while (chunksDone() < 3 && first.child.exitCode === null) await wait(5);
      first.child.kill('SIGKILL');
      await once(first.child, 'exit');
      const there = await count('Customer');
      expect([there > 0, there < COUNT]).toEqual([true, true]);
      const second = start();
      await once(second.child, 'exit');
      expect(second.output()).toMatch(/\d{3,4} rows had been done by the run that was cut off\./);
      expect(second.child.exitCode).toBe(0);
      expect(await count('Customer')).toBe(COUNT);
      expect(await count('AuditEntry', `"type" = 'crm.customerCreated'`)).toBe(COUNT);
      expect(
        await count(
          'AuditEntry',
          `"type" <> 'crm.customerCreated' and "documentType" = 'Customer'`,
        ),
      ).toBe(0);
    },
    LONG,
  );

  it(
    'begins anew when the mapping has changed, and says why',
    async () => {
      place.write('few.csv', customers('F', 600));
      place.write('mapping.yaml', mapping('few'));
      const cut = importInto(graph, place, { client: losing(graph.client, 1), inFlight: 1 });
      await expect(cut).rejects.toThrow('lost for good');
      place.write('mapping.yaml', mapping('few').replace('EUR', 'USD'));
      const result = await importInto(graph, place);
      expect(result.whyAnew).toBe('the mapping has changed');
      expect(result.steps[0]).toMatchObject({ read: 600, refused: expect.any(Number), resumed: 0 });
    },
    LONG,
  );

  it(
    'sends again what nobody answered, under the same key',
    async () => {
      place.write('lost.csv', customers('L', 300));
      place.write('mapping.yaml', mapping('lost'));
      const before = await count('AuditEntry');
      const result = await importInto(graph, place, { client: forgetful(graph.client) });
      expect(result.steps[0]).toMatchObject({ taken: 300, refused: 0 });
      expect(await count('Customer', `"code" like 'L%'`)).toBe(300);
      expect((await count('AuditEntry')) - before).toBe(300);
    },
    LONG,
  );
});

const isImport = (operation: { toString(): string }) => operation.toString().startsWith('mutation');

/** Does some mutations, and then fails in a way that no second attempt mends. */
function losing(client: Client, answers: number): Client {
  let left = answers;
  return {
    ...client,
    async request(operation, variables, options) {
      if (isImport(operation) && left-- <= 0) throw new Error('lost for good');
      return client.request(operation, variables, options);
    },
  };
}

/** Every mutation is done, but the first answer to each is lost on the way. */
function forgetful(client: Client): Client {
  const lost = new Set<string | undefined>();
  return {
    ...client,
    async request(operation, variables, options) {
      const answer = await client.request(operation, variables, options);
      if (!isImport(operation) || lost.has(options?.idempotencyKey)) return answer;
      lost.add(options?.idempotencyKey);
      throw new TypeError('fetch failed');
    },
  };
}
