import { dateParts, monthOf } from './dates.js';
import type { LocalDate } from './dates.js';
import { InvalidInput, QuantityOutOfRange } from './refusals.js';

/** What a document's number is made of. */
export interface NumberParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** The counter's value in its period, from 1. */
  readonly value: number;
}

const PATTERN_MAX = 40;
const PLACE = /\{(YYYY|YY|MM|#{1,12})\}/g;
/**
 * What may stand between the places; letters of any script, because vouchers are named by words.
 */
const LITERAL = /^[\p{L}\p{N}\-/._ ]*$/u;

interface PatternPlaces {
  readonly counters: number;
  readonly hasYear: boolean;
  readonly hasMonth: boolean;
}

function placesOf(pattern: string): PatternPlaces {
  const places = [...pattern.matchAll(PLACE)].map((match) => match[1] ?? '');
  return {
    counters: places.filter((place) => place.startsWith('#')).length,
    hasYear: places.some((place) => place.startsWith('Y')),
    hasMonth: places.includes('MM'),
  };
}

/**
 * Tells whether a pattern gives each document of its series another number: one counter, and no
 * month
 * without its year, because the counter would start again under the same name.
 */
export function isNumberPattern(pattern: string): boolean {
  if (pattern.length > PATTERN_MAX || pattern !== pattern.trim()) return false;
  if (!LITERAL.test(pattern.replace(PLACE, ''))) return false;
  const { counters, hasYear, hasMonth } = placesOf(pattern);
  return counters === 1 && (hasYear || !hasMonth);
}

/** Takes a pattern such as `SO-{YYYY}-{#####}`; refuses one that cannot number a series. */
export function parseNumberPattern(pattern: string): string {
  if (isNumberPattern(pattern)) return pattern;
  const message = '{pattern} is not a number pattern like SO-YYYY-##### with its places in braces.';
  throw new InvalidInput('NUMBER_PATTERN_MALFORMED', message, { pattern });
}

function filled(place: string, { year, month, value }: NumberParts): string {
  const years = String(year).padStart(4, '0');
  if (place === 'YYYY') return years;
  if (place === 'YY') return years.slice(-2);
  if (place === 'MM') return String(month).padStart(2, '0');
  return String(value).padStart(place.length, '0');
}

/**
 * The number of a document; a value with more digits than the pattern foresees is written in full.
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  if (!Number.isSafeInteger(parts.value) || parts.value < 1) {
    const params = { value: parts.value };
    const message = 'A series counts from 1, not {value}.';
    throw new QuantityOutOfRange('SERIES_VALUE_OUT_OF_RANGE', message, params);
  }
  const checked = parseNumberPattern(pattern);
  return checked.replace(PLACE, (_match: string, place: string) => filled(place, parts));
}

/**
 * The period in which a series counts: `2026-11`, `2026`, or nothing for one that never starts
 * again.
 */
export function seriesPeriod(pattern: string, date: LocalDate): string {
  const { hasYear, hasMonth } = placesOf(parseNumberPattern(pattern));
  if (hasMonth) return monthOf(date);
  return hasYear ? date.slice(0, 4) : '';
}

/** The number of a document of a day: its year and month with the counter's value. */
export function documentNumber(pattern: string, date: LocalDate, value: number): string {
  const { year, month } = dateParts(date);
  return formatNumber(pattern, { year, month, value });
}

/** Whether a series of this pattern could ever give a number. */
export function isNumberOf(pattern: string, number: string): boolean {
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const places = pattern.split(PLACE).map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    if (part.startsWith('#')) return `\\d{${part.length},}`;
    return `\\d{${part.length}}`;
  });
  return new RegExp(`^${places.join('')}$`).test(number);
}
