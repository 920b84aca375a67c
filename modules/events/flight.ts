/**
 * Awaits statements that were sent one after the other without waiting, and answers all. What fails
 * first is thrown: those behind it fail only because its transaction can do no more.
 */
export async function landed<T extends readonly Promise<unknown>[]>(
  flight: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(flight);
  return Promise.all(flight);
}
