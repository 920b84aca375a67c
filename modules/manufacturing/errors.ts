import { RuleViolation } from '../kernel/index.js';

/** An item would go into itself. */
export class BomCycle extends RuleViolation {
  constructor(
    /** The codes of the items, from the product down to itself. */
    readonly cycle: readonly string[],
  ) {
    super({
      code: 'BOM_CYCLE',
      message: 'The item would go into itself: {cycle}.',
      params: { cycle: cycle.join(', ') },
    });
  }
}

/** What consists of nothing is not made. */
export class BomWithoutLines extends RuleViolation {
  constructor(readonly revision: string) {
    super({
      code: 'BOM_WITHOUT_LINES',
      message: 'The revision {revision} has no component.',
      params: { revision },
    });
  }
}

/** A routing says at least one thing that is done. */
export class RoutingWithoutOperations extends RuleViolation {
  constructor(readonly revision: string) {
    super({
      code: 'ROUTING_WITHOUT_OPERATIONS',
      message: 'The revision {revision} has no operation.',
      params: { revision },
    });
  }
}

/** Two revisions would count on one day. */
export class RevisionOverlaps extends RuleViolation {
  constructor(
    readonly revision: string,
    readonly validFrom: string,
  ) {
    super({
      code: 'REVISION_OVERLAPS',
      message: 'The revision {revision} counts from {validFrom} on.',
      params: { revision, validFrom },
    });
  }
}

/** By-products bear a part of the cost, and something is left for the product. */
export class CostShareExceeded extends RuleViolation {
  constructor(readonly share: string) {
    super({
      code: 'COST_SHARE_EXCEEDED',
      message: 'The by-products bear {share} percent of the cost, which is not below 100.',
      params: { share },
    });
  }
}

/** What is archived takes part in nothing new. */
export class WorkCenterArchived extends RuleViolation {
  constructor(readonly workCenter: string) {
    super({
      code: 'WORK_CENTER_ARCHIVED',
      message: 'The work center {workCenter} is archived.',
      params: { workCenter },
    });
  }
}
