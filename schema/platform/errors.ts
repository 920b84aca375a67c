import { refusalType } from '../errors.js';

refusalType('RateMissing', 'There is no exchange rate for the day.', {
  from: ['String', 'The currency to convert from.'],
  to: ['String', 'The currency to convert to.'],
  on: ['Date', 'The day.'],
});
refusalType('GrantExceedsGrantor', 'Only what one has oneself can be granted.', {
  missing: ['StringList', 'The permissions that the caller lacks.'],
});
