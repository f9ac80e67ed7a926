import { dimensionNames } from '../../../shared/query/dimensions.ts';
import { type Measure, measureNames } from '../../../shared/query/measures.ts';
import { type By, byNames } from '../../../shared/questions/explore/view.ts';
import { labels, languages } from '../../../shared/text/labels.ts';
import { text } from './text.ts';

/** Further words that people of a plant look for. */
const keywords: Partial<Record<Measure | By, string>> = {
  defects: 'scrap rejects ng bad',
  scrapRate: 'defect rate reject ppm',
  good: 'output ok produced',
  total: 'output made produced',
  yield: 'quality',
  firstPassYield: 'fpy ftt right first time rework',
  downMinutes: 'downtime stops',
  runMinutes: 'uptime running',
  records: 'count rows number',
  oee: 'effectiveness',
  item: 'product part article sku',
  line: 'machine press cell',
  operator: 'worker person',
  defectReason: 'scrap reason cause',
  downtimeReason: 'stop reason cause',
  time: 'date period auto',
};

/** How well a search finds a field: 2 by its name in any language, 1 by what else it is called, 0 not at all. */
export function rankOf(field: Measure | By, search: string): 0 | 1 | 2 {
  const sought = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const begins = (text: string) => {
    const words = text.toLowerCase().split(/\s+/);
    return sought.every((part) => words.some((word) => word.startsWith(part)));
  };
  const names = languages.map((language) => nameOf(field, language)).join(' ');
  if (begins(names)) return 2;
  return begins(`${names} ${keywords[field] ?? ''}`) ? 1 : 0;
}

function nameOf(field: Measure | By, language: (typeof languages)[number]): string {
  if (field === 'time') return text[language].time;
  const known = labels[language];
  const measure = measureNames.find((name) => name === field);
  if (measure) return known.measures[measure];
  const dimension = dimensionNames.find((name) => name === field);
  return dimension ? known.dimensions[dimension] : '';
}

/** The measures and splits that a search finds: those called like this first. */
export function findFields(search: string): { measures: Measure[]; splits: By[] } {
  const found = <T extends Measure | By>(names: readonly T[]) =>
    names
      .map((name) => ({ name, rank: rankOf(name, search) }))
      .filter(({ rank }) => rank > 0)
      .sort((one, other) => other.rank - one.rank)
      .map(({ name }) => name);
  return { measures: found(measureNames), splits: found(byNames) };
}
