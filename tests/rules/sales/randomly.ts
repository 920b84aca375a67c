/** Numbers that are drawn again in the same way by every run. */
export interface Random {
  /** A whole number from the least to the most. */
  between(least: number, most: number): number;
  of<T>(choices: readonly T[]): T;
}

/** Runs a check so many times, each with other numbers: a linear congruential generator. */
export function randomly(times: number, check: (random: Random) => void): void {
  let state = 20_261_124;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  for (let run = 0; run < times; run += 1) {
    check({ between, of: (choices) => choices[between(0, choices.length - 1)]! });
  }
}
