import { pino, type Logger } from 'pino';
import type { LogLevel } from './settings.js';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

/**
 * Lines of JSON on stderr, so that stdout stays for what the operator asked to see. Whole requests
 * are never logged; what could carry a secret is cut out should it get in by an error's fields.
 */
export function createLog(level: LogLevel): Log {
  const secrets = ['authorization', 'token', 'password', 'connectionString', 'apiKey'];
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    { level, base: null, redact: { paths, censor: '(secret)' } },
    pino.destination({ dest: 2, sync: true }),
  );
}
