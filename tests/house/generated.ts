import { execSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

/** What `npm run generate` writes and the repository keeps. */
const GENERATED = ['prisma/generated', 'schema/schema.graphql', 'clients/typescript/generated'];

/** The generated files and what stands in them. */
function contents(): Map<string, string> {
  const files = GENERATED.filter((path) => existsSync(join(root, path))).flatMap((path) =>
    statSync(join(root, path)).isFile()
      ? [path]
      : readdirSync(join(root, path)).map((name) => `${path}/${name}`),
  );
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Generates again and fails when that changed what is kept; the new text stays to be committed. */
function checkGenerated(): number {
  const before = contents();
  execSync('npm run --silent generate', { cwd: root, stdio: 'inherit' });
  const after = contents();
  const changed = [...after].filter(([path, text]) => before.get(path) !== text);
  if (changed.length === 0) return 0;
  const names = changed.map(([path]) => path).join(', ');
  process.stdout.write(`Not current until now: ${names}. Commit what was generated.\n`);
  return 1;
}

process.exitCode = checkGenerated();
