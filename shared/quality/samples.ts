/** From answers to the samples of a control chart, in the order of time. Pure. */
import type { Answer } from '../query/answer.ts';
import type { Dimension } from '../query/dimensions.ts';
import { measures, sumColumn } from '../query/measures.ts';
import { compareText } from '../query/report-query.ts';
import { pointDimensions } from './control-questions.ts';
import { type ControlView, isCounted } from './control-view.ts';

export type Rows = Pick<Answer, 'columns' | 'rows'>;

/** Where a sample stands: the period it is of (null for a lot), and what else tells it from others; null is 'not recorded'. */
export interface SamplePlace {
  period: string | null;
  by: { dimension: 'shift' | 'line' | 'lot'; value: string | null } | null;
}

export interface Sample {
  place: SamplePlace;
  value: number;
  /** Of counted samples. */
  defects: number | null;
  units: number | null;
}

export interface Samples {
  samples: Sample[];
  /** Groups with records that give no value: nothing recorded, or defects and units of different records. */
  leftOut: number;
  /** Whether a quantity is no whole number: measured and not counted. */
  isMeasured: boolean;
}

/** The sums behind a scrap rate. */
const defectsColumn = sumColumn(measures.scrapRate.fraction.numerator);
export const unitsColumn = sumColumn(measures.scrapRate.fraction.denominator);

/** Quantities are whole numbers of millionths. */
const MILLIONTHS = 1e6;

/** Reads the samples from the answers to `controlQuestions`; lots come in the order given. */
export function samplesOf(view: ControlView, answers: readonly Rows[], lots: readonly string[] | null): Samples {
  const dimensions = pointDimensions(view);
  const [first, byReason] = answers;
  if (first === undefined) return { samples: [], leftOut: 0, isMeasured: false };
  const reasons = byReason === undefined ? null : defectsByPlace(byReason, dimensions);
  const read = reader(first);
  const samples: Sample[] = [];
  let leftOut = 0;
  for (const cells of first.rows) {
    const place = placeOf(read, cells, dimensions);
    const sample = isCounted(view)
      ? countedSample(place, (name) => read.number(cells, name), reasons)
      : measuredSample(place, read.number(cells, view.measure));
    if (sample === null) leftOut++;
    else samples.push(sample);
  }
  return {
    samples: samples.sort(lots === null ? byTime : byPlaceIn(lots)),
    leftOut,
    isMeasured: samples.some(({ defects, units }) => !Number.isInteger(defects ?? 0) || !Number.isInteger(units ?? 0)),
  };
}

/** The lots of an answer to `lotsQuestion` in the order of the first day that each is found on. */
export function lotsInOrder(answer: Rows): string[] {
  const read = reader(answer);
  const firstDay = new Map<string, string>();
  for (const cells of answer.rows) {
    const [lot, day] = [read.text(cells, 'lot'), read.text(cells, 'day')];
    if (lot !== null && day !== null) firstDay.set(lot, day); // the newest come first
  }
  return [...firstDay]
    .sort(([lot, day], [other, otherDay]) => compareText(day, otherDay) || compareText(lot, other))
    .map(([lot]) => lot);
}

function measuredSample(place: SamplePlace, value: number | null): Sample | null {
  return value === null ? null : { place, value, defects: null, units: null };
}

function countedSample(
  place: SamplePlace,
  measured: (name: string) => number | null,
  reasons: ReadonlyMap<string, number> | null,
): Sample | null {
  const [rate, defects, units] = [measured('scrapRate'), measured(defectsColumn), measured(unitsColumn)];
  if (rate === null || defects === null || units === null || units <= 0) return null;
  if (reasons === null) return { place, value: rate, defects, units };
  // By reason there is no choosing of records: where some have defects and no units, the two are of different records.
  if (measured('defects') !== defects) return null;
  const counted = reasons.get(idOf(place)) ?? 0;
  return { place, value: counted / units, defects: counted, units };
}

function defectsByPlace(answer: Rows, dimensions: readonly Dimension[]): Map<string, number> {
  const read = reader(answer);
  const sums = new Map<string, number>();
  for (const cells of answer.rows) {
    const id = idOf(placeOf(read, cells, dimensions));
    // In millionths, so that the sum is exact.
    sums.set(id, (sums.get(id) ?? 0) + Math.round((read.number(cells, 'defects') ?? 0) * MILLIONTHS));
  }
  return new Map([...sums].map(([id, sum]) => [id, sum / MILLIONTHS]));
}

/** A place as text that tells it from all others. */
export function idOf({ period, by }: SamplePlace): string {
  return JSON.stringify([period, by?.value ?? null]);
}

function placeOf(read: Reader, cells: Cells, dimensions: readonly Dimension[]): SamplePlace {
  const [first, second] = dimensions;
  if (first === 'lot') return { period: null, by: { dimension: 'lot', value: read.text(cells, 'lot') } };
  return {
    period: first === undefined ? null : read.text(cells, first),
    by: second === 'shift' || second === 'line' ? { dimension: second, value: read.text(cells, second) } : null,
  };
}

function byTime(a: Sample, b: Sample): number {
  return (
    compareText(a.place.period, b.place.period) || compareText(a.place.by?.value ?? null, b.place.by?.value ?? null)
  );
}

function byPlaceIn(lots: readonly string[]): (a: Sample, b: Sample) => number {
  const at = new Map<string | null, number>(lots.map((lot, place) => [lot, place]));
  const rank = ({ place }: Sample) => at.get(place.by?.value ?? null) ?? Number.POSITIVE_INFINITY;
  return (a, b) => rank(a) - rank(b);
}

type Cells = Rows['rows'][number];

interface Reader {
  text(cells: Cells, name: string): string | null;
  number(cells: Cells, name: string): number | null;
}

function reader({ columns }: Rows): Reader {
  const at = new Map(columns.map(({ name }, place) => [name, place]));
  const cell = (cells: Cells, name: string) => cells[at.get(name) ?? -1];
  return {
    text: (cells, name) => {
      const value = cell(cells, name);
      return typeof value === 'string' ? value : null;
    },
    number: (cells, name) => {
      const value = cell(cells, name);
      return typeof value === 'number' ? value : null;
    },
  };
}
