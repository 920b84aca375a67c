import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { settingsList } from '../../server/settings-list.js';

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

describe('the documented settings', () => {
  it('are the settings that are read, word by word', () => {
    const lines = readFileSync('docs/settings.md', 'utf8').split('\n');
    const documented = lines.filter((line) => line.startsWith('| `')).map(cellsOf);
    const listed = settingsList.map(({ name, byDefault, meaning }) => [
      `\`${name}\``,
      byDefault,
      meaning,
    ]);
    expect(documented).toEqual(listed);
  });
});
