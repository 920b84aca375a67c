import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../../bench/flow-founding.js';
import { allPermissions } from '../../modules/permissions.js';
import { stubbornAsk, Unexpected, type Tally } from './asking.js';
import type { Quiet } from './quiet.js';
import { trialsOf } from './trials.js';

/** Somebody with a name of his own who does nothing but try. */
export interface Trier {
  readonly actorId: string;
  readonly apiKey: string;
}

const told = 'userErrors { code message }';
const wholeId = (answer: unknown): string => (answer as { id: string }).id;

/** Makes an actor who may do everything, so that what he leaves behind is known by his name. */
export async function foundTrier(ask: Ask): Promise<Trier> {
  const role = { code: 'TRIER', name: 'Trier', permissions: allPermissions };
  const roles = await ask(
    `mutation ($input: RoleCreateInput!) { roleCreate(input: $input) { role { id } ${told} } }`,
    { input: role },
    'trier-role',
  );
  const roleIds = [wholeId(roles.roleCreate!.role)];
  const actors = await ask(
    `mutation ($input: ActorCreateInput!) { actorCreate(input: $input) { actor { id } ${told} } }`,
    { input: { name: 'Trier', kind: 'PERSON', roleIds } },
    'trier-actor',
  );
  const actorId = wholeId(actors.actorCreate!.actor);
  const keys = await ask(
    `mutation ($input: ApiKeyIssueInput!) { apiKeyIssue(input: $input) { token ${told} } }`,
    { input: { actorId, name: 'trier' } },
    'trier-key',
  );
  return { actorId, apiKey: keys.apiKeyIssue!.token as string };
}

const textOf = (field: string): string => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${field}(input: $input) { ${told} } }`;
};

/** Tries every verb once, with `validateOnly`; answers how many there were, and what went wrong. */
export async function tryAll(
  ask: Ask,
  quiet: Quiet,
): Promise<{ tried: number; refused: string[] }> {
  const refused: string[] = [];
  const trials = Object.entries(trialsOf(quiet));
  for (const [field, input] of trials) {
    const variables = { input: { ...input, validateOnly: true } };
    try {
      await ask(textOf(field), variables, `trial-${field}`);
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error;
      refused.push(`${field}: ${error.message}`);
    }
  }
  return { tried: trials.length, refused };
}

/** Tries all verbs over and over beside the load, until it is stopped. */
export function keepTrying(url: string, trier: Trier, quiet: Quiet, tally: Tally) {
  const ask = stubbornAsk({ url, apiKey: trier.apiKey, tally });
  const done = { trials: 0 };
  let isStopped = false;
  const isOver = (): boolean => isStopped;
  const trying = (async () => {
    while (!isOver()) {
      try {
        const { tried, refused } = await tryAll(ask, quiet);
        done.trials += tried - refused.length;
        tally.failures.push(...refused.map((one) => `A trial was refused: ${one}`));
      } catch (error) {
        tally.failures.push(String(error));
      }
      await sleep(20);
    }
  })();
  return {
    done,
    async stop() {
      isStopped = true;
      await trying;
    },
  };
}
