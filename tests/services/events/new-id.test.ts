import { describe, expect, it } from 'vitest';
import { validate, version } from 'uuid';
import { newId } from '../../../modules/events/new-id.js';

describe('ids', () => {
  const ids = Array.from({ length: 20_000 }, newId);

  it('are UUIDs of version 7', () => {
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  });

  it('rise within a process, and none comes twice', () => {
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tell when they were made', () => {
    const told = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(told - Date.now())).toBeLessThan(1_000);
  });
});
