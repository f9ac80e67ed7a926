import type { FilterField } from '../query/dimensions.ts';
import type { PlanReason } from '../query/plan-reasons.ts';
import { isOneId, type LookupBound, type LookupCondition, lookupBounds, type PlanLine } from '../query/query-plan.ts';
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
    case 'recordsAreLookedAt':
      return 'no rollup: what single records hold is kept in none, each of them is looked at';
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
    case 'rollupLarger':
      return `${reason.rollup}: could answer as well, and is larger`;
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
    case 'readByAdvised':
      return `read by ${reason.index}: ${reason.because === 'covers' ? 'it holds all that is asked' : 'the filters are narrower than the range'}`;
  }
}

const lying: Record<LookupBound['lies'], string> = {
  equal: 'equal to a value',
  between: 'between two values',
  from: 'from a value on',
  upTo: 'up to a value',
};

function conditionWords(conditions: readonly LookupCondition[]): string {
  const words = lookupBounds(conditions).map(({ column, lies }) => `${column} ${lying[lies]}`);
  return words.length === 0 ? '' : ` by ${words.join(' and ')}`;
}

const sorts = {
  group: 'Gathers the rows in a sorted table of its own, to group them',
  order: 'Sorts the rows',
  distinct: 'Keeps what was there before, to leave out repeats',
};

function planWords(means: PlanLine): string | null {
  switch (means.code) {
    case 'scan':
      return `Reads every row of ${means.table}`;
    case 'scanIndex':
      return means.covering
        ? `Reads every entry of the index ${means.index}, which holds all that is wanted`
        : `Reads ${means.table} in the order of the index ${means.index}`;
    case 'searchIndex': {
      const where = conditionWords(means.conditions);
      if (means.automatic) return `Makes an index of ${means.table} for this statement alone and looks up${where}`;
      const rows = means.covering ? 'which holds all that is wanted' : `and reads each row found in ${means.table}`;
      return `Looks up in the index ${means.index ?? ''}${where}, ${rows}`;
    }
    case 'searchKey':
      if (isOneId(means.conditions)) return `Reads the row of ${means.table} that has an id`;
      return `Looks up in ${means.table} itself${conditionWords(means.conditions)}`;
    case 'searchTexts':
      return `Asks the search index ${means.table}`;
    case 'readList':
      return 'Goes through the values of a filter';
    case 'readPart':
      return `Goes through the rows of part ${means.part}`;
    case 'oneRow':
      return 'Makes one row, without reading';
    case 'sort':
      return means.onlyLast ? `${sorts[means.purpose]}, where the order read leaves them equal` : sorts[means.purpose];
    case 'part':
      return means.kept ? `Makes part ${means.part} and keeps its rows` : `Makes part ${means.part}, row by row`;
    case 'valueForEachRow':
      return 'For each row';
    case 'valueOnce':
      return 'Once, for a value';
    case 'listOnce':
      return 'Once, for a list to compare with';
    case 'severalParts':
      return 'Several parts, one after the other';
    case 'firstPart':
      return 'The first part';
    case 'furtherPart':
      return means.how === 'UNION ALL' ? 'A further part' : `A further part (${means.how})`;
    case 'severalIndexes':
      return 'Looks up in several indexes';
    case 'oneOfSeveralIndexes':
      return `Look-up ${means.number}`;
    case 'makeBloomFilter':
      return 'Makes a rough list of keys, which spares looking up most of those that are not there';
    case 'useBloomFilter':
      return `Passes over what is not in the rough list of ${means.table}`;
    case 'unknown':
      return null;
  }
}

export const explainEn: ExplainWords = {
  source(source) {
    if (source.of === 'page') return explainEn.ways[source.way];
    if (source.of === 'columns') return 'columns in memory';
    if (source.of === 'rollup') return `rollup '${source.rollup}'${source.in === 'memory' ? ' in memory' : ''}`;
    const slices = source.slices === null ? '' : ` in ${counted(source.slices, 'slice')}`;
    return `records by ${source.index}${slices}`;
  },
  reason: reasonWords,
  partition(reason) {
    if (reason.code === 'inRange') return 'holds days of the range';
    if (reason.code === 'setAside') {
      return `set aside, as it cannot be read: ${counted(reason.records, 'record')} of ${span(reason.from, reason.to)} are missing. ${reason.because}`;
    }
    if (reason.code === 'doubted') {
      return `read, but not what was sealed: do not rely on its ${counted(reason.records, 'record')} of ${span(reason.from, reason.to)}. ${reason.because}`;
    }
    if (reason.code === 'damaged') {
      return `read, but damage was found in it: do not rely on its ${counted(reason.records, 'record')} of ${span(reason.from, reason.to)}. ${reason.because}`;
    }
    if (reason.code === 'changed') {
      return `read, but was changed from outside and is still to be compared with its seal: ${counted(reason.records, 'record')} of ${span(reason.from, reason.to)}`;
    }
    if (reason.code === 'rebuilt') {
      if (reason.lost === 0) {
        return `rebuilt from what could still be read: all ${counted(reason.of, 'record')} of ${span(reason.from, reason.to)} are there, of which single values may differ`;
      }
      return `incomplete: ${counted(reason.lost, 'record')} of ${count(reason.of)} from ${span(reason.from, reason.to)} were lost when it was rebuilt from what could still be read`;
    }
    return reason.code === 'empty' ? 'holds no records' : `holds ${reason.from} to ${reason.to}, outside the range`;
  },
  queryPlan: ({ means, line }) => planWords(means) ?? line,
  steps: {
    plan: 'Planning',
    wait: 'Waiting for a reader',
    read: 'Reading',
    merge: 'Putting together',
    finish: 'Ordering and computing',
  },
  ways: {
    columns:
      'Found in the columns in memory, which know the order and the filters; then read from the files by their ids',
    searchIndex: 'Found by the search index; the finds of the latest searches are kept',
    oneByOne: 'Looked for record by record, as no index leads to them',
    inOrder: 'Read from the files in the order that is shown',
    byId: 'Read by its id',
  },
};
