import { duplicates as verbs } from '../modules/platform/index.js';
import { LimitExceeded, type Suspicions } from '../modules/kernel/index.js';
import type { Permission } from '../modules/permissions.js';
import { PAGE_DEFAULT, PAGE_MAX, refuseRead } from '../prisma/reader/index.js';
import { builder } from '../schema/builder.js';
import { readOf } from '../schema/finance/read.js';
import { list } from './reads.js';
import {
  DuplicateDismissal,
  duplicatesType,
  type Suspected,
  type SuspectedPage,
} from '../schema/platform/duplicates.js';
import type { Noun } from '../schema/noun.js';
import { idOf, versionInput, type InputFields } from './inputs.js';
import { mutation } from './mutation.js';

list(DuplicateDismissal, 'duplicateDismissals', 'What was looked at and is not the same.');

/** Above which likelihood two are suggested unless told. */
const MIN_SCORE = 0.6;

const cursorOf = ({ score, left, right }: Suspected): string =>
  Buffer.from(JSON.stringify([score, left, right])).toString('base64url');

/** Where a page begins: behind the pair of a cursor, whether or not it is still there. */
function beginsAt(found: readonly Suspected[], after: string | null | undefined): number {
  if (after === null || after === undefined) return 0;
  const [score, left, right] = read(after);
  const place = found.findIndex((one) => {
    if (one.score !== score) return one.score < score;
    return one.left === left ? one.right > right : one.left > left;
  });
  return place === -1 ? found.length : place;
}

function read(cursor: string): readonly [number, string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const [score, left, right] = Array.isArray(parts) ? (parts as unknown[]) : [];
    if (typeof score === 'number' && typeof left === 'string' && typeof right === 'string')
      return [score, left, right];
  } catch {
    // What is no JSON is no cursor either.
  }
  return refuseRead('CURSOR_INVALID', 'This is not a cursor.');
}

interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
}

function pageOf({ found, compared, skippedValues }: Suspicions, args: PageArgs): SuspectedPage {
  const first = args.first ?? PAGE_DEFAULT;
  if (first < 1 || first > PAGE_MAX)
    refuseRead('PAGE_SIZE', `A page has 1 to ${PAGE_MAX} rows.`, { max: PAGE_MAX });
  const begin = beginsAt(found, args.after);
  const nodes = found.slice(begin, begin + first);
  const last = nodes.at(-1);
  return {
    ...{ nodes, compared, skippedValues, totalCount: found.length },
    endCursor: last ? cursorOf(last) : null,
    hasNextPage: begin + first < found.length,
  };
}

/** What one noun says of its duplicates. */
interface DuplicatesOf {
  readonly noun: Noun;
  readonly table: verbs.Dismissal['noun'];
  /** `customer`: the query is `customerDuplicates`, the mutation `customerDuplicateDismiss`. */
  readonly name: string;
  readonly read: Permission;
  readonly dismiss: Permission;
  readonly judge: (read: verbs.Read, minScore: number) => Promise<Suspicions>;
}

function minScoreOf(given: { readonly toNumber: () => number } | null | undefined): number {
  const score = given?.toNumber() ?? MIN_SCORE;
  if (score < 0.3 || score > 1)
    refuseRead('BAD_USER_INPUT', 'The least score is from 0.3 to 1.', { argument: 'minScore' });
  return score;
}

/** Adds the report of a noun's duplicates, and the verb that says that two are none. */
export function duplicates({ noun, table, name, judge, ...permissions }: DuplicatesOf): void {
  builder.queryField(`${name}Duplicates`, (t) =>
    t.field({
      type: duplicatesType(noun),
      description: `Which of ${noun.name} may be the same, the likeliest first; all are looked at.`,
      extensions: { permission: permissions.read },
      args: {
        first: t.arg.int({
          description: `How many pairs: ${PAGE_DEFAULT} unless told, at most ${PAGE_MAX}.`,
        }),
        after: t.arg.string({ description: 'Only pairs behind this cursor.' }),
        minScore: t.arg({
          type: 'Decimal',
          description: `Only pairs at least so likely: ${MIN_SCORE} unless told, from 0.3 on.`,
        }),
      },
      resolve: async (_root, { first, after, minScore }, { reader }) => {
        try {
          const least = minScoreOf(minScore);
          return pageOf(await judge(readOf(reader), least), { first, after });
        } catch (error) {
          if (!(error instanceof LimitExceeded)) throw error;
          return refuseRead('BAD_USER_INPUT', error.message, { max: error.limit });
        }
      },
    }),
  );
  mutation(`${name}DuplicateDismiss`, {
    description: `Says that two of ${noun.name} are not the same: they are suggested no more.`,
    permission: permissions.dismiss,
    input: (t) => ({
      firstId: idOf(t, noun, { required: true, description: 'One of the two.' }),
      secondId: idOf(t, noun, { required: true, description: 'The other.' }),
    }),
    answers: { duplicateDismissal: DuplicateDismissal },
    run: async (tx, { firstId, secondId }) => ({
      duplicateDismissal: await verbs.dismiss(tx, { noun: table, firstId, secondId }),
    }),
  });
}

/** What every merge takes beside the fields to choose. */
export const mergeInput = (t: InputFields, noun: Noun) => ({
  survivorId: idOf(t, noun, { required: true, description: 'The one that stays.' }),
  mergedId: idOf(t, noun, {
    required: true,
    description: 'The one that turned out to be the same; it is archived.',
  }),
  expectedVersion: versionInput(t),
  mergedExpectedVersion: t.int({
    description: 'The version of the merged that you have read; refused when it is stale.',
  }),
});
