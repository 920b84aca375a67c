import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bootstrap, completeAdministrator, systemActor } from '../modules/auth/index.js';
import type { Transact } from '../modules/events/index.js';
import { reference } from '../modules/platform/index.js';

/** What the start has found out of the first administrator's key. */
export interface FirstKey {
  /** True when this start found the database empty and made the administrator. */
  readonly isFounded: boolean;
  /**
   * The key in clear, where it may be shown: just made, given by the operator, or kept in its file.
   */
  readonly token: string | null;
}

const FILE_NAME = 'api-key';
const OPERATION = 'serverStart';

/** Makes the first administrator on an empty database; otherwise keeps his rights complete. */
export async function makeFirstKey(transact: Transact, given: string | null): Promise<FirstKey> {
  const request = { actor: systemActor, requestId: OPERATION, operation: OPERATION };
  let token: string | null = null;
  const { refusals } = await transact(request, async (tx) => {
    const made = await bootstrap(tx, { token: given });
    await reference.seed(tx);
    token = made.token;
    return { actorId: made.actorId };
  });
  if (refusals.length === 0) return { isFounded: true, token };
  if (refusals.some(({ type }) => type !== 'AlreadyBootstrapped'))
    throw new Error(`The first administrator could not be made: ${refusals[0]!.message}`);
  await transact(request, async (tx) => {
    await reference.seed(tx);
    return { wasIncomplete: await completeAdministrator(tx) };
  });
  return { isFounded: false, token: null };
}

/**
 * Keeps a generated key beside the embedded database, readable by its owner only, so that a later
 * start can show it again. A key that the operator chose is never written anywhere in clear.
 */
export async function keepKey(dataDir: string, token: string): Promise<void> {
  const path = join(dataDir, FILE_NAME);
  await writeFile(path, `${token}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}

/** The key that an earlier start generated, or null when there is none to show. */
export async function keptKey(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(join(dataDir, FILE_NAME), 'utf8')).trim() || null;
  } catch {
    return null;
  }
}
