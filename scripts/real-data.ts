import type { RecordField } from '../shared/domain/fields.ts';
import type { FindingKind } from '../shared/import/gate.ts';

/** What a check compares: the value that a query, or a column of the file itself, must give. */
export type Expectation =
  | { what: string; query: Record<string, unknown>; value: number }
  | { what: string; rowsOf: Record<string, unknown>; value: number }
  | { what: string; column: string; figure: 'sum' | 'blank'; value: number };

export interface RealFile {
  /** Beneath the folder of plant exports. */
  file: string;
  /** A second file that is joined with it, beneath that folder too; the same one where both are sheets of a workbook. */
  join?: string;
  /** In examples/profiles. */
  profile: string;
  /**
   * Fields of that profile that a person has to set where the file is read as it is guessed, so that its totals come out; all
   * others are right by themselves.
   */
  corrections: readonly RecordField[];
  /** What the plausibility gate finds in it, by that profile or as it is guessed, and a person keeps. */
  kept: readonly FindingKind[];
  /** Decimals to which the check totals are given. */
  decimals: number;
  expected: readonly Expectation[];
}

const total = (what: string, measure: string, value: number): Expectation => ({
  what,
  query: { measures: [measure] },
  value,
});
const different = (what: string, dimension: string, value: number): Expectation => ({
  what,
  rowsOf: { measures: ['records'], dimensions: [dimension] },
  value,
});

/** Real exports with the totals that come out when they are read right. Each is imported into a store of its own. */
export const realFiles: readonly RealFile[] = [
  {
    file: 'garments/garments_worker_productivity.csv',
    profile: 'garments.json',
    corrections: [],
    kept: ['goodOverPlan'],
    decimals: 0,
    expected: [
      total('records', 'records', 1_197),
      different('days', 'day', 59),
      total('idle minutes', 'downMinutes', 874),
      { what: 'over time in the file', column: 'over_time', figure: 'sum', value: 5_467_250 },
      { what: 'blank work in progress in the file', column: 'wip', figure: 'blank', value: 506 },
    ],
  },
  {
    file: 'sme-machine-log/company_A_labelled_subset.csv',
    profile: 'sme-machine-log.json',
    corrections: [],
    kept: [],
    decimals: 0,
    expected: [total('records', 'records', 14_492), total('items', 'good', 40_067)],
  },
  {
    file: 'pharma-lots/Laboratory.csv',
    profile: 'pharma-lots.json',
    corrections: [],
    kept: [],
    decimals: 1,
    expected: [
      total('lots', 'lots', 1_005),
      total('planned size', 'planned', 1_064_586_000),
      total('size times yield', 'good', 1_047_938_375.5),
    ],
  },
  {
    file: 'pharma-press-log/3.csv',
    profile: 'pharma-press-log.json',
    corrections: [],
    kept: ['defectsOverGood'],
    decimals: 0,
    expected: [
      total('readings', 'records', 53_057),
      total('lots', 'lots', 16),
      total('the highest counts of its lots', 'good', 14_401),
      total('the highest waste of its lots', 'defects', 139_688),
    ],
  },
  {
    file: 'pharma-press-log/6.csv',
    profile: 'pharma-press-log.json',
    corrections: [],
    kept: ['defectsOverGood'],
    decimals: 0,
    expected: [
      total('readings', 'records', 35_609),
      total('lots', 'lots', 2),
      total('the highest counts of its lots', 'good', 4_726),
      total('the highest waste of its lots', 'defects', 34_789),
    ],
  },
  {
    file: 'soda-line-xlsx/Manufacturing_Line_Productivity.xlsx',
    profile: 'soda-line.json',
    corrections: [],
    kept: [],
    decimals: 0,
    expected: [
      total('batches', 'records', 38),
      total('lots', 'lots', 38),
      total('minutes from start to end', 'runMinutes', 3_858),
    ],
  },
  {
    file: 'soda-line-xlsx/Manufacturing_Line_Productivity.xlsx',
    join: 'soda-line-xlsx/Manufacturing_Line_Productivity.xlsx',
    profile: 'soda-line-downtime.json',
    corrections: [],
    kept: [],
    decimals: 0,
    expected: [
      total('batches', 'records', 38),
      // Added up from the XML of the sheet by itself: 61 cells, of 11 of the 12 factors.
      total('minutes of downtime', 'downMinutes', 1_388),
      different('reasons of downtime', 'downtimeReason', 11),
      // Factor 6, as the sheet of factors calls it.
      {
        what: 'batches with machine adjustment',
        query: { measures: ['records'], filters: [{ field: 'downtimeReason', in: ['Machine adjustment'] }] },
        value: 12,
      },
      total('minutes from start to end', 'runMinutes', 3_858),
    ],
  },
  {
    file: 'anp-biodiesel/producao-biodiesel-m3-2005-2021.csv',
    profile: 'anp-biodiesel-2005-2021.json',
    corrections: [],
    kept: [],
    decimals: 2,
    expected: [total('cubic metres', 'good', 53_823_812.04), different('producers', 'line', 96)],
  },
  {
    file: 'anp-biodiesel/producao-biodiesel-m3-2022.csv',
    profile: 'anp-biodiesel-2022.json',
    corrections: [],
    kept: [],
    decimals: 3,
    expected: [total('cubic metres', 'good', 2_969_959.711)],
  },
];

/** All of them that are delimited text, those that bring values to others included. */
export const delimitedFiles: readonly string[] = [
  ...realFiles.map(({ file }) => file).filter((file) => file.endsWith('.csv')),
  'pharma-lots/Process.csv',
  'pharma-lots/Normalization.csv',
];
