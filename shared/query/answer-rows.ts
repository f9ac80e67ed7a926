import type { Answer } from './answer.ts';
import type { Dimension } from './dimensions.ts';
import type { Measure, SumColumn } from './measures.ts';

/** One group of an answer: its value of the dimension (null: not recorded, or no dimension) and its measures. */
export interface AnswerRow {
  key: string | null;
  values: Partial<Record<Measure, number | null>>;
}

/** The rows of an answer by name instead of by place; `dimension` is the one it is grouped by, if any. */
export function rowsOf(answer: Pick<Answer, 'columns' | 'rows'>, dimension?: Dimension): AnswerRow[] {
  return rowsBy(answer, dimension ? [dimension] : []).map(({ keys, values }) => ({ key: keys[0] ?? null, values }));
}

/** One group of an answer with several dimensions: its value of each. */
export interface KeyedRow {
  keys: (string | null)[];
  values: AnswerRow['values'];
}

/** The rows of an answer by name, with the values of the dimensions named, in their order. */
export function rowsBy(answer: Pick<Answer, 'columns' | 'rows'>, dimensions: readonly Dimension[]): KeyedRow[] {
  const places = dimensions.map((dimension) => answer.columns.findIndex((column) => column.name === dimension));
  return answer.rows.map((cells) => {
    const values: AnswerRow['values'] = {};
    for (const [at, { name }] of answer.columns.entries()) {
      const cell = cells[at];
      if (!places.includes(at)) values[name as Measure] = typeof cell === 'number' ? cell : null;
    }
    const keys = places.map((place) => cells[place]).map((key) => (typeof key === 'string' ? key : null));
    return { keys, values };
  });
}

/** Whether several units are added together, perhaps an hour: 'mixed', 'mixed/h'. */
export function isMixed(unit: string | null): boolean {
  return unit?.split('/')[0] === 'mixed';
}

/** The unit of a measure in an answer: its name, 'mixed' when several are added, null when none is recorded. */
export function unitOf(answer: Pick<Answer, 'columns'> | undefined, measure: Measure | SumColumn): string | null {
  return answer?.columns.find((column) => column.name === measure)?.unit ?? null;
}
