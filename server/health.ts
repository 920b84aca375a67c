import type { ServerResponse } from 'node:http';

/** Whether the process can serve: its database answers and has every migration. Throws when not. */
export type Ready = () => Promise<void>;

/**
 * Answers `/health/live` and `/health/ready`; false for any other path. They need no key and tell
 * nothing.
 */
export async function answerHealth(
  path: string,
  response: ServerResponse,
  ready: Ready,
): Promise<boolean> {
  if (path === '/health/live') {
    send(response, 200, 'live');
    return true;
  }
  if (path !== '/health/ready') return false;
  const isReady = await within(ready(), 2000);
  send(response, isReady ? 200 : 503, isReady ? 'ready' : 'not ready');
  return true;
}

function send(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: word }));
}

/** True when the promise is fulfilled in time. */
async function within(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = promise.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
