import type { ReportRange, ReportScheduleStatus, ReportWhen, ShiftEnd } from '../contract/report-schedules.ts';
import type { Language } from './labels.ts';
import { ruleWords, scheduleWords } from './schedule.ts';

/** Words for reports that are written by the clock, on the screen and in the command line. */
export interface ReportScheduleWords {
  ranges: Record<ReportRange, string>;
  /** After which shifts, with their names and times. */
  afterShifts: (shifts: string, minutes: number) => string;
  waitsFor: Record<NonNullable<ReportScheduleStatus['waitsFor']>, string>;
}

export const reportScheduleWords: Record<Language, ReportScheduleWords> = {
  en: {
    ranges: {
      shift: 'The shift that ended',
      yesterday: 'Yesterday',
      last7days: 'Last 7 days',
      lastWeek: 'Last week, Monday to Sunday',
      last30days: 'Last 30 days',
      thisMonth: 'This month until yesterday',
      lastMonth: 'Last month',
      last12months: 'Last 12 months',
      lastYear: 'Last year',
    },
    afterShifts: (shifts, minutes) =>
      minutes === 0 ? `At the end of the shifts ${shifts}` : `${minutes} min after the shifts ${shifts}`,
    waitsFor: { ...scheduleWords.en.waitsFor, folder: 'Waits for its folder' },
  },
  ko: {
    ranges: {
      shift: '방금 끝난 근무조',
      yesterday: '어제',
      last7days: '최근 7일',
      lastWeek: '지난주 (월요일~일요일)',
      last30days: '최근 30일',
      thisMonth: '이번 달, 어제까지',
      lastMonth: '지난달',
      last12months: '최근 12개월',
      lastYear: '작년',
    },
    afterShifts: (shifts, minutes) =>
      minutes === 0 ? `${shifts} 근무조가 끝날 때` : `${shifts} 근무조가 끝나고 ${minutes}분 뒤`,
    waitsFor: { ...scheduleWords.ko.waitsFor, folder: '폴더를 기다리는 중' },
  },
};

/** When a report is written, in a few words. */
export function reportWhenWords(when: ReportWhen, language: Language): string {
  if (when.by === 'rule') return ruleWords(when.rule, scheduleWords[language]);
  const named = ({ shift, endsAt }: ShiftEnd) => `${shift} (${endsAt})`;
  return reportScheduleWords[language].afterShifts(when.shifts.map(named).join(', '), when.minutesAfter);
}
