import { Cron } from 'croner';
import { type RuleTrouble, ruleFields } from '../../../shared/contract/schedule.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { scheduleWords } from '../../../shared/text/schedule.ts';
import type { WallTime } from './wall-time.ts';

/** A cron rule over what a clock shows. */
export interface Rule {
  text: string;
  /** The last time it names that is not after a time; null where there is none. */
  latest(wall: WallTime): WallTime | null;
  /** The first time it names after a time; null where there is none. */
  next(wall: WallTime): WallTime | null;
}

/** Looked at that often, what is due is found in time; and nothing a store needs is needed more often. */
const LEAST_MINUTES_BETWEEN = 15;
/** All times of a day that lie so far apart. */
const MOST_A_DAY = (24 * 60) / LEAST_MINUTES_BETWEEN;
const A_MONDAY = Date.UTC(2024, 0, 1);

/** Reads a rule. Throws INVALID_ARGUMENT in words. */
export function parseRule(text: string): Rule {
  const trouble = troubleOf(text);
  if (trouble)
    throw new AppError(
      'INVALID_ARGUMENT',
      `'${text}' is no rule. ${scheduleWords.en.trouble[trouble]} Nothing was changed.`,
    );
  const cron = cronOf(text);
  return {
    text,
    latest: (wall) => cron.previousRuns(1, new Date(wall + 1_000))[0]?.getTime() ?? null,
    next: (wall) => cron.nextRun(new Date(wall))?.getTime() ?? null,
  };
}

/** Why a text is no rule; null where it is one. */
export function troubleOf(text: string): RuleTrouble | null {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== ruleFields.length) return 'parts';
  const field = ruleFields.find(
    (_, at) => !isReadable(ruleFields.map((_, other) => (other === at ? parts[at] : '*')).join(' ')),
  );
  if (field) return field;
  if (!isReadable(text)) return 'parts';
  const runs = cronOf(text).nextRuns(MOST_A_DAY + 1, new Date(A_MONDAY));
  if (runs.length === 0) return 'never';
  const isTooOften = runs.some((run, at) => {
    const before = runs[at - 1];
    return before && run.getTime() - before.getTime() < LEAST_MINUTES_BETWEEN * 60_000;
  });
  return isTooOften ? 'tooOften' : null;
}

/** Without a zone, as what it reads are times of the wall. */
function cronOf(text: string): Cron {
  return new Cron(text, { mode: '5-part', utcOffset: 0, paused: true });
}

function isReadable(text: string): boolean {
  try {
    cronOf(text);
    return true;
  } catch {
    return false; // what is wrong is told by the part that it is wrong in
  }
}
