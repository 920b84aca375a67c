import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from '../house/sources.js';
import { RELEASED, released } from './breaking.js';

/** Keeps the graph as it is released, so that later changes are compared with it. */
writeFileSync(join(root, RELEASED), released(textOf('schema/schema.graphql')));
