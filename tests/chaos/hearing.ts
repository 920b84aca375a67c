/** What is wrong with the places in the log that somebody was told, compared with those he asked for. */
export function misheard(places: readonly number[], heard: readonly number[]): string[] {
  const faults: string[] = [];
  const seen = new Set(heard);
  const missed = places.filter((place) => !seen.has(place));
  if (missed.length > 0) faults.push(`missed ${missed.length}, first ${missed[0]}`);
  if (seen.size < heard.length) faults.push(`heard ${heard.length - seen.size} twice`);
  if (heard.some((place, at) => at > 0 && place <= heard[at - 1]!))
    faults.push('heard out of order');
  const known = new Set(places);
  const foreign = heard.filter((place) => !known.has(place));
  if (foreign.length > 0) faults.push(`heard ${foreign.length} of others, first ${foreign[0]}`);
  return faults;
}
