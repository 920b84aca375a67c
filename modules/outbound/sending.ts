import { lookup as resolveName } from 'node:dns';
import { request as requestPlain, Agent as PlainAgent, type IncomingMessage } from 'node:http';
import { request as requestSecure, Agent as SecureAgent } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isAllowed, isReachable, type AllowedNetworks } from './address.rules.js';
import { retryAfterOf } from './retry.rules.js';

/** What came back from one attempt. */
export interface Answer {
  readonly outcome: 'DELIVERED' | 'REFUSED' | 'UNREACHABLE' | 'TIMED_OUT' | 'ADDRESS_REFUSED';
  readonly httpStatus: number | null;
  /** The code of what went wrong, or the beginning of a refusing answer. */
  readonly detail: string | null;
  readonly retryAfterMs: number | null;
}

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts messages. Never throws for what the other side does. */
export interface Sender {
  post(message: Message): Promise<Answer>;
  close(): void;
}

export interface SenderOptions {
  readonly allowed: AllowedNetworks;
  /** For the whole of an attempt, from looking the name up to the end of the answer. */
  readonly timeoutMs: number;
  /** How names are looked up; by the system when not said. */
  readonly lookup?: typeof resolveName;
}

const ANSWER_MAX_BYTES = 4_096;
const DETAIL_MAX = 300;
const SOCKETS_PER_HOST = 16;

/** The host leads to an address to which nothing is sent. */
class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/** Plain http is for the operator's own networks only. */
function checked(address: string, isSecure: boolean, allowed: AllowedNetworks): void {
  const isGood = isSecure ? isReachable(address, allowed) : isAllowed(address, allowed);
  if (!isGood) throw new AddressRefused(`${address} is not an address that messages are sent to.`);
}

/**
 * Looks a name up for a connection that is being made, and gives it only addresses that may be
 * reached: what a name led to a moment ago is not asked, and one bad address spoils them all.
 */
function guardedLookup(
  isSecure: boolean,
  { allowed, lookup = resolveName }: SenderOptions,
): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '');
      try {
        for (const { address } of found) checked(address, isSecure, allowed);
      } catch (refused) {
        return answer(refused as Error, '');
      }
      if (options.all) return answer(null, found);
      return answer(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
}

/** The beginning of an answer; the rest of a longer one is not read. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= ANSWER_MAX_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

const isDone = (status: number): boolean => status >= 200 && status < 300;

/** What the store takes: no control characters, and not much. */
const excerpt = (text: string): string =>
  text
    .replace(/[^\P{C}\n]/gu, ' ')
    .trim()
    .slice(0, DETAIL_MAX);

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const httpStatus = response.statusCode ?? 0;
  const text = await beginningOf(response).catch(() => '');
  if (isDone(httpStatus))
    return { outcome: 'DELIVERED', httpStatus, detail: null, retryAfterMs: null };
  const retryAfterMs = retryAfterOf(response.headers['retry-after'], new Date());
  return { outcome: 'REFUSED', httpStatus, detail: excerpt(text) || null, retryAfterMs };
}

function failed(error: unknown, isLate: boolean): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'FAILED';
  const outcome = isLate
    ? 'TIMED_OUT'
    : code === 'ADDRESS_REFUSED'
      ? 'ADDRESS_REFUSED'
      : 'UNREACHABLE';
  return { outcome, httpStatus: null, detail: isLate ? null : code, retryAfterMs: null };
}

/** Redirects are answers like any other that is not 2xx: nobody is led elsewhere. */
export function createSender(sending: SenderOptions): Sender {
  const { allowed, timeoutMs } = sending;
  const options = { keepAlive: true, maxSockets: SOCKETS_PER_HOST };
  const [plain, secure] = [new PlainAgent(options), new SecureAgent(options)];

  function send(url: URL, { headers, body }: Message, signal: AbortSignal): Promise<Answer> {
    const isSecure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // An address needs no looking up, so nobody would look at it.
    if (isIP(host) !== 0) checked(host, isSecure, allowed);
    return new Promise((resolve, reject) => {
      const asked = (isSecure ? requestSecure : requestPlain)(url, {
        method: 'POST',
        agent: isSecure ? secure : plain,
        lookup: guardedLookup(isSecure, sending),
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal,
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        response.on('error', () => undefined);
        answerOf(response).then(resolve, reject);
      });
      asked.end(body);
    });
  }
  return {
    async post(message) {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), timeoutMs);
      try {
        return await send(new URL(message.url), message, deadline.signal);
      } catch (error) {
        return failed(error, deadline.signal.aborted);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}
