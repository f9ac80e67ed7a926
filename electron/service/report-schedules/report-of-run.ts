/** What is asked and written for one run of a report. Pure. */
import type { BoardScreen } from '../../../shared/contract/dashboards.ts';
import { type ReportSchedule, type ScheduledQuestion, TIME } from '../../../shared/contract/report-schedules.ts';
import type { ViewAddress } from '../../../shared/contract/reports.ts';
import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import type { DateRange } from '../../../shared/domain/range.ts';
import { datesOfRelative } from '../../../shared/domain/relative-range.ts';
import { bytesOf, fitFileName, MOST_NAME_BYTES } from '../../../shared/lib/file-name.ts';
import { type RecordsScope, recordsScopeSchema } from '../../../shared/query/records-query.ts';
import { parseReportQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import type { Comparison } from '../../../shared/questions/explore/comparison.ts';
import type { ScopeChoice } from '../../../shared/questions/scope-url.ts';
import type { WallTime } from '../schedule/wall-time.ts';
import { dayOfWall, ruleOfReport, shiftOfRun } from './run-rule.ts';

/** The production days of a run, and the shift where it is of one. */
export interface RunScope extends DateRange {
  shift: string | null;
}

/** What a run is of; one that a person begins between two shifts is of the one that ended last. */
export function scopeOfRun({ range, when }: Pick<ReportSchedule, 'range' | 'when'>, run: WallTime): RunScope {
  if (range !== 'shift') return { ...datesOfRelative(range, dayOfWall(run)), shift: null };
  const ended = when.by === 'shiftEnd' ? shiftOfRun(when, ruleOfReport(when).latest(run) ?? run) : null;
  if (ended === null) throw new Error('A report of a shift is written after one');
  return { from: ended.day, to: ended.day, shift: ended.shift };
}

/** The question of a run, of records that come once a period of `recordedBy`. Throws INVALID_QUERY in words for one that cannot be asked. */
export type RunQuestion =
  | { of: 'report'; query: ReportQuery; comparison?: Comparison | undefined }
  | { of: 'records'; scope: RecordsScope }
  | { of: 'board'; id: string; scope: ScopeChoice }
  | { of: 'screen'; screen: BoardScreen; params: string; scope: ScopeChoice };
export function questionOfRun(
  question: ScheduledQuestion,
  { from, to, shift }: RunScope,
  recordedBy: PeriodGrain = 'day',
): RunQuestion {
  const ofShift = shift === null ? [] : [{ field: 'shift' as const, in: [shift] }];
  if (question.of === 'records') {
    const { filters, ...scope } = question.scope;
    return {
      of: 'records',
      scope: recordsScopeSchema.parse({ ...scope, from, to, filters: [...filters, ...ofShift] }),
    };
  }
  if (question.of === 'board' || question.of === 'screen') {
    const { filters, ...asked } = question;
    return { ...asked, scope: { range: { from, to }, filters: [...filters, ...ofShift] } };
  }
  const { filters, dimensions, orderBy, ...query } = question.query;
  const grain = grainOf({ from, to, recordedBy });
  const inTime = <Name extends string>(name: Name) => (name === TIME ? grain : name);
  return {
    of: 'report',
    comparison: question.comparison,
    query: parseReportQuery({
      ...query,
      from,
      to,
      filters: [...filters, ...ofShift],
      dimensions: dimensions.map(inTime),
      orderBy: orderBy.map((level) => ({ ...level, field: inTime(level.field) })),
    }),
  };
}

/** What may stand behind a name: a number where it is taken, and the ending. */
const BEHIND_NAME = ' (1000).xlsx'.length;
/** Two names of shifts that differ only beyond it belong to nobody. */
const MOST_SHIFT_BYTES = 80;

/** The name of the file of a run, without what tells several apart: 'Scrap by line 2026-05-10', with both days where they differ. */
export function fileNameOfRun({ name }: Pick<ReportSchedule, 'name'>, { from, to, shift }: RunScope): string {
  const days = from === to ? from : `${from} to ${to}`;
  const ofRun = [days, ...(shift === null ? [] : [fitFileName(shift, MOST_SHIFT_BYTES)])].join(' ').trimEnd();
  const named = fitFileName(name, MOST_NAME_BYTES - BEHIND_NAME - bytesOf(` ${ofRun}`));
  return named === '' ? ofRun : `${named} ${ofRun}`;
}

/** Where the window shows what was written: the view with the days of the run. */
export function viewOfRun({ screen, params }: ViewAddress, { from, to, shift }: RunScope): ViewAddress {
  const kept = new URLSearchParams(params);
  kept.delete('range');
  kept.set('from', from);
  kept.set('to', to);
  if (shift !== null) kept.set('f.shift', shift);
  return { screen, params: kept.toString() };
}
