import { refusalType } from '../errors.js';

const noun: readonly ['String', string] = ['String', 'The type of the graph that is meant.'];
const field: readonly ['String', string] = ['String', 'The code of the field.'];

refusalType('CustomFieldUnknown', 'No field is defined under this code.', { noun, field });
refusalType('CustomFieldRequired', 'A field that must have a value has none.', { noun, field });
refusalType('CustomFieldsFixed', 'What was posted or released is not changed any more.', { noun });
refusalType('CustomFieldChangeUnsafe', 'What is kept could not follow the change.', {
  field: ['String', 'What was to be changed.'],
  from: ['String', 'What it is.'],
  to: ['String', 'What it was to become.'],
});
