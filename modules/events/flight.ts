import { isAfterwards } from '../../prisma/database.js';

/**
 * Awaits statements that were sent without waiting for each other, and answers all. Of failures the
 * first is thrown that is one of its own: others fail only because the transaction is broken.
 */
export async function landed<T extends readonly Promise<unknown>[]>(
  flight: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const results = await Promise.allSettled(flight);
  const failures = results.filter((one): one is PromiseRejectedResult => one.status === 'rejected');
  const cause = failures.find(({ reason }) => !isAfterwards(reason)) ?? failures[0];
  if (cause) throw cause.reason;
  return Promise.all(flight);
}
