import { RuleViolation } from '../kernel/index.js';

/** Nobody grants what he does not have himself. */
export class GrantExceedsGrantor extends RuleViolation {
  constructor(readonly missing: readonly string[]) {
    super({
      code: 'GRANT_EXCEEDS_GRANTOR',
      message: 'Only what one has oneself can be granted; missing are {missing}.',
      params: { missing: missing.join(', ') },
    });
  }
}

/** The first administrator is there already. */
export class AlreadyBootstrapped extends RuleViolation {
  constructor() {
    super({
      code: 'ALREADY_BOOTSTRAPPED',
      message: 'There is an administrator already.',
    });
  }
}
