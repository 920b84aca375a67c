import { refusalType } from '../errors.js';

refusalType('CustomerArchived', 'The customer is archived and takes no more changes.', {
  customer: ['String', 'The code of the customer.'],
});
