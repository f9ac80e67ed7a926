/**
 * A segment: the records of one month of one file as columns, ordered by production day and then by id, in one block of
 * shared memory that threads pass without a copy and that is written to disk as it is.
 * 1. A header of doubles: what the segment is, then one entry for each column.
 * 2. The row on which each day begins; the days themselves need no column.
 * 3. The columns, each in the narrowest array that holds its values.
 * 4. Of keys that stay the same over many records, the rows on which another one begins: records of a day come line by
 *    line, and whoever wants one operator's passes over the others' a shift at a time.
 */
import type { Attribute } from '../../shared/query/dimensions.ts';
import type { AddableField } from '../../shared/query/measures.ts';

export type KeyColumn = Exclude<Attribute, 'lot'>;
export const keyColumnNames = ['site', 'line', 'shift', 'item', 'operator', 'unit'] as const satisfies KeyColumn[];
export const amountColumnNames = [
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'reworkQuantity',
  'plannedMinutes',
  'runMinutes',
  'downMinutes',
  'idealSeconds',
] as const satisfies AddableField[];
export type AmountColumn = (typeof amountColumnNames)[number];

/** Amounts by reason stand beneath the records: the row they belong to, the reason's key (0: explained by none), the amount. */
export const reasonColumnNames = [
  'defectRow',
  'defectReason',
  'defectAmount',
  'downtimeRow',
  'downtimeReason',
  'downtimeAmount',
] as const;

const dataColumnNames = ['id', ...keyColumnNames, ...amountColumnNames, ...reasonColumnNames] as const;
const columnNames = [...dataColumnNames, ...keyColumnNames.map((name) => `${name}Runs` as const)] as const;
/** A column that is given; those of runs are made from the keys. */
export type DataColumnName = (typeof dataColumnNames)[number];
export type ColumnName = (typeof columnNames)[number];

/** Runs are kept where they hold so many records at least, on average. */
const RECORDS_A_RUN = 16;

/** At most four kinds of array reach the loops of a scan: with more, V8 gives up on making their accesses fast. */
export type ColumnValues = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A column to be read: what it stands for is `base + values[row] * step`, or nothing where values[row] is `missing`. */
export interface Column {
  /** Null when every row has the same value, `base`: NaN for an amount that no record has. */
  values: ColumnValues | null;
  base: number;
  step: number;
  /** Null when every row has a value. */
  missing: number | null;
  length: number;
  /** Sum of the sizes of the values, in steps: no sum over any of them can be larger. */
  largestSum: number;
}

export interface Segment {
  records: number;
  firstDay: number;
  /** Row on which day `firstDay + index` begins; one more than there are days. */
  dayStarts: Int32Array;
  column(name: ColumnName): Column;
  /** The rows on which the key becomes another one, from 0 on; null where it does so too often, or never. */
  runs(name: KeyColumn): ColumnValues | null;
}

/** A column to be written: values in millionths (amounts) or keys; NaN where an amount is not recorded. */
export interface ColumnInput {
  values: Float64Array;
  /** Amounts shrink to the largest step that is exact; ids count from the smallest. */
  shrink: 'by step' | 'from smallest' | 'not';
}

/** First number of every segment; another format has another one. */
const FORMAT = 20_261_123;
const SEGMENT_FIELDS = 5;
const COLUMN_FIELDS = 7;
const HEADER_FIELDS = SEGMENT_FIELDS + columnNames.length * COLUMN_FIELDS;

interface Kind {
  bytes: number;
  open(buffer: SharedArrayBuffer, offset: number, length: number): ColumnValues;
  smallest: number;
  largest: number;
  missing: number;
}

const kinds: readonly Kind[] = [
  { bytes: 1, open: (...block) => new Uint8Array(...block), smallest: 0, largest: 254, missing: 255 },
  { bytes: 2, open: (...block) => new Uint16Array(...block), smallest: 0, largest: 65_534, missing: 65_535 },
  {
    bytes: 4,
    open: (...block) => new Int32Array(...block),
    smallest: -(2 ** 31) + 1,
    largest: 2 ** 31 - 1,
    missing: -(2 ** 31),
  },
  {
    bytes: 8,
    open: (...block) => new Float64Array(...block),
    smallest: Number.MIN_SAFE_INTEGER,
    largest: Number.MAX_SAFE_INTEGER,
    missing: Number.NEGATIVE_INFINITY,
  },
];
const CONSTANT = -1;

/** Units, hundredths, thousandths, millionths: the quantities of a plant are multiples of one of them. */
const steps = [1_000_000, 10_000, 1_000, 1] as const;

/**
 * Packs columns into a segment, with a digest of what the records hold beside them, so that segments of the same bytes are of the same
 * records. Throws when a value is beyond what a double holds exactly.
 */
export function packSegment(
  days: { first: number; starts: Int32Array; unkept: number },
  columns: Record<DataColumnName, ColumnInput>,
): SharedArrayBuffer {
  const shapes = [
    ...dataColumnNames.map((name) => shapeOf(columns[name])),
    ...keyColumnNames.map((name) => shapeOf({ values: runsIn(columns[name].values), shrink: 'not' })),
  ];
  let end = HEADER_FIELDS * 8 + days.starts.byteLength;
  const offsets = shapes.map(({ kind, input }) => {
    const offset = Math.ceil(end / 8) * 8;
    if (kind !== CONSTANT) end = offset + input.values.length * (kinds[kind]?.bytes ?? 0);
    return offset;
  });
  const buffer = new SharedArrayBuffer(Math.ceil(end / 8) * 8);
  const header = new Float64Array(buffer, 0, HEADER_FIELDS);
  header.set([FORMAT, days.starts.at(-1) ?? 0, days.first, days.starts.length, days.unkept]);
  new Int32Array(buffer, HEADER_FIELDS * 8, days.starts.length).set(days.starts);
  shapes.forEach((shape, index) => {
    const { kind, base, step, hasMissing, largestSum, input } = shape;
    const offset = offsets[index] ?? 0;
    header.set(
      [kind, offset, input.values.length, base, step, hasMissing ? 1 : 0, largestSum],
      SEGMENT_FIELDS + index * COLUMN_FIELDS,
    );
    if (kind !== CONSTANT) fill(buffer, offset, shape);
  });
  return buffer;
}

/** Looks into a block that packSegment made; null when it is not one, or of another format. */
export function openSegment(buffer: SharedArrayBuffer): Segment | null {
  if (buffer.byteLength < HEADER_FIELDS * 8) return null;
  const header = new Float64Array(buffer, 0, HEADER_FIELDS);
  const [format, records = 0, firstDay = 0, days = 0] = header;
  if (format !== FORMAT) return null;
  const column = (name: ColumnName): Column => {
    const at = SEGMENT_FIELDS + columnNames.indexOf(name) * COLUMN_FIELDS;
    const [kind = CONSTANT, offset = 0, length = 0, base = 0, step = 1, hasMissing = 0, largestSum = 0] =
      header.subarray(at, at + COLUMN_FIELDS);
    const of = kinds[kind];
    if (!of) return { values: null, base, step, missing: null, length, largestSum };
    return {
      values: of.open(buffer, offset, length),
      base,
      step,
      missing: hasMissing ? of.missing : null,
      length,
      largestSum,
    };
  };
  return {
    records,
    firstDay,
    dayStarts: new Int32Array(buffer, HEADER_FIELDS * 8, days),
    column,
    runs: (name) => column(`${name}Runs`).values,
  };
}

/** The rows on which another value begins; none where that is so often that they are of no use. */
function runsIn(values: Float64Array): Float64Array {
  const starts: number[] = [];
  for (let row = 0; row < values.length; row++) if (row === 0 || values[row] !== values[row - 1]) starts.push(row);
  return starts.length * RECORDS_A_RUN > values.length ? new Float64Array() : Float64Array.from(starts);
}

interface Shape {
  input: ColumnInput;
  kind: number;
  base: number;
  step: number;
  hasMissing: boolean;
  largestSum: number;
}

function shapeOf(input: ColumnInput): Shape {
  const { values, shrink } = input;
  let [smallest, largest, sizes, missing] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) {
      missing++;
      continue;
    }
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
    sizes += Math.abs(value);
  }
  if (missing === values.length)
    return { input, kind: CONSTANT, base: Number.NaN, step: 1, hasMissing: false, largestSum: 0 };
  const constant = shrink === 'not' && missing === 0 && smallest === largest;
  if (constant) return { input, kind: CONSTANT, base: smallest, step: 1, hasMissing: false, largestSum: sizes };
  const step = shrink === 'by step' ? (steps.find((candidate) => values.every(isMultipleOf(candidate))) ?? 1) : 1;
  const base = shrink === 'from smallest' ? smallest : 0;
  const [low, high] = [(smallest - base) / step, (largest - base) / step];
  const kind = kinds.findIndex((candidate) => low >= candidate.smallest && high <= candidate.largest);
  if (kind < 0) throw new Error('A value of a record is beyond what a double holds exactly.');
  return { input, kind, base, step, hasMissing: missing > 0, largestSum: Math.ceil(sizes / step) };
}

function isMultipleOf(step: number): (value: number) => boolean {
  return (value) => Number.isNaN(value) || value % step === 0;
}

function fill(buffer: SharedArrayBuffer, offset: number, { input, kind, base, step }: Shape): void {
  const of = kinds[kind];
  if (!of) return;
  const target = of.open(buffer, offset, input.values.length);
  input.values.forEach((value, row) => {
    target[row] = Number.isNaN(value) ? of.missing : (value - base) / step;
  });
}
