/** A fenced block of a guide: what it is written in, its text, and the lines it stands on. */
export interface Fence {
  readonly language: string;
  readonly text: string;
  /** The line of the opening fence, from 0. */
  readonly first: number;
  /** The line of the closing fence. */
  readonly last: number;
}

/** A request that a guide shows, with what it says the answer is. */
export interface Step {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Headers with small letters; without an authorization the first administrator asks. */
  readonly headers: Readonly<Record<string, string>>;
  /** The block of JSON that follows the request; for a subscription its first message. */
  readonly answer: Fence | null;
  readonly line: number;
}

/** A block of JSON that answers no request: the next message of the subscription before it. */
export interface Message {
  readonly message: Fence;
}

export interface Guide {
  /** The guide whose requests come before those of this one, by its file name. */
  readonly continues: string | null;
  readonly steps: readonly (Step | Message)[];
  readonly text: string;
}

/** Every fenced block, in order. Blocks in comments count: they prepare what the page needs. */
export function fencesOf(text: string): Fence[] {
  const lines = text.split('\n');
  const fences: Fence[] = [];
  let open: { language: string; first: number } | null = null;
  lines.forEach((line, index) => {
    const mark = /^```(\w*)/.exec(line);
    if (!mark) return;
    if (open === null) {
      open = { language: mark[1] ?? '', first: index };
      return;
    }
    const { language, first } = open;
    fences.push({ language, first, last: index, text: lines.slice(first + 1, index).join('\n') });
    open = null;
  });
  return fences;
}

/** Reads a guide: blocks of http, graphql and sh ask, and blocks of json answer. */
export function guideOf(text: string): Guide {
  const steps: (Step | Message)[] = [];
  let headers: Record<string, string> = {};
  let waiting = false;
  for (const fence of fencesOf(text)) {
    if (fence.language === 'http') headers = headersOf(fence.text.split('\n'));
    if (fence.language === 'graphql') {
      steps.push({
        query: fence.text,
        variables: {},
        headers,
        answer: null,
        line: fence.first + 1,
      });
    }
    const called = fence.language === 'sh' ? callsOf(fence) : [];
    steps.push(...called);
    if (fence.language === 'json') {
      const last = steps.at(-1);
      if (waiting && last && 'query' in last) steps[steps.length - 1] = { ...last, answer: fence };
      else steps.push({ message: fence });
    }
    const asks = fence.language === 'graphql' || called.length > 0;
    if (asks) headers = {};
    if (asks || fence.language === 'json') waiting = asks;
  }
  const continues = /^<!-- continues: (\S+) -->$/m.exec(text)?.[1] ?? null;
  return { continues, steps, text };
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const pairs = lines.flatMap((line) => {
    const found = /^([A-Za-z-]+): (.+)$/.exec(line.trim());
    return found ? [[found[1]!.toLowerCase(), found[2]!]] : [];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** The calls of `graph` in a block of shell: each takes a body of JSON up to the word JSON. */
function callsOf(fence: Fence): Step[] {
  const bodies = fence.text.matchAll(/^(?:[A-Z_]+=\S+ )*graph(.*?)<<'JSON'\n([\s\S]*?)\nJSON$/gm);
  return [...bodies].map(([, options, body]) => {
    const { query, variables = {} } = JSON.parse(body!) as Pick<Step, 'query'> & Partial<Step>;
    const headers = headersOf([...options!.matchAll(/-H '([^']+)'/g)].map(([, one]) => one ?? ''));
    return { query, variables, headers, answer: null, line: fence.first + 1 };
  });
}
