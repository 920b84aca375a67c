import { serverAudits } from 'graphql-http';
import type { Audited } from './served.js';

/** Audits that fail on purpose: a page of a stranger can send such requests without asking. */
const NOT_SAFE = 'A GET without a header that only scripts can set is refused: CSRF prevention.';
const REFUSED_ON_PURPOSE: Readonly<Record<string, string>> = {
  '5A70': NOT_SAFE,
  D6D5: NOT_SAFE,
  '6A70': NOT_SAFE,
};

/** What the audits of GraphQL over HTTP find, of how many. */
export async function httpFindings({ url, fetch }: Audited) {
  const audits = serverAudits({ url, fetchFn: fetch });
  const findings: string[] = [];
  let explained = 0;
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status === 'ok') continue;
    if (audit.id in REFUSED_ON_PURPOSE) explained += 1;
    else findings.push(`${audit.id} ${result.status}: ${audit.name}; ${result.reason}`);
  }
  return { findings, explained, audits: audits.length };
}
