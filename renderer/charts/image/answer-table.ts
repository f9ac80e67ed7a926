import { type Dimension, dimensionNames, isPeriod } from '../../../shared/query/dimensions.ts';
import { type Measure, measureNames } from '../../../shared/query/measures.ts';
import type { Labels } from '../../../shared/text/labels.ts';
import type { Format } from '../../lib/format.ts';
import type { ShownAnswer } from '../../lib/use-report.ts';
import { numberToCopy } from './caption.ts';

/** An answer as a table that a spreadsheet takes: a heading, then its rows; nothing while there is none. */
export function tableOf(
  answer: ShownAnswer | undefined,
  { labels, format, notRecorded }: { labels: Labels; format: Format; notRecorded: string },
): string[][] {
  if (!answer) return [];
  const columns = answer.columns.map(({ name }) => ({
    dimension: dimensionNames.find((each) => each === name),
    measure: measureNames.find((each) => each === name),
  }));
  const heading = columns.map(({ dimension, measure }) => headingOf(labels, dimension, measure));
  const rows = answer.rows.map((cells) =>
    cells.map((cell, at) => {
      const dimension = columns[at]?.dimension;
      if (dimension === undefined) return numberToCopy(typeof cell === 'number' ? cell : null, format.locale);
      const value = cell === null ? notRecorded : String(cell);
      return isPeriod(dimension) && cell !== null ? format.period(value, dimension) : value;
    }),
  );
  return [heading, ...rows];
}

function headingOf(labels: Labels, dimension: Dimension | undefined, measure: Measure | undefined): string {
  if (dimension) return labels.dimensions[dimension];
  return measure ? labels.measures[measure] : '';
}
