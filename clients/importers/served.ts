import { startServer } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';

/** A server that an import speaks to. */
export interface Served {
  readonly url: string;
  readonly token: string;
  /** What tells this server from another, from one start to the next. */
  readonly name: string;
  close(): Promise<void>;
}

/** The database has an administrator whose key is not known here. */
export class KeyNeeded extends Error {}

/**
 * The server at a URL, or one of our own on the database of the settings, which ends with the
 * import. Throws KeyNeeded, and what the start of a server throws.
 */
export async function serve(
  { url, token }: { readonly url: string | null; readonly token: string | null },
  say: (line: string) => void,
): Promise<Served> {
  if (url !== null && token !== null)
    return { url, token, name: url, close: () => Promise.resolve() };
  const environment = { LOG_LEVEL: 'warn', ...process.env, PORT: '0', DEMO: 'off' };
  const settings = readSettings(environment);
  const server = await startServer({ settings });
  const key = token ?? settings.bootstrapApiKey ?? server.issuedKey;
  if (key === null) {
    await server.close();
    throw new KeyNeeded('The database has an administrator already: give --token, his key.');
  }
  if (server.isFounded && settings.bootstrapApiKey === null) say(`API key: ${key}`);
  const name = settings.databaseUrl ?? settings.dataDir;
  return { url: server.url, token: key, name, close: () => server.close() };
}
