import { canonical, RuleViolation, type Decimal } from '../kernel/index.js';

/** How much of something there is, and how much was asked for, as a refusal tells both. */
const told = (open: Decimal, requested: Decimal) => ({
  open: canonical(open),
  requested: canonical(requested),
});

/** Only what has a released BOM and is made by the company can be the product of a work order. */
export class ItemNotMade extends RuleViolation {
  constructor(readonly item: string) {
    super({
      code: 'ITEM_NOT_MADE',
      message: 'The item {item} is not made: it has no BOM in force.',
      params: { item },
    });
  }
}

/** The state of the work order does not let its operations go on. */
export class WorkOrderNotWorkable extends RuleViolation {
  constructor(readonly status: string) {
    super({
      code: 'WORK_ORDER_NOT_WORKABLE',
      message: 'The work order is {status}: nothing is done of its operations.',
      params: { status },
    });
  }
}

/** Something went into the work order already: it is completed and closed, not cancelled. */
export class WorkOrderHasCost extends RuleViolation {
  constructor() {
    super({
      code: 'WORK_ORDER_HAS_COST',
      message: 'Material or time went into the work order; complete and close it instead.',
    });
  }
}

/** What makes its components is not made to the end: the caller says what becomes of it. */
export class WorkOrderHasChildren extends RuleViolation {
  constructor(readonly workOrders: string) {
    super({
      code: 'WORK_ORDER_HAS_CHILDREN',
      message:
        'The work orders {workOrders} make its components: say whether they are cancelled too.',
      params: { workOrders },
    });
  }
}

/** More was to be completed than the work order still makes. In the product's stock unit. */
export class CompletionExceedsOrder extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'COMPLETION_EXCEEDS_ORDER',
      message: '{requested} were to be completed, and {open} are open on the work order.',
      params: told(open, requested),
    });
    ({ open: this.open, requested: this.requested } = told(open, requested));
  }
}

/** Neither good nor scrapped pieces were told, and it is not the last of the work order either. */
export class NothingToComplete extends RuleViolation {
  constructor() {
    super({
      code: 'NOTHING_TO_COMPLETE',
      message: 'Tell how much is good or scrapped, or that it was the last.',
    });
  }
}

/** More was to be issued than the work order needs. In the component's stock unit. */
export class IssueExceedsRequired extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'ISSUE_EXCEEDS_REQUIRED',
      message: '{requested} were to be issued, and {open} are still required.',
      params: told(open, requested),
    });
    ({ open: this.open, requested: this.requested } = told(open, requested));
  }
}

/** More was to come back than went into the work order. In the component's stock unit. */
export class ReturnExceedsIssued extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'RETURN_EXCEEDS_ISSUED',
      message: '{requested} were to be returned, and {open} are issued.',
      params: told(open, requested),
    });
    ({ open: this.open, requested: this.requested } = told(open, requested));
  }
}

/** All that is required is issued, or nothing was named. */
export class NothingToIssue extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_ISSUE', message: 'Nothing of the work order is to be issued.' });
  }
}

/** The operation before this one has reported nothing, or has not ended. */
export class PredecessorNotDone extends RuleViolation {
  constructor(readonly position: number) {
    super({
      code: 'PREDECESSOR_NOT_DONE',
      message: 'The operation {position} before it is not so far.',
      params: { position },
    });
  }
}

/** More was reported than the operation before it handed on. In the product's stock unit. */
export class ReportExceedsPredecessor extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'REPORT_EXCEEDS_PREDECESSOR',
      message: '{requested} were to be reported, and {open} came from the operation before.',
      params: told(open, requested),
    });
    ({ open: this.open, requested: this.requested } = told(open, requested));
  }
}

/** Operations are still being worked on. */
export class JobCardsRunning extends RuleViolation {
  constructor(readonly jobCards: string) {
    super({
      code: 'JOB_CARDS_RUNNING',
      message: 'The job cards {jobCards} are still being worked on.',
      params: { jobCards },
    });
  }
}
