import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTransact, type Transact } from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  failingStatements,
  faults,
  ProcessGone,
  type FailingStatements,
} from '../../support/failing-statements.js';
import { countOf, creating, keyed, rolesIn } from '../../support/roles.js';

let database: Database;
let transact: Transact;
let statements: FailingStatements;

beforeAll(async () => {
  database = await openTestDatabase();
  transact = createTransact({ database, hearings: [] });
  statements = failingStatements();
});

afterAll(async () => {
  statements.restore();
  await database.close();
});

/** Begin, key, savepoint, the row, the log, commit: and one that is never reached. */
const STATEMENTS = [1, 2, 3, 4, 5, 6, 7];

describe.each(faults)('a statement that fails: %s', (fault) => {
  it.each(STATEMENTS)('leaves one outcome under the key, whichever it is (%d)', async (number) => {
    const key = `${fault}-${number}`;
    const asked = () => transact(keyed(key), creating(key));
    const kept = await countOf(database, 'IdempotencyKey');
    statements.arm(number, fault);
    const first = await asked().catch((error: unknown) => error);
    expect(statements.disarm()).toBe(number < STATEMENTS.length);
    const again = await asked();
    if (first instanceof Error) expect(first).toBeInstanceOf(ProcessGone);
    else expect(again).toEqual({ ...(first as object), isReplay: true });
    expect(again.refusals).toEqual([]);
    expect(await rolesIn(database, key)).toBe(1);
    expect(await countOf(database, 'IdempotencyKey')).toBe(kept + 1);
  });
});
