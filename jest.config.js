const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: '.',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Sources import each other by the names they have once built.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'es6' } }],
  },
  ...extra,
});

const withDatabase = {
  globalSetup: '<rootDir>/tests/support/global-setup.js',
  globalTeardown: '<rootDir>/tests/support/global-teardown.js',
  setupFilesAfterEnv: ['<rootDir>/tests/support/timeouts.ts'],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    project('rules'),
    project('services', withDatabase),
    project('graph', withDatabase),
    project('scenarios', withDatabase),
    project('house'),
  ],
  reporters: ['default', '<rootDir>/tests/support/reporter.js'],
  maxWorkers: 2,
  passWithNoTests: true,
};
