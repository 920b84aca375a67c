import { writeSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

interface Verdict {
  passed: number;
  failed: number;
  readonly skipped: string[];
}

/** Counts what ran; whatever should have run and did not is counted as failed. */
function verdictOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Verdict {
  const verdict: Verdict = { passed: 0, failed: unhandled.length, skipped: [] };
  for (const module of modules) countBlock(module, verdict);
  return verdict;
}

/** A file or a block; it returns how many of its tests failed or never ran. */
function countBlock(block: TestModule | TestSuite, verdict: Verdict): number {
  let failed = 0;
  for (const child of block.children)
    failed += child.type === 'test' ? countTest(child, verdict) : countBlock(child, verdict);
  // A file that cannot be loaded, one whose worker died and a hook at the end of a block fail no
  // test of their own.
  const isCut = block.errors().length > 0 || ['queued', 'pending'].includes(block.state());
  if (!isCut || failed > 0) return failed;
  verdict.failed++;
  return 1;
}

function countTest(test: TestCase, verdict: Verdict): number {
  const { state } = test.result();
  const isChosen = test.options.mode === 'run' || test.options.mode === 'only';
  if (state === 'passed') verdict.passed++;
  else if (state === 'skipped' && !(isChosen && isCutShort(test)))
    verdict.skipped.push(test.fullName);
  else {
    verdict.failed++;
    return 1;
  }
  return 0;
}

/** The hooks of a block above it failed, so that it was never reached. */
function isCutShort(test: TestCase): boolean {
  for (let block: TestModule | TestSuite = test.parent; ; block = block.parent) {
    if (block.errors().length > 0) return true;
    if (block.type === 'module') return false;
  }
}

/** Names the skipped tests and ends the output with one line that a machine can read. */
export const countingReporter: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const { passed, failed, skipped } = verdictOf(modules, unhandled);
    const lines = skipped.map((name) => `skipped: ${name}`);
    lines.push(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
    // Vitest's own summary may come after this report; the count must still be the last line.
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`));
  },
};
