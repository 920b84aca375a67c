import { customFieldValues } from '../modules/platform/index.js';
import { allNouns, type Noun } from '../schema/noun.js';
import { customFieldsInputOf } from '../schema/custom-fields/base.js';
import { extensibleNamed, givenFields } from './custom-fields.js';
import { idOf, versionInput } from './inputs.js';
import { mutation } from './mutation.js';

/** Lets custom fields be set on every noun that has them, whatever else may be changed of it. */
export function addCustomFieldVerbs(): void {
  for (const noun of allNouns().filter(({ extensible }) => extensible !== null)) addVerb(noun);
}

/** `SalesOrder` is `salesOrder` in verbs and answers, and `BOMLine` is `bomLine`. */
const fieldOf = (name: string): string =>
  name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());

function addVerb(noun: Noun): void {
  const field = fieldOf(noun.name);
  mutation(`${field}CustomFieldsSet`, {
    description: `Sets custom fields of a ${noun.name}, and nothing else of it.`,
    permission: noun.extensible!,
    input: (t) => ({
      id: idOf(t, noun, { required: true, description: `The ${noun.name}.` }),
      expectedVersion: versionInput(t),
      customFields: t.field({
        type: customFieldsInputOf(noun),
        required: true,
        description: 'The values. Absent keeps, null clears.',
      }),
    }),
    answers: { [field]: noun },
    run: async (tx, { id, expectedVersion, customFields }) => {
      const given = givenFields(noun, customFields);
      const set = { id, expectedVersion, given };
      return { [field]: await customFieldValues.set(tx, set, extensibleNamed) };
    },
  });
}
