import { Decimal } from '../../modules/kernel/index.js';
import { openDatabase } from '../../prisma/database.js';
import { createLog } from '../../server/log.js';
import { startServer } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';

const KEY = 'the-key-of-the-auditor-who-may-do-all';

export interface Audited {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As `fetch`, with the auditor's key. */
  readonly fetch: typeof fetch;
  close(): Promise<void>;
}

/** A whole server on an embedded database in memory. */
export async function openAudited(): Promise<Audited> {
  const settings = readSettings({ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: KEY });
  const database = await openDatabase({ parseNumeric: (text) => new Decimal(text) });
  const server = await startServer({ settings, log: createLog('silent'), database });
  const headers = { authorization: `Bearer ${KEY}` };
  return {
    url: server.url,
    headers,
    fetch: (input, init) => {
      const asked = new Headers(init?.headers);
      asked.set('authorization', headers.authorization);
      return fetch(input, { ...init, headers: asked });
    },
    close: () => server.close(0),
  };
}
