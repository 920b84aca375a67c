import { writeFile } from 'node:fs/promises';
import { createClient } from '../../typescript/client.js';
import { readArguments } from './arguments.js';
import { suggestions } from './report.js';
import { command, screen } from './screen.js';
import { head, lineOf } from './table.js';

/** Writes the suggestions of one noun as a list in which somebody decides. */
command(async () => {
  const { url, token, noun, minScore, out } = readArguments(process.argv.slice(2), process.env);
  const client = createClient({ url, token });
  const lines = [head];
  let compared = 0;
  try {
    for await (const page of suggestions(client, noun, minScore)) {
      lines.push(...page.suggestions.map(lineOf));
      ({ compared } = page);
    }
  } finally {
    await client.close();
  }
  await writeFile(out, lines.join(''));
  screen.write(`${lines.length - 1} suggestions among ${compared} stand in ${out}.\n`);
});
