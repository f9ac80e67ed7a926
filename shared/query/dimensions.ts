import { type PeriodGrain, periodGrains } from '../domain/day.ts';

/** What an answer can be grouped by. `period` derives from the production day, `reason` from the lists beneath a record. */
export const dimensions = {
  day: { kind: 'period' },
  week: { kind: 'period' },
  month: { kind: 'period' },
  quarter: { kind: 'period' },
  year: { kind: 'period' },
  site: { kind: 'attribute' },
  line: { kind: 'attribute' },
  shift: { kind: 'attribute' },
  item: { kind: 'attribute' },
  operator: { kind: 'attribute' },
  lot: { kind: 'attribute' },
  unit: { kind: 'attribute' },
  defectReason: { kind: 'reason' },
  downtimeReason: { kind: 'reason' },
} as const satisfies Record<string, { kind: 'period' | 'attribute' | 'reason' }>;

export type Dimension = keyof typeof dimensions;
export type Attribute = { [D in Dimension]: (typeof dimensions)[D]['kind'] extends 'attribute' ? D : never }[Dimension];
export type Reason = 'defectReason' | 'downtimeReason';
/** What a filter can name: everything but periods, which the range covers. */
export type FilterField = Attribute | Reason;

export const dimensionNames = Object.keys(dimensions) as Dimension[];
export const attributeNames = dimensionNames.filter((name): name is Attribute => dimensions[name].kind === 'attribute');
export const filterFields: FilterField[] = [...attributeNames, 'defectReason', 'downtimeReason'];

export function isPeriod(dimension: Dimension): dimension is PeriodGrain {
  return (periodGrains as readonly string[]).includes(dimension);
}

export function isReason(dimension: Dimension): dimension is Reason {
  return dimensions[dimension].kind === 'reason';
}
