import { allowedActions } from '../../modules/kernel/index.js';
import { builder } from '../builder.js';
import { allNouns, computed, type DocumentDeclaration, type Noun } from '../noun.js';
import type { RawKeys, ReaderScope } from '../../prisma/reader/index.js';

interface Available {
  action: string;
  allowed: boolean;
  reason: string | null;
}

const AvailableAction = builder.objectRef<Available>('AvailableAction').implement({
  description: 'An action on a document, and whether you could try it now. It is no promise.',
  fields: (t) => ({
    action: t.exposeString('action', {
      nullable: false,
      description: 'The verb, as in the mutation and the permission.',
    }),
    allowed: t.exposeBoolean('allowed', {
      nullable: false,
      description: 'Whether its state and your permissions allow it.',
    }),
    reason: t.exposeString('reason', {
      description:
        'Why not: TRANSITION_REFUSED, PERMISSION_MISSING, HISTORIC_DOCUMENT, or the code by ' +
        'which the verb itself would refuse you; null when allowed.',
    }),
  }),
});

/** Every action that some state of the lifecycle allows, in the order of their declaration. */
function actionsOf({ lifecycle, verbs }: DocumentDeclaration): string[] {
  const all = new Set(Object.values(lifecycle.states).flatMap((targets) => Object.keys(targets)));
  return [...all].filter((action) => verbs?.includes(action) ?? true);
}

/** A boolean column, as a value or as PostgreSQL writes it. */
const isTrue = (raw: unknown): boolean => raw === true || raw === 't' || raw === 'true';

function availableOn(noun: Noun, row: RawKeys, reader: ReaderScope): Available[] {
  const document = noun.document!;
  const { lifecycle, statusColumn = 'status', keptBy } = document;
  const isKept = keptBy !== undefined && isTrue(row[keptBy.column]);
  const possible = allowedActions(lifecycle, String(row[statusColumn]));
  const prefix = noun.permission.replace(/\.read$/, '');
  return actionsOf(document).map((action) => {
    if (isKept) return { action, allowed: false, reason: keptBy.reason };
    const isPermitted = reader.actor.permissions.has(`${prefix}.${action}`);
    const refused = () => document.refused?.reason(action, row, reader.actor.id ?? '') ?? null;
    const reason = !possible.includes(action)
      ? 'TRANSITION_REFUSED'
      : isPermitted
        ? refused()
        : 'PERMISSION_MISSING';
    return { action, allowed: reason === null, reason };
  });
}

const needsOf = ({ statusColumn = 'status', keptBy, refused }: DocumentDeclaration): string[] => [
  statusColumn,
  ...(keptBy ? [keptBy.column] : []),
  ...(refused?.needs ?? []),
];

/** Gives every document its `availableActions`. */
export function addAvailableActions(): void {
  for (const noun of allNouns().filter((one) => one.document !== null)) {
    computed(noun, 'availableActions', {
      description: 'What you could do with it now, and what not, with the reason.',
      type: [AvailableAction],
      perActor: noun.document!.refused !== undefined,
      needs: needsOf(noun.document!),
      load: (rows, _args, reader) =>
        Promise.resolve(rows.map((row) => availableOn(noun, row, reader))),
    });
  }
}
