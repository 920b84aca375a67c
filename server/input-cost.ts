import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';
import { weightOf } from '../schema/costs.js';

/** Reckons what a value given for an input costs. */
type Reckon = (value: unknown) => number;

/** For each type: its fields that cost something, or lead to some. Null when none does. */
const known = new WeakMap<object, Reckon | null>();

/** How to reckon the cost of what is given for a type, or null when nothing of it costs. */
export function inputCost(type: GraphQLInputType): Reckon | null {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || !costs(named, new Set())) return null;
  const found = known.get(named);
  if (found !== undefined) return found;
  const fields = Object.values(named.getFields())
    .filter((field) => weightOf(field) !== undefined || costs(getNamedType(field.type), new Set()))
    .map((field) => ({
      name: field.name,
      weight: weightOf(field) ?? 0,
      type: field.type,
      isList: isListType(getNullableType(field.type)),
    }));
  const reckon: Reckon = (value) => {
    if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + reckon(one), 0);
    if (typeof value !== 'object' || value === null) return 0;
    let cost = 0;
    for (const { name, weight, type: inner, isList } of fields) {
      const given = (value as Record<string, unknown>)[name];
      if (given === undefined || given === null) continue;
      cost += weight * (isList && Array.isArray(given) ? given.length : 1);
      cost += inputCost(inner)?.(given) ?? 0;
    }
    return cost;
  };
  known.set(named, reckon);
  return reckon;
}

const costing = new WeakMap<object, boolean>();

/** Whether something of a type costs, at any depth; types may lead back to themselves. */
function costs(type: ReturnType<typeof getNamedType>, seen: Set<object>): boolean {
  if (!isInputObjectType(type) || seen.has(type)) return false;
  const answer = costing.get(type);
  if (answer !== undefined) return answer;
  seen.add(type);
  const found = Object.values(type.getFields()).some(
    (field) => weightOf(field) !== undefined || costs(getNamedType(field.type), seen),
  );
  // Within a circle only the first that was asked knows the whole answer.
  if (found || seen.size === 1) costing.set(type, found);
  return found;
}
