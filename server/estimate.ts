import type { GraphQLError } from 'graphql';
import type { Actor } from '../modules/kernel/index.js';
import type { CostAsked, CostEstimate } from '../schema/context.js';
import type { Admission } from './admission.js';
import { coerceVariables } from './coerce.js';
import type { Documents } from './documents.js';
import { isRefused, requestError, type Variables } from './prepare.js';

/** The dearest fields that an estimate tells. */
const PARTS_TOLD = 10;

interface EstimateParts {
  readonly documents: Documents;
  readonly admission: Admission;
}

/** What an operation would cost this actor now, and what would refuse it. Nothing is run. */
export function estimateOf(
  { documents, admission }: EstimateParts,
  { id, permissions }: Actor,
  asked: CostAsked,
): CostEstimate {
  const base = { max: admission.limits.max, bucket: admission.state(id) };
  const refused = (errors: readonly GraphQLError[]): CostEstimate => ({
    ...base,
    cost: null,
    parts: [],
    refusals: errors.map(told),
  });
  const prepared = documents.prepareText(asked.document, asked.operationName, permissions);
  if (isRefused(prepared)) return refused(prepared.errors);
  const variables = variablesIn(asked.variables);
  if (variables === null)
    return refused([requestError('BAD_USER_INPUT', 'The variables are no JSON object.')]);
  const gate = coerceVariables(prepared, variables);
  if (isRefused(gate)) return refused(gate.errors);
  const cost = prepared.costing.of(gate.coerced);
  const refusal = admission.refusal(id, cost);
  const parts = prepared.costing.parts(gate.coerced).sort((one, other) => other.cost - one.cost);
  return {
    ...base,
    cost,
    parts: parts.filter((part) => part.cost > 0).slice(0, PARTS_TOLD),
    refusals: refusal === null ? [] : [told(refusal)],
  };
}

const told = ({ message, extensions }: GraphQLError) => ({
  code: String(extensions.code),
  message,
});

function variablesIn(text: string | null): Variables | null {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Variables) : null;
  } catch {
    return null;
  }
}
