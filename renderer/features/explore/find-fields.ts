import { dimensionNames } from '../../../shared/query/dimensions.ts';
import { type Measure, measureNames } from '../../../shared/query/measures.ts';
import { labels, languages } from '../../../shared/text/labels.ts';
import { text } from './text.ts';
import { type By, byNames } from './view.ts';

/** Further words that people of a plant look for. */
const keywords: Partial<Record<Measure | By, string>> = {
  defects: 'scrap rejects ng bad',
  scrapRate: 'defect rate reject ppm',
  good: 'output ok produced',
  total: 'output made produced',
  yield: 'quality fpy',
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

/** Whether every word of a search begins a word of a field's name in any language, or of what else it is called. */
export function isFieldFound(field: Measure | By, search: string): boolean {
  const known = [...languages.map((language) => nameOf(field, language)), keywords[field] ?? '']
    .join(' ')
    .toLowerCase();
  const words = known.split(/\s+/);
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter((sought) => sought !== '')
    .every((sought) => words.some((word) => word.startsWith(sought)));
}

function nameOf(field: Measure | By, language: (typeof languages)[number]): string {
  if (field === 'time') return text[language].time;
  const known = labels[language];
  const measure = measureNames.find((name) => name === field);
  if (measure) return known.measures[measure];
  const dimension = dimensionNames.find((name) => name === field);
  return dimension ? known.dimensions[dimension] : '';
}

/** The measures and splits that a search finds, in their order. */
export function findFields(search: string): { measures: Measure[]; splits: By[] } {
  return {
    measures: measureNames.filter((name) => isFieldFound(name, search)),
    splits: byNames.filter((name) => isFieldFound(name, search)),
  };
}
