import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the schedule on the Maintenance screen, beside those in shared/text/schedule.ts. */
export interface ScheduleText {
  title: string;
  hint: (quietMinutes: string) => string;
  task: string;
  when: string;
  next: string;
  last: string;
  off: string;
  running: string;
  never: string;
  turnOn: (task: string) => string;
  change: string;
  changeOf: (task: string) => string;
  runNow: string;
  runNowOf: (task: string) => string;
  nothingToDo: string;
  dialogTitle: (task: string) => string;
  nextRuns: (times: string) => string;
  patience: (quietMinutes: string, hours: string) => string;
  patienceWithout: (quietMinutes: string) => string;
  missed: string;
  limits: string;
  openSettings: string;
  save: string;
  cancel: string;
}

export const text: Record<Language, ScheduleText> = {
  en: {
    title: 'Done by itself',
    hint: (quietMinutes) =>
      `While the program is open, one at a time, when all is quiet: nothing was asked for ${quietMinutes} and no job runs`,
    task: 'Task',
    when: 'When',
    next: 'Next run',
    last: 'Last run',
    off: 'Off',
    running: 'Running now',
    never: 'none yet',
    turnOn: (task) => `${task} by itself`,
    change: 'Change…',
    changeOf: (task) => `Change when: ${task}`,
    runNow: 'Run now',
    runNowOf: (task) => `Run now: ${task}`,
    nothingToDo: 'There is nothing to do for it now.',
    dialogTitle: (task) => `When: ${task}`,
    nextRuns: (times) => `Next: ${times}`,
    patience: (quietMinutes, hours) =>
      `It waits until nothing was asked for ${quietMinutes} and no job runs; after ${hours} it no longer minds questions.`,
    patienceWithout: (quietMinutes) =>
      `It waits until nothing was asked for ${quietMinutes} and no job runs, however long that takes.`,
    missed: 'What was missed while the machine slept or the program was closed is done once, afterwards.',
    limits: 'What may stay in the live file is set under Settings, by years or by size.',
    openSettings: 'Open Settings…',
    save: 'Save',
    cancel: 'Cancel',
  },
  ko: {
    title: '자동으로 하는 일',
    hint: (quietMinutes) =>
      `프로그램이 열려 있는 동안 조용할 때, 곧 ${quietMinutes} 동안 조회가 없고 실행 중인 작업이 없을 때 한 번에 하나씩 합니다`,
    task: '작업',
    when: '언제',
    next: '다음 실행',
    last: '최근 실행',
    off: '꺼짐',
    running: '실행 중',
    never: '아직 없음',
    turnOn: (task) => `${task} 자동 실행`,
    change: '변경…',
    changeOf: (task) => `시각 변경: ${task}`,
    runNow: '지금 실행',
    runNowOf: (task) => `지금 실행: ${task}`,
    nothingToDo: '지금은 할 일이 없습니다.',
    dialogTitle: (task) => `언제: ${task}`,
    nextRuns: (times) => `다음: ${times}`,
    patience: (quietMinutes, hours) =>
      `${quietMinutes} 동안 조회가 없고 실행 중인 작업이 없을 때까지 기다립니다. ${hours}이 지나면 조회가 있어도 실행합니다.`,
    patienceWithout: (quietMinutes) =>
      `${quietMinutes} 동안 조회가 없고 실행 중인 작업이 없을 때까지 얼마든지 기다립니다.`,
    missed: '컴퓨터가 잠들었거나 프로그램이 닫혀 있어 놓친 것은 나중에 한 번 합니다.',
    limits: '현재 파일에 무엇을 둘지는 설정에서 연수나 크기로 정합니다.',
    openSettings: '설정 열기…',
    save: '저장',
    cancel: '취소',
  },
};
