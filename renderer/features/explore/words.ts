import type { Dimension } from '../../../shared/query/dimensions.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { By } from '../../../shared/questions/explore/view.ts';
import type { Labels } from '../../../shared/text/labels.ts';
import type { Format } from '../../lib/format.ts';
import type { Member } from './parts.ts';
import type { text } from './text.ts';

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
