import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../prisma/database.js';
import { drift, makeMigration, migrate, MigrationConflict } from '../../../prisma/migrate.js';
import { readMigrationFolder, writeMigration } from '../../../prisma/migration-files.js';
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

function copyOf(store: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-store-'));
  for (const part of ['schema', 'migrations'])
    cpSync(join(store, part), join(copy, part), { recursive: true });
  return copy;
}

/** The shipped store with one more table, and the migration that was made for it. */
let extended: string;
let made: string | null;
/** A copy of it for each test, which may change it. */
let folder: string;

// Comparing takes seconds, so the tests share what one comparison found.
beforeAll(async () => {
  extended = copyOf(storeFolder());
  appendFileSync(join(extended, 'schema', 'platform.prisma'), PIECE);
  made = await makeMigration('add_piece', new Date('2999-01-01T00:00:00Z'), extended);
});
afterAll(() => rmSync(extended, { recursive: true, force: true }));
beforeEach(() => {
  folder = copyOf(extended);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const migrationFile = (name: string | null): string =>
  join(folder, 'migrations', name ?? '', 'migration.sql');

describe('comparing the schema with its migrations', () => {
  it('finds no drift in what the product ships', async () => {
    expect(await drift()).toBe('');
  });

  it('sees a table that no migration makes, and none once its migration is written', async () => {
    expect(made).toBe('29990101000000_add_piece');
    expect(readFileSync(migrationFile(made), 'utf8')).toContain('CREATE TABLE "MigrationPiece"');
    appendFileSync(migrationFile(made), TRIGGER);
    expect(await makeMigration('again', new Date('2999-01-02T00:00:00Z'), folder)).toBeNull();
  });

  it('never writes over a migration, and refuses names that are no words', async () => {
    const now = new Date('2999-01-01T00:00:00Z');
    writeFileSync(migrationFile(made), '-- emptied by hand\n');
    await expect(makeMigration('add_piece', now, folder)).rejects.toThrow('EEXIST');
    expect(readFileSync(migrationFile(made), 'utf8')).toBe('-- emptied by hand\n');
    expect(() => writeMigration(folder, 'Add piece', PIECE, now)).toThrow('lower_case_words');
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
    appendFileSync(migrationFile(made), TRIGGER);
    expect(await migrate(database, folder)).toEqual([made]);
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
      const applied = await Promise.all([1, 2, 3].map(() => migrate(database, folder)));
      expect(applied.flat()).toEqual([made]);
    } finally {
      await database.close();
    }
  });
});
