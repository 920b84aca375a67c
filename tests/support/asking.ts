import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Caller } from './graph.js';

/** Asks the graph in the words of a stranger, and expects that it is done. */
export interface Asking {
  ask<Answer = unknown>(query: string, variables?: object): Promise<Answer>;
  /** Runs a mutation under a key of its own, and answers its payload. */
  run<Answer = unknown>(field: string, input: object, selection: string): Promise<Answer>;
  /** The id of what a mutation made or moved. */
  id(field: string, answer: string, input: object): Promise<string>;
}

export function asking(caller: Caller): Asking {
  async function run<Answer>(field: string, input: object, selection: string): Promise<Answer> {
    const name = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${name}!) {
      ${field}(input: $input) { ${selection} userErrors { code message path } } }`;
    const headers = { 'idempotency-key': randomUUID() };
    const { data, errors } = await caller.ask(query, { input }, headers);
    const payload = data?.[field] as { userErrors: unknown[] } | undefined;
    expect({ errors, userErrors: payload?.userErrors }).toEqual({ userErrors: [] });
    return payload as Answer;
  }
  return {
    run,
    async ask<Answer>(query: string, variables: object = {}) {
      const { data, errors } = await caller.ask(query, variables);
      expect(errors).toBeUndefined();
      return data as Answer;
    },
    async id(field, answer, input) {
      const payload = await run<Record<string, { id: string }>>(field, input, `${answer} { id }`);
      return payload[answer]!.id;
    },
  };
}
