import type { Counted, ExplainedOrigin } from '../../shared/contract/explain.ts';
import { type FigureUnit, figureFacts, figureSources, figures } from '../../shared/explain/figures.ts';
import { figureWords } from '../../shared/text/explain-figures.ts';
import { describeStatement, inMs, section } from './explain-text.ts';
import { inLocalTime } from './health-text.ts';
import { formatBytes, formatNumber } from './table.ts';

const words = figureWords.en;

/** Where numbers come from that no question gives, in sections; with what was counted, where it was. */
export function describeOrigin({ sources, facts, ...told }: ExplainedOrigin, counted: Counted | null): string {
  const freshness = [...new Set(sources.map((source) => figureSources[source].fresh))];
  const statements = [...told.statements, ...(counted?.statements ?? [])];
  return [
    section(
      'Definition',
      told.figures.map(({ name, value }) => {
        const { name: title, formula } = words.figures[name];
        return value === null ? `${title}: ${formula}` : `${title}: ${written(value, figures[name])} = ${formula}`;
      }),
    ),
    section('Where it comes from', [
      ...sources.map((source) => words.sources[source]),
      ...facts.map(({ name, value }) => `${words.facts[name]}: ${written(value, figureFacts[name])}`),
    ]),
    ...(counted ? [section('In the store now', describeCount(counted))] : []),
    section('How it was read', [
      `As of ${inLocalTime(told.asOf)}, in ${inMs(told.elapsedMs)}`,
      ...freshness.map((fresh) => words.freshness[fresh]),
    ]),
    ...(statements.length > 0 ? [section('SQL', statements.map(describeStatement))] : []),
  ].join('\n\n');
}

function describeCount({ expected, found, files, changedBy, sums, notRead }: Counted): string[] {
  return [
    `${formatNumber(found)} of ${formatNumber(expected)} records`,
    ...files.map((file) => `${file.partition}: ${formatNumber(file.found)}`),
    ...changedBy.map(({ batchId, records }) => `changed by import ${batchId}: ${formatNumber(records)}`),
    ...sums.flatMap(({ unit, of }) =>
      Object.entries(of).flatMap(([name, amount]) =>
        amount === null ? [] : [`${name}: ${formatNumber(amount)}${unit === null ? '' : ` ${unit}`}`],
      ),
    ),
    ...(notRead.length > 0 ? [`not counted, as it cannot be read: ${notRead.join(', ')}`] : []),
  ];
}

const writers: Record<FigureUnit, (value: number) => string> = {
  count: formatNumber,
  bytes: formatBytes,
  milliseconds: inMs,
  share: (value) => `${(value * 100).toFixed(1)} %`,
  days: (value) => `${formatNumber(Math.floor(value))} days`,
  instant: (value) => inLocalTime(new Date(value).toISOString()),
  date: String,
  text: String,
};

function written(value: number | string | null, unit: FigureUnit): string {
  if (value === null) return 'not known';
  if (typeof value === 'number') return writers[unit](value);
  return unit === 'instant' ? inLocalTime(value) : value;
}
