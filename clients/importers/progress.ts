/** Where progress is shown: a terminal, or a file that is read later. */
export interface Screen {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** Follows one part of a job. */
export interface Progress {
  /** So many more are done. */
  add(count: number): void;
  /** Ends the line with what was done and how long it took; answers the milliseconds. */
  end(): number;
}

const BAR_WIDTH = 24;
const TERMINAL_PAUSE = 100;
const FILE_PAUSE = 5_000;

/** 90 seconds are `1:30`. */
const clock = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** One line of progress: a bar, how many of how many, the rate and the time that is left. */
export function progressLine(
  title: string,
  { done, total, elapsed }: { done: number; total: number; elapsed: number },
): string {
  const share = total === 0 ? 1 : done / total;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '#'.repeat(filled) + '.'.repeat(BAR_WIDTH - filled);
  const perSecond = elapsed > 0 ? (done / elapsed) * 1_000 : 0;
  const left = done > 0 ? clock((elapsed / done) * (total - done)) : '-:--';
  const counted = `${String(done).padStart(String(total).length)}/${total}`;
  return `${title.padEnd(16)} [${bar}] ${counted}  ${perSecond.toFixed(0)}/s  ${left} left`;
}

/**
 * Shows a part of a job: on a terminal a bar that is drawn over itself, elsewhere a plain line
 * every five seconds. Both end with one line that says what was done and in what time.
 */
export function showProgress(
  screen: Screen,
  title: string,
  total: number,
  now: () => number = () => performance.now(),
): Progress {
  const began = now();
  const pause = screen.isTerminal ? TERMINAL_PAUSE : FILE_PAUSE;
  let done = 0;
  let drawn = began;
  const line = () => progressLine(title, { done, total, elapsed: now() - began });
  const draw = () => screen.write(screen.isTerminal ? `\r\u001b[2K${line()}` : `${line()}\n`);
  if (screen.isTerminal) draw();
  return {
    add(count) {
      done += count;
      if (now() - drawn < pause || done === total) return;
      drawn = now();
      draw();
    },
    end() {
      const milliseconds = now() - began;
      const rate = milliseconds > 0 ? Math.round((done / milliseconds) * 1_000) : 0;
      const said = `${title.padEnd(16)} ${done} in ${(milliseconds / 1_000).toFixed(1)} s`;
      screen.write(`${screen.isTerminal ? '\r\u001b[2K' : ''}${said} (${rate}/s)\n`);
      return milliseconds;
    },
  };
}
