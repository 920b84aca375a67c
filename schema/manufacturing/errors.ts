import { refusalType } from '../errors.js';

refusalType('BomCycle', 'The item would go into itself.', {
  cycle: ['StringList', 'The codes of the items, from the product down to itself.'],
});
refusalType('BomWithoutLines', 'A BOM without a component makes nothing.', {
  revision: ['String', 'The revision.'],
});
refusalType('RoutingWithoutOperations', 'A routing without an operation does nothing.', {
  revision: ['String', 'The revision.'],
});
refusalType('RevisionOverlaps', 'Two revisions would count on one day.', {
  revision: ['String', 'The other revision.'],
  validFrom: ['Date', 'The day from which the other counts.'],
});
refusalType('CostShareExceeded', 'By-products would bear the whole cost or more.', {
  share: ['Decimal', 'What they would bear together, in percent.'],
});
refusalType('WorkCenterArchived', 'The work center is archived and takes part in nothing new.', {
  workCenter: ['String', 'The code of the work center.'],
});
