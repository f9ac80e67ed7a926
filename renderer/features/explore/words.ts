import type { Dimension } from '../../../shared/query/dimensions.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import { measures as definitions, type Measure, type MeasureDefinition } from '../../../shared/query/measures.ts';
import type { Labels } from '../../../shared/text/labels.ts';
import { unitOf } from '../../charts/answer-rows.ts';
import { decimalsFor, type Format } from '../../lib/format.ts';
import type { ShownAnswer } from '../../lib/use-report.ts';
import type { Member } from './parts.ts';
import type { text } from './text.ts';
import type { By } from './view.ts';

export type Words = (typeof text)['en'];

/** How members, measures and splits are called in the language of the window. */
export interface Names {
  member: (dimension: Dimension, member: Member) => string;
  memberShort: (dimension: Dimension, member: Member) => string;
  by: (by: By) => string;
  measure: (measure: Measure) => string;
}

export function namesOf(t: Words, labels: Labels, format: Format, items: ReadonlyMap<string, string>): Names {
  const special = (member: Member) => {
    if (member.of === 'others') return t.others;
    if (member.of === 'all') return t.total;
    return member.value === null ? t.notRecorded : null;
  };
  return {
    member: (dimension, member) => {
      const value = member.of === 'value' ? (member.value ?? '') : '';
      if (special(member) !== null) return special(member) ?? '';
      if (isPeriod(dimension)) return format.period(value, dimension);
      const name = dimension === 'item' ? items.get(value) : undefined;
      return name ? `${value} ${name}` : value;
    },
    memberShort: (dimension, member) => {
      const value = member.of === 'value' ? (member.value ?? '') : '';
      if (special(member) !== null) return special(member) ?? '';
      return isPeriod(dimension) ? format.periodShort(value, dimension) : value;
    },
    by: (by) => (by === 'time' ? t.time : labels.dimensions[by]),
    measure: (measure) => labels.measures[measure],
  };
}

/** The question of a view: 'Defects by month and line'. */
export function titleOf(
  view: { measures: readonly Measure[]; by: readonly Dimension[] },
  names: Names,
  t: Words,
  format: Format,
): string {
  const measures = format.list(view.measures.map(names.measure));
  // In the middle of a sentence, where the language has capitals.
  const by = view.by.map((each) => names.by(each).toLocaleLowerCase(format.locale));
  return by.length === 0 ? measures : t.title(measures, format.list(by));
}

/** How the values of a measure are written, the same precision in all of them. */
export interface MeasureFormat {
  /** Without its unit, which is said once. */
  full: (value: number | null) => string;
  tick: (value: number) => string;
  unit: string;
}

export function measureFormat(
  measure: Measure,
  answer: ShownAnswer | undefined,
  values: readonly (number | null)[],
  format: Format,
): MeasureFormat {
  const { kind }: MeasureDefinition = definitions[measure];
  if (kind === 'ratio') {
    const known = values.filter((value) => value !== null);
    const span = Math.max(...known, 0) - Math.min(...known, 1);
    const decimals = known.length > 1 && span < 0.02 ? 2 : 1;
    return {
      full: (value) => format.percent(value, decimals),
      tick: (value) => format.percent(value, span < 0.02 ? 2 : span < 0.1 ? 1 : 0),
      unit: '%',
    };
  }
  const decimals = kind === 'count' ? 0 : decimalsFor([...values]);
  const unit = unitOf(answer, measure);
  return {
    full: (value) => format.number(value, decimals),
    tick: (value) => format.compact(value),
    unit: unit === 'mixed' ? '' : (unit ?? ''),
  };
}
