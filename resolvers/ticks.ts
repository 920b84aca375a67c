/** A tick each so many milliseconds, until the signal. */
export async function* ticks(everyMs: number, signal: AbortSignal): AsyncGenerator<null, void> {
  while (!signal.aborted) {
    await new Promise<void>((done) => {
      const timer = setTimeout(finish, everyMs);
      timer.unref();
      function finish(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        done();
      }
      signal.addEventListener('abort', finish);
    });
    if (!signal.aborted) yield null;
  }
}

/**
 * The values of a source with the ticks of another between them. It ends when the source does;
 * a tick never overtakes a value that is ready.
 */
export async function* merged<T>(
  source: AsyncIterable<T>,
  ticking: AsyncIterable<null>,
): AsyncGenerator<T | null, void> {
  const values = source[Symbol.asyncIterator]();
  const beats = ticking[Symbol.asyncIterator]();
  let value = values.next();
  let beat = beats.next();
  try {
    for (;;) {
      const first = await Promise.race([
        value.then((result) => ({ isValue: true as const, result })),
        beat.then((result) => ({ isValue: false as const, result })),
      ]);
      if (first.isValue) {
        if (first.result.done) return;
        value = values.next();
        yield first.result.value;
      } else {
        beat = first.result.done ? new Promise(() => undefined) : beats.next();
        if (!first.result.done) yield null;
      }
    }
  } finally {
    await values.return?.();
    void beats.return?.();
  }
}
