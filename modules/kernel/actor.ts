import { NotFound } from './refusals.js';

/** Who acts: what he may do, and in which companies. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: 'PERSON' | 'INTEGRATION' | 'SYSTEM';
  readonly permissions: ReadonlySet<string>;
  readonly companies: 'ALL' | readonly string[];
  /** The one document that the holder of a link sees; nobody else has it. */
  readonly linkedId?: string;
}

/** Tells whether an actor sees a company; what belongs to the group is seen by everyone. */
export function canSee(actor: Actor, companyId: string | null): boolean {
  return companyId === null || actor.companies === 'ALL' || actor.companies.includes(companyId);
}

/** Throws NotFound for a company that the actor does not see, as for one that does not exist. */
export function mustSee(actor: Actor, companyId: string): void {
  if (!canSee(actor, companyId)) throw new NotFound('Company', companyId);
}
