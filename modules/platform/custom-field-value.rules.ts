import {
  cleanText,
  decimal,
  Decimal,
  fits,
  formatInstant,
  inField,
  InvalidInput,
  isLocalDate,
  minorUnits,
  parseGlobalId,
  parseInstant,
  QuantityOutOfRange,
  isUuid,
} from '../kernel/index.js';
import { matchesPattern } from './custom-field-pattern.rules.js';
import { lengthLimit, type CustomFieldKind, type CustomFieldShape } from './custom-field.rules.js';

/** A value as it is kept: exact numbers are text, instants are UTC with milliseconds. */
export type KeptValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly amount: string; readonly currency: string }
  | { readonly value: string; readonly unit: string };

const CHOICES_AT_ONCE_MAX = 100;
const INT32_MAX = 2_147_483_647;

function misfit(kind: CustomFieldKind): never {
  const message = 'This is no value of a field of kind {kind}.';
  throw new InvalidInput('CUSTOM_FIELD_VALUE', message, { kind });
}

/**
 * Takes a value for a field, as typed inputs give it or as JSON has it, and answers what is kept.
 * Anything else than a plain value of the field's kind is refused.
 */
export function cleanValue(shape: CustomFieldShape, value: unknown): KeptValue {
  return cleaners[shape.kind](value, shape);
}

type Clean = (value: unknown, shape: CustomFieldShape) => KeptValue;

const cleaners: Readonly<Record<CustomFieldKind, Clean>> = {
  TEXT: cleanOwnText,
  FILE_LINK: cleanLink,
  INTEGER: cleanInteger,
  DECIMAL: (value, shape) => inRange(number(value, shape.kind), shape).toFixed(),
  MONEY: cleanMoney,
  QUANTITY: cleanQuantity,
  BOOLEAN: (value, { kind }) => (typeof value === 'boolean' ? value : misfit(kind)),
  DATE: (value, { kind }) =>
    typeof value === 'string' && isLocalDate(value) ? value : misfit(kind),
  DATE_TIME: cleanInstant,
  CHOICE: cleanChoice,
  CHOICES: cleanChoices,
  REFERENCE: cleanReference,
};

function cleanOwnText(value: unknown, shape: CustomFieldShape): string {
  if (typeof value !== 'string') misfit(shape.kind);
  const text = cleanText(value, { max: lengthLimit(shape), min: 1 });
  if (shape.pattern === null || matchesPattern(shape.pattern, text)) return text;
  const message = 'The text is not as the pattern {pattern} says.';
  throw new InvalidInput('CUSTOM_FIELD_PATTERN_MISSED', message, { pattern: shape.pattern });
}

/** Links lead to the web and nowhere else; one that carries a password would show it to all. */
function cleanLink(value: unknown, shape: CustomFieldShape): string {
  const text = cleanOwnText(value, shape);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  if (isWeb && url.username === '' && url.password === '') return url.href;
  const message = 'A link begins with https:// or http:// and holds no name or password.';
  throw new InvalidInput('CUSTOM_FIELD_LINK', message);
}

function number(value: unknown, kind: CustomFieldKind): Decimal {
  if (typeof value === 'string' || typeof value === 'number') return decimal(value).add(0);
  return Decimal.isDecimal(value) ? decimal(value).add(0) : misfit(kind);
}

function inRange(value: Decimal, { minimum, maximum }: CustomFieldShape): Decimal {
  const isWithin =
    (minimum === null || value.gte(minimum)) && (maximum === null || value.lte(maximum));
  if (isWithin) return value;
  throw new QuantityOutOfRange(
    'CUSTOM_FIELD_RANGE_MISSED',
    '{value} is not from {minimum} to {maximum}.',
    {
      value: value.toFixed(),
      minimum: minimum?.toFixed() ?? '-∞',
      maximum: maximum?.toFixed() ?? '∞',
    },
  );
}

function cleanInteger(value: unknown, shape: CustomFieldShape): number {
  const whole = inRange(number(value, shape.kind), shape);
  if (!whole.isInteger() || whole.abs().gt(INT32_MAX)) misfit(shape.kind);
  return whole.toNumber();
}

/** The two parts of a value, and nothing beside them. */
function parts(value: unknown, kind: CustomFieldKind, first: string, second: string) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) misfit(kind);
  const given = new Map<string, unknown>(Object.entries(value));
  const [own, beside] = [given.get(first), given.get(second)];
  if (given.size !== 2 || typeof beside !== 'string') misfit(kind);
  return [inField(first, () => number(own, kind)), beside] as const;
}

function cleanMoney(value: unknown, shape: CustomFieldShape): KeptValue {
  const [amount, currency] = parts(value, shape.kind, 'amount', 'currency');
  inField('currency', () => minorUnits(currency));
  return inField('amount', () => {
    if (!fits(amount, 20, 4)) misfit(shape.kind);
    return { amount: inRange(amount, shape).toFixed(), currency };
  });
}

function cleanQuantity(value: unknown, shape: CustomFieldShape): KeptValue {
  const [amount, unit] = parts(value, shape.kind, 'value', 'unit');
  return inField('value', () => {
    if (!fits(amount, 28, 9)) misfit(shape.kind);
    return { value: inRange(amount, shape).toFixed(), unit };
  });
}

function cleanInstant(value: unknown, { kind }: CustomFieldShape): string {
  if (value instanceof Date) return formatInstant(value);
  return typeof value === 'string' ? formatInstant(parseInstant(value)) : misfit(kind);
}

function cleanChoice(value: unknown, { kind, choices }: CustomFieldShape): string {
  const choice = choices?.find(({ code }) => code === value);
  if (choice === undefined) misfit(kind);
  if (!choice.isRetired) return choice.code;
  const message = 'The choice {choice} is retired.';
  throw new InvalidInput('CUSTOM_FIELD_CHOICE_RETIRED', message, { choice: choice.code });
}

function cleanChoices(value: unknown, shape: CustomFieldShape): string[] {
  if (!Array.isArray(value) || value.length > CHOICES_AT_ONCE_MAX) misfit(shape.kind);
  const codes = value.map((one: unknown, index) => inField(index, () => cleanChoice(one, shape)));
  return [...new Set(codes)];
}

/** A global id, or the raw id that a typed input was decoded to. */
function cleanReference(value: unknown, { kind, references }: CustomFieldShape): string {
  if (typeof value !== 'string') misfit(kind);
  if (isUuid(value)) return value;
  const id = parseGlobalId(value);
  return id !== null && id.type === references ? id.uuid : misfit(kind);
}
