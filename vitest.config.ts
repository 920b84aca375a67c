import { defineConfig } from 'vitest/config';
import { countingReporter } from './tests/support/reporter.js';

const project = (name: string, folders: readonly string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `tests/${folder}/**/*.test.ts`), ...extra },
});

const withDatabase = { globalSetup: ['tests/support/global-setup.ts'] };

export default defineConfig({
  test: {
    // Processes are of one project: each more would load the graph twice more.
    projects: [
      project('database', ['services', 'graph', 'scenarios'], withDatabase),
      project('rules', ['rules', 'house']),
    ],
    // Two processes load the graph once each, and Node's own loader loads it, as it does in use.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    execArgv: ['--import', 'tsx'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // A slow machine under load needs it; no healthy test fails for slowness.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', countingReporter],
    passWithNoTests: true,
    watch: false,
  },
});
