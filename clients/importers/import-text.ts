import type { ImportResult } from './engine/run.js';
import type { StepResult } from './engine/run-step.js';

const HEADER = ['step', 'rows', 'taken', 'kept', 'refused', 'seconds', 'rows/s'];

function rowOf(result: StepResult, isDryRun: boolean): string[] {
  const { step, read, taken, kept, checked, refused, milliseconds } = result;
  const seconds = (milliseconds / 1_000).toFixed(1);
  const rate = milliseconds > 0 ? ((read / milliseconds) * 1_000).toFixed(0) : '';
  const counts = isDryRun ? [taken, kept, checked, refused] : [taken, kept, refused];
  return [step, ...[read, ...counts].map(String), seconds, rate];
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

const changesText = ({ changes }: ImportResult): string => {
  if (changes === null) return 'How much was changed may not be counted by this token.';
  if (changes === 0) return 'Nothing was changed: all of it was there.';
  return changes === 1 ? '1 change was recorded.' : `${changes} changes were recorded.`;
};

function triedText(steps: readonly StepResult[]): string[] {
  const checked = steps.reduce((sum, step) => sum + step.checked, 0);
  const tried = 'Everything was tried and nothing kept.';
  if (checked === 0) return [tried];
  const count = checked === 1 ? '1 row refers' : `${checked} rows refer`;
  return [
    tried,
    `${count} to nodes that do not exist yet, because their steps were only tried:`,
    'their types, required fields and values were checked, the rest only the import itself can.',
  ];
}

/** What the terminal shows at the end. */
export function importText(result: ImportResult, isDryRun: boolean): string {
  const { steps, refused, refusedFiles } = result;
  const resumed = steps.reduce((sum, step) => sum + step.resumed, 0);
  const header = isDryRun ? HEADER.toSpliced(4, 0, 'form only') : HEADER;
  const lines = columns([header, ...steps.map((step) => rowOf(step, isDryRun))]);
  return [
    '',
    ...lines,
    '',
    ...(resumed > 0 ? [`${resumed} rows had been done by the run that was cut off.`] : []),
    ...(isDryRun ? triedText(steps) : [changesText(result)]),
    ...(refused > 0
      ? [
          `${refused} ${refused === 1 ? 'row was' : 'rows were'} refused: ${refusedFiles.join(', ')}`,
        ]
      : []),
  ].join('\n');
}
