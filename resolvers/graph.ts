import type { GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, specifiedDirectives } from 'graphql';
import { completeNouns } from '../schema/nouns.js';
import { builder } from '../schema/builder.js';
import { costDirective, listSizeDirective, weigh } from '../schema/costs.js';
import { implementNouns } from '../schema/noun-types.js';
import { atomicDirective } from './atomic.js';
import { addCustomFieldVerbs } from './custom-fields-set.js';
import { declareChanges } from './changes.js';
import { idempotentDirective } from './idempotency.js';
import './verbs.js';

let built: GraphQLSchema | null = null;

/** The whole graph: nouns from schema/, verbs from resolvers/. Built once. */
export function graph(): GraphQLSchema {
  if (built) return built;
  completeNouns();
  addCustomFieldVerbs();
  implementNouns();
  declareChanges();
  const directives = [
    ...specifiedDirectives,
    idempotentDirective,
    atomicDirective,
    costDirective,
    listSizeDirective,
  ];
  const schema = builder.toSchema({ sortSchema: false, directives });
  readColumnsByName(schema);
  weigh(schema);
  built = schema;
  return schema;
}

/**
 * Columns need no resolver: without one the executor reads the property itself, which is fastest.
 */
function readColumnsByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.extensions.isColumn === true || 'pothosExposedField' in field.extensions)
        delete field.resolve;
  }
}
