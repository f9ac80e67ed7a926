/**
 * A view as questions. Each split has members that are shown by name, those with the most first; what lies beyond them is
 * 'others', and the foot of a table is 'all'. None of these is added up here: each combination is a question of its own,
 * which the engine answers from the records, so that a yield of 'others' is the yield of all their records together.
 *
 * By a reason there is no such question, as a record may have several: there, amounts are added up, and what cannot be added
 * up, how many records or lots, is no data.
 */
import { type Dimension, isPeriod, isReason } from '../../../shared/query/dimensions.ts';
import type { GroupValues } from '../../../shared/query/measure-drivers.ts';
import { measures as definitions, type Measure, type SumColumn } from '../../../shared/query/measures.ts';
import type { Filter, GroupRange, ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { ShownAnswer } from '../../lib/use-report.ts';

/** How much of a split a part holds. */
export type Mode = 'each' | 'others' | 'all';

export interface Axis {
  dimension: Dimension;
  /** The values shown by name; null where all are, as with periods. */
  named: readonly (string | null)[] | null;
  /** Whether there are values beyond those named. */
  hasOthers: boolean;
  /** Whether ranges of measures kept the named values alone, so that the whole is theirs. */
  isCut?: boolean;
}

export interface Part {
  modes: readonly Mode[];
  query: ReportQueryInput;
}

type Values = GroupValues;

/** The question for the values of a split to be shown by name: those with the most of a measure. */
export function membersQuery(
  scope: ChartScope,
  {
    dimension,
    measure,
    top,
    ranges,
  }: { dimension: Dimension; measure: Measure; top: number; ranges: readonly GroupRange[] },
): ReportQueryInput {
  return {
    measures: [...new Set([measure, ...ranges.map((range) => range.measure)])],
    ...(ranges.length > 0 ? { groupRanges: [...ranges] } : {}),
    dimensions: [dimension],
    from: scope.from,
    to: scope.to,
    filters: scope.filters,
    orderBy: [{ field: measure, direction: 'desc' }],
    limit: top,
  };
}

/** Every combination of what splits hold: with totals where asked for, the first of them the one by name throughout. */
export function modesOf(axes: readonly Axis[], withTotals: 'none' | 'whole' | 'every'): Mode[][] {
  const combined = axes.reduce<Mode[][]>(
    (before, { hasOthers }) => {
      const modes: Mode[] = [
        'each',
        ...(hasOthers ? ['others' as const] : []),
        ...(withTotals === 'every' ? ['all' as const] : []),
      ];
      return before.flatMap((each) => modes.map((mode) => [...each, mode]));
    },
    [[]],
  );
  const whole = withTotals === 'whole' && axes.length > 0 ? [axes.map(() => 'all' as const)] : [];
  return [...combined, ...whole];
}

/** The question for one combination. */
export function partQuery(
  scope: ChartScope,
  measures: readonly Measure[],
  axes: readonly Axis[],
  modes: readonly Mode[],
  rest: Pick<ReportQueryInput, 'orderBy' | 'limit' | 'groupRanges'> = {},
): ReportQueryInput {
  const filters = axes.flatMap(({ dimension, named, isCut }, at): Filter[] => {
    if (named === null || isPeriod(dimension) || (modes[at] === 'all' && !isCut)) return [];
    return [{ field: dimension, in: [...named], ...(modes[at] === 'others' ? { not: true as const } : {}) }];
  });
  const dimensions = axes.filter(({ dimension }, at) => modes[at] === 'each' || isReason(dimension));
  return {
    measures: [...measures],
    dimensions: dimensions.map(({ dimension }) => dimension),
    from: scope.from,
    to: scope.to,
    filters: [...scope.filters, ...filters],
    ...rest,
  };
}

/** The groups of all parts by their coordinates. */
export interface Cube {
  axes: readonly Axis[];
  /** The measures at these members, one a split; undefined where there is no record. */
  at(members: readonly Member[]): Values | undefined;
  /** The members of a split in the order of the answer, 'others' last. */
  members(axis: number): readonly Member[];
  /** Coordinates in the order in which the answer by name throughout gives them. */
  rows: readonly (readonly Member[])[];
  /** How many groups there are by name throughout, of which the rows may be the first ones. */
  groups: number;
}

/** A place along a split: a value (null: not recorded), what is not shown by name, or all of it. */
export type Member = { of: 'value'; value: string | null } | { of: 'others' } | { of: 'all' };

export const others: Member = { of: 'others' };
export const all: Member = { of: 'all' };

/** A member as text that tells it from the others of its split. */
export function memberId(member: Member): string {
  if (member.of !== 'value') return member.of;
  return member.value === null ? 'none' : `=${member.value}`;
}

/** Puts the answers of the parts together; an answer that is not there yet leaves its groups out. */
export function toCube(
  axes: readonly Axis[],
  parts: readonly Part[],
  answers: readonly (ShownAnswer | undefined)[],
): Cube {
  const groups = new Map<string, Values>();
  const rows: Member[][] = [];
  const seen = axes.map(() => new Map<string, Member>());
  parts.forEach(({ modes }, at) => {
    const answer = answers[at];
    if (!answer) return;
    const isByName = modes.every((mode) => mode === 'each');
    for (const cells of answer.rows) {
      const { members, values } = placeOf(axes, modes, answer, cells);
      members.forEach((member, axis) => {
        if (member.of === 'value') seen[axis]?.set(memberId(member), member);
      });
      if (isByName) rows.push(members);
      const key = keyOf(members);
      const before = groups.get(key);
      groups.set(key, before ? added(before, values) : isSummed(axes, modes) ? addable(values) : values);
    }
  });
  return {
    axes,
    at: (members) => groups.get(keyOf(members)),
    members: (axis) => {
      const { named = null, hasOthers = false } = axes[axis] ?? {};
      const known = named?.map((value): Member => ({ of: 'value', value })) ?? [...(seen[axis]?.values() ?? [])];
      return hasOthers ? [...known, others] : known;
    },
    rows,
    groups: answers[0]?.groups ?? 0,
  };
}

function keyOf(members: readonly Member[]): string {
  return members.map(memberId).join('\u0000');
}

function placeOf(
  axes: readonly Axis[],
  modes: readonly Mode[],
  { columns }: ShownAnswer,
  cells: ShownAnswer['rows'][number],
): { members: Member[]; values: Values } {
  const cellOf = (name: string) => cells[columns.findIndex((column) => column.name === name)];
  const members = axes.map(({ dimension }, at): Member => {
    if (modes[at] === 'others') return others;
    if (modes[at] === 'all') return all;
    const cell = cellOf(dimension);
    return { of: 'value', value: typeof cell === 'string' ? cell : null };
  });
  const values: Values = {};
  columns.forEach(({ name }, at) => {
    const cell = cells[at];
    if (name in definitions || name.startsWith('sum.'))
      values[name as Measure | SumColumn] = typeof cell === 'number' ? cell : null;
  });
  return { members, values };
}

/** Whether a part is answered by reason and has to be added up. */
function isSummed(axes: readonly Axis[], modes: readonly Mode[]): boolean {
  return axes.some(({ dimension }, at) => isReason(dimension) && modes[at] !== 'each');
}

/** A record with two reasons stands in two groups: amounts add up, counts do not. */
function addable(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isCount(name) ? null : value]));
}

function isCount(name: string): boolean {
  return name in definitions && definitions[name as Measure].kind === 'count';
}

function added(before: Values, values: Values): Values {
  return Object.fromEntries(
    Object.entries(addable(values)).map(([name, value]) => {
      const sum = before[name as Measure | SumColumn];
      return [name, value == null ? (sum ?? null) : (sum ?? 0) + value];
    }),
  );
}
