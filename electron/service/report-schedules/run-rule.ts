import type { ReportWhen, ShiftEnd } from '../../../shared/contract/report-schedules.ts';
import { secondsOfClock } from '../../../shared/domain/shift-calendar.ts';
import { parseRule, type Rule } from '../schedule/rule.ts';
import type { WallTime } from '../schedule/wall-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The times at which a report is written. Throws INVALID_ARGUMENT in words for a rule that is none. */
export function ruleOfReport(when: ReportWhen): Rule {
  if (when.by === 'rule') return parseRule(when.rule);
  const rules = when.shifts.map((shift) => parseRule(cronAfter(shift, when.minutesAfter)));
  const times = (walls: readonly (WallTime | null)[]) => walls.filter((wall) => wall !== null);
  return {
    text: JSON.stringify(when),
    latest: (wall) => Math.max(...times(rules.map((rule) => rule.latest(wall)))),
    next: (wall) => Math.min(...times(rules.map((rule) => rule.next(wall)))),
  };
}

/** The shift of which a report is that is written at a time of its rule, and the production day that shift has, 'YYYY-MM-DD'. */
export function shiftOfRun(
  { shifts, minutesAfter }: Extract<ReportWhen, { by: 'shiftEnd' }>,
  run: WallTime,
): { shift: string; day: string } | null {
  const end = run - minutesAfter * MINUTE_MS;
  const found = shifts.find(({ endsAt }) => secondsOfClock(endsAt) * 1_000 === end % DAY_MS);
  if (!found) return null;
  const day = found.day === 'same' ? end : end - DAY_MS;
  return { shift: found.shift, day: dayOfWall(day) };
}

/** The date on a clock. */
export function dayOfWall(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10);
}

function cronAfter({ endsAt }: ShiftEnd, minutesAfter: number): string {
  const minutes = (secondsOfClock(endsAt) / 60 + minutesAfter) % (24 * 60);
  return `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
}
