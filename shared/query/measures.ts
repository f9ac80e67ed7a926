/**
 * Measures as data. A measure is made of sums; the ratio comes last. A ratio's numerator and denominator are summed
 * over the same records, those where both are recorded, so that a file without defects cannot make a yield of 100 %.
 */

/** A column of the record that can be added up. idealSeconds is ideal cycle x total, resolved in each record. */
export type AddableField =
  | 'plannedQuantity'
  | 'goodQuantity'
  | 'defectQuantity'
  | 'reworkQuantity'
  | 'plannedMinutes'
  | 'runMinutes'
  | 'downMinutes'
  | 'idealSeconds';

export interface SumDefinition {
  /** Added together within a record; the record counts only where all of them are recorded. None: the records are counted. */
  add: readonly AddableField[];
  /** Further fields that must be recorded for the record to count. */
  where?: readonly AddableField[];
}

export const sums = {
  good: { add: ['goodQuantity'] },
  defects: { add: ['defectQuantity'] },
  rework: { add: ['reworkQuantity'] },
  planned: { add: ['plannedQuantity'] },
  runMinutes: { add: ['runMinutes'] },
  downMinutes: { add: ['downMinutes'] },
  total: { add: ['goodQuantity', 'defectQuantity'] },
  goodOfTotal: { add: ['goodQuantity'], where: ['defectQuantity'] },
  defectsOfTotal: { add: ['defectQuantity'], where: ['goodQuantity'] },
  goodOfPlanned: { add: ['goodQuantity'], where: ['plannedQuantity'] },
  plannedOfGood: { add: ['plannedQuantity'], where: ['goodQuantity'] },
  totalOfRun: { add: ['goodQuantity', 'defectQuantity'], where: ['runMinutes'] },
  runOfTotal: { add: ['runMinutes'], where: ['goodQuantity', 'defectQuantity'] },
  runOfPlanned: { add: ['runMinutes'], where: ['plannedMinutes'] },
  plannedMinutesOfRun: { add: ['plannedMinutes'], where: ['runMinutes'] },
  idealOfRun: { add: ['idealSeconds'], where: ['runMinutes'] },
  runOfIdeal: { add: ['runMinutes'], where: ['idealSeconds'] },
  goodOfRework: { add: ['goodQuantity'], where: ['defectQuantity', 'reworkQuantity'] },
  reworkOfTotal: { add: ['reworkQuantity'], where: ['goodQuantity', 'defectQuantity'] },
  totalOfRework: { add: ['goodQuantity', 'defectQuantity'], where: ['reworkQuantity'] },
  recordsOfAvailability: { add: [], where: ['plannedMinutes', 'runMinutes'] },
  recordsOfPerformance: { add: [], where: ['runMinutes', 'idealSeconds'] },
  recordsOfQuality: { add: [], where: ['goodQuantity', 'defectQuantity'] },
} as const satisfies Record<string, SumDefinition>;

export type SumName = keyof typeof sums;
export const sumNames = Object.keys(sums) as SumName[];

/** Whether a sum counts records instead of adding up what they hold. */
export function isCount(name: SumName): boolean {
  return sums[name].add.length === 0;
}

/** Sums of one group in units (not millionths); null where no record had the field. */
export type SumValues = Partial<Record<SumName, number | null>>;

export type MeasureKind = 'count' | 'quantity' | 'minutes' | 'ratio' | 'rate';

export interface Fraction {
  numerator: SumName;
  denominator: SumName;
  factor: number;
}

export interface MeasureDefinition {
  kind: MeasureKind;
  /** Unit as shown; null when it is the unit of the items counted. */
  unit: string | null;
  sums: readonly SumName[];
  /** The value of one group, null for 'no data'. Counts are filled by the engine. */
  value: (values: SumValues) => number | null;
  /** The definition as a person would write it, shown beside the number. */
  formula: string;
  /** Of a ratio or a rate that is one sum over another: which they are, and what their quotient is multiplied by. */
  fraction?: Fraction;
  /** Of a product: the ratios it is made of. */
  factors?: readonly ('availability' | 'performance' | 'quality')[];
  /** Which way is better, for colouring a change; absent when neither is. */
  better?: 'up' | 'down';
}

function ratio(numerator: number | null | undefined, denominator: number | null | undefined): number | null {
  if (numerator == null || denominator == null || denominator === 0) return null;
  return numerator / denominator;
}

function sumOf(name: SumName): Pick<MeasureDefinition, 'sums' | 'value'> {
  return { sums: [name], value: (values) => values[name] ?? null };
}

function ratioOf(
  numerator: SumName,
  denominator: SumName,
  factor = 1,
): Pick<MeasureDefinition, 'sums' | 'value'> & { fraction: Fraction } {
  return {
    sums: [numerator, denominator],
    fraction: { numerator, denominator, factor },
    value: (values) => {
      const quotient = ratio(values[numerator], values[denominator]);
      return quotient === null ? null : quotient * factor;
    },
  };
}

const yieldOf = ratioOf('goodOfTotal', 'total');
/** The share that passed without rework, of records where that is recorded. */
function firstPassYield({ goodOfRework, reworkOfTotal, totalOfRework }: SumValues): number | null {
  if (goodOfRework == null || reworkOfTotal == null) return null;
  return ratio(goodOfRework - reworkOfTotal, totalOfRework);
}

const availability = ratioOf('runOfPlanned', 'plannedMinutesOfRun');
/** ISO 22400-2 effectiveness: planned run time per item x quantity / actual production time. */
const performance = ratioOf('idealOfRun', 'runOfIdeal', 1 / 60);

/** ISO 22400-2 OEE index: availability x effectiveness x quality ratio of the same group. */
function oee(values: SumValues): number | null {
  const factors = [availability.value(values), performance.value(values), yieldOf.value(values)];
  return factors.reduce<number | null>(
    (product, factor) => (product === null || factor === null ? null : product * factor),
    1,
  );
}

export const measures = {
  records: { kind: 'count', unit: null, sums: [], value: () => null, formula: 'number of production records' },
  good: { kind: 'quantity', unit: null, ...sumOf('good'), formula: 'sum of good', better: 'up' },
  defects: { kind: 'quantity', unit: null, ...sumOf('defects'), formula: 'sum of defects', better: 'down' },
  rework: { kind: 'quantity', unit: null, ...sumOf('rework'), formula: 'sum of rework', better: 'down' },
  total: {
    kind: 'quantity',
    unit: null,
    ...sumOf('total'),
    formula: 'good + defects, where both are recorded',
    better: 'up',
  },
  planned: { kind: 'quantity', unit: null, ...sumOf('planned'), formula: 'sum of planned' },
  yield: { kind: 'ratio', unit: '%', ...yieldOf, formula: 'good / (good + defects)', better: 'up' },
  firstPassYield: {
    kind: 'ratio',
    unit: '%',
    sums: ['goodOfRework', 'reworkOfTotal', 'totalOfRework'],
    value: firstPassYield,
    formula: '(good - rework) / (good + defects), where rework is recorded',
    better: 'up',
  },
  medianYield: {
    kind: 'ratio',
    unit: '%',
    sums: [],
    value: () => null,
    formula: 'median over the records of good / (good + defects)',
    better: 'up',
  },
  scrapRate: {
    kind: 'ratio',
    unit: '%',
    ...ratioOf('defectsOfTotal', 'total'),
    formula: 'defects / (good + defects)',
    better: 'down',
  },
  planAttainment: {
    kind: 'ratio',
    unit: '%',
    ...ratioOf('goodOfPlanned', 'plannedOfGood'),
    formula: 'good / planned',
    better: 'up',
  },
  plannedMinutes: {
    kind: 'minutes',
    unit: 'min',
    ...sumOf('plannedMinutesOfRun'),
    formula: 'sum of planned minutes, where run minutes are recorded',
  },
  runMinutes: { kind: 'minutes', unit: 'min', ...sumOf('runMinutes'), formula: 'sum of run minutes' },
  downMinutes: {
    kind: 'minutes',
    unit: 'min',
    ...sumOf('downMinutes'),
    formula: 'sum of down minutes',
    better: 'down',
  },
  throughput: {
    kind: 'rate',
    unit: '/h',
    ...ratioOf('totalOfRun', 'runOfTotal', 60),
    formula: '(good + defects) / run hours',
    better: 'up',
  },
  availability: { kind: 'ratio', unit: '%', ...availability, formula: 'run minutes / planned minutes', better: 'up' },
  performance: {
    kind: 'ratio',
    unit: '%',
    ...performance,
    formula: 'sum of (ideal cycle x total) / run time',
    better: 'up',
  },
  quality: { kind: 'ratio', unit: '%', ...yieldOf, formula: 'good / (good + defects)', better: 'up' },
  oee: {
    kind: 'ratio',
    unit: '%',
    sums: [...new Set([...availability.sums, ...performance.sums, ...yieldOf.sums])],
    value: oee,
    factors: ['availability', 'performance', 'quality'],
    formula: 'availability x performance x quality',
    better: 'up',
  },
  availabilityRecords: {
    kind: 'count',
    unit: null,
    ...sumOf('recordsOfAvailability'),
    formula: 'number of records with planned minutes and run minutes',
  },
  performanceRecords: {
    kind: 'count',
    unit: null,
    ...sumOf('recordsOfPerformance'),
    formula: 'number of records with run minutes, ideal cycle, good and defects',
  },
  qualityRecords: {
    kind: 'count',
    unit: null,
    ...sumOf('recordsOfQuality'),
    formula: 'number of records with good and defects',
  },
  lots: { kind: 'count', unit: null, sums: [], value: () => null, formula: 'number of different lot numbers' },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];

/** Measures that can be split by a reason: only what is recorded for each reason, and how many records name it. */
export const measuresByReason: Record<'defectReason' | 'downtimeReason', readonly Measure[]> = {
  defectReason: ['records', 'defects', 'lots'],
  downtimeReason: ['records', 'downMinutes', 'lots'],
};

/** The sums that measures are made of, each once, in their order; counts and medians are made of none. */
export function sumsBehind(names: readonly Measure[]): SumName[] {
  return [...new Set(names.flatMap((name): readonly SumName[] => measures[name].sums))];
}

/** What the column of a sum is called in an answer, apart from the measure of the same name. */
export function sumColumn<Name extends SumName>(name: Name): `sum.${Name}` {
  return `sum.${name}`;
}

export type SumColumn = `sum.${SumName}`;

/** What a sum counts: quantities in the unit of the items, minutes, seconds, or records. */
export function kindOfSum(name: SumName): 'quantity' | 'minutes' | 'seconds' | 'count' {
  const [field] = sums[name].add;
  if (field === undefined) return 'count';
  if (field === 'idealSeconds') return 'seconds';
  return field.endsWith('Minutes') ? 'minutes' : 'quantity';
}
