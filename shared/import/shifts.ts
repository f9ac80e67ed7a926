import { z } from 'zod';
import { type CalendarProblem, calendarProblems, type ShiftCalendar, weekdays } from '../domain/shift-calendar.ts';

/** More than a plant has; a list beyond it is no calendar. */
const MOST_VERSIONS = 100;
const MOST_SHIFTS = 50;

const shiftSchema = z.strictObject({
  name: z.string().max(100),
  days: z.array(z.literal(weekdays)).max(7),
  startsAt: z.string().max(10),
  endsAt: z.string().max(10),
});

/**
 * The plant's shift calendar, by which the shift is found where no column gives it; without a version it is not looked for.
 * Kept with the import, so that what was imported has the shifts of the calendar of its time.
 */
export const shiftsSchema = z
  .array(z.strictObject({ from: z.string().max(10), shifts: z.array(shiftSchema).max(MOST_SHIFTS) }))
  .max(MOST_VERSIONS)
  .superRefine((calendar, context) => {
    for (const problem of calendarProblems(calendar)) {
      context.addIssue({ code: 'custom', path: [problem.version], message: wordsOf(problem, calendar) });
    }
  })
  .default([]);

function wordsOf(problem: CalendarProblem, calendar: ShiftCalendar): string {
  const from = calendar[problem.version]?.from ?? '';
  switch (problem.kind) {
    case 'noDate':
      return `write the date from which the shifts are valid as YYYY-MM-DD, not '${from}'`;
    case 'sameDate':
      return `two versions of the shifts are valid from ${from}: keep one of them`;
    case 'noShift':
      return `the shifts from ${from} are none: give at least one`;
    case 'noName':
      return `a shift from ${from} has no name`;
    case 'noDays':
      return `a shift from ${from} begins on no day of the week: give 1 (Monday) to 7 (Sunday)`;
    case 'noTime':
      return `write when the shifts from ${from} start and end as HH:MM`;
    case 'overlap': {
      const [first, second] = problem.names;
      return `the shifts ${first} and ${second} from ${from} overlap: end the one before the other starts`;
    }
  }
}
