import {
  cleanText,
  type Decimal,
  fits,
  InvalidInput,
  LimitExceeded,
  inField,
} from '../kernel/index.js';
import { compilePattern } from './custom-field-pattern.rules.js';

/** What a custom field can hold. */
export const customFieldKinds = [
  'TEXT',
  'INTEGER',
  'DECIMAL',
  'MONEY',
  'QUANTITY',
  'BOOLEAN',
  'DATE',
  'DATE_TIME',
  'CHOICE',
  'CHOICES',
  'REFERENCE',
  'FILE_LINK',
] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** What a text is in one language. */
export interface Localized {
  readonly locale: string;
  readonly text: string;
}

/** One of the values of a choice. A retired one stays where it is and is not given any more. */
export interface Choice {
  readonly code: string;
  readonly labels: readonly Localized[];
  readonly isRetired: boolean;
}

/** What a field demands of its values. */
export interface CustomFieldShape {
  readonly kind: CustomFieldKind;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
  readonly maxLength: number | null;
  readonly pattern: string | null;
  readonly choices: readonly Choice[] | null;
  readonly references: string | null;
}

/** A text that is indexed must fit into a page of the index, also when it is written in Chinese. */
export const INDEXED_LENGTH_MAX = 600;
/** What a pattern is matched with; matching takes time in proportion to both lengths. */
export const PATTERN_TEXT_MAX = 1_000;
export const TEXT_LENGTH_MAX = 1_000_000;
export const FIELDS_MAX = 100;
const CHOICES_MAX = 250;
const LABELS_MAX = 20;

const CODE = /^[a-z][A-Za-z0-9]{0,39}$/;
const CHOICE_CODE = /^[A-Z][A-Z0-9]{0,29}(_[A-Z0-9]{1,30}){0,4}$/;
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** Names that every object has in JavaScript, and those that the graph needs beside the fields. */
const RESERVED = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['prototype', 'then', 'toJSON', 'value', 'values', 'and', 'or', 'not', 'id', 'code'],
]);

/** Takes the code of a field: a name of the graph, of a statement and of JSON alike. */
export function cleanFieldCode(code: string): string {
  if (CODE.test(code) && !RESERVED.has(code)) return code;
  const message =
    'The code {code} is not a name: a small letter, then up to 39 letters and digits, not reserved.';
  throw new InvalidInput('CUSTOM_FIELD_CODE', message, { code });
}

/** The key under which values are kept: the code, with a number when it was used before. */
export function freeKey(code: string, used: ReadonlySet<string>): string {
  let key = code;
  for (let count = 2; used.has(key); count += 1) key = `${code}${count}`;
  return key;
}

/** Takes labels: one for each language, at least one. */
export function cleanLabels(labels: readonly Localized[]): Localized[] {
  if (labels.length === 0)
    throw new InvalidInput('CUSTOM_FIELD_LABEL', 'A label in at least one language is needed.');
  if (labels.length > LABELS_MAX) throw new LimitExceeded('Labels', LABELS_MAX, labels.length);
  const locales = new Set<string>();
  return labels.map(({ locale, text }, index) => {
    if (!LOCALE.test(locale) || locales.has(locale)) {
      const message = '{locale} is not a language such as "en" or "zh-CN", or stands there twice.';
      throw new InvalidInput('CUSTOM_FIELD_LOCALE', message, { locale }).at(index, 'locale');
    }
    locales.add(locale);
    return { locale, text: inField(index, () => cleanText(text, { min: 1, max: 120 })) };
  });
}

/** A choice as it is given. */
export interface ChoiceInput {
  readonly code: string;
  readonly labels: readonly Localized[];
  readonly isRetired?: boolean | null;
}

export function cleanChoices(choices: readonly ChoiceInput[]): Choice[] {
  if (choices.length === 0 || choices.length > CHOICES_MAX)
    throw new LimitExceeded('Choices', CHOICES_MAX, choices.length);
  const codes = new Set<string>();
  return choices.map(({ code, labels, isRetired }, index) => {
    if (!CHOICE_CODE.test(code) || codes.has(code)) {
      const message = '{code} is not a code such as IN_STOCK, or stands there twice.';
      throw new InvalidInput('CUSTOM_FIELD_CHOICE', message, { code }).at(index, 'code');
    }
    codes.add(code);
    const clean = inField(index, () => inField('labels', () => cleanLabels(labels)));
    return { code, labels: clean, isRetired: isRetired ?? false };
  });
}

const NUMBERS: ReadonlySet<CustomFieldKind> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'QUANTITY']);
const TEXTS: ReadonlySet<CustomFieldKind> = new Set(['TEXT', 'FILE_LINK']);
const CHOOSING: ReadonlySet<CustomFieldKind> = new Set(['CHOICE', 'CHOICES']);
/** Kinds of which values are one plain value, so that an index can keep them apart. */
const KEYED: ReadonlySet<CustomFieldKind> = new Set([
  ...(['TEXT', 'INTEGER', 'DECIMAL', 'DATE', 'DATE_TIME'] as const),
  ...(['CHOICE', 'REFERENCE', 'FILE_LINK'] as const),
]);

function unfit(field: string, kind: string): never {
  const message = 'A field of kind {kind} has no {field}.';
  throw new InvalidInput('CUSTOM_FIELD_RULE', message, { field, kind }).at(field);
}

function checkRange({ kind, minimum, maximum }: CustomFieldShape): void {
  if (minimum === null && maximum === null) return;
  const field = minimum === null ? 'maximum' : 'minimum';
  if (!NUMBERS.has(kind)) unfit(field, kind);
  const isKept = [minimum, maximum].every((one) => one === null || fits(one, 60, 30));
  if (isKept && (minimum === null || maximum === null || minimum.lte(maximum))) return;
  const message = 'The range is empty, or a limit has more than 30 digits on a side.';
  throw new InvalidInput('CUSTOM_FIELD_RANGE', message).at(field);
}

function checkText(shape: CustomFieldShape): void {
  const { kind, maxLength, pattern, isUnique, isIndexed } = shape;
  if (!TEXTS.has(kind)) {
    if (maxLength !== null) unfit('maxLength', kind);
    if (pattern !== null) unfit('pattern', kind);
    return;
  }
  const most = lengthLimit({ kind, pattern, isUnique, isIndexed, maxLength: null });
  if (maxLength !== null && (maxLength < 1 || maxLength > most))
    throw new LimitExceeded('maxLength', most, maxLength).at('maxLength');
  if (pattern !== null) inField('pattern', () => compilePattern(pattern));
}

/** How long a text of a field may be. */
export function lengthLimit({
  kind,
  pattern,
  isUnique,
  isIndexed,
  maxLength,
}: Pick<CustomFieldShape, 'kind' | 'pattern' | 'isUnique' | 'isIndexed' | 'maxLength'>): number {
  const limits = [maxLength ?? TEXT_LENGTH_MAX];
  if (kind === 'FILE_LINK') limits.push(2_000);
  if (pattern !== null) limits.push(PATTERN_TEXT_MAX);
  if (isUnique || isIndexed) limits.push(INDEXED_LENGTH_MAX);
  return Math.min(...limits);
}

/** Refuses rules that do not fit the kind of a field, or each other. */
export function checkShape(shape: CustomFieldShape): void {
  const { kind, choices, references, isUnique, isIndexed } = shape;
  checkRange(shape);
  checkText(shape);
  if ((choices !== null) !== CHOOSING.has(kind)) unfit('choices', kind);
  if ((references !== null) !== (kind === 'REFERENCE')) unfit('references', kind);
  if (isUnique && !KEYED.has(kind)) unfit('isUnique', kind);
  if (isIndexed && kind === 'CHOICES') unfit('isIndexed', kind);
}
