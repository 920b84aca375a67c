import { min, ZERO, type Decimal } from '../kernel/index.js';
import { openOf } from './material.rules.js';

/** States in which a work order still takes what is made for it. */
const TAKING: readonly string[] = ['RELEASED', 'IN_PROGRESS', 'PAUSED'];

/** A component of a work order as far as what is made for it asks. */
export interface PeggedMaterial {
  readonly id: string;
  readonly kind: string;
  readonly itemId: string;
  readonly isFixed: boolean;
  readonly required: Decimal;
  readonly issued: Decimal;
  readonly reserved: Decimal;
}

/** Good units that came out of a work order, and what they are made for. */
export interface Output {
  readonly itemId: string;
  readonly good: Decimal;
}

/** So much for a material. */
export interface Peg {
  readonly materialId: string;
  readonly quantity: Decimal;
}

/** Whether what is made for a work order is kept for its materials. */
export const isTaking = (status: string): boolean => TAKING.includes(status);

/** Whether it is still to have materials: what is made for it before is kept for it as a whole. */
export const isWaiting = (status: string): boolean => status === 'PLANNED';

/**
 * What of an output is kept for the materials of the work order that it is made for: no more than
 * they still take and have not reserved. What is beyond that is free.
 */
export function pegsOf(materials: readonly PeggedMaterial[], { itemId, good }: Output): Peg[] {
  let left = good;
  return materials.flatMap((material) => {
    if (material.kind !== 'COMPONENT' || material.itemId !== itemId) return [];
    const quantity = min(left, openOf(material).sub(material.reserved));
    if (quantity.lte(ZERO)) return [];
    left = left.sub(quantity);
    return [{ materialId: material.id, quantity }];
  });
}
