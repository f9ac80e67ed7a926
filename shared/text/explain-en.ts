import type { FilterField } from '../query/dimensions.ts';
import type { PlanReason } from '../query/plan-reasons.ts';
import { en } from './en.ts';
import type { ExplainWords } from './explain.ts';

const count = (value: number) => value.toLocaleString('en');
const counted = (value: number, one: string) => `${count(value)} ${value === 1 ? one : `${one}s`}`;
const nameOf = (field: FilterField) => en.dimensions[field].toLowerCase();
const span = (from: string, to: string) => (from === to ? from : `${from} to ${to}`);

function edges(days: readonly number[]): string {
  return days.length === 0
    ? ''
    : `, ${days.join(' + ')} edge ${days.length === 1 && days[0] === 1 ? 'day' : 'days'} from days`;
}

function reasonWords(reason: PlanReason): string {
  switch (reason.code) {
    case 'lotsAreCounted':
      return 'no rollup: different lots cannot be added up, they are counted from records';
    case 'mediansAreFound':
      return 'no rollup: the medians of parts do not make a median, it is found among the records';
    case 'rollupWithoutReasons':
      return `${reason.rollup}: keeps no reasons`;
    case 'rollupByReason':
      return `${reason.rollup}: is split by ${nameOf(reason.reason)}`;
    case 'rollupLacks':
      return `${reason.rollup}: does not keep ${reason.fields.map(nameOf).join(', ')}`;
    case 'rollupChosen':
      return `answered by the rollup '${reason.rollup}', the smallest that keeps all that is asked`;
    case 'wholeMonths':
      return `${span(reason.from, reason.to)} from months${edges(reason.edgeDays)}`;
    case 'daysOfPeriod':
      return `${span(reason.from, reason.to)} from days: a ${reason.period} is not made of months`;
    case 'daysOfParts':
      return `${span(reason.from, reason.to)} from days: no month lies in the range as a whole`;
    case 'noDays':
      return 'no file holds a day of the range';
    case 'sumsByDayAlone':
      return `${reason.partition} by day alone: the sum of a month is too large to be held exactly`;
    case 'columnsScanned':
      return `${counted(reason.records, 'record')} of ${counted(reason.months, 'month')} scanned in columns: each month that holds days of the range`;
    case 'readByLot':
      return `read by ${reason.index}: the filter on lot is narrower than the range`;
    case 'readByDay':
      return `read by ${reason.index}: the range decides what is read`;
  }
}

export const explainEn: ExplainWords = {
  source(source) {
    if (source.of === 'columns') return 'columns in memory';
    if (source.of === 'rollup') return `rollup '${source.rollup}'${source.in === 'memory' ? ' in memory' : ''}`;
    const slices = source.slices === null ? '' : ` in ${counted(source.slices, 'slice')}`;
    return `records by ${source.index}${slices}`;
  },
  reason: reasonWords,
  partition(reason) {
    if (reason.code === 'inRange') return 'holds days of the range';
    return reason.code === 'empty' ? 'holds no records' : `holds ${reason.from} to ${reason.to}, outside the range`;
  },
  steps: {
    plan: 'Planning',
    wait: 'Waiting for a reader',
    read: 'Reading',
    merge: 'Putting together',
    finish: 'Ordering and computing',
  },
};
