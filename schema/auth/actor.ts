import { boolean, choice, choices, instant, text, texts } from '../columns.js';
import { archivable, codeColumn, versioned } from '../common.js';
import { edge, noun } from '../noun.js';

const ActorKind = choices('ActorKind', 'What kind of actor it is.', {
  PERSON: 'A person.',
  INTEGRATION: 'Another system.',
  SYSTEM: 'This system itself.',
});

/** Who is limited to companies sees only those whose own limits lie within them. */
export const seenActor = (actor: string, companies: () => string): string =>
  `exists (select 1 from "Actor" a where a.id = ${actor} and not a."isAllCompanies" and not exists (
    select 1 from "ActorCompany" c where c."actorId" = a.id and c."companyId" <> all(${companies()})))`;

export const Actor = noun('Actor', {
  description: 'Whoever acts: a person, an integration or the system itself.',
  permission: 'auth.actor.read',
  company: null,
  seenBy: (alias, companies) => seenActor(`${alias}.id`, companies),
  columns: {
    ...versioned,
    ...archivable,
    name: text('The name of the actor.'),
    kind: choice(ActorKind, 'A person, an integration or the system.'),
    isAllCompanies: boolean('Whether it may act for every company.'),
  },
});

export const Role = noun('Role', {
  description: 'A named set of permissions.',
  permission: 'auth.role.read',
  company: null,
  lookups: { code: true },
  columns: {
    ...versioned,
    code: codeColumn('role'),
    name: text('The name of the role.'),
    permissions: texts('What it permits.'),
  },
});

export const ApiKey = noun('ApiKey', {
  description: 'A credential of an actor. Its secret is shown once, when it is issued.',
  permission: 'auth.apiKey.read',
  company: null,
  seenBy: (alias, companies) => seenActor(`${alias}."actorId"`, companies),
  columns: {
    ...versioned,
    name: text('What it is used for.'),
    hint: text('The first characters of the secret, to recognise it by.'),
    scopes: texts('When not empty, it may do no more than these permissions.'),
    app: text('The app whose registered documents are all that it may ask.', {
      isNullable: true,
    }),
    expiresAt: instant('When it ends by itself.', { isNullable: true }),
    revokedAt: instant('When it was revoked.', { isNullable: true }),
  },
});

edge(ApiKey, 'actor', { to: Actor, by: 'actorId', description: 'Who acts by it.' });
edge(Actor, 'apiKeys', {
  to: ApiKey,
  many: true,
  by: 'actorId',
  description: 'The keys it acts by.',
});
