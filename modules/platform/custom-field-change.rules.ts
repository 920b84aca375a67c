import { InvalidInput } from '../kernel/index.js';
import { CustomFieldChangeUnsafe } from './errors.js';
import type { Choice, CustomFieldKind } from './custom-field.rules.js';

/** What a kind may become, because every value of it is one of the other as it is kept. */
const WIDER: Readonly<Partial<Record<CustomFieldKind, readonly CustomFieldKind[]>>> = {
  INTEGER: ['DECIMAL'],
  FILE_LINK: ['TEXT'],
  CHOICE: ['TEXT'],
};

/** Refuses a kind that values which are kept already would not have. */
export function checkKindChange(from: CustomFieldKind, to: CustomFieldKind): void {
  if (from === to || WIDER[from]?.includes(to)) return;
  throw new CustomFieldChangeUnsafe('kind', from, to).at('kind');
}

/** Refuses to take a choice away: it may stand in rows, and clients may know it. */
export function checkChoiceChange(
  before: readonly Choice[] | null,
  after: readonly Choice[] | null,
): void {
  if (before === null || after === null) return;
  const kept = new Set(after.map(({ code }) => code));
  const gone = before.find(({ code }) => !kept.has(code));
  if (gone === undefined) return;
  const message = 'The choice {choice} cannot be taken away; retire it.';
  throw new InvalidInput('CUSTOM_FIELD_CHOICE_GONE', message, { choice: gone.code }).at('choices');
}
