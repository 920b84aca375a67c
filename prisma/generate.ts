import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from './package-root.js';

const HEADER = [
  '// Generated from prisma/schema by `npm run generate`. Changes belong there.',
  "import type { Json, Numeric } from '../columns.js';",
  '',
].join('\n');

/** The generator names our column types but cannot import them, and repeats its own annotations. */
function finished(source: string): string {
  const withoutAnnotations = source
    .replace(/^ +\* @kyselyType\(.*\)\n/gm, '')
    .replace(/^ +\/\*\*\n +\*\/\n/gm, '');
  return HEADER + withoutAnnotations;
}

/** Writes `prisma/generated/types.ts` from the Prisma schema. */
function generateTypes(): void {
  const root = packageRoot();
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  execFileSync(process.execPath, [prisma, 'generate'], { cwd: root, stdio: 'inherit' });
  const file = join(root, 'prisma', 'generated', 'types.ts');
  writeFileSync(file, finished(readFileSync(file, 'utf8')));
}

generateTypes();
