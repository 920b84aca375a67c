import { sources, textOf } from './sources.js';

/** A refusal as the code of a module has it. */
interface Refusal {
  readonly code: string;
  readonly module: string;
  readonly message: string;
}

const TEXT = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`/;
/** A code that a refusal is made with: as its first argument, or by name. */
const MADE = /(?:new [A-Z]\w+\(\s*|\bcode: )'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g;
const MESSAGE = /const message =\s*/g;

/** The words that stand behind a code, otherwise the last that were laid by before it. */
function messageAt(text: string, start: number, end: number): string {
  const behind = /^,\s*(?:message:\s*)?(.*)/s.exec(text.slice(end, end + 400))?.[1] ?? '';
  const said = /^['"`]/.test(behind) ? TEXT.exec(behind) : laidBy(text.slice(0, start));
  return (said?.[1] ?? said?.[2] ?? said?.[3] ?? '').replaceAll("\\'", "'").replace(/\s+/g, ' ');
}

function laidBy(before: string): RegExpExecArray | null {
  const last = [...before.slice(-600).matchAll(MESSAGE)].at(-1);
  return last ? TEXT.exec(before.slice(-600).slice(last.index + last[0].length)) : null;
}

/** Every code by which a rule of a module refuses, once for each module, in order. */
export function refusals(): Refusal[] {
  const found = new Map<string, Refusal>();
  for (const path of sources.filter((one) => one.startsWith('modules/'))) {
    const module = path.split('/')[1]!.replace(/\.ts$/, '');
    const text = textOf(path);
    for (const { 0: all, 1: code, index } of text.matchAll(MADE)) {
      const message = messageAt(text, index, index + all.length);
      const known = found.get(`${code} ${module}`);
      if (!known || (known.message === '' && message !== ''))
        found.set(`${code} ${module}`, { code: code!, module, message });
    }
  }
  return [...found.values()].sort((one, other) =>
    `${one.code} ${one.module}` < `${other.code} ${other.module}` ? -1 : 1,
  );
}
