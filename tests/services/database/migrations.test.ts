import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../prisma/database.js';
import { drift, makeMigration, migrate, MigrationConflict } from '../../../prisma/migrate.js';
import { readMigrationFolder } from '../../../prisma/migration-files.js';
import { storeFolder } from '../../../prisma/migrate.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

const PIECE = `
model MigrationPiece {
  id     String  @id @db.Uuid
  amount Decimal @db.Decimal(28, 9)
}
`;
const TRIGGER = `
create function migration_piece_checked() returns trigger language plpgsql as $$
begin
  if new.amount < 0 then raise exception 'negative; refused'; end if;
  return new;
end $$;
create trigger checked before insert on "MigrationPiece"
  for each row execute function migration_piece_checked();
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-store-'));
  for (const part of ['schema', 'migrations']) {
    cpSync(join(storeFolder(), part), join(folder, part), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const extendSchema = (): void => appendFileSync(join(folder, 'schema', 'platform.prisma'), PIECE);

const migrationFile = (name: string): string => join(folder, 'migrations', name, 'migration.sql');

describe('comparing the schema with its migrations', () => {
  it('finds no drift in what the product ships', async () => {
    expect(await drift()).toBe('');
  });

  it('sees a table that no migration makes, and none once its migration is written', async () => {
    extendSchema();
    expect(await drift(folder)).toContain('CREATE TABLE "MigrationPiece"');
    const name = await makeMigration('add_piece', new Date('2999-01-01T00:00:00Z'), folder);
    expect(name).toBe('29990101000000_add_piece');
    appendFileSync(migrationFile(name ?? ''), TRIGGER);
    expect(await drift(folder)).toBe('');
    expect(await makeMigration('again', new Date('2999-01-02T00:00:00Z'), folder)).toBeNull();
  });

  it('never writes over a migration, and refuses names that are no words', async () => {
    extendSchema();
    const now = new Date('2999-01-01T00:00:00Z');
    const name = await makeMigration('add_piece', now, folder);
    writeFileSync(migrationFile(name ?? ''), '-- emptied by hand\n');
    await expect(makeMigration('add_piece', now, folder)).rejects.toThrow('EEXIST');
    expect(readFileSync(migrationFile(name ?? ''), 'utf8')).toBe('-- emptied by hand\n');
    await expect(makeMigration('Add piece', now, folder)).rejects.toThrow('lower_case_words');
  });
});

describe('migrating a database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('applies nothing when it is up to date', async () => {
    expect(await migrate(database)).toEqual([]);
  });

  it('applies a new migration with its trigger once', async () => {
    extendSchema();
    const name = await makeMigration('add_piece', new Date('2999-01-01T00:00:00Z'), folder);
    appendFileSync(migrationFile(name ?? ''), TRIGGER);
    expect(await migrate(database, folder)).toEqual([name]);
    expect(await migrate(database, folder)).toEqual([]);
    const insert = { text: `insert into "MigrationPiece" values (gen_random_uuid(), -1)` };
    await expect(database.query({ ...insert, values: [] })).rejects.toThrow('negative; refused');
    await expect(migrate(database)).rejects.toThrow('newer than this program');
  });

  it('refuses migrations that were changed after they were applied', async () => {
    const first = readMigrationFolder(folder).migrations[0]?.name ?? '';
    appendFileSync(migrationFile(first), '-- afterthought\n');
    const changed = migrate(database, folder);
    await expect(changed).rejects.toThrow(MigrationConflict);
  });
});

onPostgres('several programs that start on one database', () => {
  it('apply each migration once', async () => {
    const database = await openTestDatabase();
    try {
      extendSchema();
      const name = await makeMigration('add_piece', new Date('2999-01-01T00:00:00Z'), folder);
      const applied = await Promise.all([1, 2, 3].map(() => migrate(database, folder)));
      expect(applied.flat()).toEqual([name]);
    } finally {
      await database.close();
    }
  });
});
