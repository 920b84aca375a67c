import { actors, apiKeys, roles } from '../../modules/auth/index.js';
import { Actor, ApiKey, Role } from '../../schema/auth/actor.js';
import { builder } from '../../schema/builder.js';
import { AuditEntry } from '../../schema/events/audit-entry.js';
import { Company } from '../../schema/platform/company.js';
import { idOf, idsOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(Actor, { one: 'actor', many: 'actors' });
reads(Role, { one: 'role', many: 'roles' });
list(ApiKey, 'apiKeys', 'The API keys, without their secrets.');
list(AuditEntry, 'auditEntries', 'Who changed what, over all documents.');

const NewActorKind = builder.enumType('NewActorKind', {
  description: 'What kind of actor can be entered.',
  values: {
    PERSON: { value: 'PERSON', description: 'A person.' },
    INTEGRATION: { value: 'INTEGRATION', description: 'Another system.' },
  } as const,
});

const companiesInput = (t: InputFields) =>
  idsOf(t, Company, { description: 'The companies it is limited to; absent or null means all.' });

mutation('roleCreate', {
  description: 'Names a set of permissions. Nobody grants what they do not have.',
  permission: 'auth.role.create',
  input: (t) => ({
    code: t.string({ required: true, description: 'The code, unique.' }),
    name: t.string({ required: true, description: 'The name of the role.' }),
    permissions: t.stringList({ required: true, description: 'What it permits.' }),
  }),
  answers: { role: Role },
  run: async (tx, input) => ({ role: await roles.create(tx, input) }),
});

mutation('roleChange', {
  description: 'Changes a role; permissions given replace those there.',
  permission: 'auth.role.change',
  input: (t) => ({
    id: idOf(t, Role, { required: true, description: 'The role.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name of the role.' }),
    permissions: t.stringList({ description: 'What it permits.' }),
  }),
  answers: { role: Role },
  run: async (tx, input) => ({
    role: await roles.change(tx, notCleared(input, 'name', 'permissions')),
  }),
});

mutation('actorCreate', {
  description: 'Enters who may act, by which roles and for which companies.',
  permission: 'auth.actor.create',
  input: (t) => ({
    name: t.string({ required: true, description: 'The name of the actor.' }),
    kind: t.field({ type: NewActorKind, required: true, description: 'A person or a system.' }),
    roleIds: idsOf(t, Role, { required: true, description: 'What it may do.' }),
    companyIds: companiesInput(t),
  }),
  answers: { actor: Actor },
  run: async (tx, { companyIds, ...input }) => ({
    actor: await actors.create(tx, { ...input, companies: companyIds ?? 'ALL' }),
  }),
});

mutation('actorChange', {
  description: 'Changes an actor; roles and companies given replace those there.',
  permission: 'auth.actor.change',
  input: (t) => ({
    id: idOf(t, Actor, { required: true, description: 'The actor.' }),
    expectedVersion: versionInput(t),
    name: t.string({ description: 'The name of the actor.' }),
    roleIds: idsOf(t, Role, { description: 'What it may do.' }),
    companyIds: idsOf(t, Company, {
      description: 'The companies it is limited to; null means all, absent keeps.',
    }),
  }),
  answers: { actor: Actor },
  run: async (tx, { companyIds, ...input }) => ({
    actor: await actors.change(tx, {
      ...notCleared(input, 'name', 'roleIds'),
      ...(companyIds !== undefined && { companies: companyIds ?? 'ALL' }),
    }),
  }),
});

mutation('actorArchive', {
  description: 'Takes an actor out of service: its keys no longer open anything.',
  permission: 'auth.actor.archive',
  input: (t) => ({
    id: idOf(t, Actor, { required: true, description: 'The actor.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { actor: Actor },
  run: async (tx, input) => ({ actor: await actors.archive(tx, input) }),
});

mutation('apiKeyIssue', {
  description: 'Issues a key. Its token is told this once and stored nowhere.',
  permission: 'auth.apiKey.issue',
  input: (t) => ({
    actorId: idOf(t, Actor, { required: true, description: 'Who acts by it.' }),
    name: t.string({ required: true, description: 'What it is used for.' }),
    scopes: t.stringList({
      description: 'The permissions it is narrowed to; none means all of its actor.',
    }),
    app: t.string({
      description: 'The app whose registered documents are all that it may ask; none means any.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'When it ends by itself.' }),
  }),
  answers: { apiKey: ApiKey },
  once: { token: 'The secret, sent as `Authorization: Bearer`. A replay answers null.' },
  run: async (tx, { scopes, ...input }) => {
    const { apiKey, token } = await apiKeys.issue(tx, { ...input, scopes: scopes ?? [] });
    return { apiKey, once: { token } };
  },
});

mutation('apiKeyRevoke', {
  description: 'Revokes a key; within a second it opens nothing any more.',
  permission: 'auth.apiKey.revoke',
  input: (t) => ({
    id: idOf(t, ApiKey, { required: true, description: 'The key.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { apiKey: ApiKey },
  run: async (tx, input) => ({ apiKey: await apiKeys.revoke(tx, input) }),
});
