import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { withParts } from './guide-parts.js';
import { filesBelow, root } from './sources.js';

/** Writes the generated parts of the guides: states, chart, permissions, limits, examples. */
for (const path of filesBelow('docs').filter((one) => one.endsWith('.md'))) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  const options = { ...(await resolveConfig(file)), parser: 'markdown' };
  const written = await format(withParts(text), options);
  if (written !== text) writeFileSync(file, written);
}
