import { writeFileSync } from 'node:fs';
import { printGraph } from '../schema/print.js';
import { graph } from './graph.js';

/** Prints the graph into the folder of its nouns, for readers and for the clients' code. */
const path = new URL('../schema/schema.graphql', import.meta.url);
writeFileSync(path, printGraph(graph()));
