import { defineConfig } from 'vitest/config';
import { countingReporter } from './tests/support/reporter.js';

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...extra },
});

const withDatabase = { globalSetup: ['tests/support/global-setup.ts'] };

export default defineConfig({
  test: {
    projects: [
      project('rules'),
      project('services', withDatabase),
      project('graph', withDatabase),
      project('scenarios', withDatabase),
      project('house'),
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
