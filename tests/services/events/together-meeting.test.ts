import { afterAll, beforeAll, expect, it } from 'vitest';
import { Busy, type Tx } from '../../../modules/events/index.js';
import { Decimal } from '../../../modules/kernel/index.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { asking, countOf, creating, keyed, renameRole, rolesIn } from '../../support/roles.js';
import { openTcpProxy, type Cut, type TcpProxy } from '../../support/tcp-proxy.js';
import { doing, renaming, waysTo, type Ways } from '../../support/together.js';

const parseNumeric = (text: string) => new Decimal(text);
const urlOf = (database: Database) => new URL(String(database.connection.connectionString));

onPostgres('shared transactions that meet', () => {
  let database: Database;
  let other: Database;
  let ways: Ways;
  beforeAll(async () => {
    database = await openTestDatabase();
    other = await openDatabase({ url: urlOf(database).toString(), parseNumeric });
    ways = waysTo(database);
  });
  afterAll(async () => {
    await other.close();
    await database.close();
  });

  const roleOf = async (code: string) =>
    (await ways.transact(asking(), creating(code))).answer?.roleId ?? '';

  it('are all done when they lock in opposite orders, the loser of a deadlock as a whole', async () => {
    const [left, right] = [await roleOf('LEFT'), await roleOf('RIGHT')];
    let runs = 0;
    let open: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (open = resolve));
    const holding = (id: string) => async (tx: Tx) => {
      await renameRole(tx, id, 'One');
      if ((runs += 1) === 2) open();
      await bothHoldOne;
      return {};
    };
    const outcomes = await Promise.all([
      doing(ways)([keyed('L1'), holding(left)], [keyed('L2'), renaming(right, 'Other')]),
      doing(ways)([keyed('R1'), holding(right)], [keyed('R2'), renaming(left, 'Other')]),
    ]);
    expect(outcomes.flat().map(({ refusals }) => refusals)).toEqual([[], [], [], []]);
    // The one that lost did its first verb again too.
    expect(runs).toBe(3);
    const roles = await database.db.selectFrom('Role').select('version').execute();
    expect(roles.map(({ version }) => version)).toEqual([3, 3]);
  });

  it('show nothing of themselves to others before the commit', async () => {
    const seen = await ways.together({ isTrial: false }, async (shared) => {
      await ways.transact({ ...keyed('HIDDEN'), shared }, creating('HIDDEN'));
      const counts = Promise.all([rolesIn(other, 'HIDDEN'), countOf(other, 'IdempotencyKey')]);
      return { result: await counts, isKept: true };
    });
    expect(seen[0]).toBe(0);
    expect(await rolesIn(other, 'HIDDEN')).toBe(1);
  });

  it('throw Busy when others hold a lock until the deadline, and leave nothing', async () => {
    const id = await roleOf('HELD');
    await other.session(async (holder) => {
      await holder.execute(`begin; select 1 from "Role" where "id" = '${id}' for update`);
      const asked = doing(ways, 100)([keyed('H1'), creating('H1')], [asking(), renaming(id, 'X')]);
      await expect(asked).rejects.toBeInstanceOf(Busy);
      await holder.execute('rollback');
    });
    expect(await rolesIn(database, 'H1')).toBe(0);
  });

  it('are done once when the same keys are asked twenty times at once', async () => {
    const ask = () => doing(ways)([keyed('T1'), creating('T1')], [keyed('T2'), creating('T2')]);
    const all = await Promise.all(Array.from({ length: 20 }, ask));
    const fresh = all.filter((outcomes) => outcomes.every(({ isReplay }) => !isReplay));
    expect(fresh).toHaveLength(1);
    expect(new Set(all.map((one) => JSON.stringify(one.map(({ answer }) => answer)))).size).toBe(1);
    expect(await rolesIn(database, 'T1')).toBe(1);
  });
});

onPostgres('a shared transaction whose connection is cut at commit', () => {
  let direct: Database;
  let proxy: TcpProxy;
  let database: Database;
  beforeAll(async () => {
    direct = await openTestDatabase();
    const url = urlOf(direct);
    proxy = await openTcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.hostname = '127.0.0.1';
    url.port = String(proxy.port);
    database = await openDatabase({ url: url.toString(), poolSize: 2, parseNumeric });
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
      const code = `${cut}-${request.idempotency ? 'KEYED' : 'PLAIN'}`;
      let runs = 0;
      proxy.cutAtCommit(cut);
      const outcomes = await doing(waysTo(database))(
        [
          request,
          (tx) => {
            runs += 1;
            return creating(`${code}-A`)(tx);
          },
        ],
        [asking(), creating(`${code}-B`)],
      );
      expect([runs, outcomes.length]).toEqual([attempts, 2]);
      expect(await rolesIn(direct, `${code}-A`)).toBe(1);
      expect(await rolesIn(direct, `${code}-B`)).toBe(1);
    }
  });
});
