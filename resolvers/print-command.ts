import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { graph } from './graph.js';

/** Prints the graph into the folder of its nouns, for readers and for the clients' code. */
const path = new URL('../schema/schema.graphql', import.meta.url);
writeFileSync(path, `${printSchema(lexicographicSortSchema(graph()))}\n`);
