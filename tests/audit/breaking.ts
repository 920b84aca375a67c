import { existsSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql';
import { textOf } from '../house/sources.js';

export const RELEASED = 'schema/released.graphql';
const LISTED = 'schema/breaking-changes.txt';

/** The SDL as it is kept of a release: without descriptions and costs, which break nobody. */
export function released(sdl: string): string {
  const schema = lexicographicSortSchema(buildSchema(sdl));
  const bare = visit(parse(printSchema(schema), { noLocation: true }), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(bare)}\n`;
}

/** Changes since the last release that break a client and are not listed, by inspector's words. */
export async function unlistedBreakingChanges(now: string, before?: string): Promise<string[]> {
  const changes = await diff(buildSchema(before ?? textOf(RELEASED)), buildSchema(released(now)));
  const listed = existsSync(LISTED) ? textOf(LISTED).split('\n') : [];
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message.replaceAll('\n', ' '))
    .filter((message) => !listed.includes(message));
}
