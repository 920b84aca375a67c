import { writeSync } from 'node:fs';

/** Names the skipped tests and ends the output with one line that a machine can read. */
export default class CountingReporter {
  onRunComplete(_contexts, results) {
    const lines = [];
    for (const { testResults } of results.testResults) {
      for (const { status, fullName } of testResults) {
        if (status === 'pending' || status === 'todo') lines.push(`skipped: ${fullName}`);
      }
    }
    // A file that cannot be run at all has no tests, and must not count as none failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    // Jest's own summary comes after every other reporter; the count must still be the last line.
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`));
  }
}
