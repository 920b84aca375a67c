import { jest } from '@jest/globals';

// A database opens within the first test of a file; slow machines are given time for it.
jest.setTimeout(120_000);
