import { AsyncResource } from 'node:async_hooks';
import type { GraphQLSchema } from 'graphql';
import { customFieldDefinitions } from '../modules/platform/index.js';
import type { Shared, Together, Transact } from '../modules/events/index.js';
import type { Database } from '../prisma/database.js';
import { withCustomFields } from '../schema/custom-fields/extend.js';

const CHANNEL = 'custom_fields';
const POLL_MS = 500;

/** Keeps the schema that serves with the fields that are defined, on this server. */
export interface CustomFieldsKeeper {
  /** The schema with the fields that were defined at the start. */
  readonly schema: GraphQLSchema;
  /** Hands on each schema to come. */
  serve(replace: (schema: GraphQLSchema) => void): void;
  /** Looks at once, and wakes the other servers. */
  changed(): Promise<void>;
  close(): Promise<void>;
}

interface KeeperParts {
  readonly database: Database;
  readonly base: GraphQLSchema;
  readonly onError: (error: unknown) => void;
}

/**
 * Reads the definitions, and reads them again whenever they have changed: by polling a number that
 * rises with every change, which is cheap and misses nothing; wakes only make it sooner.
 */
export async function keepCustomFields({
  database,
  base,
  onError,
}: KeeperParts): Promise<CustomFieldsKeeper> {
  // Looks belong to nobody's request: they are begun outside of whatever called for them.
  const outside = new AsyncResource('CustomFields');
  let schema = base;
  let generation = 0;
  let replace: (schema: GraphQLSchema) => void = () => undefined;
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    const latest = await customFieldDefinitions.generation(database.db);
    if (latest === generation) return;
    schema = withCustomFields(base, await customFieldDefinitions.all(database.db));
    // What was changed between the two reads is seen by the next look.
    generation = latest;
    replace(schema);
  }
  // One look after the other, so that who asks now is answered by one that begins now.
  const lookOnce = (): Promise<void> => {
    const next = looking.then(() => outside.runInAsyncScope(look));
    looking = next.catch(() => undefined);
    return next;
  };
  const lookSafely = () => void lookOnce().catch(onError);

  await lookOnce();
  const first = schema;
  const stopListening = await database.listen(CHANNEL, lookSafely);
  const timer = setInterval(lookSafely, POLL_MS);
  timer.unref();
  return {
    schema: first,
    serve(take) {
      replace = take;
      // What was changed while the doors were opened.
      if (schema !== first) take(schema);
    },
    async changed() {
      await lookOnce();
      await database.notify(CHANNEL);
    },
    async close() {
      clearInterval(timer);
      await stopListening();
      await looking;
    },
  };
}

/** The ways to write. */
interface Writing {
  readonly transact: Transact;
  readonly together: Together;
}

/**
 * Lets whoever changed definitions find the schema changed when he is answered. What goes wrong
 * with it is made good by the next look.
 */
export function thenLook(
  { transact, together }: Writing,
  { changed }: CustomFieldsKeeper,
  onError: (error: unknown) => void,
): Writing {
  const changing = new WeakSet<Shared>();
  return {
    async transact(request, work) {
      const outcome = await transact(request, work);
      const isDefining = /^customField(Define|Change|Deprecate|Remove)$/.test(request.operation);
      if (!isDefining || !outcome.answer) return outcome;
      // What shares a transaction is seen by others only after its end.
      if (request.shared) changing.add(request.shared);
      else await changed().catch(onError);
      return outcome;
    },
    async together(request, run) {
      const kept: Shared[] = [];
      const result = await together(request, async (shared) => {
        const joint = await run(shared);
        if (joint.isKept) kept.push(shared);
        return joint;
      });
      if (kept.some((shared) => changing.has(shared))) await changed().catch(onError);
      return result;
    },
  };
}
