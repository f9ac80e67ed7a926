/**
 * Words and letters beside a number that multiply it: '1.2k', '3만', '2 Tsd', '1.2 Mio'. They are no units. A letter 'm' may be
 * metres as well, and is asked about.
 */
import { unitNamed } from '../../../shared/import/units.ts';

const scales: readonly [power: number, names: readonly string[]][] = [
  [3, ['k', 'tsd', 'tausend', 'thousand', '천', '千', 'тыс']],
  [4, ['만', '万', '萬']],
  [5, ['십만', 'lakh', 'lac']],
  [6, ['mio', 'mln', 'million', 'millions', 'millionen', '백만', '百万', 'млн']],
  [7, ['천만', 'crore']],
  [8, ['억', '億', '亿']],
];
const powers = new Map(scales.flatMap(([power, names]) => names.map((name) => [name, power] as const)));
const longestFirst = [...powers.keys()].sort((a, b) => b.length - a.length);

const MILLIONS = 6;

/** The power of ten that stands beside a number, and the unit behind it ('' for none); null for what is a unit or unknown. */
export function scaleBeside(text: string, areMillions = false): { power: number; unit: string } | null {
  if (areMillions && isLetterM(text)) return { power: MILLIONS, unit: '' };
  if (unitNamed(text) !== null) return null;
  const folded = text.toLowerCase();
  const name = longestFirst.find((each) => folded.startsWith(each));
  if (name === undefined) return null;
  const rest = text.slice(name.length).replace(/^\./, '');
  // 'km2' is no thousand square metres.
  if (rest !== '' && unitNamed(rest)?.kind !== 'pieces') return null;
  return { power: powers.get(name) ?? 0, unit: rest };
}

/** A letter that stands for millions or for metres. */
export function isLetterM(unit: string): boolean {
  return unit === 'M' || unit === 'm';
}
