import type { Measure } from '../../../shared/query/measures.ts';
import type { Plot } from './plot.ts';

/** Okabe-Ito, tuned for both themes; the last are the least distinct. */
const palette = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `var(--tl-series-${number})`);

/** What is not shown by name is none of the colours. */
export const othersColour = 'var(--tl-series-others)';

/**
 * A colour for each value shown: that of its place among all values of its field, so that a line is the same colour wherever
 * it is shown; where two would be the same here, the later takes the next one that is free.
 */
export function coloursOf(shown: readonly string[], known: readonly string[]): Map<string, string> {
  const placeOf = new Map(known.map((value, place) => [value, place]));
  const taken = new Set<number>();
  const colours = new Map<string, string>();
  for (const value of shown.toSorted((a, b) => rank(placeOf, a) - rank(placeOf, b))) {
    let colour = (placeOf.get(value) ?? hashOf(value)) % palette.length;
    for (let tries = 1; taken.has(colour) && tries < palette.length; tries++) colour = (colour + 1) % palette.length;
    taken.add(colour);
    colours.set(value, palette[colour] ?? othersColour);
  }
  return colours;
}

function rank(placeOf: ReadonlyMap<string, number>, value: string): number {
  return placeOf.get(value) ?? Number.POSITIVE_INFINITY;
}

/** Values beyond those that are listed have a colour of their own too, the same each time. */
function hashOf(value: string): number {
  let hash = 0;
  for (const character of value) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}

/** Good and defects as on every screen; other measures by their place among those shown. */
export function measureColour(measure: Measure, place: number): string {
  if (measure === 'good') return 'var(--tl-chart-good)';
  if (measure === 'defects') return 'var(--tl-chart-bad)';
  return palette[(place + 2) % palette.length] ?? othersColour;
}

/** The colour of a bar: where one series has a place of all that is not shown by name, that place is none of the values. */
export function fillOf({ places, series }: Pick<Plot, 'places' | 'series'>, place: number, at: number): string {
  const isOthers = series.length === 1 && places[place]?.id === 'others';
  return isOthers ? othersColour : (series[at]?.colour ?? othersColour);
}

/** The colour of what has no series beside it. */
export function singleColour(measure: Measure): string {
  return measure === 'defects' || measure === 'scrapRate' ? 'var(--tl-chart-bad)' : 'var(--tl-chart-good)';
}
