import { partsOfDay } from '../../shared/domain/day.ts';
import { lines } from './plant-lines.ts';

/** A shift of the sample plant: eight hours from `startsAtHour` of the production day. */
export const shifts = [
  { name: 'Early', startsAtHour: 6 },
  { name: 'Late', startsAtHour: 14 },
  { name: 'Night', startsAtHour: 22 },
] as const;

/** Times are rounded to ticks, a tenth of a minute: in seconds, in millionths of a minute, and in a shift. */
export const TICK_SECONDS = 6;
export const TICK_MILLIONTHS = 100_000;
export const SHIFT_TICKS = 4_800;

/** One line in one shift, by their places in `lines` and `shifts`. */
export interface Slot {
  line: number;
  shift: number;
}

/** Demand by month, January first, as a share of the average. */
const demand = [0.93, 0.97, 1.06, 1.08, 1.04, 1.0, 0.94, 0.98, 1.09, 1.07, 1.02, 0.86];
/** The one that is watched over in shutdowns: the first that may not stand still on a Sunday either. */
const watchedLine = lines.findIndex((line) => line.sunday);
const LINES_TOGETHER = 4;
const SATURDAY = 5;
const SUNDAY = 6;

/** Whose turn it is among `count`, from 0, when turns are counted by `number`, which may be negative. */
export function turn(number: number, count: number): number {
  return ((number % count) + count) % count;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOfDay(day: number): number {
  return turn(day + 3, 7);
}

/** Monday-to-Sunday weeks, counted. */
export function weekNumberOfDay(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The plant stands still, but for a watch on one line, in the first half of August and around the turn of the year. */
export function isShutdown(day: number): boolean {
  const { month, day: date } = partsOfDay(day);
  return (month === 8 && date <= 14) || (month === 12 && date >= 24) || (month === 1 && date === 1);
}

/**
 * The lines and shifts that are staffed on a day, the most important first: four lines in all their shifts, then the
 * next four. Which lines come first moves on each week, so that every line has its turn where only a few records are
 * wanted.
 */
export function slotsOfDay(day: number): Slot[] {
  if (isShutdown(day)) return [{ line: watchedLine, shift: 0 }];
  const weekday = weekdayOfDay(day);
  const firstLine = weekNumberOfDay(day) * 5;
  const slots: Slot[] = [];
  for (let group = 0; group < lines.length; group += LINES_TOGETHER) {
    for (let shift = 0; shift < shifts.length; shift += 1) {
      for (let index = group; index < group + LINES_TOGETHER; index += 1) {
        const line = turn(firstLine + index, lines.length);
        if (isStaffed(line, shift, weekday)) slots.push({ line, shift });
      }
    }
  }
  return slots;
}

function isStaffed(lineIndex: number, shift: number, weekday: number): boolean {
  const line = lines[lineIndex];
  if (!line) return false;
  if (weekday === SUNDAY) return line.sunday;
  if (weekday === SATURDAY) return line.saturday && (shift < 2 || line.sunday);
  return shift < line.weekdayShifts;
}

/** How much of the plant's work falls on a day, in staffed line-shifts weighted by the season's demand. */
export function workOfDay(day: number): number {
  return slotsOfDay(day).length * (demand[partsOfDay(day).month - 1] ?? 1);
}
