/**
 * Works through what a source gives with at most `limit` pieces under way at once, taking each next
 * one only when there is room for it. The first failure stops what has not begun, and is thrown
 * once all that has is done.
 */
export async function eachInFlight<T>(
  limit: number,
  source: AsyncGenerator<T>,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (failures.length === 0) {
      try {
        const next = await source.next();
        if (next.done) return;
        await work(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  await source.return(undefined);
  if (failures.length > 0) throw failures[0];
}
