/** Longer ones are no names. */
const LONGEST = 80;

/** A name for a copy that is free among those there are: 'Scrap 2', then 'Scrap 3'. */
export function nameOfCopy(name: string, taken: readonly string[]): string {
  const stem = name.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const end = ` ${number}`;
    const next = stem.slice(0, LONGEST - end.length) + end;
    if (!taken.includes(next)) return next;
  }
}
