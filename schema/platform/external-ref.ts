import { builder } from '../builder.js';
import { computed, allNouns } from '../noun.js';

const ExternalRef = builder.objectRef<{ system: string; key: string }>('ExternalRef').implement({
  description: 'What another system calls something.',
  fields: (t) => ({
    system: t.exposeString('system', { nullable: false, description: 'The other system.' }),
    key: t.exposeString('key', { nullable: false, description: 'The key it uses there.' }),
  }),
});

/** Gives every noun that other systems refer to its `externalRefs`. */
export function addExternalRefs(): void {
  for (const noun of allNouns().filter((one) => one.lookups.refs)) {
    computed(noun, 'externalRefs', {
      description: 'What other systems call it.',
      type: [ExternalRef],
      needs: ['id'],
      load: async (rows, _args, reader) => {
        const answer = await reader.query({
          text: 'select "nodeId", system, key from "ExternalRef" where "nodeId" = any($1::uuid[]) order by system, key',
          values: [rows.map((row) => row.id)],
        });
        return rows.map((row) =>
          answer.rows
            .filter(([nodeId]) => nodeId === row.id)
            .map(([, system, key]) => ({ system, key })),
        );
      },
    });
  }
}
