const LONGEST_SHOWN = 80;
const MOST_NAMES = 40;

/** A text of a file as a sentence quotes it: what stands in a cell can be as long as a book. */
export function shownText(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Names of columns as a sentence lists them. */
export function shownNames(names: readonly string[]): string {
  const quoted = names.slice(0, MOST_NAMES).map((name) => `'${shownText(name)}'`);
  const more = names.length - quoted.length;
  return more > 0 ? `${quoted.join(', ')} and ${more} more` : quoted.join(', ');
}
