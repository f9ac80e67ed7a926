import type { RuleTrouble, ScheduledTask, TaskName } from '../contract/schedule.ts';
import { LAST_DAY, type SimpleRule, simpleRuleOf, timeOfRule } from '../domain/simple-rule.ts';
import type { Language } from './labels.ts';

/** Words for what is done by the clock, on the screen and in the command line. */
export interface ScheduleWords {
  tasks: Record<TaskName, string>;
  /** What a task does, in a sentence. */
  does: Record<TaskName, string>;
  /** From Sunday on. */
  weekDays: readonly string[];
  /** What a simple rule says. */
  simple: (rule: SimpleRule, time: string) => string;
  /** What any other says, by its five parts. */
  other: (rule: string) => string;
  needs: Record<NonNullable<ScheduledTask['needs']>, string>;
  waitsFor: Record<NonNullable<ScheduledTask['waitsFor']>, string>;
  /** Why the full check is due out of turn. */
  owed: string;
  trouble: Record<RuleTrouble, string>;
}

const weekDaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekDaysKo = ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'];

export const scheduleWords: Record<Language, ScheduleWords> = {
  en: {
    tasks: {
      backup: 'Back up',
      integrity: 'Check integrity',
      optimise: 'Optimise',
      drill: 'Try to restore',
      rollOver: 'Roll over to archives',
      vacuum: 'Compact (VACUUM)',
    },
    does: {
      backup: 'Writes what changed since the last backup.',
      integrity: 'Reads every table and index of every file and compares them with each other.',
      optimise: 'Counts anew the keys of the live file, by which SQLite chooses between indexes (ANALYZE).',
      drill: 'Restores the newest backup into a scratch folder, compares every sum, and removes it again.',
      rollOver: 'Moves finished months that the live file need not keep into sealed archives.',
      vacuum: 'Writes the live file anew without its free space; imports wait meanwhile.',
    },
    weekDays: weekDaysEn,
    simple: ({ every, weekDay, day }, time) => {
      if (every === 'day') return `Every day at ${time}`;
      if (every === 'week') return `${weekDaysEn[weekDay]}s at ${time}`;
      return `${day === LAST_DAY ? 'The last day' : `Day ${day}`} of the month at ${time}`;
    },
    other: (rule) => `By the rule ${rule}`,
    needs: {
      backupFolder: 'Once backups are set up',
      limitOfLive: 'Once Settings say what may stay in the live file',
    },
    waitsFor: {
      quiet: 'Waits for a quiet moment',
      job: 'Waits for a job to end',
      program: 'As soon as the program is open and all is quiet',
    },
    owed: 'The program was ended without closing the store.',
    trouble: {
      parts: 'It has five parts, for minute, hour, day, month and day of the week, as in 10 2 * * 1-5.',
      minute: 'The first part is a minute, 0 to 59.',
      hour: 'The second part is an hour, 0 to 23.',
      day: 'The third part is a day of the month, 1 to 31, or L for the last.',
      month: 'The fourth part is a month, 1 to 12.',
      weekDay: 'The fifth part is a day of the week, 0 (Sunday) to 6, or SUN to SAT.',
      never: 'No such date ever comes.',
      tooOften: 'It would run more than once in 15 minutes.',
    },
  },
  ko: {
    tasks: {
      backup: '백업',
      integrity: '무결성 검사',
      optimise: '최적화',
      drill: '복원 시험',
      rollOver: '보관 파일로 넘기기',
      vacuum: '압축 (VACUUM)',
    },
    does: {
      backup: '지난 백업 이후 바뀐 것을 씁니다.',
      integrity: '모든 파일의 표와 색인을 읽고 서로 비교합니다.',
      optimise: '현재 파일의 키를 다시 셉니다. SQLite는 이를 보고 색인을 고릅니다 (ANALYZE).',
      drill: '최근 백업을 임시 폴더에 복원하여 모든 합계를 비교한 뒤 지웁니다.',
      rollOver: '현재 파일에 두지 않아도 되는 끝난 달을 봉인된 보관 파일로 옮깁니다.',
      vacuum: '현재 파일을 빈 공간 없이 새로 씁니다. 그동안 가져오기는 기다립니다.',
    },
    weekDays: weekDaysKo,
    simple: ({ every, weekDay, day }, time) => {
      if (every === 'day') return `매일 ${time}`;
      if (every === 'week') return `매주 ${weekDaysKo[weekDay]} ${time}`;
      return `매월 ${day === LAST_DAY ? '마지막 날' : `${day}일`} ${time}`;
    },
    other: (rule) => `규칙 ${rule}`,
    needs: {
      backupFolder: '백업을 설정하면 시작합니다',
      limitOfLive: '현재 파일에 무엇을 둘지 설정에서 정하면 시작합니다',
    },
    waitsFor: {
      quiet: '조용해질 때를 기다리는 중',
      job: '작업이 끝나기를 기다리는 중',
      program: '프로그램이 열려 있고 조용해지면 바로',
    },
    owed: '프로그램이 저장소를 닫지 않고 끝났습니다.',
    trouble: {
      parts: '분, 시, 일, 월, 요일의 다섯 부분으로 씁니다. 예: 10 2 * * 1-5',
      minute: '첫 부분은 분입니다. 0에서 59까지.',
      hour: '둘째 부분은 시입니다. 0에서 23까지.',
      day: '셋째 부분은 일입니다. 1에서 31까지, 마지막 날은 L.',
      month: '넷째 부분은 월입니다. 1에서 12까지.',
      weekDay: '다섯째 부분은 요일입니다. 0(일요일)에서 6까지, 또는 SUN에서 SAT.',
      never: '그런 날짜는 오지 않습니다.',
      tooOften: '15분에 한 번보다 자주 실행됩니다.',
    },
  },
};

/** What a rule says, in a few words. */
export function ruleWords(rule: string, words: ScheduleWords): string {
  const simple = simpleRuleOf(rule);
  return simple ? words.simple(simple, timeOfRule(simple)) : words.other(rule);
}
