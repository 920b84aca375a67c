import { refusalType } from '../errors.js';

const exceeds = (what: string, open: string) =>
  ({
    open: ['Decimal', open],
    requested: ['Decimal', what],
  }) as const;

refusalType('ItemNotMade', 'The item has no BOM in force, so it is not made.', {
  item: ['String', 'The code of the item.'],
});
refusalType('WorkOrderNotWorkable', 'The state of the work order stops its operations.', {
  status: ['String', 'The state of the work order.'],
});
refusalType('WorkOrderHasCost', 'Material or time went into the work order already.');
refusalType('WorkOrderHasChildren', 'What makes its components is not made to the end.', {
  workOrders: ['String', 'The numbers of the work orders, at most twenty.'],
});
refusalType(
  'CompletionExceedsOrder',
  'More was to be completed than is open.',
  exceeds('What was told, good and scrapped.', 'What is open on the work order.'),
);
refusalType('NothingToComplete', 'Nothing was told to be good or scrapped.');
refusalType(
  'IssueExceedsRequired',
  'More was to be issued than is required.',
  exceeds('What was to be issued.', 'What is still required.'),
);
refusalType(
  'ReturnExceedsIssued',
  'More was to come back than was issued.',
  exceeds('What was to come back.', 'What is issued.'),
);
refusalType('NothingToIssue', 'All that is required is issued.');
refusalType('PredecessorNotDone', 'The operation before it is not so far.', {
  position: ['Int', 'The position of the operation before it.'],
});
refusalType(
  'ReportExceedsPredecessor',
  'More was reported than the operation before it handed on.',
  exceeds('What was reported, good and scrapped.', 'What was handed on and not reported.'),
);
refusalType('JobCardsRunning', 'Operations are still being worked on.', {
  jobCards: ['String', 'The numbers of the job cards.'],
});
