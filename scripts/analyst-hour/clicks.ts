/**
 * What an analyst does in an hour, as tasks of several clicks each: looks how it went, follows what is odd down to the records,
 * compares, comes back. Who works on a few lines and items asks of these more than of others. Nothing here knows of the cache.
 */
import type { Random } from '../../db/sample/random.ts';
import { dayFromIso, daysOfMonthIndex, isoFromDay, monthIndexOfDay } from '../../shared/domain/day.ts';
import { type DateRange, rangePresets } from '../../shared/domain/range.ts';
import type { FilterField } from '../../shared/query/dimensions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import { datesOf, type Extent, firstView, type View } from './view.ts';

/** What there is to click on. */
export interface Plant {
  lines: readonly string[];
  shifts: readonly string[];
  items: readonly string[];
  lots: readonly string[];
}

/** A change of what a window shows, or a reload, after which it holds nothing. */
export type Click = { to: View } | 'reload';

type Task = (now: View, random: Random, plant: Plant, extent: Extent) => Generator<Click>;

/** How often a task comes up among others. */
const tasks: readonly { often: number; task: Task }[] = [
  { often: 5, task: lookAround },
  { often: 6, task: drillDown },
  { often: 5, task: followLine },
  { often: 4, task: followItem },
  { often: 4, task: readRecords },
  { often: 2, task: findLot },
  { often: 2, task: compareYears },
  { often: 1, task: comeBack },
];

/** Clicks without end; `plant` and `extent` are asked when they are needed, as the store grows. */
export function* clicksOf(random: Random, plant: Plant, extentNow: () => Extent): Generator<Click, never> {
  const all = tasks.flatMap(({ often, task }) => Array.from({ length: often }, () => task));
  let view = firstView;
  yield { to: view };
  for (;;) {
    for (const click of random.pick(all)(view, random, plant, extentNow())) {
      if (click !== 'reload') view = click.to;
      yield click;
    }
  }
}

/** The ranges one looks at, one after the other, without anything else. */
function* lookAround(now: View, random: Random): Generator<Click> {
  const home: View = { ...now, screen: 'overview', search: '', list: null, page: 0 };
  yield { to: { ...home, range: 'last30days' } };
  if (random.chance(0.7)) yield { to: { ...home, range: 'last7days' } };
  if (random.chance(0.3)) yield { to: { ...home, range: random.pick(rangePresets) } };
  yield { to: { ...home, range: 'last12months' } };
}

/** From the year to a month, to a day of it, to its records, and back by the same way. */
function* drillDown(now: View, random: Random, _plant: Plant, extent: Extent): Generator<Click> {
  const year: View = { ...now, screen: 'overview', range: 'last12months', search: '', list: null, page: 0 };
  yield { to: year };
  const month: View = { ...year, range: monthOf(datesOf(year, extent), random) };
  yield { to: month };
  if (random.chance(0.7)) {
    const day: View = { ...month, range: dayOf(datesOf(month, extent), random) };
    yield { to: day };
    if (random.chance(0.5)) {
      yield { to: { ...day, screen: 'records' } };
      yield { to: day };
    }
    yield { to: month };
  }
  yield { to: year };
}

function* followLine(now: View, random: Random, plant: Plant): Generator<Click> {
  const all: View = { ...now, screen: 'overview', search: '', list: null, page: 0, filters: [] };
  yield { to: all };
  const line: View = { ...all, filters: [filterOn('line', favourite(random, plant.lines))] };
  yield { to: line };
  if (random.chance(0.5)) yield { to: { ...line, range: 'last30days' } };
  if (random.chance(0.4)) {
    yield { to: { ...line, filters: [...line.filters, filterOn('shift', random.pick(plant.shifts))] } };
    yield { to: line };
  }
  if (random.chance(0.5)) yield { to: { ...line, filters: [filterOn('line', favourite(random, plant.lines))] } };
  yield { to: all };
}

/** Finds an item in the list by what its code contains, and looks how it went with it. */
function* followItem(now: View, random: Random, plant: Plant): Generator<Click> {
  const all: View = { ...now, screen: 'overview', search: '', list: null, page: 0, filters: [] };
  const item = favourite(random, plant.items);
  yield { to: { ...all, list: { field: 'item', search: '' } } };
  yield { to: { ...all, list: { field: 'item', search: item.slice(0, 3) } } };
  const one: View = { ...all, filters: [filterOn('item', item)] };
  yield { to: one };
  if (random.chance(0.6)) yield { to: { ...one, range: 'last90days' } };
  if (random.chance(0.3)) yield { to: { ...one, screen: 'records' } };
  yield { to: all };
}

function* readRecords(now: View, random: Random): Generator<Click> {
  const records: View = { ...now, screen: 'records', search: '', list: null, page: 0 };
  yield { to: records };
  for (let page = 1; page <= random.below(4); page++) yield { to: { ...records, page } };
  yield { to: { ...records, screen: 'overview', page: 0 } };
}

function* findLot(now: View, random: Random, plant: Plant): Generator<Click> {
  const records: View = { ...now, screen: 'records', filters: [], list: null, page: 0 };
  yield { to: { ...records, search: random.pick(plant.lots) } };
  yield { to: { ...records, search: '' } };
}

function* compareYears(now: View): Generator<Click> {
  const home: View = { ...now, screen: 'overview', search: '', list: null, page: 0 };
  for (const range of ['lastYear', 'thisYear', 'lastYear', 'last12months'] as const) yield { to: { ...home, range } };
}

/** After a while away the window is opened anew. */
function* comeBack(): Generator<Click> {
  yield 'reload';
  yield { to: firstView };
}

/** One works on a few of them, and looks at others now and then. */
function favourite(random: Random, values: readonly string[]): string {
  return random.pick(random.chance(0.7) ? values.slice(0, 3) : values);
}

function filterOn(field: FilterField, value: string): Filter {
  return { field, in: [value] };
}

/** A month of a range, mostly one of the last. */
function monthOf({ from, to }: DateRange, random: Random): DateRange {
  const [first, last] = [from, to].map((date) => monthIndexOfDay(dayFromIso(date) ?? 0)) as [number, number];
  const back = random.chance(0.6) ? random.below(2) : random.below(last - first + 1);
  const days = daysOfMonthIndex(Math.max(first, last - back));
  return { from: isoFromDay(days.first), to: isoFromDay(days.last) };
}

function dayOf({ from, to }: DateRange, random: Random): DateRange {
  const [first, last] = [dayFromIso(from) ?? 0, dayFromIso(to) ?? 0];
  const day = isoFromDay(last - random.below(last - first + 1));
  return { from: day, to: day };
}
