import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommitInDoubt, hasCommitted } from '../../../modules/events/commit.js';
import { createTransact, type Transact, type Tx } from '../../../modules/events/index.js';
import { newId } from '../../../modules/events/new-id.js';
import { Decimal } from '../../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { asking, countOf, creating, keyed, renameRole } from '../../support/roles.js';
import { openTcpProxy, type Cut, type TcpProxy } from '../../support/tcp-proxy.js';

const parseNumeric = (text: string) => new Decimal(text);
const urlOf = (database: Database) => new URL(String(database.connection.connectionString));

const lockIt = (id: string) => async (tx: Tx) => {
  await tx.lock('Role', id);
  return {};
};

onPostgres('two transactions that meet', () => {
  let database: Database;
  let other: Database;
  let transact: Transact;
  beforeAll(async () => {
    database = await openTestDatabase();
    other = await openDatabase({ url: urlOf(database).toString(), parseNumeric });
    transact = createTransact({ database, hearings: [] });
  });
  afterAll(async () => {
    await other.close();
    await database.close();
  });

  const roleOf = async (code: string) =>
    (await transact(asking(), creating(code))).answer?.roleId ?? '';

  it('both succeed after a deadlock, because the one that lost is run again', async () => {
    const [left, right] = [await roleOf('LEFT'), await roleOf('RIGHT')];
    let runs = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
    const crossing = (first: string, second: string) => async (tx: Tx) => {
      await renameRole(tx, first, 'One');
      if ((runs += 1) === 2) open();
      await bothHoldOne;
      await renameRole(tx, second, 'Other');
      return {};
    };
    const outcomes = await Promise.all([
      transact(asking(), crossing(left, right)),
      transact(asking(), crossing(right, left)),
    ]);
    expect(outcomes.map(({ refusals }) => refusals)).toEqual([[], []]);
    expect(runs).toBe(3);
    const roles = await database.db.selectFrom('Role').select('version').execute();
    expect(roles.map(({ version }) => version)).toEqual([3, 3]);
  });

  it('is told to come back when a lock is held until the deadline', async () => {
    const id = await roleOf('HELD');
    const { refusals } = await other.session(async (holder) => {
      await holder.execute(`begin; select 1 from "Role" where "id" = '${id}' for update`);
      const outcome = await transact({ ...asking(), deadlineMs: 100 }, lockIt(id));
      await holder.execute('rollback');
      return outcome;
    });
    expect(refusals).toMatchObject([{ type: 'Busy', code: 'BUSY', retryable: true }]);
  });

  it('does not wait for one who only refers to the row', async () => {
    const id = await roleOf('REFERRED');
    const { refusals } = await other.session(async (referrer) => {
      await referrer.execute(`begin; select 1 from "Role" where "id" = '${id}' for key share`);
      const outcome = await transact({ ...asking(), deadlineMs: 100 }, lockIt(id));
      await referrer.execute('rollback');
      return outcome;
    });
    expect(refusals).toEqual([]);
  });
});

onPostgres('a connection that is cut at commit', () => {
  let direct: Database;
  let proxy: TcpProxy;
  let database: Database;
  let transact: Transact;
  beforeAll(async () => {
    direct = await openTestDatabase();
    const url = urlOf(direct);
    proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    database = await openDatabase({ url: url.toString(), poolSize: 2, parseNumeric });
    transact = createTransact({ database, hearings: [] });
  });
  afterAll(async () => {
    await database.close();
    await proxy.close();
    await direct.close();
  });

  it.each<[string, Cut, number]>([
    ['is told as done, and not done again, when the server had committed', 'AFTER', 1],
    ['is done by another attempt when the server never heard of it', 'BEFORE', 2],
  ])('%s', async (_name, cut, attempts) => {
    for (const request of [keyed(`cut-${cut}`), asking()]) {
      const code = `CUT-${cut}-${request.idempotency ? 'KEYED' : 'PLAIN'}`;
      let runs = 0;
      const events = await countOf(direct, 'Event');
      proxy.cutAtCommit(cut);
      const { answer, isReplay } = await transact(request, (tx) => {
        runs += 1;
        return creating(code)(tx);
      });
      expect([runs, isReplay]).toEqual([attempts, false]);
      const roles = await direct.db
        .selectFrom('Role')
        .select('id')
        .where('code', '=', code)
        .execute();
      expect(roles).toEqual([{ id: answer?.roleId }]);
      expect(await countOf(direct, 'Event')).toBe(events + 1);
    }
  });

  it('keeps a refusal under its key although the answer to its commit was lost', async () => {
    proxy.cutAtCommit('AFTER');
    const request = keyed('cut-refusal');
    const first = await transact(request, async (tx) => {
      await tx.lock('Role', '00000000-0000-7000-8000-00000000dead');
      return {};
    });
    expect(first.refusals).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await transact(request, creating('CUT-NEVER'))).toEqual({ ...first, isReplay: true });
  });

  it('is not told as done when a crash gave its number to another that was', async () => {
    const text = `insert into "Role" ("id", "code", "name", "permissions", "createdAt")
      values ($1, 'REUSED', 'Reused', '{}', now()) returning pg_current_xact_id()::text`;
    const { rows } = await direct.query({ text, values: [newId()] });
    const another = String(rows[0]?.[0]);
    const lost = (xid: string, table: 'IdempotencyKey' | 'Event') =>
      hasCommitted(direct, new CommitInDoubt(xid, { table, id: newId() }, new Error('Lost.')));
    expect(await lost(another, 'IdempotencyKey')).toBe(false);
    expect(await lost(another, 'Event')).toBe(false);
    // Nobody has got the number again yet.
    expect(await lost(String(BigInt(another) + 1_000_000n), 'Event')).toBe(false);
  });
});
