import { RuleViolation } from './refusals.js';

/** Nothing is a duplicate of itself. */
export class MergedIntoItself extends RuleViolation {
  constructor(readonly node: string) {
    super({
      code: 'MERGED_INTO_ITSELF',
      message: '{node} cannot be merged into itself.',
      params: { node },
    });
  }
}

/** What was merged is the survivor now; whoever means it means the survivor. */
export class AlreadyMerged extends RuleViolation {
  constructor(readonly node: string) {
    super({
      code: 'ALREADY_MERGED',
      message: '{node} was merged into another already.',
      params: { node },
    });
  }
}

/** Two that differ in what documents rest on are not the same. */
export class MergeDiffers extends RuleViolation {
  constructor(readonly field: string) {
    super({
      code: 'MERGE_DIFFERS',
      message: 'The two differ in {field}: change one of them first.',
      params: { field },
    });
  }
}

/** What is merged is merged for every company of the group. */
export class MergerIsLimited extends RuleViolation {
  constructor() {
    super({
      code: 'MERGER_IS_LIMITED',
      message: 'Only an actor of all companies may merge what the group shares.',
    });
  }
}
