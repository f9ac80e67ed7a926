/** What a file of a comparison holds beside the numbers themselves: columns, totals, and in words what stands beside what. Pure. */
import {
  type AboutLine,
  type AboutSection,
  asCount,
  asText,
  type CellType,
  type ReportColumn,
  type TypedCell,
} from '../../../db/reports/report-content.ts';
import { pointDecimalsFor } from '../../../shared/domain/change.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import { comparedWords, comparisonName, comparisonWords } from '../../../shared/text/comparison.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AskedReport } from './ask-report.ts';
import { type ComparedMeasure, differenceOf, shareOfChange } from './compared-rows.ts';

/** A column with its cells, one for each row. */
export interface BesideColumn {
  column: ReportColumn;
  cells: readonly Cell[];
}

/** Beyond them a hundredfold of a fraction is noise. */
const DIGITS_HELD = 12;
const TENTH: CellType = { kind: 'share', decimals: 1, isSigned: true };

/** What stands beside the column of a measure: the number compared with, the difference, and of what is no ratio the change. */
export function columnsBeside(
  asked: AskedReport,
  own: ReportColumn,
  measure: Measure,
  unit: string | null,
  now: readonly (number | null)[],
  language: Language,
): BesideColumn[] {
  const compared = comparedMeasure(asked, measure);
  if (!compared) return [];
  const words = comparisonWords[language];
  const name = labels[language].measures[measure];
  const headed = (what: string, of: string | null) => `${name}, ${what}${of === null ? '' : ` (${of})`}`;
  const differences = now.map((value, at) => differenceOf(measure, value, compared.values[at] ?? null));
  const isRatio = measures[measure].kind === 'ratio';
  const before = { ...own, heading: headed(nameOfCompared(asked, language), unit) };
  const difference: BesideColumn = isRatio
    ? {
        column: {
          heading: headed(words.difference, words.pointsUnit),
          kind: 'number',
          decimals: pointDecimalsFor(differences),
          isSigned: true,
        },
        cells: differences.map(inPoints),
      }
    : { column: { ...own, heading: headed(words.difference, unit), isSigned: true }, cells: differences };
  const change = {
    column: { heading: headed(words.change, null), ...TENTH },
    cells: now.map((value, at) => shareOfChange(measure, value, compared.values[at] ?? null)),
  };
  return [{ column: before, cells: compared.values }, difference, ...(isRatio ? [] : [change])];
}

/** What is compared with, as the head of a column; only of what is compared. */
export function nameOfCompared({ compared, itemNames }: AskedReport, language: Language): string {
  if (!compared) throw new Error('Nothing is compared');
  return comparisonName(compared.comparison, nameOfValue(itemNames, language), comparisonWords[language]);
}

/** What is compared with what, or why nothing is; no line where nothing was to be. */
export function comparisonLines(
  { query, compared, notCompared, itemNames }: AskedReport,
  { language, locale }: { language: Language; locale: string },
): AboutLine[] {
  const words = comparisonWords[language];
  const format = createFormat(locale);
  if (notCompared) {
    const why = words.obstacles[notCompared.obstacle](format.date(notCompared.first));
    return [{ name: words.comparison, cells: [asText(why)] }];
  }
  if (!compared) return [];
  const nameOf = nameOfValue(itemNames, language);
  const told = comparedWords(compared, query.dimensions, nameOf, words, format.dateRange);
  return [{ name: words.comparison, cells: [asText(told)] }];
}

/** How many rows have nothing beside them, where some have none. */
export function comparedCounts({ compared }: AskedReport, language: Language): AboutLine[] {
  const words = comparisonWords[language];
  const { onlyThere = 0, unplaced = 0 } = compared ?? {};
  const counts = [
    { name: words.onlyThere, count: onlyThere },
    { name: words.unplaced, count: unplaced },
  ];
  return counts.filter(({ count }) => count > 0).map(({ name, count }) => ({ name, cells: [asCount(count)] }));
}

/** How a difference and a change are worked out. */
export function comparedDefinitions({ compared }: AskedReport, language: Language): AboutLine[] {
  if (!compared) return [];
  const words = comparisonWords[language];
  const line = (name: string, told: string): AboutLine => ({ name, cells: [asText(told), asText('')] });
  return [line(words.difference, words.differenceIs), line(words.change, words.changeIs)];
}

/** The sum of the numbers compared with beside their total, as of those that they are compared with. */
export function comparedCheckLines(
  asked: AskedReport,
  language: Language,
  total: (measure: Measure, value: number | null) => TypedCell,
): AboutLine[] {
  return (asked.compared?.measures ?? []).map(({ measure, ofRows, whole }) => ({
    name: `${labels[language].measures[measure]}, ${nameOfCompared(asked, language)}`,
    cells: [total(measure, ofRows), total(measure, whole)],
  }));
}

/** The whole of each measure beside the whole that it is compared with, both worked out from records. */
export function comparedTotals(
  asked: AskedReport,
  language: Language,
  total: (measure: Measure, value: number | null) => TypedCell,
): AboutSection[] {
  const words = comparisonWords[language];
  const { compared, totals } = asked;
  if (!compared) return [];
  return [
    {
      title: words.compared,
      headings: [words.thisTime, nameOfCompared(asked, language), words.difference, words.change],
      lines: compared.measures.map(({ measure, whole }) => {
        const now = totals.find((each) => each.measure === measure)?.ofRecords ?? null;
        const difference = differenceOf(measure, now, whole);
        const isRatio = measures[measure].kind === 'ratio';
        return {
          name: labels[language].measures[measure] + (isRatio ? ` (${words.pointsUnit})` : ''),
          cells: [
            total(measure, now),
            total(measure, whole),
            isRatio
              ? { kind: 'number', decimals: 2, isSigned: true, value: inPoints(difference) }
              : { kind: 'number', decimals: null, isSigned: true, value: difference },
            { ...TENTH, value: shareOfChange(measure, now, whole) },
          ],
        };
      }),
    },
  ];
}

/** What is worth knowing of a comparison, in words. */
export function comparedWarnings({ compared }: AskedReport, language: Language): string[] {
  return compared?.isPartlyPlanned ? [comparisonWords[language].partlyPlanned] : [];
}

export function comparedMeasure({ compared }: AskedReport, measure: Measure): ComparedMeasure | undefined {
  return compared?.measures.find((each) => each.measure === measure);
}

function inPoints(difference: number | null): number | null {
  return difference === null ? null : Number((difference * 100).toPrecision(DIGITS_HELD));
}

function nameOfValue(itemNames: ReadonlyMap<string, string>, language: Language) {
  return (field: string, value: string | null): string => {
    if (value === null) return reportWords[language].notRecorded;
    const name = field === 'item' ? itemNames.get(value) : undefined;
    return name === undefined ? value : `${value} ${name}`;
  };
}
